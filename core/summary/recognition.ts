import { groupBy } from '../group-by.js';
import { sumCounts, type Counts } from './classify.js';
import { ratesOf, sentTimes, timesOf } from './figures.js';
import type { SummaryContent, SummaryItem, SummaryUnit } from './summary-content.js';

/**
 * Who is named in the list of recognition: a unit with at least so many items, all that was due done in time, nothing
 * late or overdue; those with the most items first, then the quickest. The list says so itself.
 */
const recognitionRules = { leastItems: { week: 2, longer: 4 }, most: 10 } as const;

export interface RecognisedUnit {
  unit: SummaryUnit;
  items: number;
  medianMs: number | null;
  /** Who answered for the unit most often, only ever named for the good; null when nobody is known. */
  personId: number | null;
}

/** The least number of items in a report of this kind. */
export function leastItems({ kind }: Pick<SummaryContent, 'kind'>): number {
  return kind === 'week' ? recognitionRules.leastItems.week : recognitionRules.leastItems.longer;
}

export function recognise(content: SummaryContent): RecognisedUnit[] {
  const least = leastItems(content);
  const units = new Map(content.units.map((unit) => [unit.id, unit]));
  const sentAt = sentTimes(content.directives);
  return [...groupBy(content.items, ({ unitId }) => unitId)]
    .flatMap(([unitId, items]) => {
      const unit = units.get(unitId);
      const isClean = items.every((item) => item.class === 'doneInTime' || item.class === 'openInTerm');
      if (!unit || !isClean) return [];
      const done = items.filter((item) => item.class === 'doneInTime');
      if (done.length < least) return [];
      return [{ unit, done, medianMs: timesOf(done, sentAt)?.medianMs ?? null }];
    })
    .sort(
      (a, b) =>
        b.done.length - a.done.length ||
        (a.medianMs ?? Infinity) - (b.medianMs ?? Infinity) ||
        (a.unit.code < b.unit.code ? -1 : 1),
    )
    .slice(0, recognitionRules.most)
    .map(({ unit, done, medianMs }) => ({
      ...{ unit, medianMs },
      items: done.length,
      personId: mostFrequent(done),
    }));
}

function mostFrequent(items: readonly SummaryItem[]): number | null {
  const known = items.flatMap(({ personId }) => personId ?? []);
  const [first] = [...groupBy(known, (id) => id)].sort((a, b) => b[1].length - a[1].length);
  return first?.[0] ?? null;
}

export interface ImprovedUnit {
  unit: SummaryUnit;
  before: number;
  now: number;
}

/** A gain below this is chance. */
const leastGain = 0.1;
const mostImproved = 5;

/** Units whose share of what is done in time rose most against the period before; `leastItems` in both. */
export function findImproved(content: SummaryContent, countsOf: ReadonlyMap<number, Counts>): ImprovedUnit[] {
  const least = leastItems(content);
  const before = new Map(content.history[0]?.units.map(({ unitId, counts }) => [unitId, counts]));
  return content.units
    .flatMap((unit) => {
      const [then, now] = [before.get(unit.id), countsOf.get(unit.id)];
      if (!then || !now || sumCounts(then) < least || sumCounts(now) < least) return [];
      const rates = { before: ratesOf(then).inTime, now: ratesOf(now).inTime };
      if (rates.before === null || rates.now === null || rates.now - rates.before < leastGain) return [];
      return [{ unit, before: rates.before, now: rates.now }];
    })
    .sort((a, b) => b.now - b.before - (a.now - a.before) || (a.unit.code < b.unit.code ? -1 : 1))
    .slice(0, mostImproved);
}
