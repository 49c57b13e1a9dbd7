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
  return { personId: person.id, accountId: account.id, name: account.name, locale: person.locale, roles };
}

/** The person behind an account, made known when new; a changed name or username is taken over. */
export async function meetSpeaker(db: Db, facts: AccountFacts): Promise<Speaker> {
  const { channel, externalId, name, username } = facts;
  const known = await findSpeaker(db, channel, externalId);
  if (known && known.name === name) return known;
  if (known) {
    await db.account.update({ where: { id: known.accountId }, data: { name, username } });
    await db.person.update({ where: { id: known.personId }, data: { name } });
    return { ...known, name };
  }
  const person = await db.person.create({
    data: { name, accounts: { create: { channel, externalId, name, username } } },
    include: { accounts: true },
  });
  return { personId: person.id, accountId: person.accounts[0]!.id, name, locale: null, roles: [] };
}

/** The person's private chat on a channel; null when they never wrote to the bot there. */
export async function findPrivateChat(db: Db, personId: number, channel?: string) {
  return db.chat.findFirst({
    where: { personId, role: 'private', state: 'active', ...(channel ? { channel } : {}) },
    orderBy: { lastSeenAt: 'desc' },
  });
}
