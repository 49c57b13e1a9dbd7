import type { Sweep } from './sweep.js';
import { sweepDeliveries } from './sweep-deliveries.js';
import { sweepDrafts } from './sweep-drafts.js';
import { sweepInbox } from './sweep-inbox.js';

/** What every tick looks at, in this order. */
export const sweeps: readonly Sweep[] = [sweepInbox, sweepDeliveries, sweepDrafts];
