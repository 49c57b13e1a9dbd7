import type { Channel } from '../channels/channel.js';
import type { Runtime } from '../config/runtime.js';
import { isNearlyUsed, monthOf } from '../core/usage.js';
import type { Outcome } from '../store/deliveries.js';
import { addUsage } from '../store/usage.js';
import { tellOffice } from './tell-office.js';
import { wakeSenders } from './wake.js';

/**
 * Counts what left on a channel whose plan limits the month; what may have arrived counts too. Near the end of it the
 * office is told, once a month.
 */
export async function countUsage(
  runtime: Runtime,
  { name, label, capabilities }: Channel,
  ended: readonly Outcome[],
): Promise<void> {
  const { monthlyLimit: limit } = capabilities;
  if (limit === 0) return;
  const sent = ended.reduce((sum, outcome) => sum + countOf(outcome), 0);
  if (sent === 0) return;
  const { db, clock, settings } = runtime;
  const month = monthOf(clock.now(), settings.ORG_TIME_ZONE);
  const used = await addUsage(db, { channel: name, month }, { sent });
  if (!isNearlyUsed(used, limit)) return;
  const percent = Math.floor((used / limit) * 100);
  const told = await tellOffice(runtime, db, `usage:${name}:${month}`, (t) =>
    t('usage.warning', { platform: label, used, limit, percent }),
  );
  if (told > 0) wakeSenders(runtime);
}

function countOf(outcome: Outcome): number {
  if (outcome.state === 'sent') return outcome.messageIds.length;
  return outcome.state === 'uncertain' ? 1 : 0;
}
