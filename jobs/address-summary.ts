import type { Settings } from '../config/settings.js';
import { priority } from '../core/delivery.js';
import type { RichText } from '../core/message.js';
import { createMoments, rememberSay } from '../core/summary/remember.js';
import { splitByUnit, type SummaryContent } from '../core/summary/summary-content.js';
import { buildSummary } from '../core/summary/summary-message.js';
import { viewSummary } from '../core/summary/summary-view.js';
import { buildUnitSummary } from '../core/summary/unit-summary.js';
import { locales, textsFor, type Locale } from '../locales/texts.js';
import type { Db } from '../store/db.js';
import type { NewDelivery } from '../store/deliveries.js';
import { findSummaryChats, type SummaryChat } from '../store/summary-chats.js';

/** The frozen summary to each office group, and to each unit's group its own part. */
export async function addressSummary(
  db: Db,
  settings: Settings,
  content: SummaryContent,
  number: number,
): Promise<NewDelivery[]> {
  const zone = settings.ORG_TIME_ZONE;
  const whole = viewSummary(content, null);
  const partOf = splitByUnit(content);
  const words = new Map(
    locales.map((locale) => {
      const t = rememberSay(textsFor(locale, settings.ORG_LOCALE));
      return [locale, { t, moment: createMoments(t, zone) }];
    }),
  );
  const write = ({ locale, unit }: SummaryChat): RichText => {
    const { t, moment } = words.get(locale as Locale) ?? words.get(settings.ORG_LOCALE)!;
    const head = { number, zone, moment };
    if (!unit) return buildSummary(t, content, whole, { ...head, name: settings.ORG_NAME });
    const part = partOf(unit.id);
    return buildUnitSummary(t, part, viewSummary(part, null), { ...head, name: `${unit.code} ${unit.name}` });
  };
  const chats = await findSummaryChats(db);
  return chats.map((chat) => ({
    channel: chat.channel,
    chatId: chat.id,
    kind: 'summary',
    priority: priority.summary,
    dedupKey: `summary:${content.period}:chat:${chat.id}`,
    content: { text: write(chat) },
  }));
}
