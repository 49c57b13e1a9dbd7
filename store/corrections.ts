import { planFirstReminders, type ReminderPlan } from './assignments.js';
import { touchCard } from './cards.js';
import { endDirective } from './changes.js';
import type { Db } from './db.js';
import { Prisma } from './db.js';

/**
 * Excuses a unit from its part of a directive, or takes that back: then its reminders are planned anew. False when it
 * is so already. What waits to remind it reads the flag when it is sent.
 */
export async function setExcused(
  db: Db,
  part: { assignmentId: number; directiveId: number; unitId: number },
  excused: boolean,
  { now, reminders }: { now: Date; reminders: ReminderPlan },
): Promise<boolean> {
  const { assignmentId, directiveId, unitId } = part;
  const { count } = await db.assignment.updateMany({
    where: { id: assignmentId, excused: !excused },
    data: { excused, updatedAt: now, ...(excused ? { nextReminderAt: null } : {}) },
  });
  if (count === 0) return false;
  if (!excused) await planFirstReminders(db, { directiveId, unitIds: [unitId] }, now, reminders);
  await touchCard(db, directiveId, now);
  return true;
}

/** Two directives, both rows locked until the transaction ends; in the order asked for. */
export async function lockDirectives(db: Db, ids: readonly [number, number]) {
  await db.$queryRaw`select id from "Directive" where id = any(${[...ids]}::int[]) order by id for update`;
  const rows = await db.directive.findMany({ where: { id: { in: [...ids] } } });
  return ids.map((id) => rows.find((row) => row.id === id)!) as [(typeof rows)[0], (typeof rows)[0]];
}

/** Units that the duplicate concerns and the other one does not. */
export async function findUnshared(db: Db, fromId: number, intoId: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ code: string }[]>`
    select u.code from "Assignment" a join "Unit" u on u.id = a."unitId"
    where a."directiveId" = ${fromId}::int and not a.cancelled and not exists (
      select 1 from "Assignment" b where b."directiveId" = ${intoId}::int and b."unitId" = a."unitId" and not b.cancelled)
    order by u.code`;
  return rows.map(({ code }) => code);
}

/**
 * The same work was sent twice: what was replied to `from` counts for `into`; where the unit was given more time or
 * was excused in `from`, that holds there too. `from` ends as cancelled. Returns the parts of `into` that got replies
 * and how many; their states are for the caller to work out anew. Both directives must be locked (lockDirectives).
 */
export async function mergeDirectives(
  db: Db,
  { fromId, intoId }: { fromId: number; intoId: number },
  now: Date,
): Promise<{ assignmentIds: number[]; replies: number }> {
  const moved = await db.$queryRaw<{ assignmentId: number }[]>`
    with pair as materialized (
      select f.id as "from", i.id as "into", f.extended, f."dueAt", f.excused
      from "Assignment" f join "Assignment" i on i."unitId" = f."unitId" and i."directiveId" = ${intoId}::int
      where f."directiveId" = ${fromId}::int order by i.id for update
    ), favour as (
      update "Assignment" a set "updatedAt" = ${now}, excused = a.excused or p.excused,
        "dueAt" = case when p.extended and p."dueAt" > a."dueAt" then p."dueAt" else a."dueAt" end,
        extended = a.extended or coalesce(p.extended and p."dueAt" > a."dueAt", false)
      from pair p where a.id = p."into" and (p.extended or p.excused)
    ), passed as (
      update "Directive" d set "passedFromId" = p."into" from pair p where d."passedFromId" = p."from"
    )
    update "Reply" r set "assignmentId" = p."into", "directiveId" = ${intoId}::int, "directiveVersion" = null
    from pair p where r."assignmentId" = p."from" returning r."assignmentId"`;
  const isEnded = await endDirective(db, fromId, 'cancelled', now);
  await db.directive.update({
    where: { id: fromId },
    data: { mergedIntoId: intoId, ...(isEnded ? {} : { state: 'cancelled' }) },
  });
  await db.assignment.updateMany({
    where: { directiveId: fromId },
    data: { ...nothingSaid, cancelled: true, updatedAt: now },
  });
  await touchCard(db, intoId, now);
  const assignmentIds = [...new Set(moved.map(({ assignmentId }) => assignmentId))];
  return { assignmentIds, replies: moved.length };
}

/** A part without replies: they count elsewhere now. */
const nothingSaid = {
  ...{ state: 'waiting' as const, percent: null, doneCount: null, totalCount: null, value: Prisma.DbNull },
  ...{ note: '', difficulty: null, acknowledgedAt: null, answeredAt: null },
  ...{ claimedAt: null, doneAt: null, lastReplyId: null },
};
