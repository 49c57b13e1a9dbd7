import type { Runtime } from '../../config/runtime.js';
import type { Content } from '../../core/message.js';
import type { ClaimedDelivery } from '../../store/claim-deliveries.js';

/** What a delivery comes to at the moment it is sent: read from the ledger now, not when it was queued. */
export type Composed =
  /**
   * One message; the sender splits it where the channel's limit asks for it. `replyTo`: the message of this chat that it
   * hangs on, when that is known only now. `sent` runs once it is out.
   */
  | { op: 'send'; content: Content; replyTo?: string; sent?: (messageId: string) => Promise<void> }
  /** Messages that are out, replaced in place. `gone` runs instead when one is no longer there. */
  | {
      op: 'edit';
      edits: { messageId: string; content: Content }[];
      sent?: (messageId: string) => Promise<void>;
      gone?: () => Promise<void>;
    }
  /** Something else must end first. */
  | { op: 'later'; notBefore: Date }
  /** Not needed any more, with the reason for the ledger. */
  | { op: 'skip'; reason: string };

export type Composer = (runtime: Runtime, delivery: ClaimedDelivery) => Promise<Composed>;
