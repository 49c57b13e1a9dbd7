import type { SummaryRow } from '../core/summary/summary-content.js';
import {
  createVoices,
  gatherVoices,
  isOlderWanted,
  speakerOf,
  tell,
  type Voices,
} from '../core/summary/voices.js';
import type { Db } from './db.js';
import { planForValues, Prisma } from './db.js';
import { heardColumns, listOlder, readHeard, type HeardColumns } from './heard.js';
import {
  itemColumns,
  readItems,
  selectItems,
  type ItemColumns,
  type ItemThen,
  type Span,
} from './items-then.js';
import { withStops } from './lateness.js';
import { withStatesThen, type Past } from './states-then.js';

type Row = Omit<SummaryRow, 'isReachable'>;

/**
 * Items that were open in the period or that it touched, as they stood at its end. What happened later is left out:
 * where replies came after the end, those before it are gone through again (store/states-then.ts). A mere "received"
 * takes no words back. Items and replies are of one snapshot; they are put together here, for PostgreSQL takes several
 * times as long to join and sort what is as wide as they are.
 */
export async function listRows(db: Db, span: Span): Promise<Row[]> {
  await planForValues(db);
  const { startsAt, endsAt, onlyIds } = span;
  const later = await db.reply.findFirst({ where: { receivedAt: { gte: endsAt } }, select: { id: true } });
  const [columns] = await db.$queryRaw<[ItemColumns & HeardColumns]>`
    with ${selectItems(span, onlyIds)}
    select * from (select ${itemColumns(span, later !== null)} from item) i,
      (select ${heardColumns} from "Reply" where ${isHeard(span)}) r`;
  const voices = gatherVoices(readHeard(columns));
  const items = readItems(columns);
  if (!onlyIds) items.push(...(await listSpoken(db, span, { items, voices })));
  await addOlder(db, { items, voices, startsAt });
  const rows = items
    .map((item) => toRow(item, voices.get(item.assignmentId) ?? createVoices(), endsAt))
    .sort((a, b) => a.directiveId - b.directiveId || a.unitId - b.unitId);
  return withStops(db, await withStatesThen(db, rows, { startsAt, endsAt }), endsAt);
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

/** What was done before the period and spoken of in it, or open by the last report: read a moment later, hence checked for what came since. */
async function listSpoken(
  db: Db,
  span: Span,
  { items, voices }: { items: readonly ItemThen[]; voices: ReadonlyMap<number, Voices> },
): Promise<ItemThen[]> {
  const known = new Set(items.map(({ assignmentId }) => assignmentId));
  const spoken = new Set((span.openIds ?? []).filter((id) => !known.has(id)));
  for (const [id, { ids }] of voices) if (ids.length > 0 && !known.has(id)) spoken.add(id);
  if (spoken.size === 0) return [];
  const [columns] = await db.$queryRaw<[ItemColumns]>`
    with ${selectItems(span, [...spoken])} select ${itemColumns(span, true)} from item`;
  return readItems(columns);
}

/** Adds what was said before the period where it could say more, or nothing was said since. */
async function addOlder(
  db: Db,
  { items, voices, startsAt }: { items: readonly ItemThen[]; voices: Map<number, Voices>; startsAt: Date },
): Promise<void> {
  const wanted = { spoken: [] as number[], parted: [] as number[], unread: [] as number[] };
  for (const { assignmentId, isCollect, isAcknowledged, wasAcknowledged } of items) {
    const own = voices.get(assignmentId);
    if (wasAcknowledged && (!own || isOlderWanted(own, isCollect))) wanted.spoken.push(assignmentId);
    if (wasAcknowledged && !own?.parted) wanted.parted.push(assignmentId);
    if ((!isAcknowledged || !own?.best) && !own?.unread) wanted.unread.push(assignmentId);
  }
  const older = await listOlder(db, wanted, startsAt);
  const add = (id: number, more: Partial<Voices>) =>
    voices.set(id, { ...(voices.get(id) ?? createVoices()), ...more });
  for (const reply of older.spoken) add(reply.assignmentId, { older: reply });
  for (const reply of older.parted) add(reply.assignmentId, { parted: reply });
  for (const reply of older.unread) add(reply.assignmentId, { unread: reply });
}

function toRow(item: ItemThen, voices: Voices, endsAt: Date): Row & Past {
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
    replies: told.replies,
    isPast: !isToday && speaker !== null,
    isTouched: voices.ids.length > 0,
    ...(item.isExtended ? { extended: true } : {}),
  };
}
