import type { MonthlyPlan } from '../core/usage.js';
import type { Channel } from './channel.js';

/** The channels whose plan limits the messages of a month. */
export function monthlyPlans(channels: ReadonlyMap<string, Channel>): MonthlyPlan[] {
  return [...channels.values()].flatMap(
    ({ name, label, capabilities: { monthlyLimit: limit, textLimit } }) =>
      limit > 0 ? [{ channel: name, platform: label, limit, textLimit }] : [],
  );
}
