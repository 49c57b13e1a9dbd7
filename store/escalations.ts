import { standardSteps, type ReminderSteps } from '../core/reminders/reminder-steps.js';
import type { EscalatedItem } from '../core/escalation/escalation-message.js';
import type { DueEscalation, EscalationMove, Standing } from '../core/escalation/settle-escalation.js';
import { Prisma, type Db } from './db.js';
import { dueByClock, duePartsAtOnce } from './due.js';
import { isOtherSide } from './sides.js';

/**
 * SQL: how the assignment `a` of the directive `d` stands (core/escalation Standing). While the matter lies with the issuer
 * nobody is called to account; what is decided plans the chain anew.
 */
const standing = Prisma.sql`case
  when d.state <> 'open' or d.number is null or a.cancelled or a.excused or a."doneAt" is not null then 'answering'
  when exists (select 1 from "ClockStop" s where s."assignmentId" = a.id and s."endsAt" is null) then 'answering'
  when a."answeredAt" is null then 'silent'
  when a.state in ('acknowledged', 'returned') then 'received'
  else 'answering' end`;

/** Directives with a step that is due for some unit, the longest waiting first: those of the first parts in line. */
export async function findToEscalate(db: Db, now: Date, limit: number): Promise<number[]> {
  const rows = await db.$queryRaw<{ directiveId: number }[]>`
    select "directiveId" from (
      select "directiveId", "nextEscalationAt" from "Assignment" where "nextEscalationAt" <= ${now}::timestamptz
      order by "nextEscalationAt" limit ${duePartsAtOnce}::int) due
    group by "directiveId" order by min("nextEscalationAt") limit ${limit}::int`;
  return rows.map(({ directiveId }) => directiveId);
}

export type LockedEscalation = DueEscalation & {
  unitId: number;
  timeZone: string | null;
  issuerChatId: number;
};

/** The directive's assignments whose step is due, locked until the transaction ends. */
export async function lockEscalations(db: Db, directiveId: number, now: Date): Promise<LockedEscalation[]> {
  const rows = await db.$queryRaw<
    (Omit<LockedEscalation, 'steps'> & { steps: ReminderSteps | null; standing: Standing })[]
  >`
    select a.id, a."unitId", a."nextEscalationAt" as seen, coalesce(d."sentAt", a."createdAt") as "from",
      ${dueByClock} as "dueAt", d.reminders as steps, d.urgent, u."timeZone", d."issuerChatId",
      ${standing} as standing,
      array(select e.step from "Escalation" e where e."assignmentId" = a.id) as taken
    from "Assignment" a join "Directive" d on d.id = a."directiveId"
      cross join lateral (select "timeZone" from "Unit" where id = a."unitId" limit 1) u
    where a."directiveId" = ${directiveId}::int and a."nextEscalationAt" <= ${now}::timestamptz
    order by a.id for update of a`;
  return rows.map((row) => ({ ...row, steps: row.steps ?? standardSteps }));
}

/** Claims steps: only those still planned for the moment that was seen move on. Returns the ids that moved. */
export async function moveEscalations(db: Db, moves: readonly EscalationMove[]): Promise<Set<number>> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    update "Assignment" a set "nextEscalationAt" = m.next
    from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m(id int, seen timestamptz, next timestamptz)
    where a.id = any(${moves.map(({ id }) => id)}::int[]) and a.id = m.id and a."nextEscalationAt" is not distinct from m.seen returning a.id`;
  return new Set(rows.map(({ id }) => id));
}

export interface TakenStep {
  assignmentId: number;
  step: string;
  /** private, named, group, issuer, nobody */
  reached: string;
}

/** Writes down which steps are taken: each once and for all. Returns those that nobody had taken before. */
export async function takeSteps(db: Db, steps: readonly TakenStep[], now: Date): Promise<TakenStep[]> {
  return db.escalation.createManyAndReturn({
    data: steps.map((step) => ({ ...step, at: now })),
    skipDuplicates: true,
    select: { assignmentId: true, step: true, reached: true },
  });
}

/** A lead with the chats where the bot may reach them. */
export interface Lead {
  unitId: number;
  name: string;
  /** Their private chat; null when they never wrote to the bot. */
  chat: { id: number; channel: string } | null;
}

export async function findLeads(db: Db, unitIds: readonly number[]): Promise<Lead[]> {
  const roles = await db.role.findMany({
    where: { kind: 'lead', unitId: { in: [...unitIds] } },
    orderBy: { id: 'asc' },
    select: {
      unitId: true,
      person: {
        select: {
          name: true,
          chats: {
            where: { role: 'private', state: 'active' },
            orderBy: { lastSeenAt: { sort: 'desc', nulls: 'last' } },
            take: 1,
            select: { id: true, channel: true },
          },
        },
      },
    },
  });
  return roles.map(({ unitId, person: { name, chats } }) => ({
    unitId: unitId ?? 0,
    name,
    chat: chats[0] ?? null,
  }));
}

export interface EscalationGroup {
  id: number;
  channel: string;
  unitId: number;
  naming: boolean;
}

/** The groups of units in which they are reminded. */
export async function findEscalationGroups(db: Db, unitIds: readonly number[]): Promise<EscalationGroup[]> {
  return db.$queryRaw<EscalationGroup[]>`
    select c.id, c.channel, c."unitId", c.naming from "Chat" c
    where c."unitId" = any(${unitIds}::int[]) and c.role = 'unit' and c.state = 'active' and not ${isOtherSide}
    order by c.id`;
}

/** What an escalation is still about when it goes out. */
export interface EscalationFacts {
  step: string;
  naming: boolean;
  hearsAll: boolean;
  unitId: number | null;
  items: (EscalatedItem & { unitId: number; timeZone: string | null; messageId: string | null })[];
}

/** Reads a waiting escalation: the units of it that still owe, and the chat's own ways. */
export async function findEscalation(db: Db, deliveryId: number): Promise<EscalationFacts | null> {
  const delivery = await db.delivery.findUnique({ where: { id: deliveryId }, include: { chat: true } });
  if (!delivery?.step) return null;
  const items = await db.$queryRaw<(EscalationFacts['items'][number] & { standing: Standing })[]>`
    select * from (
      select a.id as "assignmentId", a."unitId", u.code as "unitCode", u.name as "unitName", u."timeZone", d.number, d.kind::text as kind,
        d.urgent, d.title, d.body, d.answer, d.attachments, d.version, ${dueByClock} as "dueAt",
        ${standing} as standing,
        (select m."messageId" from "MessageRef" m join "Delivery" e on e.id = m."deliveryId"
          where m."chatId" = ${delivery.chatId}::int and m."directiveId" = d.id and e.kind = 'directive'
          order by e.id desc, m.id limit 1) as "messageId"
      from "Assignment" a join "Directive" d on d.id = a."directiveId" join "Unit" u on u.id = a."unitId"
      where a.id = any(${delivery.assignmentIds}::int[])) item
    where standing <> 'answering' order by "unitCode"`;
  const { naming, hearsAll, unitId } = delivery.chat;
  return { step: delivery.step, naming, hearsAll, unitId, items };
}

export interface NewEscalation {
  channel: string;
  chatId: number;
  step: string;
  dedupKey: string;
  priority: number;
  assignmentIds: number[];
  /** Set where a reply to the message counts as the unit's answer. */
  directiveId?: number;
  assignmentId?: number;
  createdAt: Date;
}

/** Queues escalations; the same key twice is one message. */
export async function queueEscalations(db: Db, escalations: readonly NewEscalation[]): Promise<number> {
  const data = escalations.map((one) => ({ ...one, kind: 'escalation' }));
  return (await db.delivery.createMany({ data, skipDuplicates: true })).count;
}

/** Whether persons may be named in a group. */
export async function setNaming(db: Db, chatId: number, naming: boolean): Promise<void> {
  await db.chat.update({ where: { id: chatId }, data: { naming } });
}
