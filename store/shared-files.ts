import { randomBytes } from 'node:crypto';
import type { Db } from './db.js';

/** Nobody guesses it; who has it may see the file. */
const newToken = () => randomBytes(24).toString('base64url');

/** Rows a run takes at most: the next tick goes on. */
const atOnce = 500;

/** The token by which a channel's file can be fetched from outside; the same file keeps its token, and its time begins anew. */
export async function shareFile(
  db: Db,
  { channel, ref, now }: { channel: string; ref: string; now: Date },
): Promise<string> {
  const { token } = await db.sharedFile.upsert({
    where: { channel_ref: { channel, ref } },
    create: { token: newToken(), channel, ref, createdAt: now },
    update: { createdAt: now },
  });
  return token;
}

/** The file behind a token; null when there is none. */
export async function findSharedFile(
  db: Db,
  token: string,
): Promise<{ channel: string; ref: string } | null> {
  return db.sharedFile.findUnique({ where: { token }, select: { channel: true, ref: true } });
}

/** Addresses that were last given out before `before` lead nowhere any more. Returns how many. */
export async function forgetSharedFiles(db: Db, before: Date): Promise<number> {
  return db.$executeRaw`
    delete from "SharedFile" where token in (
      select token from "SharedFile" where "createdAt" < ${before}::timestamptz
      order by "createdAt" limit ${atOnce}::int for update skip locked)`;
}
