import { reminderRules } from '../../config/rules.js';
import { leaveQuietHours } from '../../core/reminders/plan-reminders.js';
import { buildReminder } from '../../core/reminders/reminder-message.js';
import { textsFor } from '../../locales/texts.js';
import { findReminderItems, pinReminder } from '../../store/reminders.js';
import type { Composer } from './composer.js';

/**
 * What the group still owes an answer to, of what it is to be reminded of. However long the reminder waited, it does
 * not go out in the unit's quiet hours.
 */
export const composeReminder: Composer = async (runtime, delivery) => {
  const { db, clock, channels, settings } = runtime;
  const items = await findReminderItems(db, delivery.id);
  const [item] = items;
  if (!item) return { op: 'skip', reason: 'answered' };
  const now = clock.now();
  const zone = item.timeZone ?? settings.ORG_TIME_ZONE;
  const awake = leaveQuietHours(now, zone, reminderRules(settings));
  if (awake > now) return { op: 'later', notBefore: awake };
  const only = items.length === 1 ? item : null;
  if ((only?.assignmentId ?? null) !== delivery.assignmentId) await pinReminder(db, delivery.id, only);
  const { buttons, replyTo } = channels.get(delivery.channel)!.capabilities;
  const content = buildReminder(textsFor(delivery.locale, settings.ORG_LOCALE), items, {
    zone,
    now,
    orgName: settings.ORG_NAME,
    ways: { buttons, replyTo, hearsAll: item.hearsAll },
  });
  return { op: 'send', content, ...(only?.messageId ? { replyTo: only.messageId } : {}) };
};
