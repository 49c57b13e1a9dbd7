import type { Runtime } from '../config/runtime.js';
import { draftReminders, readDraftReminder } from '../core/summary/draft-reminder.js';
import { addressDraftReminder } from '../reports/address-draft.js';
import { transact } from '../store/db.js';
import { queueDeliveries } from '../store/deliveries.js';
import { finishOccurrence } from '../store/occurrences.js';
import { findWaitingDraft } from '../store/summaries.js';
import { claimPosting } from './claim-posting.js';
import type { Job } from './job.js';
import { planDraftReminder } from './plan-draft-reminder.js';
import { wakeSenders } from './wake.js';

/**
 * Reminds the offices of a draft that nobody published, and plans the next reminder. Ends quietly when there is none any
 * more: published, or taken back. A second run finds it done.
 */
export const remindDraft: Job = {
  name: 'remind-draft',
  async run(runtime, key) {
    const now = runtime.clock.now();
    const about = readDraftReminder(key);
    const claimed = about && (await claimPosting(runtime, key, now));
    if (!claimed) return { reminded: 0 };
    const queued = await remind(runtime, { key, ...about, attempt: claimed.attempt, now });
    if (queued > 0) wakeSenders(runtime);
    return { reminded: Math.min(queued, 1), queued };
  },
};

async function remind(
  runtime: Runtime,
  {
    key,
    period,
    round,
    attempt,
    now,
  }: { key: string; period: string; round: number; attempt: number; now: Date },
): Promise<number> {
  const { settings } = runtime;
  return transact(runtime.db, async (db) => {
    const draft = await findWaitingDraft(db, period);
    const outcome = draft === null ? 'not-needed' : 'reminded';
    if (!(await finishOccurrence(db, key, { attempt, outcome, now })) || draft === null) return 0;
    if (round < draftReminders) await planDraftReminder(runtime, db, { period, round: round + 1, now });
    return queueDeliveries(
      db,
      await addressDraftReminder({ db, settings }, { id: draft, period, round }),
      now,
    );
  });
}
