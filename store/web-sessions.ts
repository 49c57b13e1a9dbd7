import type { Db } from './db.js';
import { createKey, hashKey } from './keys.js';
import { speakerOf, withRoles, type Speaker } from './people.js';

const minute = 60_000;
/** Long enough for a working day; a new link takes a minute. */
const idleMs = 12 * 60 * minute;
/** However busy it was. */
const wholeMs = 7 * 24 * 60 * minute;
/** So often a session notes that it lives: not with every page. */
const noteEveryMs = 5 * minute;

/** A browser that is signed in. `speaker`: the person behind its account, with the roles they have now. */
export interface WebSession {
  speaker: Speaker;
  /** The channel of the account it was opened with. */
  channel: string;
  /** What the last act came to. */
  notice: string | null;
}

/** Opens a session for an account. Returns the key that the browser keeps. */
export async function createWebSession(db: Db, accountId: number, now: Date): Promise<string> {
  const key = createKey();
  await db.webSession.create({ data: { keyHash: hashKey(key), accountId, createdAt: now, lastSeenAt: now } });
  return key;
}

/** The session of a key; null when it ended, was idle for too long, or never was. */
export async function findWebSession(db: Db, key: string, now: Date): Promise<WebSession | null> {
  const keyHash = hashKey(key);
  const session = await db.webSession.findUnique({
    where: { keyHash },
    include: { account: { include: withRoles } },
  });
  if (!session || isOver(session, now)) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > noteEveryMs)
    await db.webSession.updateMany({ where: { keyHash }, data: { lastSeenAt: now } });
  const { account, notice } = session;
  return { speaker: speakerOf(account), channel: account.channel, notice };
}

function isOver({ createdAt, lastSeenAt }: { createdAt: Date; lastSeenAt: Date }, now: Date): boolean {
  const at = now.getTime();
  return at - lastSeenAt.getTime() > idleMs || at - createdAt.getTime() > wholeMs;
}

/** Keeps a sentence for the next page, or lets go of it when it was shown. */
export async function setNotice(db: Db, key: string, notice: string | null): Promise<void> {
  await db.webSession.updateMany({ where: { keyHash: hashKey(key) }, data: { notice } });
}

/** Signs this browser out. */
export async function endWebSession(db: Db, key: string): Promise<void> {
  await db.webSession.deleteMany({ where: { keyHash: hashKey(key) } });
}

/** Signs a person out in every browser, and takes back links that were not used yet. */
export async function endWebSessions(db: Db, personId: number): Promise<void> {
  await db.webSession.deleteMany({ where: { account: { personId } } });
  await db.webLink.deleteMany({ where: { account: { personId } } });
}

/** Lets go of sessions and links that are over. Returns how many. */
export async function forgetWebSessions(db: Db, now: Date): Promise<number> {
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const over = [{ lastSeenAt: { lt: ago(idleMs) } }, { createdAt: { lt: ago(wholeMs) } }];
  const sessions = await db.webSession.deleteMany({ where: { OR: over } });
  const links = await db.webLink.deleteMany({ where: { expiresAt: { lt: now } } });
  return sessions.count + links.count;
}
