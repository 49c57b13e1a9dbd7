import { sumBelow, type PartBelow } from '../../core/cascade/sum-below.js';
import { isAwaiting, type AnswerState } from '../../core/replies/answer-state.js';
import { applyByTerms } from '../../core/replies/apply-by-terms.js';
import { fromBelow, type Said } from '../../core/replies/said.js';
import { textsFor } from '../../locales/texts.js';
import { findAnswerTarget } from '../../store/answers.js';
import { getChat } from '../../store/chats.js';
import { listPartsBelow } from '../../store/cascade.js';
import { inTurn } from '../../store/gather.js';
import { findReply, recordReply } from '../../store/replies.js';
import type { Deed } from '../deed.js';
import { tell } from '../tell.js';
import type { OpenTarget } from '../replies/taken.js';

/** What follows when a part stands differently: services/replies/follow-change.ts, which follows what is above in its turn. */
type Follow = (
  ctx: Deed,
  target: OpenTarget,
  change: { replyId: number | null; next: AnswerState },
) => Promise<void>;

/** A part below, as far as what is above it must know. */
export interface Below {
  passedFromId: number | null;
  issuerChatId: number;
  number: number | null;
}

/** The reply that brought it about; null when none did. */
type Cause = number | null;

/**
 * A part of a directive that was passed on stands differently: so does the part above, unless somebody said how that one
 * stands. `issuerChatId`: where the directive was passed on from.
 */
export async function followAbove(
  ctx: Deed,
  below: Below & { replyId: Cause },
  follow: Follow,
): Promise<void> {
  const { passedFromId: assignmentId } = below;
  if (assignmentId === null) return;
  // Several units below may answer side by side in one transaction.
  await inTurn(ctx.db, assignmentId, async () => {
    const target = await findAnswerTarget(ctx.db, { assignmentId }, { chatId: ctx.chat.id, now: ctx.now });
    if (!target?.assignmentId || target.byHand || target.directiveState !== 'open' || target.cancelled)
      return;
    const { unitId, unitCode } = target;
    if (unitId === null || unitCode === null) return;
    const open: OpenTarget = { ...target, assignmentId: target.assignmentId, unitId, unitCode };
    const parts = await listPartsBelow(ctx.db, assignmentId);
    const said = parts.length === 0 ? nobodyLeft(open, ctx.now) : sumBelow(open, parts);
    const next = said && (await writeBelow(ctx, open, { said, cause: below.replyId }, follow));
    await tellWhenDone(ctx, open, { parts, next, ...below });
  });
}

/** All below were excused or let go: it is received and no more, unless it was done before. */
function nobodyLeft(target: OpenTarget, now: Date): Said | null {
  const isDone = target.doneAt !== null || target.claimedAt !== null;
  return isDone ? null : receivedByPassing(target, now);
}

/** Writes what the parts below come to as a reply of the part above, when it makes a difference. Returns how it stands. */
export async function writeBelow(
  ctx: Deed,
  target: OpenTarget,
  { said, cause }: { said: Said; cause: Cause },
  follow: Follow,
): Promise<AnswerState> {
  const next = applyByTerms(target, target, said, ctx.now);
  if (isSameStand(target, next)) return target;
  const { assignmentId, directiveId, version, unitId } = target;
  const heard = cause === null ? null : await findReply(ctx.db, cause);
  const replyId = await recordReply(
    ctx.db,
    {
      ...{ assignmentId, directiveId, directiveVersion: version, unitId },
      // Nobody said it for the unit; the message is the one that brought it about.
      ...{
        personId: null,
        chatId: heard?.chatId ?? ctx.chat.id,
        messageId: heard?.messageId ?? '',
        source: 'below',
      },
      ...{ state: 'read', text: '', said, attachments: [], at: ctx.now },
    },
    next,
  );
  await follow(ctx, target, { replyId, next });
  return next;
}

/** Received, by passing it on; where no more was asked it is done with that. */
export const receivedByPassing = ({ kind }: Pick<OpenTarget, 'kind'>, now: Date): Said =>
  kind === 'acknowledge' ? fromBelow({ status: 'done' }, now) : fromBelow({ status: 'acknowledged' }, null);

/** The stand that another would show the same. */
export function isSameStand(one: AnswerState, other: AnswerState): boolean {
  const facts = ({
    state,
    percent,
    doneCount,
    totalCount,
    value,
    difficulty,
    doneAt,
    claimedAt,
  }: AnswerState) =>
    JSON.stringify([state, percent, doneCount, totalCount, value, difficulty, doneAt, claimedAt]);
  return facts(one) === facts(other);
}

/** Whoever passed it on hears once that all below have done it, or that nobody below owes it any more. */
async function tellWhenDone(
  ctx: Deed,
  target: OpenTarget,
  { parts, next, issuerChatId, number }: Below & { parts: PartBelow[]; next: AnswerState | null },
): Promise<void> {
  if (parts.some(({ doneAt }) => doneAt === null)) return;
  const chat = await getChat(ctx.db, issuerChatId);
  const t = textsFor(chat.locale, ctx.runtime.settings.ORG_LOCALE);
  const values = { number: number ?? '', above: target.number, code: target.unitCode, count: parts.length };
  if (parts.length === 0) {
    if (next !== null)
      await tell(ctx, chat, t('cascade.noneBelow', values), {
        dedupKey: `below-none:${target.assignmentId}:${number}`,
      });
    return;
  }
  const form = next === null ? 'answerYourself' : isAwaiting(next) ? 'allClaimed' : 'allDone';
  const key = `below-done:${target.assignmentId}:${parts.length}:${Math.max(...parts.map((part) => part.doneAt!.getTime()))}`;
  await tell(ctx, chat, t(`cascade.${form}`, values), { dedupKey: key });
}
