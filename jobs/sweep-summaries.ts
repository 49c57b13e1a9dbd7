import { placeOf } from '../config/rules.js';
import { draftReminder } from '../core/summary/draft-reminder.js';
import { planPostings } from '../core/summary/plan-postings.js';
import { keyOccurrence, nameOccurrence } from '../core/summary/posting-kinds.js';
import { findDueOccurrences, findFirstDueAts, planOccurrences } from '../store/occurrences.js';
import { claimStaleMs } from './claim-posting.js';
import type { Sweep } from './sweep.js';
import { wakeJob } from './wake.js';

/** Asks the calendar which reports there should be, and wakes those whose time has come; so the reminders of drafts. */
export const sweepSummaries: Sweep = {
  name: 'sweep-summaries',
  async run({ db, clock, settings, ...rest }) {
    const now = clock.now();
    const kinds = settings.SUMMARY_KINDS.map(nameOccurrence);
    const firstDueAts = await findFirstDueAts(db, kinds);
    const planned = settings.SUMMARY_KINDS.flatMap((period) => {
      const kind = nameOccurrence(period);
      const postings = planPostings(period, now, firstDueAts.get(kind) ?? null, {
        place: placeOf(settings),
        weekday: settings.SUMMARY_WEEKDAY,
        time: period === 'week' ? settings.SUMMARY_TIME : settings.MORNING_TIME,
      });
      return postings.map(({ dueAt, ...posting }) => {
        return { key: keyOccurrence(period, posting.period), kind, dueAt };
      });
    });
    const changed = await planOccurrences(db, planned, now);
    const due = await findDueOccurrences(
      db,
      [...kinds, draftReminder],
      now,
      new Date(now.getTime() - claimStaleMs),
    );
    for (const { key, kind } of due)
      wakeJob(rest, kind === draftReminder ? 'remind-draft' : 'post-summary', key);
    return { planned: changed, woken: due.length };
  },
};
