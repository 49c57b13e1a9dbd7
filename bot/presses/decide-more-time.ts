import { encodeAction, parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { joinLines, plain } from '../../core/message.js';
import { openDialogue } from '../../store/dialogues.js';
import { getDecidable } from '../more-time/find-decidable.js';
import { answer, getSpeaker, toast, type Context } from '../context.js';
import { dialogueMs } from '../dialogues/dialogue.js';
import { grant, settleMoot, type Decidable } from '../more-time/decide.js';
import type { Press } from '../press.js';

/** The buttons on a request for more time: as wished, another deadline, not at all. */
export const decideMoreTime: Press = {
  prefix: 'moretime',
  async run(ctx, [idPart, verb]) {
    const request = await getDecidable(ctx, parseId(idPart));
    const moot = await settleMoot(ctx, request);
    if (moot !== null) return toast(ctx, moot);
    if (verb === 'grant' && request.wishedAt) {
      await grant(ctx, request, request.wishedAt);
      return toast(ctx, ctx.t('approval.toast.granted'));
    }
    if (verb !== 'other' && verb !== 'refuse') throw new UserError('error.oldButton');
    await ask(ctx, request, verb);
    await toast(ctx, ctx.t(`approval.toast.${verb}`));
  },
};

async function ask(ctx: Context, { id, assignment, directive }: Decidable, step: 'other' | 'refuse') {
  const { chat, t } = ctx;
  const { personId, name } = getSpeaker(ctx);
  const expiresAt = new Date(ctx.now.getTime() + dialogueMs);
  const options = step === 'refuse' ? [t('approval.option.noReason')] : [];
  const data = { id, options };
  const row = await openDialogue(
    ctx.db,
    { chatId: chat.id, personId },
    { kind: 'more-time', step, data, expiresAt },
  );
  const button = (label: string, choice: string) => ({
    label,
    action: encodeAction('step', row.id, step, choice),
  });
  const { number } = directive;
  await answer(ctx, {
    text: joinLines([
      [plain(t(`approval.question.${step}`, { number, code: assignment.unit.code }))],
      ...(chat.role === 'private' ? [] : [[plain(t('compose.replyHere', { name }))]]),
    ]),
    buttons: [
      ...options.map((label, index) => [button(label, `${index}`)]),
      [button(t('approval.option.cancel'), 'cancel')],
    ],
  });
}
