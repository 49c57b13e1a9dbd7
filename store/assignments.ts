import { calendarKey, calendarOf, type CalendarBook } from '../core/calendar/calendar-book.js';
import type { WorkingHours } from '../core/calendar/working-calendar.js';
import { planEscalation, type EscalationDelays } from '../core/escalation/plan-escalation.js';
import { findNextReminder, type ReminderSubject } from '../core/reminders/plan-reminders.js';
import { standardSteps, type ReminderSteps } from '../core/reminders/reminder-steps.js';
import { loadCalendarBook } from './calendar.js';
import type { Db } from './db.js';
import { dueByClock } from './due.js';
import { excuseUnits } from './leaves.js';

/** What reminders go by; `zone` is the organisation's, for units that have none. */
export type ReminderPlan = Pick<ReminderSubject, 'rules' | 'zone'> & {
  hours: WorkingHours;
  /** Null: no escalation. */
  escalation: EscalationDelays | null;
};

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
 * one time zone, calendar and deadline. A deadline within a unit's leave excuses the unit.
 */
export async function planFirstReminders(
  db: Db,
  { directiveId, unitIds }: { directiveId: number; unitIds: number[] },
  now: Date,
  reminders: ReminderPlan,
): Promise<void> {
  await excuseUnits(db, { directiveId, unitIds, zone: reminders.zone });
  const { reminders: said, urgent } = await db.directive.findUniqueOrThrow({
    where: { id: directiveId },
    select: { reminders: true, urgent: true },
  });
  const steps = (said as unknown as ReminderSteps | null) ?? standardSteps;
  const book = await loadCalendarBook(db, reminders.hours, unitIds);
  const alike = await listAlike(db, { directiveId, unitIds }, book);
  for (const group of alike) {
    const { timeZone, dueAt, unitId } = group[0]!;
    const calendar = calendarOf(book, unitId);
    const subject = {
      ...reminders,
      calendar,
      steps,
      urgent,
      from: now,
      dueAt,
      zone: timeZone ?? reminders.zone,
    };
    const nextReminderAt = findNextReminder(subject, now)?.at ?? null;
    const chain = reminders.escalation ? planEscalation(subject, reminders.escalation) : [];
    const nextEscalationAt = chain.find(({ at }) => at > now)?.at ?? null;
    const ids = group.map((one) => one.unitId);
    // Whoever only received it is reminded no more, but is on the chain.
    await db.$executeRaw`
      update "Assignment" a set "nextEscalationAt" = ${nextEscalationAt}::timestamptz,
        "nextReminderAt" = case when a."answeredAt" is null then ${nextReminderAt}::timestamptz else a."nextReminderAt" end,
        "reminderStep" = case when a."answeredAt" is null then 0 else a."reminderStep" end
      where a."directiveId" = ${directiveId}::int and a."unitId" = any(${ids}::int[])
        and a."doneAt" is null and (a."answeredAt" is null or a.state in ('acknowledged', 'returned')) and not a.cancelled and not a.excused`;
  }
}

/**
 * Plans anew, from `now`, what reminders and escalations still lie ahead of these units, or of all: their calendar has
 * changed. What is due already is left to the one who is about to send it.
 */
export async function replanReminders(
  db: Db,
  unitIds: number[] | null,
  now: Date,
  reminders: ReminderPlan,
): Promise<void> {
  const open = await db.$queryRaw<{ directiveId: number; unitIds: number[] }[]>`
    select a."directiveId", array_agg(a."unitId") as "unitIds"
    from "Assignment" a join "Directive" d on d.id = a."directiveId"
    where d.state = 'open' and a."doneAt" is null and not a.cancelled and not a.excused
      and (a."nextReminderAt" > ${now}::timestamptz or (a."nextReminderAt" is null and a."nextEscalationAt" > ${now}::timestamptz))
      and (${unitIds}::int[] is null or a."unitId" = any(${unitIds}::int[]))
    group by a."directiveId" order by a."directiveId"`;
  for (const directive of open) await planFirstReminders(db, directive, now, reminders);
}

interface Planned {
  unitId: number;
  timeZone: string | null;
  dueAt: Date | null;
}

/** The units by what their reminders depend on. */
async function listAlike(
  db: Db,
  { directiveId, unitIds }: { directiveId: number; unitIds: number[] },
  book: CalendarBook,
): Promise<Planned[][]> {
  const planned = await db.$queryRaw<Planned[]>`
    select a."unitId", u."timeZone", ${dueByClock} as "dueAt"
    from "Assignment" a join "Directive" d on d.id = a."directiveId" join "Unit" u on u.id = a."unitId"
    where a."directiveId" = ${directiveId}::int and a."unitId" = any(${unitIds}::int[])`;
  const alike = new Map<string, Planned[]>();
  for (const one of planned) {
    const key = [one.timeZone, one.dueAt?.getTime(), calendarKey(book, one.unitId)].join('|');
    const group = alike.get(key);
    if (group) group.push(one);
    else alike.set(key, [one]);
  }
  return [...alike.values()];
}
