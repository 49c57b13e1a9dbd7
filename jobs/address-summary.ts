import type { Settings } from '../config/settings.js';
import { placeOf } from '../config/rules.js';
import { priority } from '../core/delivery.js';
import type { RichText } from '../core/message.js';
import { buildBrief } from '../core/report/brief.js';
import type { ReportHead } from '../core/report/report-head.js';
import { buildUnitReport } from '../core/report/unit-report.js';
import { createMoments, rememberSay } from '../core/summary/remember.js';
import { splitByUnit } from '../core/summary/cut-content.js';
import type { SummaryContent } from '../core/summary/summary-content.js';
import { viewSummary } from '../core/summary/summary-view.js';
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
  const place = placeOf(settings);
  const whole = viewSummary(content);
  const partOf = splitByUnit(content);
  const words = new Map(
    locales.map((locale) => {
      const t = rememberSay(textsFor(locale, settings.ORG_LOCALE));
      return [locale, { t, moment: createMoments(t, place.zone) }];
    }),
  );
  const write = ({ locale, unit }: SummaryChat): RichText => {
    const { t, moment } = words.get(locale as Locale) ?? words.get(settings.ORG_LOCALE)!;
    const head: ReportHead = {
      number,
      place,
      moment,
      name: unit ? `${unit.code} ${unit.name}` : settings.ORG_NAME,
    };
    if (!unit) return buildBrief({ t, content, view: whole, head });
    const part = partOf(unit.id);
    return buildUnitReport({ t, content: part, view: viewSummary(part), head });
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
