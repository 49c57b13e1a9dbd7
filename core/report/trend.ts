import type { Counts } from '../summary/classify.js';
import { totalCounts } from '../summary/figures.js';
import type { Writing } from './report-head.js';
import { sayShortPeriod } from './say-period.js';

/** The four classes of the periods before, the oldest first, and of this one. */
export function listTrend({ t, content, view, head }: Writing): { label: string; counts: Counts }[] {
  const point = (period: string, counts: Counts) => ({
    label: sayShortPeriod(t, period, head.place),
    counts,
  });
  const earlier = content.history.flatMap((period) => {
    const counts = totalCounts(period);
    return counts ? [point(period.period, counts)] : [];
  });
  return [...earlier.reverse(), point(content.period, view.totals)];
}
