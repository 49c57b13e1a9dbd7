import type { Runtime } from '../../config/runtime.js';
import type { Content } from '../../core/message.js';
import type { ClaimedDelivery } from '../../store/deliveries.js';

/** What a delivery comes to at the moment it is sent: read from the ledger now, not when it was queued. */
export type Composed =
  /** One message; the sender splits it where the channel's limit asks for it. */
  | { op: 'send'; content: Content }
  /** Messages that are out, replaced in place. */
  | { op: 'edit'; edits: { messageId: string; content: Content }[] }
  /** Not needed any more, with the reason for the ledger. */
  | { op: 'skip'; reason: string };

export type Composer = (runtime: Runtime, delivery: ClaimedDelivery) => Promise<Composed>;
