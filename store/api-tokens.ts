import { apiScopes, type ApiScope } from '../core/api-scope.js';
import type { Db } from './db.js';
import { createKey, hashKey } from './keys.js';
import { speakerOf, withRoles, type Speaker } from './people.js';

const minute = 60_000;
/** So often a token notes that it was used: not with every request. */
const noteEveryMs = 5 * minute;
/** By this a token is known wherever it turns up: in a log, in a search for leaked secrets. */
const prefix = 'giaoban_';

/** A program that acts as an account. `speaker`: the person behind it, with the roles they have now. */
export interface ApiToken {
  id: number;
  scopes: ApiScope[];
  speaker: Speaker;
  channel: string;
}

export interface NewToken {
  accountId: number;
  name: string;
  scopes: readonly ApiScope[];
  expiresAt: Date | null;
}

/** Makes a token. Returns what the program shows: it is kept nowhere. */
export async function createApiToken(db: Db, token: NewToken, now: Date): Promise<string> {
  const key = `${prefix}${createKey()}`;
  const { scopes, ...rest } = token;
  await db.apiToken.create({
    data: { ...rest, scopes: [...scopes], keyHash: hashKey(key), createdAt: now },
  });
  return key;
}

/** The token that a program shows; null when there is none, or its time is over. */
export async function findApiToken(db: Db, key: string, now: Date): Promise<ApiToken | null> {
  const token = await db.apiToken.findUnique({
    where: { keyHash: hashKey(key) },
    include: { account: { include: withRoles } },
  });
  if (!token || (token.expiresAt !== null && token.expiresAt <= now)) return null;
  const { id, account, lastUsedAt } = token;
  if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > noteEveryMs)
    await db.apiToken.updateMany({ where: { id }, data: { lastUsedAt: now } });
  const scopes = apiScopes.filter((scope) => token.scopes.includes(scope));
  return { id, scopes, speaker: speakerOf(account), channel: account.channel };
}

export interface ListedToken {
  id: number;
  name: string;
  scopes: string[];
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  personId: number;
  who: string;
}

const most = 200;

/** Tokens of one person, or of all when null, the newest first. */
export async function listApiTokens(db: Db, personId: number | null): Promise<ListedToken[]> {
  const rows = await db.apiToken.findMany({
    where: personId === null ? {} : { account: { personId } },
    include: { account: { include: { person: { select: { id: true, name: true } } } } },
    orderBy: { id: 'desc' },
    take: most,
  });
  return rows.map(({ account: { person }, id, name, scopes, createdAt, expiresAt, lastUsedAt }) => ({
    ...{ id, name, scopes, createdAt, expiresAt, lastUsedAt },
    ...{ personId: person.id, who: person.name },
  }));
}

/** Ends a token, of this person or of anybody's when null. Returns its name; null when there was none. */
export async function deleteApiToken(db: Db, id: number, personId: number | null): Promise<string | null> {
  const where = { id, ...(personId === null ? {} : { account: { personId } }) };
  const token = await db.apiToken.findFirst({ where, select: { name: true } });
  if (!token || (await db.apiToken.deleteMany({ where })).count === 0) return null;
  return token.name;
}

/** Lets go of tokens whose time was over before `before`. Returns how many. */
export async function forgetApiTokens(db: Db, before: Date): Promise<number> {
  return (await db.apiToken.deleteMany({ where: { expiresAt: { lt: before } } })).count;
}
