import { UserError } from '../../core/errors.js';
import { bold, plain } from '../../core/message.js';
import { textsFor } from '../../locales/texts.js';
import { getChat } from '../../store/chats.js';
import type { PassedQuestion } from '../../store/questions.js';
import { requireChangeable } from '../changes/find-changeable.js';
import type { Deed } from '../deed.js';
import { shorten } from '../replies/words.js';
import { tell } from '../tell.js';

/** Longest answer that is passed back. */
const answerLength = 2_000;

/**
 * Brings the words of whoever may change the directive to the chat that asked, under its question. `key`: the same
 * answer twice is brought once. Returns what to say; throws UserError without the right or where the chat is lost.
 */
export async function answerQuestion(
  ctx: Deed,
  asked: PassedQuestion,
  { words, key }: { words: string; key: string },
): Promise<string> {
  const { assignment, messageId } = asked;
  const { number } = await requireChangeable(ctx, assignment.directive);
  const { code } = assignment.unit;
  const chat = await getChat(ctx.db, asked.chatId);
  if (chat.state !== 'active') throw new UserError('reply.askerLost', { code, number });
  const t = textsFor(chat.locale, ctx.runtime.settings.ORG_LOCALE);
  const head = t(words.length > answerLength ? 'reply.answerCut' : 'reply.answerHead', { number });
  const text = [bold(head), plain(`\n${shorten(words, answerLength)}`)];
  const { id: assignmentId, directiveId } = assignment;
  await tell(
    ctx,
    chat,
    { text },
    { replyTo: messageId, directiveId, assignmentId, dedupKey: `answer-question:${key}` },
  );
  return ctx.t('reply.answerPassed', { code, number });
}
