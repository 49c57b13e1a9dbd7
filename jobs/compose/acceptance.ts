import { reminderRules } from '../../config/rules.js';
import { buildAwaitingList } from '../../core/acceptance/acceptance-message.js';
import { leaveQuietHours } from '../../core/reminders/plan-reminders.js';
import { textsFor } from '../../locales/texts.js';
import { listAwaiting } from '../../store/awaiting.js';
import { findDirective } from '../../store/directives.js';
import type { Composer } from './composer.js';

/** What of a directive waits to be accepted at that moment; nothing when the issuer has decided on all. */
export const composeAcceptance: Composer = async (runtime, { directiveId, locale }) => {
  const { db, clock, settings } = runtime;
  const directive = directiveId === null ? null : await findDirective(db, directiveId);
  if (!directive || directive.number === null) return { op: 'skip', reason: 'no-directive' };
  const items = await listAwaiting(db, directive.id);
  if (items.length === 0) return { op: 'skip', reason: 'answered' };
  const awake = leaveQuietHours(clock.now(), settings.ORG_TIME_ZONE, reminderRules(settings));
  if (awake > clock.now()) return { op: 'later', notBefore: awake };
  const { id, number, title } = directive;
  const content = buildAwaitingList(textsFor(locale, settings.ORG_LOCALE), { id, number, title }, items);
  return { op: 'send', content };
};
