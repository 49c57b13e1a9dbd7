import { readVerdict } from '../../core/acceptance/read-verdict.js';
import { UserError } from '../../core/errors.js';
import { readDecision } from '../../core/more-time/read-decision.js';
import { findApprovalByCard } from '../../store/approvals.js';
import { closeDialogue, findDialogue } from '../../store/dialogues.js';
import { accept, giveBack } from '../../services/acceptance/decide.js';
import { getAwaited } from '../../services/acceptance/find-awaited.js';
import { parseCommand } from '../command.js';
import { answer, type Context } from '../context.js';
import { getSpeaker } from '../../services/authorise.js';
import { askVerdict } from '../dialogues/decide-acceptance.js';
import { readNewDue } from '../../services/changes/read-new-due.js';
import type { Feature } from '../feature.js';
import { grant, refuse, settleMoot } from '../../services/more-time/decide.js';
import { getDecidable } from '../../services/more-time/find-decidable.js';

/** Words in answer to a card that asks for a decision: they decide, as its buttons would. */
export const cardFeature: Feature = {
  name: 'answer-card',
  async handle(ctx) {
    const { event, chat, speaker } = ctx;
    if (event.kind !== 'message' || !speaker || !event.replyTo?.isOurs) return false;
    if (parseCommand(event.text) || /^#\d/.test(event.text) || event.text.trim() === '') return false;
    const asked = await findApprovalByCard(ctx.db, chat.id, event.replyTo.messageId);
    if (!asked) return false;
    await (asked.kind === 'acceptance' ? decideWork : decideTime)(ctx, asked.id, event.text.trim());
    return true;
  },
};

async function decideWork(ctx: Context, id: number, text: string): Promise<void> {
  const request = await getAwaited(ctx, id);
  const verdict = readVerdict(text);
  if (verdict === null) return askVerdict(ctx, request, text);
  if (verdict.to === 'returned' && verdict.word === '') throw new UserError('acceptance.needsWord');
  await finish(
    ctx,
    id,
    verdict.to === 'accepted' ? await accept(ctx, request) : await giveBack(ctx, request, verdict.word),
  );
}

/** `đồng ý`, `không, vì …`, or another deadline. */
async function decideTime(ctx: Context, id: number, text: string): Promise<void> {
  const request = await getDecidable(ctx, id);
  const decision = readDecision(text);
  const decide = async () => {
    if (decision && !decision.isGranted) return refuse(ctx, request, decision.word);
    const dueAt = decision
      ? request.wishedAt
      : await readNewDue(ctx, request.directive, request.assignment.unit, text);
    const { number } = request.directive;
    if (!dueAt) throw new UserError('approval.noTimeNamed', { number, code: request.assignment.unit.code });
    return grant(ctx, request, dueAt);
  };
  await finish(ctx, id, (await settleMoot(ctx, request)) ?? (await decide()));
}

/** What was decided is said; a question about the same card is answered by it. */
async function finish(ctx: Context, id: number, line: string): Promise<void> {
  const row = await findDialogue(ctx.db, { chatId: ctx.chat.id, personId: getSpeaker(ctx).personId });
  const isSame =
    row && ['acceptance', 'more-time'].includes(row.kind) && (row.data as { id?: number }).id === id;
  if (isSame) await closeDialogue(ctx.db, row.id);
  await answer(ctx, line);
}
