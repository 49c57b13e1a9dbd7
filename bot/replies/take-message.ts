import type { InboundMessage } from '../../core/event.js';
import { splitCode, splitDirectives } from '../../core/reading/code.js';
import { encodeAction } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { bold, joinLines, plain } from '../../core/message.js';
import { hear } from '../../core/replies/said.js';
import { findAnswerTarget, type OpenItem, type TargetKey } from '../../store/answers.js';
import { isAskedWhich, recordReply } from '../../store/replies.js';
import { takeCascadeWish } from '../cascade/take-wish.js';
import { answer, type Context } from '../context.js';
import { acknowledge, pairs, statusesOf } from './acknowledge.js';
import { requireOpen } from '../../services/replies/require-open.js';
import { getTarget, listMeant } from './find-target.js';
import { isOfSeveral, withCodes } from './named-works.js';
import { takeStatement } from './take-statement.js';
import type { OpenTarget, Statement, Taken } from '../../services/replies/taken.js';
import { shorten } from '../../services/replies/words.js';

/** Open items offered as buttons when a text does not say which it means. */
const mostOffered = 6;
/** Directives that one message may name. */
const mostNamed = 20;

/** A number that no directive can have; `#70%` and `#12/15` are shares. */
const wrongNumber = /^[#＃]\s?(0+|\d{10,})(?![\d%.,/])/;

export interface Message {
  event: InboundMessage;
  /** The words without the command's name; the whole text where there is no command. */
  words: string;
  source: 'text' | 'command';
}

/** When a message was said: by the platform's clock, which also knows what waited while the bot was away. */
export function saidAt(ctx: Context, at: string): Date {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) || time > ctx.now ? ctx.now : time;
}

export function toStatement(ctx: Context, { event, source }: Message, words: string): Statement {
  const { messageId, attachments, text } = event;
  return { raw: text, words, source, messageId, attachments, at: saidAt(ctx, event.at) };
}

/** A message in a unit's group: the codes it names, else the message it answers, else the one item that is open. */
export async function takeMessage(ctx: Context, message: Message, unitId: number): Promise<void> {
  const words = await withCodes(ctx, message.words, unitId);
  const pieces = [...new Set(splitDirectives(words))].slice(0, mostNamed);
  const wrong = wrongNumber.exec(words)?.[1];
  if (wrong !== undefined) throw new UserError('reply.unknown', { number: shorten(wrong, 20) });
  const [only] = pieces as [string];
  if (splitCode(only).code === null) return takeUnnamed(ctx, { ...message, words }, unitId);
  if (pieces.length > 1) return takeSeveral(ctx, message, unitId, pieces);
  const { code, note } = splitCode(only);
  await takeKnown(ctx, await getTarget(ctx, { number: code ?? 0, unitId }), message, note);
}

/** Each piece counts for itself: one that names nothing that is open does not undo the others. */
async function takeSeveral(ctx: Context, message: Message, unitId: number, pieces: string[]): Promise<void> {
  const taken: Taken[] = [];
  const faults: UserError[] = [];
  for (const piece of pieces) {
    const { code, note } = splitCode(piece);
    const target = await getTarget(ctx, { number: code ?? 0, unitId }).catch(toFault);
    if (target instanceof UserError) faults.push(target);
    else taken.push(await takeStatement(ctx, target, toStatement(ctx, message, note)));
  }
  if (taken.length === 0) throw faults[0]!;
  const lines = faults.map(({ key, values }) => ctx.t(key, values));
  await acknowledge(ctx, taken, message.event.messageId, [...new Set(lines)]);
}

function toFault(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}

/** One statement about one directive, whoever says it where. */
export async function takeOne(ctx: Context, key: TargetKey, message: Message, words: string): Promise<void> {
  await takeKnown(ctx, await getTarget(ctx, key), message, words);
}

async function takeKnown(ctx: Context, target: OpenTarget, message: Message, words: string): Promise<void> {
  const statement = toStatement(ctx, message, words);
  if (isEmpty(statement)) return offerChoices(ctx, target);
  if (await takeCascadeWish(ctx, target, words)) return;
  await acknowledge(ctx, [await takeStatement(ctx, target, statement)], statement.messageId);
}

async function takeUnnamed(ctx: Context, message: Message, unitId: number): Promise<void> {
  const { replyTo } = message.event;
  const answered = replyTo?.isOurs
    ? await findAnswerTarget(
        ctx.db,
        { messageId: replyTo.messageId, unitId },
        { chatId: ctx.chat.id, now: ctx.now },
      )
    : null;
  if (answered) return takeKnown(ctx, requireOpen(answered), message, message.words);
  const meant = await listMeant(ctx, [unitId]);
  if (meant.length === 0) throw new UserError('reply.noneOpen');
  if (meant.length === 1 && !(await isOfSeveral(ctx, message.words, unitId)))
    return takeOne(ctx, { assignmentId: meant[0]!.assignmentId }, message, message.words);
  await askWhich(ctx, message, unitId, meant);
}

/** Several items are open and the text names none: kept, and asked back with the items as buttons. */
async function askWhich(ctx: Context, message: Message, unitId: number, meant: OpenItem[]): Promise<void> {
  const statement = toStatement(ctx, message, message.words);
  if (isEmpty(statement)) throw new UserError('reply.usage');
  const said = hear('task', null, statement.words);
  // Words that say nothing are not asked about again while a question stands.
  const isRepeated = said.status === null && (await isAskedWhich(ctx.db, ctx.chat.id, ctx.now));
  const replyId = await recordReply(
    ctx.db,
    {
      ...{ assignmentId: null, directiveId: null, directiveVersion: null, unitId, chatId: ctx.chat.id },
      ...{
        personId: ctx.speaker?.personId ?? null,
        messageId: statement.messageId,
        source: statement.source,
      },
      ...{ state: isRepeated ? 'unread' : 'asked', text: statement.raw, attachments: statement.attachments },
      ...{ said: { ...said, status: null }, at: statement.at },
    },
    null,
  );
  if (isRepeated) return answer(ctx, ctx.t('reply.nameIt'), { replyTo: statement.messageId });
  const offered = meant.slice(0, mostOffered);
  const hasButtons = ctx.channel.capabilities.buttons;
  const lines = offered.map(({ number, title }) => [bold(`#${number}`), plain(` ${shorten(title, 80)}`)]);
  const buttons = offered.map(({ number, title, assignmentId }) => ({
    // Choices without buttons are lines: they say what the list would.
    label: hasButtons ? `#${number}` : `#${number} ${shorten(title, 80)}`,
    action: encodeAction('pick', replyId, assignmentId),
  }));
  const text = joinLines([[plain(ctx.t('reply.askWhich'))], ...(hasButtons ? lines : [])]);
  await answer(ctx, { text, buttons: pairs(buttons) }, { replyTo: statement.messageId });
}

/** `#12` alone: how does it stand? Nothing is stored for an empty answer. */
export async function offerChoices(ctx: Context, target: OpenTarget): Promise<void> {
  const { number, kind, assignmentId, directiveId } = target;
  const title = shorten(target.title, 80);
  const key = kind === 'collect' ? 'reply.offerFigure' : 'reply.offer';
  const buttons = statusesOf[kind].map((status) => ({
    label: ctx.t(`reply.button.${status}`),
    action: encodeAction('answer', assignmentId, status),
  }));
  const text = [plain(ctx.t(key, { number, title }))];
  await answer(ctx, kind !== 'collect' ? { text, buttons: pairs(buttons) } : { text }, {
    directiveId,
    assignmentId,
  });
}

function isEmpty({ words, attachments }: Statement): boolean {
  return words.trim() === '' && attachments.length === 0;
}
