import type { PeriodCounts } from './summary-content.js';

/** A period whose units are listed when they are asked for: a report holds seven before it, and mostly tells of the last. */
export function countsWhenAsked(period: string, list: () => PeriodCounts['units']): PeriodCounts {
  let units: PeriodCounts['units'] | null = null;
  return {
    period,
    get units() {
      return (units ??= list());
    },
  };
}
