import { placeOf } from '../config/rules.js';
import type { Runtime } from '../config/runtime.js';
import { postLateMs } from '../core/summary/plan-postings.js';
import type { SummaryContent } from '../core/summary/summary-content.js';
import { parsePeriod, yearOf } from '../core/summary/period.js';
import { readOccurrence } from '../core/summary/posting-kinds.js';
import { addressDraft } from '../reports/address-draft.js';
import { addressSummary } from '../reports/address-summary.js';
import { transact } from '../store/db.js';
import { queueDeliveries } from '../store/deliveries.js';
import { finishOccurrence } from '../store/occurrences.js';
import { gatherSummary } from '../store/gather-summary.js';
import { createDraft, createSummary } from '../store/summaries.js';
import { claimPosting } from './claim-posting.js';
import type { Job } from './job.js';
import { planDraftReminder } from './plan-draft-reminder.js';
import { wakeSenders } from './wake.js';

/**
 * Posts the summary of one period: claims its occurrence, gathers, and in one transaction freezes it, queues it to every group
 * and ends the occurrence. A second run and a restart half-way find it done, or do all of it again.
 */
export const postSummary: Job = {
  name: 'post-summary',
  async run(runtime, key) {
    const { db, clock, log } = runtime;
    const now = clock.now();
    const claimed = await claimPosting(runtime, key, now);
    if (!claimed) return { posted: 0 };
    const { attempt, dueAt } = claimed;
    if (now.getTime() - dueAt.getTime() > postLateMs) {
      await finishOccurrence(db, key, { attempt, outcome: 'skipped', now });
      log.warn({ occurrence: key, dueAt, outcome: 'skipped' }, 'summary is too late to post');
      return { posted: 0, skipped: 1 };
    }
    const content = await gather(runtime, key, now);
    const queued = await freeze(runtime, { key, attempt, content, now });
    if (queued === null) return { posted: 0 };
    wakeSenders(runtime);
    return { posted: 1, queued };
  },
};

async function gather({ db, settings }: Runtime, key: string, now: Date): Promise<SummaryContent> {
  const place = placeOf(settings);
  const period = parsePeriod(readOccurrence(key)?.period ?? '', place);
  if (!period) throw new Error(`Not a period: ${key}`);
  return transact(db, (tx) => gatherSummary(tx, { period, place, now }));
}

/** Where the office wants to see it first, it is kept as a draft. Null when somebody else has taken the occurrence over. */
async function freeze(
  runtime: Runtime,
  { key, attempt, content, now }: { key: string; attempt: number; content: SummaryContent; now: Date },
): Promise<number | null> {
  const { settings, channels } = runtime;
  const isDraft = settings.SUMMARY_DRAFT === 'on';
  return transact(runtime.db, async (db) => {
    const outcome = isDraft ? 'drafted' : 'posted';
    if (!(await finishOccurrence(db, key, { attempt, outcome, now }))) return null;
    if (isDraft) await planDraftReminder(runtime, db, { period: content.period, round: 1, now });
    const year = yearOf(now, placeOf(settings));
    const means = { db, settings, channels };
    const deliveries = isDraft
      ? await addressDraft(means, await createDraft(db, content, { now, year }), content)
      : await addressSummary(means, { ...(await createSummary(db, content, { now, year })), content });
    return queueDeliveries(db, deliveries, now);
  });
}
