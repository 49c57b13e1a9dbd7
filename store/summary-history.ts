import { summaryClasses } from '../core/summary/classify.js';
import { countByUnit, type CountedLine } from '../core/summary/count-by-unit.js';
import type { Period } from '../core/summary/period.js';
import type { PeriodCounts } from '../core/summary/summary-content.js';
import { figures, readFigures } from './columns.js';
import { Prisma, type Db } from './db.js';
import { ofUnit, telling } from './heard.js';
import { isCounted, isLast, itemsOfPeriod, relevantDirectives, type Span } from './items-then.js';
import { countedClasses, judgedBy, judgedItems } from './judged.js';
import { findPassedOn, isPassedOn, listUnitsThen, withThoseAbove } from './summary-facts.js';
import { listItems } from './summary-items.js';

/**
 * What a period without a frozen report came to for each unit, counted now; null when there was nothing. The same items as
 * listItems, only counted: each of which more was heard after the period, or whose clock stood, is looked at on its own.
 */
export async function countPeriod(db: Db, period: Period): Promise<PeriodCounts | null> {
  const { sure, unsure } = await countSure(db, period);
  const items =
    unsure.length === 0 ? [] : await listItems(db, { ...period, onlyIds: unsure, isCounted: true });
  if (sure.length + items.length === 0) return null;
  const ids = new Set([...sure, ...items].map(({ unitId }) => unitId));
  const units = withThoseAbove(await listUnitsThen(db, period.endsAt), ids);
  return { period: period.period, units: countByUnit(items, units, await findPassedOn(db, items), sure) };
}

/** The periods from the newest on, as far back as there was something in them. */
export async function countPeriods(db: Db, periods: readonly Period[]): Promise<PeriodCounts[]> {
  const first = await db.directive.aggregate({ where: { number: { not: null } }, _min: { sentAt: true } });
  const began = first._min.sentAt;
  const list: PeriodCounts[] = [];
  for (const period of periods) {
    if (began === null || period.endsAt <= began) break;
    const counts = await countPeriod(db, period);
    if (counts === null) break;
    list.push(counts);
  }
  return list;
}

/** SQL: parts that were done before the period and answered again in it, none of them of `base`. */
const answeredAgain = (span: Span) => Prisma.sql`
  select a.* from (
    select distinct r."assignmentId" as id from "Reply" r
    where r."receivedAt" >= ${span.startsAt}::timestamptz and r."receivedAt" < ${span.endsAt}::timestamptz
      and not exists (select 1 from base where base.id = r."assignmentId")) heard
  cross join lateral (select * from "Assignment" where id = heard.id and "doneAt" < ${span.startsAt}::timestamptz offset 0) a
  where ${isCounted(span)} and (
    -- Asked of each for itself, as store/items-then.ts does.
    select r.id from "Reply" r where r."assignmentId" = a.id and ${telling}
      and r."receivedAt" >= ${span.startsAt}::timestamptz and r."receivedAt" < ${span.endsAt}::timestamptz limit 1) is not null`;

/** SQL: of these parts what their judgement needs. */
const judgeable = (span: Span, parts: Prisma.Sql) => Prisma.sql`
  select a.id, a."unitId", d.id as "directiveId", d."sentAt", ${judgedBy(span.endsAt)}, ${isPassedOn} as passed,
    a."acknowledgedAt", a."answeredAt", a."lastReplyId"
  from (${parts}) a join relevant d on d.id = a."directiveId"`;

/** SQL: the item stood then as it stands now, or nobody had answered for the unit. */
const isKnown = (span: Span) => Prisma.sql`
  (item."acknowledgedAt" is null or coalesce(item."answeredAt" < ${span.endsAt}::timestamptz and ${isLast(span)}, false)
    or (select r.id from "Reply" r where r."assignmentId" = item.id and r."receivedAt" < ${span.endsAt}::timestamptz
      and ${telling} and ${ofUnit} limit 1) is null)`;

const columnNames = ['units', 'passed', ...summaryClasses] as const;
type Columns = Record<(typeof columnNames)[number] | 'unsure', string>;

/** The items of which nothing more need be known, counted a unit; and the ids of the others. */
async function countSure(db: Db, span: Span): Promise<{ sure: CountedLine[]; unsure: number[] }> {
  const [columns] = await db.$queryRaw<[Columns]>`
    with ${relevantDirectives(span)}, base as materialized (${judgeable(span, itemsOfPeriod(span))}
    ), item as materialized (
      select * from base union all ${judgeable(span, answeredAgain(span))}
    ), ${judgedItems(span.endsAt)}, known as materialized (
      select *, not "isDoubtful" and ${isKnown(span)} as "isSure" from judged item
    ), line as (select "unitId", passed, ${countedClasses(Prisma.sql`true`)} from known where "isSure" group by 1, 2)
    select * from (
      select ${figures(Prisma.sql`"unitId"`)} as units, ${figures(Prisma.sql`passed::int`)} as passed,
        ${Prisma.join(summaryClasses.map((name) => Prisma.sql`${figures(Prisma.raw(`"${name}"`))} as ${Prisma.raw(`"${name}"`)}`))}
      from line) l, (select ${figures(Prisma.sql`id`)} as unsure from known where not "isSure") u`;
  return { sure: readLines(columns), unsure: Array.from(readFigures(columns.unsure)) };
}

function readLines(columns: Columns): CountedLine[] {
  const lists = Object.fromEntries(columnNames.map((name) => [name, readFigures(columns[name])])) as Record<
    keyof Columns,
    Int32Array
  >;
  return Array.from(lists.units, (unitId, at) => ({
    unitId,
    isPassedOn: lists.passed[at] === 1,
    counts: {
      doneInTime: lists.doneInTime[at]!,
      doneLate: lists.doneLate[at]!,
      openInTerm: lists.openInTerm[at]!,
      openOverdue: lists.openOverdue[at]!,
    },
  }));
}
