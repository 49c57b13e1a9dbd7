import { countMessages, type MonthlyPlan, type UsageNeed } from '../core/usage.js';
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

/** What is left of a plan's month when all is out that is being sent, and with `waiting` all that waits to be. */
export async function findLeft(
  db: Db,
  { channel, limit }: Pick<MonthlyPlan, 'channel' | 'limit'>,
  month: string,
  { waiting = false } = {},
): Promise<number> {
  const rows = await db.$queryRaw<{ used: number }[]>`
    select coalesce((select sent + received from "ChannelUsage" where channel = ${channel} and month = ${month}), 0)::int
      + (select count(*) from "Delivery" where channel = ${channel} and state = 'sending')::int
      + (select count(*) from "Delivery" where channel = ${channel} and state = 'queued' and ${waiting})::int as used`;
  return limit - rows[0]!.used;
}

export interface Addressed {
  words: { title: string; body: string };
  groups: readonly { channel: string; state: string }[];
  month: string;
}

/** What a directive takes of each plan's month, and what is left of it beside what waits to be sent. */
export async function findNeeds(
  db: Db,
  plans: readonly MonthlyPlan[],
  { words, groups, month }: Addressed,
): Promise<UsageNeed[]> {
  const needs: UsageNeed[] = [];
  for (const plan of plans) {
    const count = groups.filter(
      ({ channel, state }) => channel === plan.channel && state === 'active',
    ).length;
    if (count === 0) continue;
    const left = Math.max(0, await findLeft(db, plan, month, { waiting: true }));
    const { platform, limit } = plan;
    needs.push({ platform, limit, left, need: countMessages(words, count, plan) });
  }
  return needs;
}

/** Two who need what is left take turns, until the transaction ends. */
export async function lockUsage(db: Db, plans: readonly MonthlyPlan[]): Promise<void> {
  for (const { channel } of plans)
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext(${`usage.${channel}`}))`;
}
