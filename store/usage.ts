import type { Db } from './db.js';

/** Counts messages of a month on a channel. Returns how many there are now, both directions together. */
export async function addUsage(
  db: Db,
  { channel, month }: { channel: string; month: string },
  { sent = 0, received = 0 }: { sent?: number; received?: number },
): Promise<number> {
  const rows = await db.$queryRaw<{ used: number }[]>`
    insert into "ChannelUsage" as u (channel, month, sent, received) values (${channel}, ${month}, ${sent}, ${received})
    on conflict (channel, month) do update set sent = u.sent + excluded.sent, received = u.received + excluded.received
    returning sent + received as used`;
  return rows[0]!.used;
}

/** How many messages of this month are used, both directions together. */
export async function findUsage(db: Db, channel: string, month: string): Promise<number> {
  const row = await db.channelUsage.findUnique({ where: { channel_month: { channel, month } } });
  return row ? row.sent + row.received : 0;
}
