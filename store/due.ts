import { Prisma, type Db } from './db.js';

/**
 * SQL: the deadline of the assignment `a` of the directive `d` by the unit's own clock. Times in which its
 * work waited to be accepted, and was given back, are added to it: this is what a unit is reminded by. Lateness is not measured
 * from it but from the deadline itself and all its stops (store/lateness.ts). Who changes these stops calls `lookAgain`
 * (store/overdue-calls.ts).
 */
export const dueByClock = Prisma.sql`(coalesce(a."dueAt", d."dueAt") + coalesce((
  select sum(s."endsAt" - s."startsAt") from "ClockStop" s 
  where s."assignmentId" = a.id and s.reason = 'acceptance'), interval '0'))`;

/**
 * Parts a sweep looks at, the longest due first. With an order and a limit the planner walks along the index of what is
 * planned, whatever it thinks of how much is due; without them it may read all that is open.
 */
export const duePartsAtOnce = 10_000;

/** The deadline of one assignment by its own clock; null when it has none. */
export async function findDueByClock(db: Db, assignmentId: number): Promise<Date | null> {
  const rows = await db.$queryRaw<{ dueAt: Date | null }[]>`
    select ${dueByClock} as "dueAt" from "Assignment" a join "Directive" d on d.id = a."directiveId"
    where a.id = ${assignmentId}::int`;
  return rows[0]?.dueAt ?? null;
}
