import { packContent, parseContent } from '../core/summary/content-schema.js';
import type { Period } from '../core/summary/period.js';
import type { SummaryContent } from '../core/summary/summary-content.js';
import type { Db } from './db.js';
import { takeNumber } from './settings.js';

/** The one frozen report of a period holds every unit's items: parts are cut out of it. */
const wholeScope = 'organisation';

/** A report as it was frozen. `issue`: 1, and one more each time it is said anew. */
export interface Summary {
  id: number;
  number: number;
  year: number;
  issue: number;
  content: SummaryContent;
}

const columns = { id: true, number: true, year: true, issue: true, content: true } as const;
const isFrozen = { scope: wholeScope, number: { not: null } };

function read(
  row: { id: number; number: number | null; year: number; issue: number; content: unknown } | null,
) {
  if (row?.number == null) return null;
  const { id, number, year, issue } = row;
  return { id, number, year, issue, content: parseContent(row.content) };
}

/** The frozen report of a period in its newest issue; null when there is none. */
export async function findSummary(db: Db, period: string): Promise<Summary | null> {
  const where = { ...isFrozen, period };
  return read(await db.summary.findFirst({ where, orderBy: { issue: 'desc' }, select: columns }));
}

/** The frozen report with this number, of this year or the newest; null when there is none. */
export async function findSummaryByNumber(db: Db, number: number, year?: number): Promise<Summary | null> {
  const where = { ...isFrozen, number, ...(year === undefined ? {} : { year }) };
  return read(await db.summary.findFirst({ where, orderBy: { year: 'desc' }, select: columns }));
}

/** The frozen report with this id; null when there is none. */
export async function findSummaryById(db: Db, id: number): Promise<Summary | null> {
  return read(await db.summary.findFirst({ where: { ...isFrozen, id }, select: columns }));
}

/** The newest frozen report of its kind before a period; of a directive, the last on the same one. */
export async function findLastSummary(
  db: Db,
  { kind, period, startsAt, endsAt }: Period,
): Promise<Summary | null> {
  const isEarlier =
    kind === 'directive'
      ? { period }
      : { period: { not: period }, startsAt: { lt: startsAt }, endsAt: { lt: endsAt } };
  const where = { ...isFrozen, kind, ...isEarlier };
  return read(
    await db.summary.findFirst({ where, orderBy: [{ endsAt: 'desc' }, { issue: 'desc' }], select: columns }),
  );
}

/** Freezes a report under the next number of the year, as the next issue of its period. */
export async function createSummary(
  db: Db,
  content: SummaryContent,
  at: { now: Date; year: number },
): Promise<Omit<Summary, 'content'>> {
  const number = await takeNumber(db, `summary.${at.year}`);
  return insertSummary(db, content, { ...at, number });
}

/** As one text: through the client's own JSON a report of ten thousand units would take seconds. */
async function insertSummary(
  db: Db,
  content: SummaryContent,
  { now, year, number }: { now: Date; year: number; number: number },
): Promise<Omit<Summary, 'content'>> {
  const { kind, period, startsAt, endsAt } = content;
  const stored = JSON.stringify(packContent(content));
  const [row] = await db.$queryRaw<{ id: number; issue: number }[]>`
    insert into "Summary" (number, year, kind, period, scope, issue, "startsAt", "endsAt", content, "createdAt", "publishedAt")
    select ${number}::int, ${year}::int, ${kind}, ${period}, ${wholeScope},
      coalesce((select max(issue) from "Summary" where period = ${period} and scope = ${wholeScope}), 0) + 1,
      ${startsAt}::timestamptz, ${endsAt}::timestamptz, ${stored}::jsonb, ${now}::timestamptz, ${now}::timestamptz
    returning id, issue`;
  return { ...row!, number, year };
}
