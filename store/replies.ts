import type { Db } from './db.js';

/** Whether a message of a chat was taken as a reply: then its edits concern the bot too. */
export async function findKnownReplies(
  db: Db,
  channel: string,
  externalId: string,
  messageId: string,
): Promise<boolean> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select r.id from "Reply" r join "Chat" c on c.id = r."chatId"
    where c.channel = ${channel} and c."externalId" = ${externalId} and r."messageId" = ${messageId} limit 1`;
  return rows.length > 0;
}
