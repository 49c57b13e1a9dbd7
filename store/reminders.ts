import { priority } from '../core/delivery.js';
import { standardSteps, type ReminderSteps } from '../core/reminders/reminder-steps.js';
import type { DueReminder, ReminderMove } from '../core/reminders/settle-reminders.js';
import type { ReminderItem } from '../core/reminders/reminder-message.js';
import { Prisma, type Db } from './db.js';
import { dueByClock, duePartsAtOnce } from './due.js';
import { findQuorumStands, type QuorumPart } from './quorum.js';
import { isOtherSide, waitingIn } from './sides.js';
import { waitsForIssuer } from './waiting-requests.js';

/** Units with a reminder that is due, the longest waiting first: those of the first parts in line. */
export async function findUnitsToRemind(db: Db, now: Date, limit: number): Promise<number[]> {
  const rows = await db.$queryRaw<{ unitId: number }[]>`
    select "unitId" from (
      select "unitId", "nextReminderAt" from "Assignment" where "nextReminderAt" <= ${now}::timestamptz
      order by "nextReminderAt" limit ${duePartsAtOnce}::int) due
    group by "unitId" order by min("nextReminderAt") limit ${limit}::int`;
  return rows.map(({ unitId }) => unitId);
}

/**
 * The unit's reminders planned until then, locked until the transaction ends: whoever comes second waits here and then
 * finds them moved. The lateral joins look up row by row: for a plain join the planner would read all directives.
 */
export async function lockReminders(
  db: Db,
  unitId: number,
  until: Date,
): Promise<(DueReminder & { timeZone: string | null })[]> {
  const rows = await db.$queryRaw<
    (Omit<DueReminder, 'steps'> & { steps: ReminderSteps | null; timeZone: string | null })[]
  >`
    select a.id, a."nextReminderAt" as seen, d.reminders as steps, d.urgent, coalesce(d."sentAt", a."createdAt") as "from",
      ${dueByClock} as "dueAt", u."timeZone",
      d.state = 'open' and a."answeredAt" is null and not a.cancelled and not a.excused as owes,
      ${waitsForIssuer} as "isWaiting"
    from "Assignment" a cross join lateral (select * from "Directive" where id = a."directiveId" limit 1) d
      cross join lateral (select "timeZone" from "Unit" where id = a."unitId" limit 1) u
    where a."unitId" = ${unitId}::int and a."nextReminderAt" <= ${until}::timestamptz
    order by a.id for update of a`;
  return rows.map((row) => ({ ...row, steps: row.steps ?? standardSteps }));
}

/**
 * Claims reminders: only those still planned for the moment that was seen move on. Returns the ids that moved. Looked
 * up by their ids, whatever the table's size: thousands are planned for the same moment, and no index may be used for it.
 */
export async function moveReminders(db: Db, moves: readonly ReminderMove[]): Promise<Set<number>> {
  if (moves.length === 0) return new Set();
  const rows = await db.$queryRaw<{ id: number }[]>`
    update "Assignment" a set "nextReminderAt" = m.next,
      "reminderStep" = a."reminderStep" + case when m."isReminded" then 1 else 0 end
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb)
      as m(id int, seen timestamptz, next timestamptz, "isReminded" boolean)
    where a.id = any(${moves.map(({ id }) => id)}::int[]) and a.id = m.id and a."nextReminderAt" is not distinct from m.seen
    returning a.id`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * One reminder to the unit: to its group on the channel it last answered from, else to all that can be reached. A group
 * whose last reminder still waits gets one message for both. `moment`: what the reminders were planned for; the same
 * one is never queued twice.
 */
export async function queueReminders(
  db: Db,
  reminder: { unitId: number; assignmentIds: number[]; lastCallIds: number[]; moment: Date; now: Date },
): Promise<number> {
  const { unitId, assignmentIds, lastCallIds, moment, now } = reminder;
  const first = Math.min(...assignmentIds);
  return db.$executeRaw`
    with chat as materialized (
      select id, channel from "Chat" c
      where "unitId" = ${unitId}::int and role = 'unit' and state = 'active' and not ${isOtherSide}
    ), waiting as (
      update "Delivery" w set "assignmentIds" = array(
        select distinct i from unnest(w."assignmentIds" || ${assignmentIds}::int[]) i order by i),
        "lastCallIds" = w."lastCallIds" || ${lastCallIds}::int[]
      from (${waitingIn(Prisma.sql`chat`, 'reminder')}) found where w.id = found.id and w.state::text = 'queued'
      returning w."chatId"
    )
    insert into "Delivery" (channel, "chatId", kind, "dedupKey", priority, "assignmentIds", "lastCallIds", "createdAt")
    select channel, id, 'reminder',
      'reminder:chat:' || id || ':at:' || ${moment.toISOString()}::text || ':of:' || ${first}::int,
      ${priority.reminder}::int, ${assignmentIds}::int[], ${lastCallIds}::int[], ${now}::timestamptz
    from chat where id not in (select "chatId" from waiting)
    on conflict do nothing`;
}

/** What a reminder is about, as far as it still needs an answer, and the group it goes to. */
export interface DueItem extends ReminderItem {
  directiveId: number;
  timeZone: string | null;
  hearsAll: boolean;
  naming: boolean;
  /** The directive's own message in this chat. */
  messageId: string | null;
}

/**
 * The items of a reminder that the group's unit still owes an answer to; with `allOpen` all that it owes one to. Where it waits
 * for the issuer it is reminded only if somebody asked for that.
 */
export async function findReminderItems(db: Db, deliveryId: number, allOpen = false): Promise<DueItem[]> {
  const rows = await db.$queryRaw<(Omit<DueItem, 'quorum'> & QuorumPart)[]>`
    select a.id as "assignmentId", d.id as "directiveId", d.number, d.kind::text as kind, d.urgent, d.title, d.body,
      d.answer, d.attachments, d.version, ${dueByClock} as "dueAt", u."timeZone", c."hearsAll", c.naming,
      a."unitId", d.terms->'quorum' as quorum,
      (select m."messageId" from "MessageRef" m join "Delivery" e on e.id = m."deliveryId"
        where m."chatId" = c.id and m."directiveId" = d.id and e.kind = 'directive'
        order by e.id desc, m.id limit 1) as "messageId"
    from "Delivery" x join "Chat" c on c.id = x."chatId" join "Unit" u on u.id = c."unitId"
      join "Assignment" a on a."unitId" = c."unitId" and (${allOpen} or a.id = any(x."assignmentIds") or a.id = x."assignmentId")
      join "Directive" d on d.id = a."directiveId"
    where x.id = ${deliveryId}::int and c.role = 'unit' and d.state = 'open' and d.number is not null
      and a."answeredAt" is null and not a.cancelled and not a.excused
      and not (cardinality(x."assignmentIds") > 0 and ${waitsForIssuer})
    order by a.id`;
  const stands = await findQuorumStands(db, rows);
  return rows.map(({ quorum: _, ...row }) => {
    const quorum = stands.get(row.assignmentId);
    return quorum ? { ...row, quorum } : row;
  });
}

/** What was planned of a reminder; null for one that somebody asked for by `/remind`. */
export async function findPlanned(db: Db, deliveryId: number): Promise<{ lastCallIds: number[] } | null> {
  const found = await db.delivery.findUnique({
    where: { id: deliveryId },
    select: { assignmentIds: true, lastCallIds: true },
  });
  return found && found.assignmentIds.length > 0 ? found : null;
}

/** What a reply to this reminder answers: the one item that is left of it, or none when it lists several. */
export async function pinReminder(
  db: Db,
  deliveryId: number,
  item: { directiveId: number; assignmentId: number } | null,
): Promise<void> {
  const { directiveId, assignmentId } = item ?? { directiveId: null, assignmentId: null };
  await db.$executeRaw`update "Delivery" set "directiveId" = ${directiveId}::int, "assignmentId" = ${assignmentId}::int
    where id = ${deliveryId}::int`;
}
