import { waysIn } from '../../channels/ways.js';
import { reminderRules } from '../../config/rules.js';
import type { Runtime } from '../../config/runtime.js';
import { startOfDay } from '../../core/calendar/iso-date.js';
import { fitBudget } from '../../core/reminders/budget.js';
import { leaveQuietHours } from '../../core/reminders/plan-reminders.js';
import { buildReminder } from '../../core/reminders/reminder-message.js';
import { textsFor } from '../../locales/texts.js';
import { countUnasked } from '../../store/group-days.js';
import { findPlanned, findReminderItems, pinReminder, type DueItem } from '../../store/reminders.js';
import { holdReminder } from '../hold-reminder.js';
import type { Composer } from './composer.js';

/**
 * What the group still owes an answer to, of what it is to be reminded of. However long the reminder waited, it does
 * not go out in the unit's quiet hours, nor when the group has heard the bot often enough today.
 */
export const composeReminder: Composer = async (runtime, delivery) => {
  const { db, clock, channels, settings } = runtime;
  const owed = await findReminderItems(db, delivery.id);
  if (!owed[0]) return { op: 'skip', reason: 'answered' };
  const now = clock.now();
  const zone = owed[0].timeZone ?? settings.ORG_TIME_ZONE;
  const awake = leaveQuietHours(now, zone, reminderRules(settings));
  if (awake > now) return { op: 'later', notBefore: awake };
  const held = await holdReminder(runtime, delivery);
  if (held?.isHanded) return { op: 'skip', reason: 'month-used' };
  if (held) return { op: 'later', notBefore: held.until };
  const items = await fit(runtime, delivery.id, { owed, now, zone });
  const [item] = items;
  if (!item) return { op: 'skip', reason: 'budget' };
  const only = items.length === 1 ? item : null;
  if ((only?.assignmentId ?? null) !== delivery.assignmentId) await pinReminder(db, delivery.id, only);
  const content = buildReminder(textsFor(delivery.locale, settings.ORG_LOCALE), items, {
    zone,
    now,
    orgName: settings.ORG_NAME,
    isNaming: item.naming,
    ways: waysIn(channels.get(delivery.channel)!, {
      isGroup: delivery.role !== 'private',
      hearsAll: item.hearsAll,
    }),
  });
  return { op: 'send', content, ...(only?.messageId ? { replyTo: only.messageId } : {}) };
};

/** What of it the group's day has room for. A reminder that somebody asked for goes out as it is. */
async function fit(
  { db, settings }: Runtime,
  deliveryId: number,
  { owed, now, zone }: { owed: DueItem[]; now: Date; zone: string },
): Promise<DueItem[]> {
  const planned = await findPlanned(db, deliveryId);
  const limit = settings.GROUP_DAILY_MESSAGES;
  if (!planned || limit === 0) return owed;
  const used = await countUnasked(db, deliveryId, startOfDay(now, zone));
  const fitted = fitBudget(owed, planned.lastCallIds, now, { limit, used });
  switch (fitted.op) {
    case 'as-is':
      return owed;
    case 'all-open':
      return findReminderItems(db, deliveryId, true);
    case 'only':
      return fitted.items;
    case 'none':
      return [];
  }
}
