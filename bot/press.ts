import type { InboundEvent } from '../core/event.js';
import type { Context } from './context.js';

export type PressEvent = Extract<InboundEvent, { kind: 'press' }>;

/** What one kind of button does. `parts` come from the platform and may be forged: check form, existence and right. */
export interface Press {
  prefix: string;
  run(ctx: Context, parts: string[], event: PressEvent): Promise<void>;
}
