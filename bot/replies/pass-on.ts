import { bold, plain } from '../../core/message.js';
import type { Said } from '../../core/replies/said.js';
import { textsFor } from '../../locales/texts.js';
import { findDeciderChat } from '../../store/decider-chat.js';
import { questionKey } from '../../store/questions.js';
import { tell } from '../../services/tell.js';
import type { Context } from '../context.js';
import { requestMoreTime } from '../more-time/request.js';
import type { OpenTarget } from '../../services/replies/taken.js';
import { shorten } from '../../services/replies/words.js';

/** Longest part of the member's words that is passed on; the whole text is in the ledger. */
const passedLength = 600;

/**
 * A question goes to the chat the directive was sent from, with the unit, the words and how to answer; a request for more
 * time is asked of the issuer there. Returns the line that tells the unit what became of its request, null without one.
 */
export async function passOn(
  ctx: Context,
  target: OpenTarget,
  reply: { replyId: number; said: Said; text: string; doneAt: Date | null },
): Promise<string | null> {
  const { replyId, said, doneAt } = reply;
  const text = said.note || reply.text; // without `/baocao 12` before it
  const { moreTime } = said;
  if (moreTime !== null) return requestMoreTime(ctx, target, { replyId, moreTime, text, doneAt });
  if (!said.isQuestion) return null;
  const chat = await findDeciderChat(ctx.db, target);
  const t = textsFor(chat.locale, ctx.runtime.settings.ORG_LOCALE);
  const { number, unitCode, unitName } = target;
  const words = shorten(text, passedLength);
  const hearsReplies = ctx.runtime.channels.get(chat.channel)?.capabilities.replyTo ?? false;
  const line = [
    bold(`${unitCode} ${unitName ?? ''}`.trim()),
    plain(` ${t('reply.passQuestion', { number, words })}`),
    plain(`\n${t(hearsReplies ? 'reply.passHow' : 'reply.passHowTyped', { number, code: unitCode })}`),
  ];
  await tell(ctx, chat, { text: line }, { dedupKey: questionKey(replyId) });
  return null;
}
