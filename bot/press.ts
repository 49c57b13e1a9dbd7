import type { InboundEvent } from '../core/event.js';
import type { Context } from './context.js';

export type PressEvent = Extract<InboundEvent, { kind: 'press' }>;

/** What one kind of button does. `parts` come from the platform and may be forged: check form, existence and right. */
export interface Press {
  prefix: string;
  /** One thing of a list, behind which another may be taken: a number takes it as long as the list is kept. */
  ofMany?: true;
  run(ctx: Context, parts: string[], event: PressEvent): Promise<void>;
}
