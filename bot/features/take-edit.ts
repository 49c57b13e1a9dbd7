import { UserError } from '../../core/errors.js';
import { splitCode, splitDirectives } from '../../core/reading/code.js';
import { findAnswerTarget } from '../../store/answers.js';
import { findRepliesOf, type Reply } from '../../store/replies.js';
import { parseCommand } from '../command.js';
import { answerCommand } from '../commands/correct-answer.js';
import { readArguments, reportCommand } from '../commands/report-progress.js';
import type { Feature } from '../feature.js';
import { replyFeature } from './take-reply.js';
import { withCodes } from '../replies/named-works.js';
import { reviseStatement, withdraw } from '../replies/revise.js';
import { toStatement, takeOne, type Message } from '../replies/take-message.js';
import { answer, type Context } from '../context.js';

/** Editing a message edits the reply it was taken as. Platforms also report edits that changed nothing to be seen. */
export const editFeature: Feature = {
  name: 'take-edit',
  async handle(ctx) {
    const { event } = ctx;
    if (event.kind !== 'edit') return false;
    const replies = await findRepliesOf(ctx.db, ctx.chat.id, event.messageId);
    const message = toMessage(event);
    if (replies.length > 0 && isOrder(event.text)) {
      await answer(ctx, ctx.t('correct.sendAgain'), { replyTo: event.messageId });
      return true;
    }
    if (replies.length === 0) return takeAsNew(ctx, message);
    const isSame = replies.every(({ text }) => text === event.text) && event.attachments.length === 0;
    if (!isSame) await revise(ctx, replies, message);
    return true;
  },
};

type EditEvent = Extract<Context['event'], { kind: 'edit' }>;

function toMessage(event: EditEvent): Message {
  const command = parseCommand(event.text);
  const isReport = command !== null && reportCommand.names.includes(command.name);
  return isReport
    ? { event, words: readArguments(command.args), source: 'command' }
    : { event, words: event.text, source: 'text' };
}

/** An order that was carried out, such as an answer entered for a unit, is not done otherwise by an edit. */
function isOrder(text: string): boolean {
  const command = parseCommand(text);
  return command !== null && answerCommand.names.includes(command.name);
}

/** What was refused before, e.g. for a wrong number, counts once it names a directive. */
async function takeAsNew(ctx: Context, message: Message): Promise<boolean> {
  const { event } = ctx;
  if (event.kind !== 'edit') return false;
  const words = await withCodes(ctx, message.words, ctx.chat.unitId);
  if (splitCode(words).code === null) return false;
  if (message.source === 'text') return replyFeature.handle({ ...ctx, event: { ...event, kind: 'message' } });
  await reportCommand.run({ ...ctx, event: { ...event, kind: 'message' } }, message.words);
  return true;
}

/** Each code's words revise the reply to that directive; a code that is gone takes its reply back, a new one makes one. */
async function revise(ctx: Context, replies: Reply[], message: Message): Promise<void> {
  const { unitId } = replies[0]!;
  const pieces = splitDirectives(await withCodes(ctx, message.words, unitId)).map(splitCode);
  const isNamed = pieces[0]!.code !== null;
  const left = new Set(pieces);
  for (const reply of replies) {
    if (reply.assignmentId === null) continue;
    const key = { assignmentId: reply.assignmentId };
    const target = await findAnswerTarget(ctx.db, key, { chatId: ctx.chat.id, now: ctx.now });
    if (!target) continue;
    const piece = isNamed ? pieces.find(({ code }) => code === target.number) : pieces[0];
    if (piece) left.delete(piece);
    if (piece) await reviseStatement(ctx, reply, target, toStatement(ctx, message, piece.note));
    else await withdraw(ctx, reply, target, message.event.text);
  }
  if (!isNamed || unitId === null) return;
  for (const { code, note } of left)
    if (code !== null) await takeOrSay(ctx, message, { number: code, unitId }, note);
}

/** A number that takes no answers does not undo what was said of the others. */
async function takeOrSay(
  ctx: Context,
  message: Message,
  key: { number: number; unitId: number },
  note: string,
): Promise<void> {
  try {
    await takeOne(ctx, key, message, note);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await answer(ctx, ctx.t(error.key, error.values), { replyTo: message.event.messageId });
  }
}
