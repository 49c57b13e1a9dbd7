import { countClasses, summaryClasses, type Counts } from './classify.js';
import type { PeriodCounts, SummaryDirective, SummaryItem, SummaryUnit } from './summary-content.js';

/** What was counted of a unit already. `isPassedOn`: of what was passed on to it. */
export interface CountedLine {
  unitId: number;
  isPassedOn: boolean;
  counts: Counts;
}

/** The counts of each unit with its place in the tree, for the comparison that later periods make. */
export function countByUnit(
  items: readonly Pick<SummaryItem, 'unitId' | 'class' | 'directiveId'>[],
  units: readonly Pick<SummaryUnit, 'id' | 'parentId'>[],
  passedOn: ReadonlySet<number>,
  counted: readonly CountedLine[] = [],
): PeriodCounts['units'] {
  const sums = { own: new Map<number, Counts>(), passed: new Map<number, Counts>() };
  const sumOf = (unitId: number, isPassedOn: boolean) => {
    const kind = isPassedOn ? sums.passed : sums.own;
    const sum = kind.get(unitId) ?? countClasses([]);
    kind.set(unitId, sum);
    return sum;
  };
  for (const { unitId, directiveId, class: of } of items) sumOf(unitId, passedOn.has(directiveId))[of] += 1;
  for (const { unitId, isPassedOn, counts } of counted)
    for (const name of summaryClasses) sumOf(unitId, isPassedOn)[name] += counts[name];
  return units.map(({ id, parentId }) => {
    const [own, passed] = [sums.own.get(id), sums.passed.get(id)];
    return { unitId: id, parentId, counts: own ?? countClasses([]), ...(passed ? { passed } : {}) };
  });
}

/** Ids of the directives that were passed on. */
export const passedOnIn = (directives: readonly Pick<SummaryDirective, 'id' | 'isPassedOn'>[]): Set<number> =>
  new Set(directives.flatMap(({ id, isPassedOn }) => (isPassedOn ? [id] : [])));
