import { UserError } from '../../core/errors.js';
import { bold, plain, type Attachment } from '../../core/message.js';
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
  { words, files, key }: { words: string; files: readonly Attachment[]; key: string },
): Promise<string> {
  const { assignment, messageId } = asked;
  const { number } = await requireChangeable(ctx, assignment.directive);
  const { code } = assignment.unit;
  const chat = await getChat(ctx.db, asked.chatId);
  if (chat.state !== 'active') throw new UserError('reply.askerLost', { code, number });
  const t = textsFor(chat.locale, ctx.runtime.settings.ORG_LOCALE);
  const head = t(words.length > answerLength ? 'reply.answerCut' : 'reply.answerHead', { number });
  const text = [bold(head), ...(words === '' ? [] : [plain(`\n${shorten(words, answerLength)}`)])];
  const [attachment] = files;
  const { id: assignmentId, directiveId } = assignment;
  await tell(
    ctx,
    chat,
    { text, ...(attachment ? { attachment } : {}) },
    { replyTo: messageId, directiveId, assignmentId, dedupKey: `answer-question:${key}` },
  );
  const passed = ctx.t('reply.answerPassed', { code, number });
  const isLeft = attachment !== undefined && !isShown(ctx, attachment, chat.channel);
  return isLeft ? `${passed} ${ctx.t('reply.answerFileLeft')}` : passed;
}

/** Whether a file that came here can be seen there: jobs/fit-attachment.ts says in its place that there is one. */
function isShown({ runtime }: Deed, { kind, channel }: Attachment, to: string): boolean {
  const there = runtime.channels.get(to);
  if (!there) return false;
  const isOwn = there.capabilities.files === 'own';
  if (channel === to) return isOwn || kind === 'photo';
  const isHandedOut = kind === 'photo' && runtime.channels.get(channel)?.openFile !== undefined;
  return !isOwn && isHandedOut && runtime.settings.PUBLIC_URL !== undefined;
}
