import {
  countByUnit,
  freezeItem,
  type SummaryContent,
  type SummaryItem,
  type SummaryRow,
} from '../core/summary/summary-content.js';
import { isOpen } from '../core/summary/summary-view.js';
import type { Week } from '../core/summary/week.js';
import type { Db } from './db.js';
import { Prisma } from './db.js';
import { withStops } from './lateness.js';
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
  const last = await findLast(db, before.period);
  const startsAt = last?.endsAt ?? week.startsAt;
  // What happened this very millisecond counts; a period does not hold its end.
  const endsAt = now < week.endsAt ? new Date(now.getTime() + 1) : week.endsAt;
  const rows = await listRows(db, { startsAt, endsAt, openIds: last ? openIdsOf(last) : [] });
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
    previous: last ? countLast(before, last) : await countWeek(db, before),
  };
}

const reachKnownMs = 3 * 24 * 3600_000;

/** The frozen report of a week as far as the next one needs it: where it ended and what it said of each item. */
interface Last {
  endsAt: Date;
  items: Pick<SummaryItem, 'assignmentId' | 'unitId' | 'class'>[];
}

async function findLast(db: Db, period: string): Promise<Last | null> {
  const rows = await db.$queryRaw<{ endsAt: Date; items: string }[]>`
    select "endsAt", (select coalesce(json_agg(json_build_object('assignmentId', i -> 'assignmentId', 'unitId', i -> 'unitId',
      'class', i -> 'class')), '[]')::text from jsonb_array_elements(content -> 'items') i) as items
    from "Summary" where period = ${period} and scope = ${wholeScope}`;
  const [row] = rows;
  return row ? { endsAt: row.endsAt, items: JSON.parse(row.items) as Last['items'] } : null;
}

/** What the last report called open: the next one has to say what became of it. */
const openIdsOf = ({ items }: Last) => items.filter(isOpen).map(({ assignmentId }) => assignmentId);

const countLast = ({ period, number }: Week, { items }: Last): SummaryContent['previous'] => ({
  period,
  week: number,
  units: countByUnit(items),
});

interface Span {
  startsAt: Date;
  endsAt: Date;
  /** Items that count whatever their dates say: a reply may come in hours after it was written. */
  openIds: readonly number[];
}

/**
 * Items that were open in the period or that it touched, as they stood at its end. What happened later is left out:
 * the last telling reply before the end speaks (a mere "received" takes nothing back), not the item's state of today.
 * Where nothing could be read, the words themselves stand. One text for all rows: tens of thousands of
 * them come through the driver several times as fast.
 */
async function listRows(db: Db, span: Span): Promise<Omit<SummaryRow, 'isReachable'>[]> {
  // Compiling the statement would take longer than running it. Holds within a transaction only, as it should.
  await db.$executeRaw`set local jit = off`;
  const { endsAt } = span;
  const packed = await db.$queryRaw<{ rows: string }[]>`
    with ${selectItems(span)}, told as (
      select i.*, r.id as "replyId", r.status, r.percent as "saidPercent", r."doneCount" as "saidDone",
        r."totalCount" as "saidTotal", r.value as "saidValue", r.difficulty as "saidDifficulty",
        r.note as words, u.id as "unreadId", u.words as "unreadWords",
        w.proposal, case when w.proposal is not null then w.id end as "proposalId",
        i."answeredAt" < ${endsAt}::timestamptz
          and not exists (select 1 from "Reply" l where l.id = i."lastReplyId" and l."receivedAt" >= ${endsAt}::timestamptz)
          as "isToday"
      from item i left join lateral (
        select * from "Reply" r where r."assignmentId" = i.id and r."receivedAt" < ${endsAt}::timestamptz
          and (r.status is not null or r.value is not null) and i."acknowledgedAt" is not null
        order by r.value is null, r.status = 'acknowledged', r."receivedAt" desc, r.id desc limit 1) r on true
      left join lateral (
        select u.id, coalesce(nullif(u.note, ''), u.text) as words from "Reply" u where r.id is null
          and u."assignmentId" = i.id and u."receivedAt" < ${endsAt}::timestamptz and u.state in ('asked', 'unread')
        order by u."receivedAt" desc, u.id desc limit 1) u on true
      left join lateral (
        select w.id, w.parts->>'proposal' as proposal from "Reply" w where w."assignmentId" = i.id
          and w."receivedAt" < ${endsAt}::timestamptz and w.parts is not null
        order by w."receivedAt" desc, w.id desc limit 1) w on true
    ), packed as (
      select id as "assignmentId", "directiveId", "unitId", "until" as "dueAt", "closedAt",
        case when "doneAt" < ${endsAt}::timestamptz then "doneAt" end as "doneAt",
        case when "isToday" then state::text when "replyId" is null then 'waiting' else coalesce(status::text, 'done') end as state,
        case when "isToday" then percent else "saidPercent" end as percent,
        case when "isToday" then "doneCount" else "saidDone" end as "doneCount",
        case when "isToday" then "totalCount" else "saidTotal" end as "totalCount",
        case when "isToday" then value else "saidValue" end as value,
        case when "isToday" then difficulty else "saidDifficulty" end as difficulty,
        left(proposal, 400) as proposal, left(coalesce(words, "unreadWords", ''), 400) as words,
        array(select distinct one from unnest(ids || "replyId" || "unreadId" || "proposalId") one where one is not null order by one) as replies
      from told order by "directiveId", "unitId"
    )
    select coalesce(json_agg(packed), '[]')::text as rows from packed`;
  return withStops(db, unpack(packed[0]!.rows), endsAt);
}

/** The items that count, with the ids of the replies that came in the period. */
function selectItems({ startsAt, endsAt, openIds }: Span): Prisma.Sql {
  return Prisma.sql`touched as materialized (
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
    )`;
}

type PackedRow = Omit<SummaryRow, 'isReachable' | 'dueAt' | 'doneAt' | 'closedAt'> &
  Record<'dueAt' | 'doneAt' | 'closedAt', string | null>;

function unpack(text: string): Omit<SummaryRow, 'isReachable'>[] {
  const read = (at: string | null) => (at === null ? null : new Date(at));
  return (JSON.parse(text) as PackedRow[]).map(({ dueAt, doneAt, closedAt, ...row }) => ({
    ...row,
    dueAt: read(dueAt),
    doneAt: read(doneAt),
    closedAt: read(closedAt),
  }));
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

/** What a week without a frozen report came to for each unit, counted now; null when there was nothing. */
async function countWeek(
  db: Db,
  { period, number, startsAt, endsAt }: Week,
): Promise<SummaryContent['previous']> {
  const rows = await listRows(db, { startsAt, endsAt, openIds: [] });
  if (rows.length === 0) return null;
  const items = rows.map((row) => freezeItem({ ...row, isReachable: true }, endsAt));
  return { period, week: number, units: countByUnit(items) };
}
