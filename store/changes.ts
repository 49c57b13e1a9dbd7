import type { Wording } from '../core/directive-change.js';
import { planFirstReminders, type ReminderPlan } from './assignments.js';
import { touchCard } from './cards.js';
import type { ReminderSteps } from '../core/reminders/reminder-steps.js';
import { Prisma, type Db } from './db.js';
import type { Directive } from './directives.js';
import { forgetStops } from './lateness.js';
import { isOtherSide } from './sides.js';

/** Who changes what, when. */
export interface Change {
  personId: number;
  now: Date;
}

/**
 * Keeps the directive's waiting deliveries from being claimed until the transaction ends: a group gets either the old
 * wording and its amendment, or the new wording.
 */
async function holdQueued(db: Db, directiveId: number): Promise<void> {
  await db.$queryRaw`
    select id from "Delivery" where "directiveId" = ${directiveId}::int and kind in ('directive', 'amendment') and state = 'queued'
    order by id for update`;
}

export interface NewWording extends Wording {
  /** amended, extended */
  change: string;
  reminders: ReminderPlan;
}

/** A common deadline that is moved. */
export interface DueMove {
  before: Date | null;
  after: Date | null;
}

/**
 * SQL: whether part `a` has the new common deadline. A unit that was given even more time of its own keeps it. What was
 * done keeps its class: in time stays so by a later deadline, which then holds if it is taken up again.
 */
const takesDue = ({ before, after }: DueMove) => Prisma.sql`(not a.cancelled
  and (a."doneAt" is null or (a."doneAt" <= a."dueAt" and a."dueAt" < ${after}::timestamptz))
  and not (a.extended and a."dueAt" is distinct from ${before}::timestamptz and a."dueAt" > ${after}::timestamptz
    and ${after}::timestamptz is not null))`;

/**
 * A new wording of an open directive: a version of its own, the deadlines that hold now, reminders of the units that are
 * not done. Returns the new version; null when somebody else changed or ended it meanwhile.
 */
export async function rewordDirective(
  db: Db,
  directive: Directive,
  wording: NewWording,
  { personId, now }: Change,
): Promise<number | null> {
  const { id: directiveId, version: seen, unitIds } = directive;
  const { title, body, dueAt, change, reminders } = wording;
  await holdQueued(db, directiveId);
  const { count } = await db.directive.updateMany({
    where: { id: directiveId, state: 'open', version: seen },
    data: { title, body, dueAt, version: seen + 1 },
  });
  if (count === 0) return null;
  const version = seen + 1;
  await db.directiveVersion.create({
    data: { directiveId, version, title, body, dueAt, change, personId, createdAt: now },
  });
  if (dueAt?.getTime() !== directive.dueAt?.getTime()) {
    const isExtended = change === 'extended';
    await db.$executeRaw`
      update "Assignment" a set "dueAt" = ${dueAt}::timestamptz, extended = extended or (${isExtended}::boolean and "doneAt" is null),
        "updatedAt" = ${now}
      where a."directiveId" = ${directiveId}::int and ${takesDue({ before: directive.dueAt, after: dueAt })}`;
    await forgetStops(db, directiveId, unitIds, now);
    await planFirstReminders(db, { directiveId, unitIds }, now, reminders);
  }
  await touchCard(db, directiveId, now);
  return version;
}

/** Another reminder plan; null for the usual one. All that still owe an answer are planned anew from now on. */
export async function setReminders(
  db: Db,
  { id, unitIds }: Pick<Directive, 'id' | 'unitIds'>,
  steps: ReminderSteps | null,
  { now, reminders }: { now: Date; reminders: ReminderPlan },
): Promise<void> {
  await db.directive.update({
    where: { id },
    data: { reminders: (steps as unknown as Prisma.InputJsonObject | null) ?? Prisma.DbNull },
  });
  await planFirstReminders(db, { directiveId: id, unitIds }, now, reminders);
}

/** One unit gets more time. Returns its deadline before; undefined when it has no open part in the directive. */
export async function extendUnit(
  db: Db,
  at: { directiveId: number; unitId: number; dueAt: Date },
  now: Date,
  reminders: ReminderPlan,
): Promise<{ before: Date | null } | undefined> {
  const { directiveId, unitId, dueAt } = at;
  await holdQueued(db, directiveId);
  const rows = await db.$queryRaw<{ before: Date | null }[]>`
    update "Assignment" a set "dueAt" = ${dueAt}, extended = true, "updatedAt" = ${now}
    from (select id, "dueAt" from "Assignment" where "directiveId" = ${directiveId}::int and "unitId" = ${unitId}::int
      and not cancelled and "doneAt" is null for update) old
    where a.id = old.id returning old."dueAt" as before`;
  if (!rows[0]) return undefined;
  await forgetStops(db, directiveId, [unitId], now);
  await planFirstReminders(db, { directiveId, unitIds: [unitId] }, now, reminders);
  return rows[0];
}

/**
 * Ends an open directive: nothing that waits goes out any more, nobody is reminded. Cancelling also takes the units'
 * parts back. False when somebody was faster.
 */
export async function endDirective(
  db: Db,
  directiveId: number,
  to: 'closed' | 'cancelled',
  now: Date,
): Promise<boolean> {
  await holdQueued(db, directiveId);
  const { count } = await db.directive.updateMany({
    where: { id: directiveId, state: 'open' },
    data: { state: to, closedAt: now },
  });
  if (count === 0) return false;
  await db.assignment.updateMany({
    where: { directiveId },
    data: {
      nextReminderAt: null,
      nextEscalationAt: null,
      ...(to === 'cancelled' ? { cancelled: true } : {}),
    },
  });
  await db.delivery.updateMany({
    where: { directiveId, kind: { in: ['directive', 'amendment', 'reminder'] }, state: 'queued' },
    data: { state: 'skipped', errorCode: 'not-needed', reason: to },
  });
  await touchCard(db, directiveId, now);
  return true;
}

/** A group that has the directive, or may have it, or gets it at this very moment. */
export interface ReachedGroup {
  chatId: number;
  channel: string;
  locale: string | null;
  timeZone: string | null;
  assignmentId: number | null;
  dueAt: Date | null;
  priority: number;
  /** Parts of its newest copy; 0 when it is not known which message it is. */
  parts: number;
  messageId: string | null;
}

/** The groups that have a directive, of one unit or of all. With `planned` with the deadlines that they would have then. */
export async function listReached(
  db: Db,
  directiveId: number,
  unitId: number | null = null,
  planned: DueMove | null = null,
): Promise<ReachedGroup[]> {
  const dueAt = planned
    ? Prisma.sql`case when ${takesDue(planned)} then ${planned.after}::timestamptz else a."dueAt" end`
    : Prisma.sql`a."dueAt"`;
  return db.$queryRaw<ReachedGroup[]>`
    select distinct on (d."chatId") d."chatId", d.channel, c.locale, u."timeZone", d."assignmentId", ${dueAt} as "dueAt", d.priority,
      cardinality(d."messageIds") as parts, d."messageIds"[1] as "messageId"
    from "Delivery" d join "Chat" c on c.id = d."chatId" join "Unit" u on u.id = c."unitId"
      left join "Assignment" a on a.id = d."assignmentId"
    where d."directiveId" = ${directiveId}::int and d.kind = 'directive' and d.state in ('sending', 'sent', 'uncertain')
      and c.state = 'active' and c.role = 'unit' and coalesce(a."unitId", c."unitId") = c."unitId"
      and (${unitId}::int is null or c."unitId" = ${unitId}::int)
    order by d."chatId", (d.state = 'sent') desc, d.id desc`;
}

/** Units that still owe an answer and have the directive get one reminder now, where they last answered, a group at most once a minute. */
export async function queueRemindersNow(
  db: Db,
  directiveId: number,
  now: Date,
  priority: number,
): Promise<{ owing: number; queued: number }> {
  const minute = now.toISOString().slice(0, 16);
  const rows = await db.$queryRaw<{ owing: number; queued: number }[]>`
    with owing as (
      select distinct on (d."chatId") d.channel, d."chatId", a.id
      from "Assignment" a join "Delivery" d on d."assignmentId" = a.id and d.kind = 'directive' and d.state in ('sent', 'uncertain')
        join "Chat" c on c.id = d."chatId" and c.state = 'active' and c.role = 'unit' and c."unitId" = a."unitId"
      where a."directiveId" = ${directiveId}::int and a."answeredAt" is null and not a.cancelled and not a.excused
        and not ${isOtherSide}
      order by d."chatId"
    ), queued as (
      insert into "Delivery" (channel, "chatId", kind, "dedupKey", priority, "directiveId", "assignmentId", "messageIds", "createdAt")
      select channel, "chatId", 'reminder', 'remind:' || ${directiveId}::int || ':' || ${minute}::text || ':chat:' || "chatId",
        ${priority}::int, ${directiveId}::int, id, '{}', ${now}
      from owing
      where not exists (
        select 1 from "Delivery" r where r."chatId" = owing."chatId" and r."directiveId" = ${directiveId}::int and r.kind = 'reminder'
          and (r.state = 'queued' or r."createdAt" > ${new Date(now.getTime() - 60_000)}))
      on conflict do nothing returning id
    )
    select (select count(*) from owing)::int as owing, (select count(*) from queued)::int as queued`;
  return rows[0]!;
}
