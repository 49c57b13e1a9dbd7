import type { Sweep } from './sweep.js';
import { sweepCards } from './sweep-cards.js';
import { sweepDeliveries } from './sweep-deliveries.js';
import { sweepDrafts } from './sweep-drafts.js';
import { sweepEscalations } from './sweep-escalations.js';
import { sweepHeartbeat } from './sweep-heartbeat.js';
import { sweepInbox } from './sweep-inbox.js';
import { sweepPrivateChats } from './sweep-private-chats.js';
import { sweepRecurrences } from './sweep-recurrences.js';
import { sweepReminders } from './sweep-reminders.js';
import { sweepSummaries } from './sweep-summaries.js';
import { sweepRetention } from './sweep-retention.js';
import { sweepSharedFiles } from './sweep-shared-files.js';
import { sweepUploads } from './sweep-uploads.js';
import { sweepWebhooks } from './sweep-webhooks.js';
import { sweepScheduled } from './sweep-scheduled.js';

/** What every tick looks at, in this order. */
export const sweeps: readonly Sweep[] = [
  sweepHeartbeat,
  sweepInbox,
  sweepPrivateChats,
  sweepScheduled,
  sweepRecurrences,
  sweepDeliveries,
  sweepCards,
  sweepDrafts,
  sweepReminders,
  sweepEscalations,
  sweepSummaries,
  sweepWebhooks,
  sweepRetention,
  sweepSharedFiles,
  sweepUploads,
];
