import type { Job } from './job.js';
import { openPeriod } from './open-period.js';
import { escalateDirective } from './escalate-directive.js';
import { openScheduled } from './open-scheduled.js';
import { postSummary } from './post-summary.js';
import { refreshCard } from './refresh-card.js';
import { remindDraft } from './remind-draft.js';
import { sendReminder } from './send-reminder.js';
import { sendWebhooks } from './send-webhooks.js';

/** Jobs of the work queue and of the webhooks'. A job is woken by its name: wakeJob(runtime, 'send-reminder', id). */
export const jobs: readonly Job[] = [
  openScheduled,
  openPeriod,
  refreshCard,
  sendReminder,
  escalateDirective,
  postSummary,
  remindDraft,
  sendWebhooks,
];
