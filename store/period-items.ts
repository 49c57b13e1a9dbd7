import { heardAs, type Heard } from '../core/summary/voices.js';
import { meanwhile, Prisma, type Db } from './db.js';
import { heardAt, heardColumns, readHeard, type HeardColumns, type HeardTable } from './heard.js';
import { itemColumns, selectItems, type ItemColumns, type Span } from './items-then.js';
import { readItems, type ItemsThen } from './read-items.js';

/** The items of a period, all that was said in it, and what of the item at a place. */
export interface PeriodItems {
  items: ItemsThen;
  heard: HeardTable;
  listHeard: (place: number) => Heard[];
}

/** The items of one moment with the replies of the period: PostgreSQL takes long to join and sort what is so wide. */
export async function listPeriodItems(db: Db, span: Span): Promise<PeriodItems> {
  const { onlyIds, isCounted = false, listOpen = () => [] } = span;
  const asked = db.$queryRaw<[ItemColumns & HeardColumns]>`
    with ${selectItems(span, onlyIds)}
    select * from (select ${itemColumns(span)} from item) i,
      (select ${heardColumns(!isCounted)} from "Reply" where ${isHeard(span)}) r`;
  const [[columns], open] = await meanwhile(asked, listOpen);
  const heard = readHeard(columns);
  const items = readItems([columns]);
  const placeOf = new Map<number, number>();
  items.ids.forEach((id, place) => placeOf.set(id, place));
  const missing = onlyIds ? [] : findMissing(open, items, placeOf, heard);
  if (missing.length === 0) return { items, heard, listHeard: linkHeard(heard, placeOf, placeOf.size) };
  // Read a moment later: whatever was heard since is left out.
  const [more] = await db.$queryRaw<[ItemColumns]>`
    with ${selectItems(span, missing)} select ${itemColumns(span)} from item`;
  const all = readItems([columns, more]);
  all.ids.forEach((id, place) => placeOf.set(id, place));
  return { items: all, heard, listHeard: linkHeard(heard, placeOf, all.ids.length) };
}

/** SQL: a reply came in the period, whether it could be told of what it is or not. */
function isHeard({ startsAt, endsAt, directiveId, onlyIds }: Span): Prisma.Sql {
  const ofDirective =
    directiveId === undefined ? Prisma.empty : Prisma.sql`and "directiveId" = ${directiveId}::int`;
  const ofOne = onlyIds ? Prisma.sql`and "assignmentId" = any(${[...onlyIds]}::int[])` : Prisma.empty;
  return Prisma.sql`"receivedAt" >= ${startsAt}::timestamptz and "receivedAt" < ${endsAt}::timestamptz ${ofDirective} ${ofOne}`;
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
