import { platformName } from '../../channels/platform-name.js';
import { reminderRules } from '../../config/rules.js';
import { buildElsewhere } from '../../core/replies/elsewhere-message.js';
import { leaveQuietHours } from '../../core/reminders/plan-reminders.js';
import { nameGroup } from '../../core/units/name-group.js';
import { textsFor } from '../../locales/texts.js';
import { pinReminder } from '../../store/reminders.js';
import { findElsewhereItems } from '../../store/sides.js';
import type { Composer } from './composer.js';

/** What the unit answered in another of its groups, as it stands now. Like a reminder it keeps the quiet hours. */
export const composeElsewhere: Composer = async (runtime, delivery) => {
  const { db, clock, channels, settings } = runtime;
  const items = await findElsewhereItems(db, delivery.id);
  const [item] = items;
  if (!item) return { op: 'skip', reason: 'not-elsewhere' };
  const awake = leaveQuietHours(
    clock.now(),
    item.timeZone ?? settings.ORG_TIME_ZONE,
    reminderRules(settings),
  );
  if (awake > clock.now()) return { op: 'later', notBefore: awake };
  if (items.length === 1) await pinReminder(db, delivery.id, item);
  const t = textsFor(delivery.locale, settings.ORG_LOCALE);
  const groups = items.map(({ channel, groupTitle }) =>
    channel === null
      ? ''
      : nameGroup(t, { title: groupTitle ?? '', platform: platformName(channels, channel) }),
  );
  const [group = ''] = new Set(groups).size === 1 ? groups : [];
  return { op: 'send', content: buildElsewhere(t, items, group) };
};
