import type { Db } from './db.js';

interface Place {
  uploadId: number;
  channel: string;
}

/** The id by which a channel's platform holds a file that was brought to the page; null when it never got there. */
export async function findHeldFile(db: Db, place: Place): Promise<string | null> {
  const held = await db.heldFile.findUnique({ where: { uploadId_channel: place }, select: { ref: true } });
  return held?.ref ?? null;
}

/** Remembers the id; the newest takes the place of the one before. A file that was let go of meanwhile is not remembered. */
export async function keepHeldFile(
  db: Db,
  { uploadId, channel }: Place,
  { ref, now }: { ref: string; now: Date },
): Promise<void> {
  await db.$executeRaw`
    insert into "HeldFile" ("uploadId", channel, ref, "heldAt")
    select id, ${channel}, ${ref}, ${now}::timestamptz from "Upload" where id = ${uploadId}::int for key share
    on conflict ("uploadId", channel) do update set ref = excluded.ref, "heldAt" = excluded."heldAt"`;
}

/** Forgets the id that the platform refused, and no newer one. */
export async function forgetHeldFile(db: Db, place: Place, refused: string): Promise<void> {
  await db.heldFile.deleteMany({ where: { ...place, ref: refused } });
}
