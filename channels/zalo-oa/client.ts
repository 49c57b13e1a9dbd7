import { z } from 'zod';
import { badAnswer } from '../zalo/errors.js';
import type { OaCall } from './call.js';
import { privatePath } from './errors.js';

const id = z.union([z.string().min(1), z.number()]).transform(String);
const words = z.string().optional().catch(undefined);

const sentSchema = z.object({ message_id: id });

const groupSchema = z
  .object({ group_id: id, name: words, group_name: words, group_link: words })
  .transform(({ group_id, name, group_name, group_link }) => ({
    id: group_id,
    title: name ?? group_name ?? '',
    link: group_link ?? '',
  }));
export type OaGroup = z.infer<typeof groupSchema>;

const memberSchema = z
  .object({ user_id: id.optional(), oa_id: id.optional(), name: words, display_name: words })
  .transform(({ user_id, oa_id, name, display_name }) => ({
    id: user_id ?? oa_id ?? '',
    name: name ?? display_name ?? '',
  }));
export type OaMember = z.infer<typeof memberSchema>;

const personSchema = z.object({ display_name: words });

const assetsSchema = z.array(z.object({ asset_id: id, status: words })).catch([]);

/** How many there are in all, where the answer says it. */
const total = z.coerce.number().optional().catch(undefined);

const groupsSchema = z.union([
  z.array(groupSchema).transform((items): Page<OaGroup> => ({ items })),
  z
    .object({ groups: z.array(groupSchema), total })
    .transform(({ groups: items, total }): Page<OaGroup> => ({ items, total })),
]);
const membersSchema = z
  .object({ members: z.array(memberSchema), total })
  .transform(({ members: items, total }): Page<OaMember> => ({ items, total }));

interface Page<T> {
  items: T[];
  total?: number | undefined;
}

export interface NewGroup {
  name: string;
  description: string;
  /** Of the package that pays for the group. */
  assetId: string;
  /** 1 to 99, one of them an admin of the account. */
  memberIds: string[];
}

/** A group of the account, or a person who wrote to it not long ago. */
export type Recipient = { group_id: string } | { user_id: string };

export interface OaClient {
  /** Returns the message's id. */
  sendText: (to: Recipient, text: string) => Promise<string>;
  /** `url` is an address that everybody can fetch. */
  sendPhoto: (to: Recipient, url: string, text: string) => Promise<string>;
  /** What a person who wrote to the account is called; '' where it is not told. */
  findName: (userId: string) => Promise<string>;
  listGroups: () => Promise<OaGroup[]>;
  listMembers: (groupId: string) => Promise<OaMember[]>;
  createGroup: (group: NewGroup) => Promise<OaGroup>;
  /** A right to one more group of so many members, from the account's package; null when none is left. */
  findAsset: (members: number) => Promise<string | null>;
}

const pageSize = 50;
const maxPages = 50;

/** The calls of the OpenAPI that we use, with answers that were checked. */
export function createOaClient(call: OaCall): OaClient {
  const send = async (recipient: Recipient, message: Record<string, unknown>, said: string) => {
    const path = `/v3.0/oa${'group_id' in recipient ? '/group/message' : privatePath}`;
    const data = await call({ path, body: { recipient, message }, said });
    return read(sentSchema, data, path).message_id;
  };
  return {
    sendText: (to, text) => send(to, { text }, text),
    sendPhoto: (to, url, text) =>
      send(to, { ...(text === '' ? {} : { text }), attachment: photo(url) }, text),
    async findName(userId) {
      const path = '/v3.0/oa/user/detail';
      const data = await call({ path, query: { data: JSON.stringify({ user_id: userId }) } });
      return read(personSchema, data, path).display_name ?? '';
    },
    listGroups: () => {
      const path = '/v3.0/oa/group/getgroupsofoa';
      return readPages(async (paging) => read(groupsSchema, await call({ path, query: paging }), path));
    },
    listMembers: (groupId) => {
      const path = '/v3.0/oa/group/listmember';
      return readPages(async (paging) => {
        const data = await call({ path, query: { group_id: groupId, ...paging } });
        return read(membersSchema, data, path);
      });
    },
    async createGroup({ name, description, assetId, memberIds }) {
      const path = '/v3.0/oa/group/creategroupwithoa';
      const body = {
        group_name: name,
        group_description: description,
        asset_id: assetId,
        member_user_ids: memberIds,
      };
      const group = read(groupSchema, await call({ path, body }), path);
      return { ...group, title: group.title || name };
    },
    findAsset: (members) => findAsset(call, members),
  };
}

async function findAsset(call: OaCall, members: number): Promise<string | null> {
  const path = '/v3.0/oa/quota/group';
  for (const { product_type } of products.filter(({ most }) => most >= members))
    for (const quota_type of quotas) {
      const data = await call({ path, body: { quota_owner: 'OA', product_type, quota_type } });
      const free = read(assetsSchema, data, path).find(({ status }) => status === 'available');
      if (free) return free.asset_id;
    }
  return null;
}

/** The smallest group that holds them first; what the package brings before what was bought. */
const products = [
  { product_type: 'gmf10', most: 10 },
  { product_type: 'gmf50', most: 50 },
  { product_type: 'gmf100', most: 100 },
  { product_type: 'gmf1000', most: 1_000 },
];
const quotas = ['sub_quota', 'reward_quota', 'purchase_quota'];

const photo = (url: string) => ({
  type: 'template',
  payload: { template_type: 'media', elements: [{ media_type: 'image', url }] },
});

/** A platform may give fewer a page than it was asked for: where it says how many there are, that many are asked for. */
async function readPages<T>(
  readPage: (paging: { offset: number; count: number }) => Promise<Page<T>>,
): Promise<T[]> {
  const all: T[] = [];
  for (let page = 0; page < maxPages; page += 1) {
    const { items, total = 0 } = await readPage({ offset: all.length, count: pageSize });
    all.push(...items);
    const isLast = items.length < pageSize && all.length >= total;
    if (items.length === 0 || isLast) break;
  }
  return all;
}

function read<T>(schema: z.ZodType<T>, data: unknown, what: string): T {
  const answer = schema.safeParse(data);
  if (answer.success) return answer.data;
  throw badAnswer(what);
}
