import { bold, plain } from '../../core/message.js';
import type { Said } from '../../core/replies/said.js';
import { createTexts, type Locale } from '../../locales/texts.js';
import { getChat } from '../../store/chats.js';
import { tell, type Context } from '../context.js';
import type { OpenTarget } from './taken.js';
import { shorten } from './words.js';

/** Longest part of the member's words that is passed on; the whole text is in the ledger. */
const passedLength = 600;

/** A question, or a request for more time, goes to the chat the directive was sent from: one line with the unit and the words. */
export async function passOn(
  ctx: Context,
  target: OpenTarget,
  { replyId, said, text }: { replyId: number; said: Said; text: string },
): Promise<void> {
  const chat = await getChat(ctx.db, target.issuerChatId);
  const t = createTexts((chat.locale ?? ctx.runtime.settings.ORG_LOCALE) as Locale);
  const key = said.moreTime === null ? 'reply.passQuestion' : 'reply.passMoreTime';
  const { number, unitCode, unitName } = target;
  const words = shorten(text, passedLength);
  await tell(
    ctx,
    chat,
    {
      text: [
        bold(`${unitCode} ${unitName ?? ''}`.trim()),
        plain(` ${t(key, { number, code: unitCode, words })}`),
      ],
    },
    { dedupKey: `pass-on:${replyId}:${said.moreTime === null ? 'question' : 'time'}` },
  );
}
