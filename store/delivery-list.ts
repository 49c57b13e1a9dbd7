import type { Db } from './db.js';
import { isWatched, type Watcher } from './progress.js';

export const unsettledStates = ['queued', 'sending', 'uncertain', 'failed'] as const;
export type UnsettledState = (typeof unsettledStates)[number];

/** A message of a directive that is not where it should be. */
export interface UnsettledDelivery {
  id: number;
  state: UnsettledState;
  kind: string;
  number: number;
  unitCode: string;
  channel: string;
  chat: string;
  at: Date;
  errorCode: string | null;
}

/** Deliveries about parts that this person watches, in one state that is not settled, the oldest first. */
export async function listUnsettled(
  db: Db,
  watcher: Watcher,
  { state, offset, most }: { state: UnsettledState; offset: number; most: number },
): Promise<{ rows: UnsettledDelivery[]; total: number }> {
  const rows = await db.$queryRaw<(UnsettledDelivery & { whole: number })[]>`
    select x.id, x.state::text as state, x.kind, d.number, u.code as "unitCode", x.channel, c.title as chat,
      coalesce(x."claimedAt", x."createdAt") as at, x."errorCode", count(*) over ()::int as whole
    from "Delivery" x join "Assignment" a on a.id = x."assignmentId" join "Directive" d on d.id = a."directiveId"
      join "Unit" u on u.id = a."unitId" join "Chat" c on c.id = x."chatId"
    where x.state = ${state}::"DeliveryState" and x."settledAt" is null and d.number is not null and ${isWatched(watcher)}
    order by x.id limit ${most}::int offset ${offset}::int`;
  return { rows, total: rows[0]?.whole ?? 0 };
}
