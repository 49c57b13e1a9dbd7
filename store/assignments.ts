import { findNextReminder, type ReminderSubject } from '../core/reminders/plan-reminders.js';
import { standardSteps, type ReminderSteps } from '../core/reminders/reminder-steps.js';
import type { Db } from './db.js';

/** What reminders go by; `zone` is the organisation's, for units that have none. */
export type ReminderPlan = Pick<ReminderSubject, 'rules' | 'calendar' | 'zone'>;

/** One assignment a unit, in one statement; units that have one already keep it. */
export async function createAssignments(
  db: Db,
  directive: { id: number; dueAt: Date | null },
  { unitIds, now, reminders }: { unitIds: number[]; now: Date; reminders: ReminderPlan },
): Promise<void> {
  const { id, dueAt } = directive;
  await db.$executeRaw`
    insert into "Assignment" ("directiveId", "unitId", "dueAt", "createdAt", "updatedAt")
    select ${id}::int, u.id, ${dueAt}::timestamptz, ${now}, ${now}
    from "Unit" u where u.id = any(${unitIds}::int[]) order by u.id
    on conflict do nothing`;
  await planFirstReminders(db, { directiveId: id, unitIds }, now, reminders);
}

/**
 * Plans the reminders of the assignments that still owe an answer, anew from `now`: in one statement for all units of
 * one time zone and deadline.
 */
export async function planFirstReminders(
  db: Db,
  { directiveId, unitIds }: { directiveId: number; unitIds: number[] },
  now: Date,
  reminders: ReminderPlan,
): Promise<void> {
  const { reminders: said } = await db.directive.findUniqueOrThrow({
    where: { id: directiveId },
    select: { reminders: true },
  });
  const steps = (said as unknown as ReminderSteps | null) ?? standardSteps;
  const alike = await db.$queryRaw<{ timeZone: string | null; dueAt: Date | null }[]>`
    select distinct u."timeZone", a."dueAt" from "Assignment" a join "Unit" u on u.id = a."unitId"
    where a."directiveId" = ${directiveId}::int and a."unitId" = any(${unitIds}::int[])`;
  for (const { timeZone, dueAt } of alike) {
    const subject = { ...reminders, steps, from: now, dueAt, zone: timeZone ?? reminders.zone };
    const nextReminderAt = findNextReminder(subject, now)?.at ?? null;
    await db.$executeRaw`
      update "Assignment" a set "nextReminderAt" = ${nextReminderAt}::timestamptz, "reminderStep" = 0
      from "Unit" u where u.id = a."unitId" and a."directiveId" = ${directiveId}::int and a."unitId" = any(${unitIds}::int[])
        and u."timeZone" is not distinct from ${timeZone}::text and a."dueAt" is not distinct from ${dueAt}::timestamptz
        and a."answeredAt" is null and a.state = 'waiting' and not a.cancelled and not a.excused`;
  }
}
