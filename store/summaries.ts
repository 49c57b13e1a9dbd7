import {
  countByUnit,
  freezeItem,
  type SummaryContent,
  type SummaryRow,
} from '../core/summary/summary-content.js';
import { countClasses, type SummaryClass } from '../core/summary/classify.js';
import type { Week } from '../core/summary/week.js';
import type { Db } from './db.js';
import type { Prisma } from './db.js';
import { takeNumber } from './settings.js';

/** The one frozen report of a week holds every unit's items: parts are cut out of it. */
const wholeScope = 'organisation';

export interface Summary {
  number: number;
  startsAt: Date;
  endsAt: Date;
  content: SummaryContent;
}

/** The frozen report of a week; null when none was posted. */
export async function findSummary(db: Db, period: string): Promise<Summary | null> {
  const found = await db.summary.findUnique({ where: { period_scope: { period, scope: wholeScope } } });
  if (!found) return null;
  const { number, startsAt, endsAt, content } = found;
  return { number, startsAt, endsAt, content: content as unknown as SummaryContent };
}

/** Freezes a report under the next number. Throws when the week has one already. */
export async function createSummary(db: Db, content: SummaryContent, now: Date): Promise<number> {
  const number = await takeNumber(db, 'summary');
  const { period, startsAt, endsAt } = content;
  await db.summary.create({
    data: {
      ...{ number, period, startsAt, endsAt, createdAt: now },
      scope: wholeScope,
      content: content as unknown as Prisma.InputJsonValue,
    },
  });
  return number;
}

/**
 * The report on a week until `now`, or on the whole of it when it is over. It begins where the last week's frozen one
 * ended, so that nothing falls between two reports, else on Monday.
 */
export async function gatherSummary(
  db: Db,
  { week, before, now }: { week: Week; before: Week; now: Date },
): Promise<SummaryContent> {
  const last = await findEnd(db, before.period);
  const startsAt = last?.endsAt ?? week.startsAt;
  // What happened this very millisecond counts; a period does not hold its end.
  const endsAt = now < week.endsAt ? new Date(now.getTime() + 1) : week.endsAt;
  const rows = await listRows(db, { startsAt, endsAt, openIds: last?.openIds ?? [] });
  const [units, directives, notices] = await Promise.all([
    listUnitsOf(db, rows),
    listDirectivesOf(db, rows, startsAt),
    listNotices(db, startsAt, endsAt),
  ]);
  // Whether a group can be reached is known for today only.
  const isNow = now.getTime() - endsAt.getTime() < reachKnownMs;
  const reachable = new Map(units.map(({ id, isReachable }) => [id, isReachable]));
  const withReach = rows.map((row) => ({
    ...row,
    isReachable: !isNow || reachable.get(row.unitId) === true,
  }));
  return {
    version: 1,
    period: week.period,
    week: week.number,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    directives,
    units: units.map(({ id, code, name }) => ({ id, code, name })),
    items: withReach.map((row) => freezeItem(row, endsAt)),
    notices,
    previous: await countWeek(db, before, last !== null),
  };
}

const reachKnownMs = 3 * 24 * 3600_000;

/** Where the frozen report of a week ended, and what it called open: the next one has to say what became of that. */
async function findEnd(db: Db, period: string): Promise<{ endsAt: Date; openIds: number[] } | null> {
  const rows = await db.$queryRaw<{ endsAt: Date; openIds: number[] }[]>`
    select "endsAt", array(select (i ->> 'assignmentId')::int from jsonb_array_elements(content -> 'items') i
      where i ->> 'class' in ('openInTerm', 'openOverdue')) as "openIds"
    from "Summary" where period = ${period} and scope = ${wholeScope}`;
  return rows[0] ?? null;
}

interface Span {
  startsAt: Date;
  endsAt: Date;
  /** Items that count whatever their dates say: a reply may come in hours after it was written. */
  openIds: readonly number[];
}

/**
 * Items that were open in the period or that it touched, as they stood at its end. What happened later is left out:
 * the last reply before the end speaks, not the item's state of today.
 */
async function listRows(
  db: Db,
  { startsAt, endsAt, openIds }: Span,
): Promise<Omit<SummaryRow, 'isReachable'>[]> {
  return db.$queryRaw`
    with touched as materialized (
      select "assignmentId", array_agg(id order by id) as ids from "Reply"
      where "receivedAt" >= ${startsAt}::timestamptz and "receivedAt" < ${endsAt}::timestamptz
        and "assignmentId" is not null and (status is not null or value is not null)
      group by 1
    ), item as materialized (
      select a.*, coalesce(a."dueAt", d."dueAt") as "until", d."closedAt", t.ids
      from "Directive" d join "Assignment" a on a."directiveId" = d.id left join touched t on t."assignmentId" = a.id
      where d.number is not null and d.state in ('open', 'closed') and d."sentAt" < ${endsAt}::timestamptz
        and (d."closedAt" is null or d."closedAt" >= ${startsAt}::timestamptz)
        and a."createdAt" < ${endsAt}::timestamptz and not a.cancelled and not a.excused
        and (a."doneAt" is null or a."doneAt" >= ${startsAt}::timestamptz or t.ids is not null
          or a.id = any(${openIds}::int[]))
    ), latest as materialized (
      select i.id as "itemId", r.* from item i cross join lateral (
        select * from "Reply" r where r."assignmentId" = i.id and r."receivedAt" < ${endsAt}::timestamptz
          and (r.status is not null or r.value is not null)
        order by r."receivedAt" desc, r.id desc limit 1) r
      where i."acknowledgedAt" is not null or i."answeredAt" is not null
    ), told as (
      select i.*, r.id as "replyId", r.status, r.percent as "saidPercent", r."doneCount" as "saidDone",
        r."totalCount" as "saidTotal", r.value as "saidValue", r.difficulty as "saidDifficulty", r.note as "saidNote",
        i."answeredAt" < ${endsAt}::timestamptz and (r.id is null or r.id = i."lastReplyId") as "isToday"
      from item i left join latest r on r."itemId" = i.id
    )
    select id as "assignmentId", "directiveId", "unitId", "until" as "dueAt", "closedAt",
      case when "doneAt" < ${endsAt}::timestamptz then "doneAt" end as "doneAt",
      case when "isToday" then state::text when "replyId" is null then 'waiting' else coalesce(status::text, 'done') end as state,
      case when "isToday" then percent else "saidPercent" end as percent,
      case when "isToday" then "doneCount" else "saidDone" end as "doneCount",
      case when "isToday" then "totalCount" else "saidTotal" end as "totalCount",
      case when "isToday" then value else "saidValue" end as value,
      case when "isToday" then difficulty else "saidDifficulty" end as difficulty,
      left(case when "isToday" then note else coalesce("saidNote", '') end, 400) as words,
      array(select distinct x from unnest(ids || "replyId") x where x is not null order by x) as replies
    from told order by "directiveId", "unitId"`;
}

type Ids = readonly { unitId: number; directiveId: number }[];

async function listUnitsOf(db: Db, rows: Ids) {
  const ids = [...new Set(rows.map(({ unitId }) => unitId))];
  return db.$queryRaw<{ id: number; code: string; name: string; isReachable: boolean }[]>`
    select u.id, u.code, u.name, exists (
      select 1 from "Chat" c where c."unitId" = u.id and c.role = 'unit' and c.state = 'active') as "isReachable"
    from "Unit" u where u.id = any(${ids}::int[]) order by u.code`;
}

/** `doneBefore` leaves out what is listed: an item that was done before and was spoken of again. */
async function listDirectivesOf(
  db: Db,
  rows: readonly Omit<SummaryRow, 'isReachable'>[],
  startsAt: Date,
): Promise<SummaryContent['directives']> {
  const ids = [...new Set(rows.map(({ directiveId }) => directiveId))];
  const listed = rows
    .filter(({ doneAt }) => doneAt !== null && doneAt < startsAt)
    .map(({ assignmentId }) => assignmentId);
  return db.$queryRaw`
    select d.id, d.number, d.title, d."dueAt", d.answer as spec, (select count(*) from "Assignment" a
      where a."directiveId" = d.id and a."doneAt" < ${startsAt}::timestamptz and not a.cancelled and not a.excused
        and a.id <> all(${listed}::int[]))::int as "doneBefore"
    from "Directive" d where d.id = any(${ids}::int[]) order by d.number`;
}

async function listNotices(db: Db, startsAt: Date, endsAt: Date): Promise<number[]> {
  const rows = await db.directive.findMany({
    where: {
      kind: 'notice',
      state: { in: ['open', 'closed'] },
      number: { not: null },
      sentAt: { gte: startsAt, lt: endsAt },
    },
    select: { number: true },
    orderBy: { number: 'asc' },
  });
  return rows.map(({ number }) => number!);
}

/** What a week came to for each unit: as it was frozen, else counted now; null when there was nothing. */
async function countWeek(
  db: Db,
  { period, number, startsAt, endsAt }: Week,
  isFrozen: boolean,
): Promise<SummaryContent['previous']> {
  if (isFrozen) return { period, week: number, units: await countFrozen(db, period) };
  const rows = await listRows(db, { startsAt, endsAt, openIds: [] });
  if (rows.length === 0) return null;
  const items = rows.map((row) => freezeItem({ ...row, isReachable: true }, endsAt));
  return { period, week: number, units: countByUnit(items) };
}

async function countFrozen(
  db: Db,
  period: string,
): Promise<NonNullable<SummaryContent['previous']>['units']> {
  const rows = await db.$queryRaw<{ unitId: number; class: SummaryClass; count: number }[]>`
    select (i ->> 'unitId')::int as "unitId", i ->> 'class' as class, count(*)::int as count
    from "Summary" s, jsonb_array_elements(s.content -> 'items') i
    where s.period = ${period} and s.scope = ${wholeScope} group by 1, 2 order by 1`;
  const units = new Map<number, ReturnType<typeof countClasses>>();
  for (const { unitId, class: name, count } of rows) {
    const counts = units.get(unitId) ?? countClasses([]);
    units.set(unitId, { ...counts, [name]: count });
  }
  return [...units].map(([unitId, counts]) => ({ unitId, counts }));
}
