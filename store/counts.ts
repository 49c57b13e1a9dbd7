import type { Db } from './db.js';

/** How many deliveries of each channel are in each state that is not final or not good. */
export async function countDeliveries(db: Db): Promise<{ channel: string; state: string; count: number }[]> {
  // Each state along its own index: together they would be a walk through all that was ever sent.
  return db.$queryRaw`
    select channel, 'queued' as state, count(*)::int as count from "Delivery" where state = 'queued' group by channel
    union all select channel, 'sending', count(*)::int from "Delivery" where state = 'sending' group by channel
    union all select channel, state::text, count(*)::int from "Delivery" where state in ('uncertain', 'failed')
      group by channel, state`;
}

/** Events that wait to be handled and those given up, and how long the oldest waits, in seconds. */
export async function countInbox(
  db: Db,
  now: Date,
): Promise<{ new: number; failed: number; oldestSeconds: number }> {
  const rows = await db.$queryRaw<{ new: number; failed: number; oldestSeconds: number }[]>`
    select count(*) filter (where state = 'new')::int as new, count(*) filter (where state = 'failed')::int as failed,
      coalesce(extract(epoch from ${now}::timestamptz - min("receivedAt") filter (where state = 'new')), 0)::float8 as "oldestSeconds"
    from "Inbox" where state in ('new', 'failed')`;
  return rows[0] ?? { new: 0, failed: 0, oldestSeconds: 0 };
}

/** Directives and obligations that are open, and chats that can't be reached. */
export async function countOpen(
  db: Db,
): Promise<{ directives: number; assignments: number; unreachable: number }> {
  const [directives, assignments, unreachable] = await Promise.all([
    db.directive.count({ where: { state: 'open' } }),
    db.assignment.count({ where: { answeredAt: null, cancelled: false, directive: { state: 'open' } } }),
    db.chat.count({ where: { state: 'unreachable', role: { in: ['unit', 'office'] } } }),
  ]);
  return { directives, assignments, unreachable };
}
