import { groupBy } from '../group-by.js';
import { branchOf } from '../tree.js';
import { countPeriodOnce } from './count-once.js';
import type { PeriodCounts, SummaryContent } from './summary-content.js';

/** The unit and all below it, as the tree stood then. */
function branchIn(
  units: readonly { id: number; parentId: number | null }[],
  unitIds: readonly number[],
): Set<number> {
  return new Set(unitIds.flatMap((id) => branchOf(units, id)));
}

/**
 * What a report says of these units and those that stood below them; of an earlier period, of those that stood there
 * then.
 */
export function cutContent(content: SummaryContent, tops: readonly number[]): SummaryContent {
  const ids = branchIn(content.units, tops);
  const isIn = ({ unitId }: { unitId: number | null }) => unitId !== null && ids.has(unitId);
  const items = content.items.filter(isIn);
  const directiveIds = new Set(items.map(({ directiveId }) => directiveId));
  return {
    ...content,
    items,
    units: content.units.filter(({ id }) => ids.has(id)),
    directives: content.directives.filter(({ id }) => directiveIds.has(id)),
    history: content.history.map((counts) => cutCounts(counts, tops)),
    yearBefore: content.yearBefore && cutCounts(content.yearBefore, tops),
    asks: content.asks.filter(isIn),
    deliveries: content.deliveries.filter(isIn),
    undelivered: content.undelivered.filter(isIn),
    readings: content.readings.filter(isIn),
    ...(content.excused ? { excused: content.excused.filter(isIn) } : {}),
    corrections: content.corrections && {
      ...content.corrections,
      list: content.corrections.list.filter(isIn),
    },
  };
}

function cutCounts({ period, units }: PeriodCounts, tops: readonly number[]): PeriodCounts {
  const ids = branchIn(
    units.map(({ unitId, parentId }) => ({ id: unitId, parentId })),
    tops,
  );
  return { period, units: units.filter(({ unitId }) => ids.has(unitId)) };
}

/** Each unit's own part, without those below it; the empty one for a unit that had nothing. */
export function splitByUnit(content: SummaryContent): (unitId: number) => SummaryContent {
  const items = groupBy(content.items, ({ unitId }) => unitId);
  const units = new Map(content.units.map((unit) => [unit.id, unit]));
  const directives = new Map(content.directives.map((directive) => [directive.id, directive]));
  const earlier = [...content.history, ...(content.yearBefore ? [content.yearBefore] : [])];
  const counts = earlier.map(({ units }) => new Map(units.map((unit) => [unit.unitId, unit])));
  const ofPeriod = (at: number, unitId: number): PeriodCounts => {
    const own = counts[at]!.get(unitId);
    return countPeriodOnce({ period: earlier[at]!.period, units: own ? [own] : [] });
  };
  const deliveries = groupBy(content.deliveries, ({ unitId }) => unitId);
  const readings = groupBy(content.readings, ({ unitId }) => unitId);
  const excused = groupBy(content.excused ?? [], ({ unitId }) => unitId);
  const rest = { asks: [], undelivered: [], corrections: null };
  return (unitId) => {
    const own = items.get(unitId) ?? [];
    const unit = units.get(unitId);
    return {
      ...content,
      ...rest,
      deliveries: deliveries.get(unitId) ?? [],
      readings: readings.get(unitId) ?? [],
      excused: excused.get(unitId) ?? [],
      items: own,
      units: unit ? [unit] : [],
      directives: own.map(({ directiveId }) => directives.get(directiveId)!),
      history: content.history.map((_, at) => ofPeriod(at, unitId)),
      yearBefore: content.yearBefore && ofPeriod(content.history.length, unitId),
    };
  };
}
