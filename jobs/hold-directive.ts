import { monthlyPlans } from '../channels/monthly-plans.js';
import { reminderRules } from '../config/rules.js';
import type { Runtime } from '../config/runtime.js';
import { encodeAction } from '../core/action.js';
import { sayDeadline } from '../core/deadline/say-deadline.js';
import { priority } from '../core/delivery.js';
import { plain, type Button } from '../core/message.js';
import { leaveQuietHours } from '../core/reminders/plan-reminders.js';
import { monthOf, nextMonth, type UsageNeed } from '../core/usage.js';
import { textsFor } from '../locales/texts.js';
import { findOfficeChats, getChat } from '../store/chats.js';
import type { Db } from '../store/db.js';
import { queueDeliveries, type NewDelivery } from '../store/deliveries.js';
import type { Directive } from '../store/directives.js';
import { findGroupsOf, holdScheduled } from '../store/drafts.js';
import { findNeeds, lockUsage } from '../store/usage.js';

/**
 * A directive whose time has come but that a plan's month has too few messages left for: held until the next month
 * begins, or as a draft again where its deadline comes before. Its issuer gets the choices, the office the news. False
 * when the month has room. In the transaction that would open it.
 */
export async function holdDirective(runtime: Runtime, db: Db, directive: Directive): Promise<boolean> {
  const { settings, clock, channels } = runtime;
  const plans = monthlyPlans(channels);
  if (plans.length === 0) return false;
  await lockUsage(db, plans);
  const now = clock.now();
  const zone = settings.ORG_TIME_ZONE;
  const groups = await findGroupsOf(db, directive.unitIds);
  const needs = await findNeeds(db, plans, { words: directive, groups, month: monthOf(now, zone) });
  const short = needs.find(({ need, left }) => need > left);
  if (!short) return false;
  const again = leaveQuietHours(nextMonth(now, zone), zone, reminderRules(settings));
  const sendAt = directive.dueAt && directive.dueAt <= again ? null : again;
  if (await holdScheduled(db, directive, { sendAt, now }))
    await tellHeld(runtime, db, { directive, short, sendAt });
  return true;
}

interface Held {
  directive: Directive;
  short: UsageNeed;
  /** Null: it is a draft again. */
  sendAt: Date | null;
}

async function tellHeld(
  { settings, clock }: Runtime,
  db: Db,
  { directive, short, sendAt }: Held,
): Promise<void> {
  const { id, title, issuerChatId, issuerId } = directive;
  const issuerChat = await getChat(db, issuerChatId);
  const offices = (await findOfficeChats(db)).filter(
    ({ state, id: office }) => state === 'active' && office !== issuerChatId,
  );
  const zone = settings.ORG_TIME_ZONE;
  const say = (locale: string | null) => {
    const t = textsFor(locale, settings.ORG_LOCALE);
    const moment = (at: Date | null) => (at ? sayDeadline(t, at, zone) : '');
    const head = t('usage.held', { title, at: moment(directive.sendAt), ...short });
    const next = sendAt
      ? t('usage.heldUntil', { at: moment(sendAt) })
      : t('usage.heldAsDraft', { due: moment(directive.dueAt) });
    return { t, text: [plain(`${head}\n${next}`)] };
  };
  const to = (chat: { id: number; channel: string }): Omit<NewDelivery, 'content'> => ({
    ...{ channel: chat.channel, chatId: chat.id, kind: 'tell', priority: priority.reminder },
    dedupKey: `held:${id}:${directive.sendAt?.toISOString() ?? ''}:chat:${chat.id}`,
  });
  const { t, text } = say(issuerChat.locale);
  const verbs = sendAt ? (['send', 'change', 'drop'] as const) : (['later', 'change', 'drop'] as const);
  const buttons = verbs.map((verb): Button => ({
    label: t(`preview.button.${verb}`),
    action: encodeAction('draft', id, verb),
  }));
  const told = offices.map((office): NewDelivery => ({
    ...to(office),
    content: { text: say(office.locale).text },
  }));
  const asked = { ...to(issuerChat), content: { text, buttons: [buttons], askedOf: issuerId } };
  await queueDeliveries(db, [asked, ...told], clock.now());
}
