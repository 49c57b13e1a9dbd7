import { reminderRules } from '../../config/rules.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { priority } from '../../core/delivery.js';
import { UserError } from '../../core/errors.js';
import { leaveQuietHours } from '../../core/reminders/plan-reminders.js';
import { queueRemindersNow } from '../../store/changes.js';
import { audit } from '../audit.js';
import type { Deed } from '../deed.js';
import { describeHeld } from '../drafts/check-usage.js';
import type { OpenDirective } from './find-changeable.js';

/** One reminder now to each group that still owes an answer. Returns what to say. */
export async function remind(ctx: Deed, directive: OpenDirective): Promise<string> {
  const { db, now, t, runtime } = ctx;
  const { number } = directive;
  if (directive.kind === 'notice') throw new UserError('change.notice', { number });
  const { owing, queued } = await queueRemindersNow(db, directive.id, now, priority.reminder);
  if (owing === 0) throw new UserError('change.nobodyOwes', { number });
  if (queued === 0) throw new UserError('change.remindedJustNow', { number });
  await audit(ctx, 'remind-directive', `directive:${number}`, { groups: queued });
  const zone = runtime.settings.ORG_TIME_ZONE;
  const awake = leaveQuietHours(now, zone, reminderRules(runtime.settings));
  const values = { number, count: queued };
  const said =
    awake > now
      ? t('change.remindedLater', { ...values, at: sayDeadline(t, awake, zone) })
      : t('change.reminded', values);
  return [said, ...(await describeHeld(ctx, directive.unitIds))].join('\n');
}
