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
import type { Prisma } from './db.js';
import { takeNumber } from './settings.js';
import { listRows } from './summary-rows.js';

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
  const found = await db.summary.findFirst({
    where: { period, scope: wholeScope, number: { not: null } },
    orderBy: { issue: 'desc' },
  });
  if (found?.number == null) return null;
  const { number, startsAt, endsAt, content } = found;
  return { number, startsAt, endsAt, content: content as unknown as SummaryContent };
}

/** Freezes a report under the next number of the year. Throws when the week has one already. */
export async function createSummary(
  db: Db,
  content: SummaryContent,
  { now, year }: { now: Date; year: number },
): Promise<number> {
  const number = await takeNumber(db, `summary.${year}`);
  const { period, startsAt, endsAt } = content;
  await db.summary.create({
    data: {
      ...{ number, year, period, startsAt, endsAt, createdAt: now, publishedAt: now },
      ...{ kind: 'week', scope: wholeScope },
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
