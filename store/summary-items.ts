import { groupBy } from '../core/group-by.js';
import { freezeItem, type SummaryItem, type SummaryRow } from '../core/summary/summary-content.js';
import {
  gatherVoices,
  is,
  isOlderWanted,
  speakerOf,
  tell,
  type Heard,
  type Voices,
} from '../core/summary/voices.js';
import { planForValues, Prisma, type Db } from './db.js';
import { heardColumns, listOlder, readHeard, type HeardColumns } from './heard.js';
import {
  itemColumns,
  readItems,
  selectItems,
  type ItemColumns,
  type ItemsThen,
  type ItemThen,
  type Span,
} from './items-then.js';
import { findStops, isLate } from './lateness.js';
import { listStatesThen, type Past } from './states-then.js';

type Row = SummaryRow & Past;
const nothing: readonly Heard[] = [];
type VoicesOf = (assignmentId: number) => Voices;

/**
 * Items that were open in the period or that it touched, as they stood at its end, by directive and unit. What happened
 * later is left out: where replies came after the end, those before it are gone through again (store/states-then.ts).
 * `isReachable`: whether a unit's groups can be reached, where that is known.
 */
export async function listItems(
  db: Db,
  span: Span,
  isReachable: (unitId: number) => boolean = () => true,
): Promise<SummaryItem[]> {
  await planForValues(db);
  const { startsAt, endsAt } = span;
  const { items, replies } = await listPeriod(db, span);
  const voicesOf = await withOlder(db, { items, replies, startsAt });
  const frozen = sortPlaces(items).map((place): SummaryItem | Row => {
    const item = items.at(place);
    const voices = voicesOf(item.assignmentId);
    const row = toRow(item, voices, { endsAt, isReachable: isReachable(item.unitId) });
    // What nothing more must be known of is frozen on the spot: to keep all rows would cost half as much again.
    return row.isPast || isLate(row, endsAt) ? row : freezeItem(row, endsAt);
  });
  return settle(db, frozen, span);
}

/** Freezes what is left: what more was heard of after the end, and what is late, for whatever reason. */
async function settle(db: Db, frozen: readonly (SummaryItem | Row)[], span: Span): Promise<SummaryItem[]> {
  const { endsAt } = span;
  const isRow = (one: SummaryItem | Row): one is Row => 'isPast' in one;
  const rows = frozen.filter(isRow);
  const then = await listStatesThen(
    db,
    rows.filter(({ isPast }) => isPast),
    span,
  );
  const rowThen = (row: Row) => (row.isPast ? (then.get(row.assignmentId) ?? null) : row);
  const late = rows.flatMap((row) => (isLate(rowThen(row), endsAt) ? [row.assignmentId] : []));
  const stops = await findStops(db, late);
  const items: SummaryItem[] = [];
  for (const one of frozen) {
    const row = isRow(one) ? rowThen(one) : null;
    if (row) items.push(freezeItem(row, endsAt, stops.get(row.assignmentId)));
    else if (!isRow(one)) items.push(one);
  }
  return items;
}

/** The items of one moment with the replies of the period: PostgreSQL takes long to join and sort what is so wide. */
async function listPeriod(db: Db, span: Span): Promise<{ items: ItemsThen; replies: Map<number, Heard[]> }> {
  const { endsAt, onlyIds } = span;
  const later = await db.reply.findFirst({ where: { receivedAt: { gte: endsAt } }, select: { id: true } });
  const [columns] = await db.$queryRaw<[ItemColumns & HeardColumns]>`
    with ${selectItems(span, onlyIds)}
    select * from (select ${itemColumns(span, later !== null)} from item) i,
      (select ${heardColumns} from "Reply" where ${isHeard(span)}) r`;
  const replies = groupBy(readHeard(columns), ({ assignmentId }) => assignmentId);
  const items = readItems([columns]);
  const missing = onlyIds ? [] : findMissing(span, items, replies);
  if (missing.length === 0) return { items, replies };
  // Read a moment later: whatever was heard since is left out.
  const [more] = await db.$queryRaw<[ItemColumns]>`
    with ${selectItems(span, missing)} select ${itemColumns(span, true)} from item`;
  return { items: readItems([columns, more]), replies };
}

/** SQL: a reply came in the period and is of an item that may be wanted. */
function isHeard({ startsAt, endsAt, directiveId, onlyIds }: Span): Prisma.Sql {
  const ofDirective =
    directiveId === undefined
      ? Prisma.empty
      : Prisma.sql`and "assignmentId" in (select id from "Assignment" where "directiveId" = ${directiveId}::int)`;
  const ofOne = onlyIds ? Prisma.sql`and "assignmentId" = any(${[...onlyIds]}::int[])` : Prisma.empty;
  return Prisma.sql`"receivedAt" >= ${startsAt}::timestamptz and "receivedAt" < ${endsAt}::timestamptz
    and "assignmentId" is not null ${ofDirective} ${ofOne}`;
}

/** What was done before the period and answered again in it, or open by the last report. */
function findMissing(
  { openIds = [] }: Span,
  { ids }: ItemsThen,
  replies: ReadonlyMap<number, readonly Heard[]>,
): number[] {
  const known = new Set(ids);
  const missing = new Set(openIds.filter((id) => !known.has(id)));
  for (const [id, own] of replies)
    if (!known.has(id) && own.some((reply) => is(reply, 'answer'))) missing.add(id);
  return [...missing];
}

/** Adds what was said before the period where it could say more, or nothing was said since. */
async function withOlder(
  db: Db,
  { items, replies, startsAt }: { items: ItemsThen; replies: Map<number, Heard[]>; startsAt: Date },
): Promise<VoicesOf> {
  const wanted = { older: [] as number[], parted: [] as number[], unread: [] as number[] };
  for (let place = 0; place < items.ids.length; place += 1) {
    const { assignmentId, isCollect, isAcknowledged, wasAcknowledged } = items.at(place);
    const own = gatherVoices(replies.get(assignmentId) ?? nothing);
    if (wasAcknowledged && isOlderWanted(own, isCollect)) wanted.older.push(assignmentId);
    if (wasAcknowledged && !own.parted) wanted.parted.push(assignmentId);
    if ((!isAcknowledged || !own.best) && !own.unread) wanted.unread.push(assignmentId);
  }
  const found = await listOlder(db, wanted, startsAt);
  const byItem = new Map<number, Partial<Voices>>();
  for (const kind of ['older', 'parted', 'unread'] as const)
    for (const reply of found[kind])
      byItem.set(reply.assignmentId, { ...byItem.get(reply.assignmentId), [kind]: reply });
  return (id) => gatherVoices(replies.get(id) ?? nothing, byItem.get(id));
}

function sortPlaces({ directiveIds, unitIds }: ItemsThen): number[] {
  return Array.from(directiveIds, (_, place) => place).sort(
    (a, b) => directiveIds[a]! - directiveIds[b]! || unitIds[a]! - unitIds[b]!,
  );
}

function toRow(
  item: ItemThen,
  voices: Voices,
  { endsAt, isReachable }: { endsAt: Date; isReachable: boolean },
): Row {
  const { isToday } = item;
  const speaker = item.isAcknowledged ? speakerOf(voices) : null;
  const told = tell(voices, speaker);
  return {
    assignmentId: item.assignmentId,
    directiveId: item.directiveId,
    unitId: item.unitId,
    state: isToday ? item.state : 'waiting',
    percent: isToday ? item.percent : null,
    doneCount: isToday ? item.doneCount : null,
    totalCount: isToday ? item.totalCount : null,
    value: isToday ? item.value : null,
    difficulty: isToday ? item.difficulty : null,
    proposal: told.proposal,
    result: told.result,
    nextStep: told.nextStep,
    words: told.words,
    dueAt: item.dueAt,
    answeredAt: item.answeredAt && item.answeredAt < endsAt ? item.answeredAt : null,
    doneAt: item.doneAt && item.doneAt < endsAt ? item.doneAt : null,
    closedAt: item.closedAt,
    personId: told.personId,
    isReachable,
    replies: told.replies,
    isPast: !isToday && speaker !== null,
    isTouched: voices.ids.length > 0,
    ...(item.isExtended ? { extended: true } : {}),
  };
}
