import { placeOf } from '../config/rules.js';
import { planPostings } from '../core/summary/plan-postings.js';
import { keyOccurrence, nameOccurrence } from '../core/summary/posting-kinds.js';
import { findDueOccurrences, findFirstDueAt, planOccurrences } from '../store/occurrences.js';
import { claimStaleMs } from './post-summary.js';
import type { Sweep } from './sweep.js';
import { wakeJob } from './wake.js';

/** Asks the calendar which reports there should be, and wakes those whose time has come. */
export const sweepSummaries: Sweep = {
  name: 'sweep-summaries',
  async run({ db, clock, settings, ...rest }) {
    const now = clock.now();
    const counts = { planned: 0, woken: 0 };
    for (const period of settings.SUMMARY_KINDS) {
      const kind = nameOccurrence(period);
      const postings = planPostings(period, now, await findFirstDueAt(db, kind), {
        place: placeOf(settings),
        weekday: settings.SUMMARY_WEEKDAY,
        time: period === 'week' ? settings.SUMMARY_TIME : settings.MORNING_TIME,
      });
      const planned = postings.map(({ dueAt, ...posting }) => ({
        key: keyOccurrence(period, posting.period),
        kind,
        dueAt,
      }));
      counts.planned += await planOccurrences(db, planned, now);
      const keys = await findDueOccurrences(db, kind, now, new Date(now.getTime() - claimStaleMs));
      for (const key of keys) wakeJob(rest, 'post-summary', key);
      counts.woken += keys.length;
    }
    return counts;
  },
};
