import { heardAs, type Heard } from '../core/summary/voices.js';
import { askRows, meanwhile, Prisma, type Db } from './db.js';
import { heardAt, heardColumns, heardNames, readHeard, type HeardColumns, type HeardTable } from './heard.js';
import {
  itemColumns,
  itemNames,
  itemsOf,
  itemsOfOne,
  relevantDirectives,
  type ItemColumns,
  type Span,
} from './items-then.js';
import { readItems, type ItemsThen } from './read-items.js';

/** The items of a period, all that was said in it, and what of the item at a place. */
export interface PeriodItems {
  items: ItemsThen;
  heard: HeardTable;
  listHeard: (place: number) => Heard[];
}

/** The items of one moment with the replies of the period: PostgreSQL takes long to join and sort what is so wide. */
export async function listPeriodItems(db: Db, span: Span): Promise<PeriodItems> {
  const { onlyIds, listOpen = () => [] } = span;
  const [rows, open] = await meanwhile(askPeriod(db, span), listOpen);
  const heard = readHeard(rows.filter((row) => row.ids === null));
  const ofPeriod = rows.filter((row) => row.ids !== null);
  const items = readItems(ofPeriod);
  const placeOf = new Map<number, number>();
  items.ids.forEach((id, place) => placeOf.set(id, place));
  const missing = onlyIds ? [] : findMissing(open, items, placeOf, heard);
  if (missing.length === 0) return { items, heard, listHeard: linkHeard(heard, placeOf, placeOf.size) };
  // Read a moment later: whatever was heard since is left out.
  const more = await askRows<ItemColumns>(db)`
    with ${relevantDirectives(span)} select ${itemColumns(span)} from (${itemsOf(span, missing)}) item`;
  const all = readItems([...ofPeriod, ...more]);
  all.ids.forEach((id, place) => placeOf.set(id, place));
  return { items: all, heard, listHeard: linkHeard(heard, placeOf, all.ids.length) };
}

/** Of a part of the items, or of a part of the replies: then the columns of the others are null. */
type Part = ItemColumns & HeardColumns;

/**
 * By one statement, in rows of a directive's items or some days' replies each: they come while PostgreSQL still gathers
 * the next ones, and the driver need not put one very long row together.
 */
const askPeriod = (db: Db, span: Span): Promise<Part[]> => askRows<Part>(db)`
  with ${relevantDirectives(span)}
  select i.*, ${nulls(heardNames)} from ${
    span.onlyIds
      ? Prisma.sql`(select ${itemColumns(span)} from (${itemsOf(span, span.onlyIds)}) item) i`
      : Prisma.sql`relevant d cross join lateral (select ${itemColumns(span)} from (${itemsOfOne(span)}) item) i`
  }
  union all
  select ${nulls(itemNames)}, r.* from ${parts(span)} part("from", "to") cross join lateral (
    select ${heardColumns(!span.isCounted)} from "Reply" where ${isHeard(span)}) r`;

const nulls = (names: readonly string[]) =>
  Prisma.join(names.map((name) => Prisma.raw(`null::text as "${name}"`)));

const mostParts = 8;

/** SQL: parts of the span, each with its end. The replies of one directive or few items are few. */
function parts({ startsAt, endsAt, directiveId, onlyIds }: Span): Prisma.Sql {
  const count = directiveId === undefined && !onlyIds ? mostParts : 1;
  const step = (endsAt.getTime() - startsAt.getTime()) / count;
  const cuts = Array.from({ length: count }, (_, at) => new Date(startsAt.getTime() + Math.round(at * step)));
  return Prisma.sql`unnest(${cuts}::timestamptz[], ${[...cuts.slice(1), endsAt]}::timestamptz[])`;
}

/** SQL: a reply came in this part of the period, whether it could be told of what it is or not. */
function isHeard({ directiveId, onlyIds }: Span): Prisma.Sql {
  const ofDirective =
    directiveId === undefined ? Prisma.empty : Prisma.sql`and "directiveId" = ${directiveId}::int`;
  const ofOne = onlyIds ? Prisma.sql`and "assignmentId" = any(${[...onlyIds]}::int[])` : Prisma.empty;
  return Prisma.sql`"receivedAt" >= part."from" and "receivedAt" < part."to" ${ofDirective} ${ofOne}`;
}

/** What was done before the period and answered again in it, or open by the last report and is not closed since. */
function findMissing(
  open: ReturnType<NonNullable<Span['listOpen']>>,
  { directives }: ItemsThen,
  known: ReadonlyMap<number, number>,
  heard: HeardTable,
): number[] {
  const missing = new Set<number>();
  for (const { assignmentId, directiveId } of open)
    if (!known.has(assignmentId) && directives.has(directiveId)) missing.add(assignmentId);
  heard.itemIds.forEach((id, at) => {
    if (id >= 0 && !known.has(id) && (heard.signs[at]! & heardAs.answer) > 0) missing.add(id);
  });
  return [...missing];
}

/** Each reply leads to the one before it of the same item: a list an item would be a hundred thousand lists. */
function linkHeard(
  heard: HeardTable,
  placeOf: ReadonlyMap<number, number>,
  count: number,
): PeriodItems['listHeard'] {
  const last = new Int32Array(count).fill(-1);
  const before = new Int32Array(heard.ids.length);
  heard.itemIds.forEach((id, at) => {
    const place = placeOf.get(id);
    if (place === undefined) return;
    before[at] = last[place]!;
    last[place] = at;
  });
  return (place) => {
    const own: Heard[] = [];
    for (let at = last[place]!; at >= 0; at = before[at]!) own.push(heardAt(heard, at));
    return own;
  };
}
