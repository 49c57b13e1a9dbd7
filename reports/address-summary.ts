import type { Channel } from '../channels/channel.js';
import { showsFiles } from '../channels/shows-files.js';
import { encodeAction } from '../core/action.js';
import { priority } from '../core/delivery.js';
import { joinLines, plain, type Button, type Content } from '../core/message.js';
import { buildBrief } from '../core/report/brief.js';
import type { ReportHead } from '../core/report/report-head.js';
import { attachReport, spellPeriod, type ReportFormat } from '../core/report/report-ref.js';
import { buildUnitReport } from '../core/report/unit-report.js';
import type { Say } from '../core/say.js';
import { splitByUnit } from '../core/summary/cut-content.js';
import { createMoments, rememberSay } from '../core/summary/remember.js';
import type { SummaryContent } from '../core/summary/summary-content.js';
import { viewSummary } from '../core/summary/summary-view.js';
import { placeOf } from '../config/rules.js';
import type { Settings } from '../config/settings.js';
import { localeOf, locales, textsFor, type Locale } from '../locales/texts.js';
import type { NewDelivery } from '../store/deliveries.js';
import { findSummaryChats, type SummaryChat } from '../store/summary-chats.js';
import type { Summary } from '../store/summaries.js';
import { writeLinked, type ReportMeans } from './links.js';
import { createWriting } from './write-report.js';

export interface Means extends ReportMeans {
  settings: Settings;
  channels: ReadonlyMap<string, Pick<Channel, 'messageLink' | 'capabilities'>>;
}

/** The formats that a report's buttons offer. */
const offered: readonly ReportFormat[] = ['docx', 'xlsx', 'pdf'];

/** Buttons that bring the report's whole text and, where they can be shown, files. `unitId` 0: as far as who presses may see. */
export function reportButtons(
  t: Say,
  period: string,
  { unitId = 0, hasFiles }: { unitId?: number; hasFiles: boolean },
): Button[][] {
  const action = (what: string) => encodeAction('report', what, spellPeriod(period), unitId);
  const full = { label: t('report.button.full'), action: action('full') };
  if (!hasFiles) return [[full]];
  return [
    [full, { label: t('report.button.png'), action: action('png') }],
    offered.map((format) => ({ label: t(`report.button.${format}`), action: action(format) })),
  ];
}

/** What a report's file is called, for any system: `bao-cao-2026-W47-so-31`. */
export function titleFile(t: Say, period: string, number: number | null): string {
  const name = t('report.file', { period: spellPeriod(period) });
  return number === null ? name : name + t('report.fileNumber', { number });
}

/**
 * A frozen report to each office group: one screen of words under the picture, and the document, or a word that these
 * can't be had there; a week's goes to each unit's group, too, in its own part.
 */
export async function addressSummary(
  means: Means,
  { id, number, issue, content }: Summary,
): Promise<NewDelivery[]> {
  const chats = await findSummaryChats(means.db);
  const writeUnit = createUnitWriter(means.settings, content, number);
  const deliveries: NewDelivery[] = [];
  for (const chat of chats) {
    const { channel, id: chatId } = chat;
    const to = { channel, chatId, kind: 'summary' as const, priority: priority.summary };
    const dedupKey = `summary:${id}:chat:${chatId}`;
    if (chat.unit) {
      if (content.kind === 'week') deliveries.push({ ...to, dedupKey, content: { text: writeUnit(chat) } });
      continue;
    }
    const { message, document } = await writeOffice(means, chat, { id, number, issue, content });
    deliveries.push({ ...to, dedupKey, content: message });
    if (document) deliveries.push({ ...to, dedupKey: `${dedupKey}:file`, content: document });
  }
  return deliveries;
}

async function writeOffice(
  means: Means,
  chat: SummaryChat,
  { id, number, issue, content }: Pick<Summary, 'id' | 'number' | 'issue' | 'content'>,
): Promise<{ message: Content; document: Content | null }> {
  const locale = localeOf(chat.locale, means.settings.ORG_LOCALE);
  const { ORG_NAME: name } = means.settings;
  const writing = createWriting(means.settings, { content, number, issue, units: null, name, locale });
  const { t } = writing;
  const { period } = content;
  const attach = (format: ReportFormat) =>
    attachReport({ id, period, units: null, name, format, locale }, titleFile(t, period, number));
  const text = await writeLinked(means, writing, buildBrief);
  const channel = means.channels.get(chat.channel);
  const hasFiles = channel !== undefined && showsFiles(channel, means.settings);
  const buttons = reportButtons(t, period, { hasFiles });
  if (!hasFiles)
    return { message: { text: joinLines([text, [plain(t('report.noFiles'))]]), buttons }, document: null };
  return {
    message: { text, attachment: attach('png'), buttons },
    document: { text: [plain(t('report.document', { number }))], attachment: attach('docx') },
  };
}

/** A thousand groups are told nearly the same: words that were found once are kept for the round. */
function createUnitWriter(settings: Settings, content: SummaryContent, number: number) {
  const place = placeOf(settings);
  const partOf = splitByUnit(content);
  const says = new Map(locales.map((locale) => [locale, rememberSay(textsFor(locale, settings.ORG_LOCALE))]));
  const moments = new Map<string, ReportHead['moment']>();
  /** Of the unit's own zone: there the directives' messages told the deadlines by it, too. */
  const momentsOf = (locale: Locale, zone: string) => {
    const key = `${locale} ${zone}`;
    const moment = moments.get(key) ?? createMoments(says.get(locale)!, zone);
    moments.set(key, moment);
    return moment;
  };
  return (chat: SummaryChat) => {
    const { id, code, name, timeZone } = chat.unit!;
    const locale = localeOf(chat.locale, settings.ORG_LOCALE);
    const t = says.get(locale)!;
    const part = partOf(id);
    const moment = momentsOf(locale, timeZone ?? place.zone);
    const head = { number, place, moment, name: `${code} ${name}` };
    return buildUnitReport({ t, content: part, view: viewSummary(part), head });
  };
}
