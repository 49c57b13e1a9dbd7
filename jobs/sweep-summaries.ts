import { placeOf } from '../config/rules.js';
import { planPostings } from '../core/summary/plan-postings.js';
import { findDueOccurrences, findFirstDueAt, planOccurrences } from '../store/occurrences.js';
import { claimStaleMs, occurrenceKey, summaryKind } from './post-summary.js';
import type { Sweep } from './sweep.js';
import { wakeJob } from './wake.js';

/** Asks the calendar which weekly summaries there should be, and wakes those whose time has come. */
export const sweepSummaries: Sweep = {
  name: 'sweep-summaries',
  async run({ db, clock, settings, ...rest }) {
    const now = clock.now();
    const postings = planPostings('week', now, await findFirstDueAt(db, summaryKind), {
      place: placeOf(settings),
      weekday: settings.SUMMARY_WEEKDAY,
      time: settings.SUMMARY_TIME,
    });
    const planned = postings.map(({ period, dueAt }) => ({
      key: occurrenceKey(period),
      kind: summaryKind,
      dueAt,
    }));
    const count = await planOccurrences(db, planned, now);
    const keys = await findDueOccurrences(db, summaryKind, now, new Date(now.getTime() - claimStaleMs));
    for (const key of keys) wakeJob(rest, 'post-summary', key);
    return { planned: count, woken: keys.length };
  },
};
