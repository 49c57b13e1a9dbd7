import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Stop } from '../core/lateness/fair-lateness.js';
import { ItemWriter } from '../core/summary/item-writer.js';
import { itemsOf } from '../core/summary/items-of-table.js';
import type { SummaryItem, SummaryRow } from '../core/summary/summary-content.js';
import { gatherVoices, isOlderWanted, speakerOf, tell, type Voices } from '../core/summary/voices.js';
import { meanwhile, type Db } from './db.js';
import { listOlder, type HeardTable, type OlderWanted } from './heard.js';
import type { Span } from './items-then.js';
import { listPeriodItems, type PeriodItems } from './period-items.js';
import { answerAt, mayBeLate, momentsAt, signsAt, type ItemsThen, type Standing } from './read-items.js';
import { loadStandstills, stopsOf, type Standstills } from './standstills.js';
import { listStatesThen, type Past } from './states-then.js';
import { findReached } from './summary-deliveries.js';

type Row = SummaryRow & Past;
type VoicesOf = (place: number) => Voices;

/** The period, and whether a unit's groups can be reached, where that is known. */
interface Judging {
  span: Span;
  isReachable: (unitId: number) => boolean;
}

/** One of the items. */
interface Place {
  items: ItemsThen;
  place: number;
}

/** Items frozen one by one; those of which more must be known first are not there yet. */
interface Frozen {
  table: ItemWriter;
  places: readonly number[];
  wanted: OlderWanted;
}

/** The items of a period, and what else was read for them. */
export interface Gathered {
  items: SummaryItem[];
  heard: HeardTable;
}

/**
 * Items that were open in the period or that it touched, as they stood at its end, by directive and unit. What happened
 * later is left out: where replies came after the end, those before it are gone through again (store/states-then.ts).
 */
export async function gatherItems(
  db: Db,
  span: Span,
  isReachable: Judging['isReachable'] = () => true,
): Promise<Gathered> {
  const judging = { span, isReachable };
  const period = await listPeriodItems(db, span);
  const { items, heard } = period;
  const isLate = items.ids.map((_, place) => Number(mayBeLate(items, place, span.endsAt.getTime())));
  const lateIds = items.ids.filter((_, place) => isLate[place] === 1);
  const ofLate = [...new Set(items.directiveIds.filter((_, place) => isLate[place] === 1))];
  const standstills = await loadStandstills(db, ofLate);
  const [reached, frozen] = await meanwhile(findReached(db, ofLate, Array.from(lateIds)), () =>
    freezeSure(period, judging, isLate),
  );
  const stopsAt = createStops(items, reached, standstills);
  const voicesOf = await withOlder(db, period, frozen.wanted, span.startsAt);
  await settle(db, frozen, {
    period,
    judging,
    stopsOf: (place) => (isLate[place] ? stopsAt(place) : []),
    voicesOf,
  });
  return { items: itemsOf(frozen.table.finish()), heard };
}

/** The items alone. */
export async function listItems(db: Db, span: Span): Promise<SummaryItem[]> {
  return (await gatherItems(db, span)).items;
}

function createStops(items: ItemsThen, reached: ReadonlyMap<number, number>, standstills: Standstills) {
  return (place: number): Stop[] => {
    const assignmentId = items.ids[place]!;
    const { sentAt } = items.directives.get(items.directiveIds[place]!)!;
    const at = reached.get(assignmentId);
    const reachedAt = at === undefined ? null : new Date(at);
    return stopsOf({ assignmentId, unitId: items.unitIds[place]!, sentAt, reachedAt }, standstills);
  };
}

/**
 * Of a hundred thousand items as many are worked on at once: between two turns the statements that were asked meanwhile
 * are sent, and whatever else runs in this process gets on.
 */
const aTurn = 4_096;

/** Freezes on the spot what nothing more must be known of: of a hundred thousand items little else may be kept. */
async function freezeSure(
  { items, listHeard }: PeriodItems,
  judging: Judging,
  isLate: Int32Array,
): Promise<Frozen> {
  const wanted: OlderWanted = { older: [], parted: [], unread: [] };
  const { endsAt } = judging.span;
  const places = sortPlaces(items);
  const table = new ItemWriter(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at]!;
    if (at % aTurn === aTurn - 1) await nextTurn();
    const voices = gatherVoices(listHeard(place));
    if (addWanted(wanted, { items, place }, voices, judging.span) || isLate[place] === 1) continue;
    const row = rowAt({ items, place }, voices, judging);
    if (!row.isPast) table.freeze(at, row, endsAt);
  }
  return { table, places, wanted };
}

/** Of which items older words could say more. Returns whether this is one. */
function addWanted(
  wanted: OlderWanted,
  { items, place }: Place,
  own: Voices,
  { isCounted = false }: Span,
): boolean {
  const { isCollect, isAcknowledged, wasAcknowledged } = signsAt(items, place);
  const assignmentId = items.ids[place]!;
  const isOlder = wasAcknowledged && isOlderWanted(own, isCollect);
  const isParted = !isCounted && wasAcknowledged && !own.parted;
  const isUnread = !isCounted && (!isAcknowledged || !own.best) && !own.unread;
  if (isOlder) wanted.older.push(assignmentId);
  if (isParted) wanted.parted.push(assignmentId);
  if (isUnread) wanted.unread.push(assignmentId);
  return isOlder || isParted || isUnread;
}

/** Adds what was said before the period where it could say more, or nothing was said since. */
async function withOlder(
  db: Db,
  { items, listHeard }: PeriodItems,
  wanted: OlderWanted,
  startsAt: Date,
): Promise<VoicesOf> {
  const found = await listOlder(db, wanted, startsAt);
  const byItem = new Map<number, Partial<Voices>>();
  for (const kind of ['older', 'parted', 'unread'] as const)
    for (const reply of found[kind])
      byItem.set(reply.assignmentId, { ...byItem.get(reply.assignmentId), [kind]: reply });
  return (place) => gatherVoices(listHeard(place), byItem.get(items.ids[place]!));
}

interface Known {
  period: PeriodItems;
  judging: Judging;
  stopsOf: (place: number) => Stop[];
  voicesOf: VoicesOf;
}

/** Freezes what is left: what is late, for whatever reason, and of what more was heard before or after. */
async function settle(db: Db, { table, places }: Frozen, known: Known): Promise<void> {
  const { items } = known.period;
  const { span } = known.judging;
  const past: { at: number; place: number; row: Row }[] = [];
  const freeze = (at: number, place: number, row: SummaryRow) => {
    table.freeze(at, row, span.endsAt, known.stopsOf(place));
  };
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at]!;
    if (at % aTurn === aTurn - 1) await nextTurn();
    if (table.has(at)) continue;
    const row = rowAt({ items, place }, known.voicesOf(place), known.judging);
    if (row.isPast) past.push({ at, place, row });
    else freeze(at, place, row);
  }
  const rows = past.map(({ row }) => row);
  const then = await listStatesThen(db, rows, span);
  for (const { at, place, row } of past) {
    const own = then.get(row.assignmentId);
    if (own) freeze(at, place, own);
  }
}

/** By directive and unit, in which order they often come. */
function sortPlaces({ directiveIds, unitIds }: ItemsThen): number[] {
  const places = Array.from(directiveIds.keys());
  const compare = (a: number, b: number) => directiveIds[a]! - directiveIds[b]! || unitIds[a]! - unitIds[b]!;
  const isSorted = places.every((place) => place === 0 || compare(place - 1, place) <= 0);
  return isSorted ? places : places.sort(compare);
}

const unheard: Standing = {
  ...{ state: 'waiting', percent: null, doneCount: null, totalCount: null },
  ...{ value: null, difficulty: null },
};

const isGiven = { extended: true } as const;

/** Written out: a hundred thousand are made. */
function rowAt({ items, place }: Place, voices: Voices, { span, isReachable }: Judging): Row {
  const { isToday, isAcknowledged, isExtended } = signsAt(items, place);
  const { dueAt, closedAt, answeredAt, doneAt } = momentsAt(items, place);
  const stand = isToday ? answerAt(items, place) : unheard;
  const end = span.endsAt.getTime();
  const speaker = isAcknowledged ? speakerOf(voices) : null;
  const told = tell(voices, speaker);
  const unitId = items.unitIds[place]!;
  return {
    assignmentId: items.ids[place]!,
    directiveId: items.directiveIds[place]!,
    unitId,
    state: stand.state,
    percent: stand.percent,
    doneCount: stand.doneCount,
    totalCount: stand.totalCount,
    value: stand.value,
    difficulty: stand.difficulty,
    proposal: told.proposal,
    result: told.result,
    nextStep: told.nextStep,
    words: told.words,
    dueAt,
    answeredAt: answeredAt !== null && answeredAt < end ? answeredAt : null,
    doneAt: doneAt !== null && doneAt < end ? doneAt : null,
    closedAt,
    personId: told.personId,
    isReachable: isReachable(unitId),
    replies: told.replies,
    isPast: !isToday && speaker !== null,
    isTouched: voices.ids.length > 0,
    ...(isExtended ? isGiven : null),
  };
}
