import type { SummaryClass } from '../../core/summary/classify.js';

/** The colours of the four official classes, on every page. */
export const classTones = {
  doneInTime: 'good',
  doneLate: 'fair',
  openInTerm: 'calm',
  openOverdue: 'bad',
} as const satisfies Record<SummaryClass, string>;
