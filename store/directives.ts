import { priority } from '../core/delivery.js';
import { recordAudit } from './audit.js';
import type { Db } from './db.js';
import { createAssignments, type ReminderPlan } from './assignments.js';
import { openCard, touchCard } from './cards.js';
import { takeNumber } from './settings.js';

export type Directive = NonNullable<Awaited<ReturnType<typeof findDirective>>>;

/** A directive by its row's id; null when there is none. */
export async function findDirective(db: Db, id: number) {
  return db.directive.findUnique({ where: { id } });
}

/** A directive by the number people use (`#12`); null for drafts and unknown numbers. */
export async function findDirectiveByNumber(db: Db, number: number): Promise<Directive | null> {
  return db.directive.findUnique({ where: { number } });
}

/** Scheduled directives whose time has come. */
export async function findDueDirectives(db: Db, now: Date): Promise<{ id: number; unitIds: number[] }[]> {
  return db.directive.findMany({
    where: { state: 'scheduled', sendAt: { lte: now } },
    select: { id: true, unitIds: true },
    orderBy: { sendAt: 'asc' },
    take: 100,
  });
}

export interface Opening {
  directiveId: number;
  /** The units addressed. A scheduled directive carries them itself (Directive.unitIds): pass those. */
  unitIds: number[];
  now: Date;
  from: 'draft' | 'scheduled';
  /** config/rules.ts reminderPlan(settings) */
  reminders: ReminderPlan;
}

/**
 * A directive goes out: number, first version, the units' assignments, one delivery for each bound group that can be
 * reached, the issuer's card. All in the caller's transaction; null when somebody was faster. Wake sending after the commit.
 */
export async function openDirective(db: Db, opening: Opening): Promise<{ number: number } | null> {
  const { directiveId, now, from } = opening;
  const unitIds = [...new Set(opening.unitIds)];
  const claimed = await db.directive.updateManyAndReturn({
    where: { id: directiveId, state: from },
    data: { state: 'open', sentAt: now, unitIds },
  });
  const directive = claimed[0];
  if (!directive) return null;
  const number = await takeNumber(db, 'directive');
  await db.directive.update({ where: { id: directiveId }, data: { number } });
  const { title, body, dueAt, issuerId } = directive;
  await db.directiveVersion.create({
    data: { directiveId, version: 1, title, body, dueAt, personId: issuerId, createdAt: now },
  });
  if (directive.kind !== 'notice') await createAssignments(db, directive, { ...opening, unitIds });
  await queueDirective(db, directive, unitIds, now);
  const groups = await db.chat.count({
    where: { role: 'unit', state: 'active', unitId: { in: unitIds } },
  });
  await openCard(db, { ...directive, groups }, now);
  await recordAudit(db, {
    at: now,
    personId: issuerId,
    action: 'open-directive',
    target: `directive:${number}`,
    data: { units: unitIds.length },
  });
  return { number };
}

const priorityOf = (directive: { urgent: boolean }) =>
  directive.urgent ? priority.urgent : priority.directive;

/** One delivery for each active group bound to one of the units, in one statement: there may be thousands. */
async function queueDirective(db: Db, directive: Directive, unitIds: number[], now: Date): Promise<number> {
  const { id } = directive;
  return db.$executeRaw`
    insert into "Delivery" (channel, "chatId", kind, "dedupKey", priority, "directiveId", "assignmentId", version, "messageIds", "createdAt")
    select c.channel, c.id, 'directive', 'directive:' || ${id}::int || ':v1:chat:' || c.id, ${priorityOf(directive)}::int,
      ${id}::int, a.id, ${directive.version}::int, '{}', ${now}
    from "Chat" c left join "Assignment" a on a."directiveId" = ${id}::int and a."unitId" = c."unitId"
    where c.role = 'unit' and c.state = 'active' and c."unitId" = any(${unitIds}::int[])
    order by c."unitId", c.id
    on conflict do nothing`;
}

/**
 * A group was bound, or can be reached again: it gets what its unit still owes an answer to and what reached no
 * group that the unit has now on this channel. In the caller's transaction; returns how many deliveries were queued.
 */
export async function queueOpenDirectives(
  db: Db,
  chat: { id: number; channel: string; unitId: number | null },
  now: Date,
): Promise<number> {
  if (chat.unitId === null) return 0;
  const rows = await db.$queryRaw<{ directiveId: number }[]>`
    insert into "Delivery" (channel, "chatId", kind, "dedupKey", priority, "directiveId", "assignmentId", version, "messageIds", "createdAt")
    select ${chat.channel}, ${chat.id}::int, 'directive',
      'directive:' || d.id || coalesce((select ':after:' || max(e.id) from "Delivery" e
        where e."directiveId" = d.id and e."chatId" = ${chat.id}::int and e.kind = 'directive'), ':v1:chat:' || ${chat.id}::int),
      case when d.urgent then ${priority.urgent}::int else ${priority.directive}::int end, d.id, a.id, d.version, '{}', ${now}
    from "Assignment" a join "Directive" d on d.id = a."directiveId"
    where a."unitId" = ${chat.unitId}::int and d.state = 'open' and not a.cancelled and not a.excused
      and a.state not in ('done', 'accepted')
      and not exists (
        select 1 from "Delivery" x join "Chat" xc on xc.id = x."chatId"
        where x."assignmentId" = a.id and x.kind = 'directive' and x.channel = ${chat.channel}
          and x.state in ('queued', 'sending', 'sent', 'uncertain')
          and xc."unitId" = a."unitId" and xc.role = 'unit' and xc.state = 'active')
    order by d.id
    on conflict do nothing returning "directiveId"`;
  for (const { directiveId } of rows) await touchCard(db, directiveId, now);
  return rows.length;
}
