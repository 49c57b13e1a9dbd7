import { placeOf } from '../config/rules.js';
import type { Settings } from '../config/settings.js';
import { encodeAction } from '../core/action.js';
import { priority } from '../core/delivery.js';
import { joinLines, plain, type Button, type RichText } from '../core/message.js';
import { buildBrief } from '../core/report/brief.js';
import { sayPeriod } from '../core/report/say-period.js';
import type { Say } from '../core/say.js';
import type { SummaryContent } from '../core/summary/summary-content.js';
import { localeOf, textsFor } from '../locales/texts.js';
import type { Db } from '../store/db.js';
import type { NewDelivery } from '../store/deliveries.js';
import { findSummaryChats, type SummaryChat } from '../store/summary-chats.js';
import type { Means } from './address-summary.js';
import { writeLinked } from './links.js';
import { createWriting } from './write-report.js';

/** A report that waits for somebody's word, to each office group: published as it stands, or made anew. */
export async function addressDraft(
  means: Means,
  id: number,
  content: SummaryContent,
): Promise<NewDelivery[]> {
  const { settings } = means;
  const { ORG_NAME: name } = settings;
  return toOffices(means.db, `summary:draft:${id}`, id, async (chat) => {
    const locale = localeOf(chat.locale, settings.ORG_LOCALE);
    const writing = createWriting(settings, { content, number: null, units: null, name, locale });
    const text = await writeLinked(means, writing, buildBrief);
    return { t: writing.t, text: joinLines([[plain(writing.t('report.draft'))], [], text]) };
  });
}

/** A word to each office group that the draft of a period still waits. */
export async function addressDraftReminder(
  { db, settings }: { db: Db; settings: Settings },
  { id, period, round }: { id: number; period: string; round: number },
): Promise<NewDelivery[]> {
  return toOffices(db, `summary:draft:${period}:reminder:${round}`, id, (chat) => {
    const t = textsFor(chat.locale, settings.ORG_LOCALE);
    const about = sayPeriod(t, period, placeOf(settings));
    return Promise.resolve({ t, text: [plain(t('report.draftWaits', { period: about }))] });
  });
}

async function toOffices(
  db: Db,
  key: string,
  id: number,
  write: (chat: SummaryChat) => Promise<{ t: Say; text: RichText }>,
): Promise<NewDelivery[]> {
  const offices = (await findSummaryChats(db)).filter(({ unit }) => unit === null);
  const deliveries: NewDelivery[] = [];
  for (const chat of offices) {
    const { t, text } = await write(chat);
    deliveries.push({
      ...{ channel: chat.channel, chatId: chat.id, kind: 'summary', priority: priority.summary },
      dedupKey: `${key}:chat:${chat.id}`,
      content: { text, buttons: [draftButtons(t, id)] },
    });
  }
  return deliveries;
}

const draftButtons = (t: Say, id: number): Button[] =>
  ['publish', 'redo'].map((verb) => ({
    label: t(`report.button.${verb}`),
    action: encodeAction('publish', id, verb),
  }));
