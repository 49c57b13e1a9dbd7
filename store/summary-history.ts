import type { Period } from '../core/summary/period.js';
import { countByUnit, type PeriodCounts } from '../core/summary/summary-content.js';
import type { Db } from './db.js';
import { findPassedOn, listUnitsThen, withThoseAbove } from './summary-facts.js';
import { listItems } from './summary-items.js';

/** What a period without a frozen report came to for each unit, counted now; null when there was nothing. */
export async function countPeriod(db: Db, period: Period): Promise<PeriodCounts | null> {
  const { endsAt } = period;
  const items = await listItems(db, { ...period, isCounted: true });
  if (items.length === 0) return null;
  const units = withThoseAbove(await listUnitsThen(db, endsAt), new Set(items.map(({ unitId }) => unitId)));
  return { period: period.period, units: countByUnit(items, units, await findPassedOn(db, items)) };
}

/** The periods from the newest on, as far back as there was something in them. */
export async function countPeriods(db: Db, periods: readonly Period[]): Promise<PeriodCounts[]> {
  const first = await db.directive.aggregate({ where: { number: { not: null } }, _min: { sentAt: true } });
  const began = first._min.sentAt;
  const list: PeriodCounts[] = [];
  for (const period of periods) {
    if (began === null || period.endsAt <= began) break;
    const counts = await countPeriod(db, period);
    if (counts === null) break;
    list.push(counts);
  }
  return list;
}
