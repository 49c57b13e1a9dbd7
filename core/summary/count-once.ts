import { summaryClasses, type Counts } from './classify.js';
import { passedOnIn } from './count-by-unit.js';
import { countsWhenAsked } from './counts-when-asked.js';
import type { PeriodCounts, SummaryContent } from './summary-content.js';

/**
 * Leaves out what was passed on where the unit above is told of as well: there it counts, as a part of what that unit was
 * asked for. A report on one directive counts that one, wherever it came from.
 */
export function countOnce(content: SummaryContent): SummaryContent {
  if (content.kind === 'directive') return content;
  const history = content.history.map(countPeriodOnce);
  const yearBefore = content.yearBefore && countPeriodOnce(content.yearBefore);
  const passedOn = passedOnIn(content.directives);
  if (passedOn.size === 0) return { ...content, history, yearBefore };
  const told = new Set(content.units.map(({ id }) => id));
  const hasAbove = new Set(
    content.units.flatMap(({ id, parentId }) => (parentId !== null && told.has(parentId) ? [id] : [])),
  );
  const counts = ({ directiveId, unitId }: { directiveId: number; unitId: number }) =>
    !passedOn.has(directiveId) || !hasAbove.has(unitId);
  const items = content.items.filter(counts);
  const left = new Set(items.map(({ directiveId }) => directiveId));
  return {
    ...content,
    ...{ items, history, yearBefore },
    directives: content.directives.filter(({ id }) => left.has(id)),
    corrections: content.corrections && {
      ...content.corrections,
      list: content.corrections.list.filter(counts),
    },
  };
}

/** The same of an earlier period, by the units that stand in it. */
export const countPeriodOnce = (counts: PeriodCounts): PeriodCounts =>
  countsWhenAsked(counts.period, () => countUnitsOnce(counts.units));

function countUnitsOnce(units: PeriodCounts['units']): PeriodCounts['units'] {
  if (units.every(({ passed }) => passed === undefined)) return units;
  const told = new Set(units.map(({ unitId }) => unitId));
  return units.map(({ passed, ...unit }) => {
    const isAbove = unit.parentId !== null && told.has(unit.parentId);
    return passed && !isAbove ? { ...unit, counts: add(unit.counts, passed) } : unit;
  });
}

const add = (one: Counts, other: Counts): Counts =>
  Object.fromEntries(summaryClasses.map((name) => [name, one[name] + other[name]])) as Counts;
