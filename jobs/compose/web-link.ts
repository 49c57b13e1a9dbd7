import { pageUrl } from '../../config/page-url.js';
import { joinLines, plain } from '../../core/message.js';
import { textsFor } from '../../locales/texts.js';
import { issueWebLink } from '../../store/web-links.js';
import type { Composer } from './composer.js';

/** As long as it takes to change to the browser. */
const validMinutes = 5;

/** A link that opens the page once. Its key is made here and stands in the message only: the ledger keeps its hash. */
export const composeWebLink: Composer = async ({ db, clock, settings }, { chatId, locale }) => {
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + validMinutes * 60_000);
  const key = await issueWebLink(db, chatId, { now, expiresAt });
  if (key === null) return { op: 'skip', reason: 'too-late' };
  const t = textsFor(locale, settings.ORG_LOCALE);
  const lines = [
    t('admin.link.open', { minutes: validMinutes }),
    `${pageUrl(settings)}/admin/sign-in?key=${key}`,
    t('admin.link.warning'),
  ];
  return { op: 'send', content: { text: joinLines(lines.map((line) => [plain(line)])) } };
};
