import { monthlyPlans } from '../channels/monthly-plans.js';
import { reminderRules } from '../config/rules.js';
import type { Runtime } from '../config/runtime.js';
import { sayDeadline } from '../core/deadline/say-deadline.js';
import { leaveQuietHours } from '../core/reminders/plan-reminders.js';
import { monthOf, nextMonth } from '../core/usage.js';
import { transact } from '../store/db.js';
import type { ClaimedDelivery } from '../store/claim-deliveries.js';
import { handReminders } from '../store/sides.js';
import { findLeft } from '../store/usage.js';
import { tellOffice } from './tell-office.js';
import { wakeSenders } from './wake.js';

/**
 * When a plan's month is used up, a reminder waits for the next one, or the unit's group on another channel gets it
 * instead. The office is told, once a month. Null when there is room.
 */
export async function holdReminder(
  runtime: Runtime,
  delivery: ClaimedDelivery,
): Promise<{ until: Date; isHanded: boolean } | null> {
  const { db, settings, clock, channels } = runtime;
  const plan = monthlyPlans(channels).find(({ channel }) => channel === delivery.channel);
  if (!plan) return null;
  const now = clock.now();
  const zone = settings.ORG_TIME_ZONE;
  const month = monthOf(now, zone);
  // What is being sent now counts as sent, this reminder among it.
  const left = (await findLeft(db, plan, month)) + 1;
  if (left > 0) return null;
  const until = leaveQuietHours(nextMonth(now, zone), zone, reminderRules(settings));
  const isHanded = await transact(db, async (tx) => {
    const { platform, limit } = plan;
    await tellOffice(runtime, tx, `usage-held:${plan.channel}:${month}`, (t) =>
      t('usage.remindersHeld', { platform, limit, left: Math.max(0, left), at: sayDeadline(t, until, zone) }),
    );
    return (await handReminders(tx, delivery.chatId)) > 0;
  });
  wakeSenders(runtime);
  return { until, isHanded };
}
