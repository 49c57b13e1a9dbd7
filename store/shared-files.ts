import { randomBytes } from 'node:crypto';
import type { Db } from './db.js';

/** Nobody guesses it; who has it may see the file. */
const newToken = () => randomBytes(24).toString('base64url');

/** The token by which a channel's file can be fetched from outside; the same file keeps its token. */
export async function shareFile(
  db: Db,
  { channel, ref, now }: { channel: string; ref: string; now: Date },
): Promise<string> {
  await db.sharedFile.createMany({
    data: [{ token: newToken(), channel, ref, createdAt: now }],
    skipDuplicates: true,
  });
  const { token } = await db.sharedFile.findUniqueOrThrow({ where: { channel_ref: { channel, ref } } });
  return token;
}

/** The file behind a token; null when there is none. */
export async function findSharedFile(
  db: Db,
  token: string,
): Promise<{ channel: string; ref: string } | null> {
  return db.sharedFile.findUnique({ where: { token }, select: { channel: true, ref: true } });
}
