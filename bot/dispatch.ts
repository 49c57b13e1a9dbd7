import type { Context } from './context.js';
import type { Feature } from './feature.js';
import { pressFeature } from './features/press-button.js';
import { commandFeature } from './features/run-command.js';

/** In this order; the first that knows the event takes it. What nobody takes is let go silently. */
const features: readonly Feature[] = [pressFeature, commandFeature];

export async function dispatch(ctx: Context): Promise<void> {
  for (const feature of features) if (await feature.handle(ctx)) return;
}
