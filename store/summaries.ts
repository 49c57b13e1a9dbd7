import { packContent, parseContent } from '../core/summary/content-schema.js';
import { reachesEnd, type Period } from '../core/summary/period.js';
import type { SummaryContent } from '../core/summary/summary-content.js';
import { askRows, Prisma, type Db } from './db.js';
import { takeNumber } from './settings.js';

/** The one frozen report of a period holds every unit's items: parts are cut out of it. */
const wholeScope = 'organisation';

/** A report as it was frozen. `issue`: 1, and one more each time it is said anew. */
export interface Summary {
  id: number;
  number: number;
  year: number;
  issue: number;
  createdAt: Date;
  content: SummaryContent;
}

const columns = { id: true, number: true, year: true, issue: true, createdAt: true, content: true } as const;
const isFrozen = { scope: wholeScope, number: { not: null } };

type Stored = Omit<Summary, 'number' | 'content'> & { number: number | null; content: unknown };

function read(row: Stored | null): Summary | null {
  if (row?.number == null) return null;
  return { ...row, number: row.number, content: parseContent(row.content) };
}

/** The frozen report of a period in its newest issue; null when there is none that tells it to its end. */
export async function findSummary(db: Db, period: Period): Promise<Summary | null> {
  const where = { ...isFrozen, period: period.period };
  const found = read(await db.summary.findFirst({ where, orderBy: { issue: 'desc' }, select: columns }));
  return found && reachesEnd(period, new Date(found.content.endsAt)) ? found : null;
}

/** The frozen report with this id; null when there is none. */
export async function findSummaryById(db: Db, id: number): Promise<Summary | null> {
  return read(await db.summary.findFirst({ where: { ...isFrozen, id }, select: columns }));
}

/** The report with this id, frozen or still a draft; null when there is none. */
export async function findStored(
  db: Db,
  id: number,
): Promise<(Omit<Summary, 'number'> & { number: number | null }) | null> {
  const row = await db.summary.findFirst({ where: { id, scope: wholeScope }, select: columns });
  return row && { ...row, content: parseContent(row.content) };
}

/** A report in a list: without its content, which is large. `number` is null for a draft. */
export interface ListedSummary {
  id: number;
  number: number | null;
  year: number;
  issue: number;
  period: string;
  createdAt: Date;
}

/** Frozen reports, or the drafts that wait, the newest first. */
export async function listSummaries(
  db: Db,
  what: 'frozen' | 'drafts',
  { offset = 0, most }: { offset?: number; most: number },
): Promise<{ rows: ListedSummary[]; total: number }> {
  const where = what === 'frozen' ? isFrozen : { scope: wholeScope, number: null };
  const { content: _, ...select } = { ...columns, period: true };
  const [rows, total] = await Promise.all([
    db.summary.findMany({ where, select, orderBy: { id: 'desc' }, skip: offset, take: most }),
    db.summary.count({ where }),
  ]);
  return { rows, total };
}

/** The report before another. Its content is large: it is read once, when it is asked for. */
export interface LastSummary extends Pick<Summary, 'number' | 'year'> {
  period: string;
  endsAt: Date;
  read: () => SummaryContent;
}

/** The newest frozen report of its kind before a period; of a directive, the last on the same one. */
export async function findLastSummary(
  db: Db,
  { kind, period, startsAt, endsAt }: Period,
): Promise<LastSummary | null> {
  const isEarlier =
    kind === 'directive'
      ? Prisma.sql`period = ${period}`
      : Prisma.sql`period <> ${period} and "startsAt" < ${startsAt}::timestamptz and "endsAt" < ${endsAt}::timestamptz`;
  // As text: what is large is taken apart once, when it is read.
  const [row] = await askRows<Omit<LastSummary, 'read'> & { content: string }>(db)`
    select number, year, period, "endsAt", content::text as content from "Summary"
    where scope = ${wholeScope} and number is not null and kind = ${kind} and ${isEarlier}
    order by "endsAt" desc, issue desc limit 1`;
  if (!row) return null;
  const { content, ...last } = row;
  let read: SummaryContent | null = null;
  return { ...last, read: () => (read ??= parseContent(JSON.parse(content))) };
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

/** Keeps a report as it is, without a number: it is published as it stands, or made anew. Returns its id. */
export async function createDraft(
  db: Db,
  content: SummaryContent,
  at: { now: Date; year: number },
): Promise<number> {
  return (await insertSummary(db, content, { ...at, number: null })).id;
}

/** The content of a report that has no number yet; null when it has one or there is none. */
export async function findDraft(db: Db, id: number): Promise<SummaryContent | null> {
  const row = await db.summary.findFirst({ where: { id, number: null }, select: { content: true } });
  return row && parseContent(row.content);
}

/** The newest draft of a period; null when none waits to be published. */
export async function findWaitingDraft(db: Db, period: string): Promise<number | null> {
  const where = { scope: wholeScope, period, number: null };
  return (await db.summary.findFirst({ where, orderBy: { id: 'desc' }, select: { id: true } }))?.id ?? null;
}

/** Takes a draft back; false when it was published or is gone. */
export async function deleteDraft(db: Db, id: number): Promise<boolean> {
  return (await db.summary.deleteMany({ where: { id, number: null } })).count === 1;
}

/** Gives a draft its number, once: null when somebody else has. Needs a transaction. */
export async function publishDraft(
  db: Db,
  id: number,
  { now, year }: { now: Date; year: number },
): Promise<Summary | null> {
  const locked = await db.$queryRaw<{ id: number }[]>`
    select id from "Summary" where id = ${id}::int and number is null for update`;
  if (locked.length === 0) return null;
  const number = await takeNumber(db, `summary.${year}`);
  const data = { number, year, publishedAt: now };
  return read(await db.summary.update({ where: { id }, data, select: columns }));
}

/** As one text: through the client's own JSON a report of ten thousand units would take seconds. */
async function insertSummary<N extends number | null>(
  db: Db,
  content: SummaryContent,
  { now, year, number }: { now: Date; year: number; number: N },
): Promise<Omit<Summary, 'content' | 'number'> & { number: N }> {
  const { kind, period, startsAt, endsAt } = content;
  const stored = JSON.stringify(packContent(content));
  const publishedAt = number === null ? null : now;
  const [row] = await askRows<{ id: number; issue: number }>(db)`
    insert into "Summary" (number, year, kind, period, scope, issue, "startsAt", "endsAt", content, "createdAt", "publishedAt")
    select ${number}::int, ${year}::int, ${kind}, ${period}, ${wholeScope},
      coalesce((select max(issue) from "Summary" where period = ${period} and scope = ${wholeScope}), 0) + 1,
      ${startsAt}::timestamptz, ${endsAt}::timestamptz, ${stored}::jsonb, ${now}::timestamptz, ${publishedAt}::timestamptz
    returning id, issue`;
  return { ...row!, number, year, createdAt: now };
}
