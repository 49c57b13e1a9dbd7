import type { RoleGrant } from '../core/authorise.js';
import type { Db } from './db.js';

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
    include: { person: { include: { roles: true } } },
  });
  if (!account) return null;
  const { person } = account;
  const roles = person.roles.map(({ kind, unitId }) => ({ kind, unitId }));
  const { id: accountId, name, username } = account;
  return { personId: person.id, accountId, name, username, locale: person.locale, roles };
}

/** The person behind an account, made known when new; a changed name or username is taken over. */
export async function meetSpeaker(db: Db, facts: AccountFacts): Promise<Speaker> {
  const { channel, externalId, name, username } = facts;
  const known = await findSpeaker(db, channel, externalId);
  if (known && known.name === name && known.username === username) return known;
  // Usernames change hands: whoever shows up with one has it, nobody else.
  if (username !== null) await releaseUsername(db, facts);
  if (!known) return createSpeaker(db, facts);
  await db.account.update({ where: { id: known.accountId }, data: { name, username } });
  await db.person.update({ where: { id: known.personId }, data: { name } });
  return { ...known, name, username };
}

async function releaseUsername(db: Db, { channel, externalId, username }: AccountFacts): Promise<void> {
  await db.account.updateMany({
    where: { channel, username, externalId: { not: externalId } },
    data: { username: null },
  });
}

/** One statement: in the hour after the first directive, hundreds of people speak for the first time. */
async function createSpeaker(
  db: Db,
  { channel, externalId, name, username }: AccountFacts,
): Promise<Speaker> {
  const rows = await db.$queryRaw<{ personId: number; accountId: number }[]>`
    with person as (insert into "Person" (name) values (${name}) returning id)
    insert into "Account" ("personId", channel, "externalId", username, name)
    select id, ${channel}, ${externalId}, ${username}, ${name} from person
    returning "personId", id as "accountId"`;
  return { ...rows[0]!, name, username, locale: null, roles: [] };
}

/** The person's private chat on a channel; null when they never wrote to the bot there. */
export async function findPrivateChat(db: Db, personId: number, channel?: string) {
  return db.chat.findFirst({
    where: { personId, role: 'private', state: 'active', ...(channel ? { channel } : {}) },
    orderBy: { lastSeenAt: 'desc' },
  });
}

/** The person who goes by this username (without `@`) on a channel; null when the bot never met them. */
export async function findByUsername(db: Db, channel: string, username: string): Promise<Speaker | null> {
  const rows = await db.$queryRaw<{ externalId: string }[]>`
    select "externalId" from "Account" where channel = ${channel} and lower(username) = lower(${username})`;
  return rows[0] ? findSpeaker(db, channel, rows[0].externalId) : null;
}
