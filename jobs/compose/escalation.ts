import { officeHoursOf, reminderRules } from '../../config/rules.js';
import type { Runtime } from '../../config/runtime.js';
import { startOfDay } from '../../core/calendar/iso-date.js';
import { buildEscalation, buildFollowUp } from '../../core/escalation/escalation-message.js';
import { leaveFreeTime, type EscalationStep } from '../../core/escalation/plan-escalation.js';
import { textsFor } from '../../locales/texts.js';
import { loadCalendar } from '../../store/calendar.js';
import type { ClaimedDelivery } from '../../store/claim-deliveries.js';
import { findEscalation, findLeads, type EscalationFacts } from '../../store/escalations.js';
import { countUnasked } from '../../store/group-days.js';
import type { Composed, Composer } from './composer.js';
import { waysIn } from '../../channels/ways.js';

/** What is still owed when it goes out: to a lead, to the issuer, or to the group where the lead is named. */
export const composeEscalation: Composer = async (runtime, delivery) => {
  const { db, clock, channels, settings } = runtime;
  const facts = await findEscalation(db, delivery.id);
  const [first] = facts?.items ?? [];
  if (!facts || !first) return { op: 'skip', reason: 'answered' };
  const now = clock.now();
  const zone = first.timeZone ?? settings.ORG_TIME_ZONE;
  const held = await hold(runtime, delivery, facts, { now, zone, unitId: first.unitId });
  if (held) return held;
  const ways = waysIn(channels.get(delivery.channel)!, {
    isGroup: delivery.role !== 'private',
    hearsAll: facts.hearsAll,
  });
  const place = { zone, now, orgName: settings.ORG_NAME, ways };
  const t = textsFor(delivery.locale, settings.ORG_LOCALE);
  const hangsOn = facts.items.length === 1 && first.messageId ? { replyTo: first.messageId } : {};
  if (facts.step === 'follow-up') return { op: 'send', content: buildFollowUp(t, first, place), ...hangsOn };
  const step = facts.step as Exclude<EscalationStep, 'follow-up'>;
  const isGroup = delivery.role === 'unit';
  const names = isGroup ? (await findLeads(db, [facts.unitId ?? 0])).map(({ name }) => name) : [];
  const content = buildEscalation(t, facts.items, { ...place, step, names });
  return { op: 'send', content, ...(isGroup ? hangsOn : {}) };
};

/** Not in the quiet hours or on a day off; nobody is named where the group does not want it, nor on a day on which it heard enough. */
async function hold(
  { db, settings }: Runtime,
  { id, role }: ClaimedDelivery,
  { step, naming }: EscalationFacts,
  { now, zone, unitId }: { now: Date; zone: string; unitId: number },
): Promise<Composed | null> {
  const rules = reminderRules(settings);
  const calendar = await loadCalendar(db, officeHoursOf(settings), unitId);
  const free = (at: Date) => leaveFreeTime({ zone, rules, calendar }, at);
  if (free(now) > now) return { op: 'later', notBefore: free(now) };
  if (role !== 'unit' || step === 'follow-up') return null;
  if (!naming) return { op: 'skip', reason: 'no-naming' };
  const limit = settings.GROUP_DAILY_MESSAGES;
  const today = startOfDay(now, zone);
  if (limit === 0 || (await countUnasked(db, id, today)) < limit) return null;
  return { op: 'later', notBefore: free(startOfDay(new Date(today.getTime() + 26 * 3_600_000), zone)) };
}
