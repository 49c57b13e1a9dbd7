import type { RoleGrant } from '../core/authorise.js';
import { askRows, type Db, type Prisma } from './db.js';
import { gathered } from './gather.js';

export interface AccountFacts {
  channel: string;
  externalId: string;
  name: string;
  username: string | null;
}

/** A person as the bot meets them: the account they speak with and the roles they hold. */
export interface Speaker {
  personId: number;
  accountId: number;
  name: string;
  username: string | null;
  locale: string | null;
  roles: RoleGrant[];
}

/** The person behind an account; null when nobody met the account before. */
export async function findSpeaker(db: Db, channel: string, externalId: string): Promise<Speaker | null> {
  const account = await db.account.findUnique({
    where: { channel_externalId: { channel, externalId } },
    include: withRoles,
  });
  return account && speakerOf(account);
}

/** The person behind an account that is known by its row's id; null when it is gone. */
export async function findSpeakerById(db: Db, accountId: number): Promise<Speaker | null> {
  const account = await db.account.findUnique({ where: { id: accountId }, include: withRoles });
  return account && speakerOf(account);
}

/** What `speakerOf` needs of an account. */
export const withRoles = { person: { include: { roles: true } } } as const;

/** A person as they speak with this account. */
export function speakerOf(account: Prisma.AccountGetPayload<{ include: typeof withRoles }>): Speaker {
  const { person, id: accountId, name, username } = account;
  const roles = person.roles.map(({ kind, unitId }) => ({ kind, unitId }));
  return { personId: person.id, accountId, name, username, locale: person.locale, roles };
}

/** The person behind an account, made known when new; a changed name or username is taken over. */
export async function meetSpeaker(db: Db, facts: AccountFacts): Promise<Speaker> {
  const known = await findSpeaker(db, facts.channel, facts.externalId);
  if (!known) return createSpeaker(db, facts);
  const isSame = known.name === facts.name && known.username === facts.username;
  return isSame ? known : renameSpeaker(db, known, facts);
}

/** A newcomer becomes a person with this account. Usernames change hands: whoever shows up with one has it, nobody else. */
export async function createSpeaker(db: Db, facts: AccountFacts): Promise<Speaker> {
  return gathered(db, createSpeakers, facts);
}

/** The known account goes by another name or username from now on, and the person with it if they went by its old name. */
export async function renameSpeaker(db: Db, known: Speaker, facts: AccountFacts): Promise<Speaker> {
  const { channel, externalId, name, username } = facts;
  if (username !== null)
    await db.account.updateMany({
      where: { channel, username, externalId: { not: externalId } },
      data: { username: null },
    });
  await db.account.update({ where: { id: known.accountId }, data: { name, username } });
  await db.person.updateMany({ where: { id: known.personId, name: known.name }, data: { name } });
  return { ...known, name, username };
}

/** In the hour after the first directive, hundreds of people speak for the first time. */
async function createSpeakers(db: Db, newcomers: AccountFacts[]): Promise<Speaker[]> {
  const asked = newcomers.map((facts, index) => ({ index, ...facts }));
  const rows = await askRows<{ index: number; personId: number; accountId: number }>(db)`
    with asked as materialized (
      select *, nextval('"Person_id_seq"')::int as "personId",
        nextval('"Account_id_seq"')::int as "accountId"
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as a(index int, channel text, "externalId" text, name text, username text)
    ), person as (
      insert into "Person" (id, name) select "personId", name from asked
    ), released as (
      update "Account" c set username = null from asked a
      where a.username is not null and c.channel = a.channel and c.username = a.username and c."externalId" <> a."externalId"
    ), account as (
      insert into "Account" (id, "personId", channel, "externalId", username, name)
      select "accountId", "personId", channel, "externalId", username, name from asked
    )
    select index, "personId", "accountId" from asked`;
  const byIndex = new Map(rows.map((row) => [row.index, row]));
  return newcomers.map(({ name, username }, index) => {
    const { personId, accountId } = byIndex.get(index)!;
    return { personId, accountId, name, username, locale: null, roles: [] };
  });
}

/** The private chat in which a person was last heard, of one channel if said; null when they never wrote to the bot. */
export async function findPrivateChat(db: Db, personId: number, channel?: string) {
  return db.chat.findFirst({
    where: { personId, role: 'private', state: 'active', ...(channel ? { channel } : {}) },
    orderBy: { lastSeenAt: { sort: 'desc', nulls: 'last' } },
  });
}

/** The person who goes by this username (without `@`) on a channel; null when the bot never met them. */
export async function findByUsername(db: Db, channel: string, username: string): Promise<Speaker | null> {
  const rows = await db.$queryRaw<{ externalId: string }[]>`
    select "externalId" from "Account" where channel = ${channel} and lower(username) = lower(${username})`;
  return rows[0] ? findSpeaker(db, channel, rows[0].externalId) : null;
}

/** The names of some persons, by id. */
export async function listNames(db: Db, ids: number[]): Promise<Map<number, string>> {
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** Persons of whose name this is a piece, at most `most`. */
export async function findByName(db: Db, words: string, most: number): Promise<number[]> {
  // Not by LIKE, where `%` would be every name.
  const rows = await db.$queryRaw<{ id: number }[]>`
    select id from "Person" where strpos(lower(name), lower(${words})) > 0 order by id limit ${most}::int`;
  return rows.map(({ id }) => id);
}
