import type { Params } from '../../chat-server/params.js';
import type { ChatRecord, MessageKind, StoredMessage } from '../types.js';
import {
  groupDisabled,
  invalidGroup,
  invalidParams,
  noGroups,
  noPermission,
  restricted,
  windowClosed,
} from './errors.js';
import { emit, emitMessage } from './events.js';
import { createGroup, isDisabled } from './groups.js';
import type { Asset, OaWorld } from './world.js';

export interface Call {
  world: OaWorld;
  params: Params;
}

export interface Method {
  verb: 'GET' | 'POST';
  /** The `data` of the answer. */
  run: (call: Call) => unknown;
}

const MAX_INVITED = 99;

function findGroup({ world }: Call, id: string): ChatRecord {
  if (!world.behaviour.packageHasGroups) throw noGroups();
  const record = world.chats.get(id);
  if (!record || record.isGone || record.type !== 'GROUP') throw invalidGroup();
  if (isDisabled(world, id)) throw groupDisabled();
  return record;
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The group's id stands in `recipient`; at the top level it is not read. */
function message(call: Call): Record<string, unknown> {
  const id = objectOf(call.params.json('recipient', 'recipient')).group_id;
  const record = findGroup(call, typeof id === 'string' ? id : '');
  const sent = deliver(call, record);
  return { message_id: sent.id, group_id: record.id };
}

/** To a person: a consultation, free for two days after they wrote, possible for seven. */
function messageCs(call: Call): Record<string, unknown> {
  const { world, params } = call;
  const id = objectOf(params.json('recipient', 'recipient')).user_id;
  const record = typeof id === 'string' ? world.chats.get(id) : undefined;
  const { privateWindowMs, windowError } = world.behaviour;
  const wroteAt = typeof id === 'string' ? world.wroteAt.get(id) : undefined;
  if (!record || wroteAt === undefined || world.now() - wroteAt > privateWindowMs)
    throw windowClosed(windowError);
  if (record.bot === 'out') throw restricted();
  const sent = deliver(call, record);
  return { message_id: sent.id, user_id: record.id };
}

function userDetail({ world, params }: Call): Record<string, unknown> {
  if (!world.behaviour.profilesOpen) throw noPermission();
  const id = objectOf(params.json('data', 'data')).user_id;
  const person = typeof id === 'string' ? world.people.get(id) : undefined;
  if (!person || !world.wroteAt.has(person.id)) throw invalidParams('user_id');
  return { user_id: person.id, display_name: person.name, user_is_follower: true };
}

function deliver({ world, params }: Call, record: ChatRecord): StoredMessage {
  const body = objectOf(params.json('message', 'message'));
  const text = typeof body.text === 'string' ? body.text : '';
  const attachment = readAttachment(objectOf(body.attachment));
  if (text === '' && !attachment) throw invalidParams('message');
  if (text.length > world.behaviour.textLimit) throw invalidParams('text');
  const sent = world.post(record, { kind: 'text', ...attachment, text, ...mentionsIn(record, text) });
  if (world.behaviour.echoes) emitMessage(world, record.id, sent);
  return sent;
}

function readAttachment({
  type,
  payload,
}: Record<string, unknown>): { kind: MessageKind; media: string } | undefined {
  if (type === undefined) return undefined;
  const { elements, token } = objectOf(payload);
  const first = objectOf(Array.isArray(elements) ? elements[0] : undefined);
  const media = type === 'file' ? token : (first.url ?? first.attachment_id);
  if (typeof media !== 'string' || media === '') throw invalidParams('attachment');
  if (type === 'file') return { kind: 'file', media };
  return { kind: first.media_type === 'sticker' ? 'sticker' : 'image', media };
}

/** `[@id]` in a text calls a member; with the group's own id, everybody. */
function mentionsIn(record: ChatRecord, text: string): { mentions?: string[] } {
  const ids = [...text.matchAll(/\[@([0-9a-z]+)\]/g)].map(([, id = '']) => id);
  const mentions = ids.filter((id) => id === record.id || record.members.has(id));
  return mentions.length > 0 ? { mentions } : {};
}

function creategroupwithoa(call: Call): Record<string, unknown> {
  const { world, params } = call;
  if (!world.behaviour.packageHasGroups) throw noGroups();
  const name = params.text('group_name');
  const members = params.json('member_user_ids', 'member_user_ids');
  if (name === '') throw invalidParams('group_name');
  const isList = Array.isArray(members) && members.length > 0 && members.length <= MAX_INVITED;
  if (!isList || !members.every((id): id is string => typeof id === 'string' && world.people.has(id)))
    throw invalidParams('member_user_ids');
  if (!members.some((id) => world.oaAdmins.has(id)))
    throw invalidParams('member_user_ids: an admin of the OA');
  const asset = world.assets.get(params.text('asset_id'));
  if (!asset || statusOf(world, asset) !== 'available') throw invalidParams('asset_id');
  const description = params.text('group_description');
  const group_id = createGroup(world, { name, description, assetId: asset.id, members });
  emit(world, group_id, { event_name: 'create_group', group_id, group_name: name });
  return { group_id, group_link: world.group(group_id).link, name };
}

function getgroupsofoa({ world, params }: Call): unknown {
  if (!world.behaviour.packageHasGroups) throw noGroups();
  const all = [...world.chats.values()].filter(({ isGone, type }) => !isGone && type === 'GROUP');
  const groups = page(world, params, all).map((record) => describeGroup(world, record));
  return world.behaviour.groupList === 'array' ? groups : { total: all.length, groups };
}

function getgroup(call: Call): unknown {
  return { group_info: describeGroup(call.world, findGroup(call, call.params.text('group_id'))) };
}

function describeGroup(world: OaWorld, { id, title, members }: ChatRecord): Record<string, unknown> {
  const { link, description } = world.group(id);
  const status = isDisabled(world, id) ? 'disabled' : 'enabled';
  const total_member = members.size + 1;
  return {
    group_id: id,
    name: title,
    group_description: description,
    group_link: link,
    status,
    total_member,
  };
}

/** The account itself is listed among the members, by `oa_id`. */
function listmember(call: Call): Record<string, unknown> {
  const { world, params } = call;
  const record = findGroup(call, params.text('group_id'));
  const { speaker } = world;
  const avatar = `${world.url}/avatar.jpg`;
  const all = [
    { oa_id: speaker.id, name: speaker.name, avatar },
    ...[...record.members].map((user_id) => ({ user_id, name: world.person(user_id).name, avatar })),
  ];
  return { total: all.length, members: page(world, params, all) };
}

function page<Item>({ behaviour }: OaWorld, params: Params, items: Item[]): Item[] {
  const offset = params.int('offset') ?? 0;
  const count = params.int('count') ?? behaviour.pageLimit;
  const { pageLimit, pageOver } = behaviour;
  if (offset < 0 || count < 1 || (count > pageLimit && pageOver === 'refused')) throw invalidParams('count');
  return items.slice(offset, offset + Math.min(count, pageLimit));
}

function quotaGroup({ world, params }: Call): unknown {
  if (params.text('quota_owner') !== 'OA') throw invalidParams('quota_owner');
  const [product, quota] = [params.text('product_type'), params.text('quota_type')];
  return [...world.assets.values()]
    .filter(({ productType }) => product === '' || productType === product)
    .filter(({ quotaType }) => quota === '' || quotaType === quota)
    .map((asset) => ({
      asset_id: asset.id,
      product_type: asset.productType,
      quota_type: asset.quotaType,
      status: statusOf(world, asset),
      valid_through: new Date(asset.validThrough).toISOString(),
      auto_renew: asset.isAutoRenewed,
      used_id: asset.usedBy,
    }));
}

function statusOf(world: OaWorld, asset: Asset): 'available' | 'used' {
  return asset.usedBy === '' && asset.validThrough > world.now() ? 'available' : 'used';
}

export const METHODS: Record<string, Method> = {
  'group/message': { verb: 'POST', run: message },
  'message/cs': { verb: 'POST', run: messageCs },
  'user/detail': { verb: 'GET', run: userDetail },
  'group/creategroupwithoa': { verb: 'POST', run: creategroupwithoa },
  'group/getgroupsofoa': { verb: 'GET', run: getgroupsofoa },
  'group/getgroup': { verb: 'GET', run: getgroup },
  'group/listmember': { verb: 'GET', run: listmember },
  'quota/group': { verb: 'POST', run: quotaGroup },
};
