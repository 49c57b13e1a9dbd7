import type { Context } from './context.js';

/** One thing the bot does with events. Returns true when the event was its own and is handled. */
export interface Feature {
  name: string;
  handle(ctx: Context): Promise<boolean>;
}
