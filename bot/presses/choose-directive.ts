import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { plain } from '../../core/message.js';
import { splitCode } from '../../core/reading/code.js';
import { hear, isAnswer, type Said } from '../../core/replies/said.js';
import { assignReply, reviseReply, type Reply } from '../../store/replies.js';
import { parseCommand } from '../command.js';
import { toast, type Context } from '../context.js';
import type { Press } from '../press.js';
import { choicesFor, correctButton, echo, question } from '../replies/acknowledge.js';
import { markCount } from '../quorum/mark-count.js';
import { sayAside, sayShare } from '../quorum/say-share.js';
import { getCorrectable, requireMayAnswer } from '../replies/correctable.js';
import { editPressed } from '../replies/edit-pressed.js';
import { getTarget } from '../replies/find-target.js';
import { isOfSeveral } from '../replies/named-works.js';
import { passOn } from '../replies/pass-on.js';
import type { OpenTarget } from '../../services/replies/taken.js';
import { hearAnswer } from '../../services/replies/hear-answer.js';
import { replay } from '../../services/replies/replay.js';
import { measureLateness } from '../replies/measure-lateness.js';

/** Says which directive a stored text meant; from then on it is a reply like any other. */
export const chooseDirective: Press = {
  prefix: 'pick',
  async run(ctx, [id, picked]) {
    const reply = await getCorrectable(ctx, id);
    const assignmentId = parseId(picked);
    if (assignmentId === null) throw new UserError('error.oldButton');
    const target = await getTarget(ctx, { assignmentId });
    await requireMayAnswer(ctx, target);
    if (reply.assignmentId !== null) return toast(ctx, ctx.t('reply.alreadyPicked'));
    const { directiveId, version, unitId } = target;
    await assignReply(ctx.db, reply.id, { assignmentId, directiveId, directiveVersion: version, unitId });
    const heard = await hearPicked(ctx, target, reply);
    const said = await markCount(ctx, target, reply.personId, heard);
    const isRead = isAnswer(said) || said.isQuestion || said.moreTime !== null;
    await reviseReply(ctx.db, reply.id, {
      text: reply.text,
      said,
      state: isRead ? 'read' : 'asked',
      personId: ctx.speaker?.personId ?? null,
      at: reply.receivedAt,
    });
    const next = await replay(ctx, target);
    const doneAt = next.doneAt ?? next.claimedAt;
    const asked = await passOn(ctx, target, { replyId: reply.id, said, text: reply.text, doneAt });
    if (!isRead) {
      const text = question(ctx, { target, said });
      await editPressed(ctx, { text: [plain(text)], buttons: choicesFor(ctx, target, reply.id, said) });
      return toast(ctx, ctx.t('reply.choose'));
    }
    const line = await describe();
    const button = isAnswer(said) && !said.isAside ? correctButton(ctx, target, reply.id, false) : null;
    await editPressed(ctx, { text: [plain(line)], ...(button ? { buttons: [[button]] } : {}) });
    await toast(ctx, line);

    async function describe(): Promise<string> {
      if (!isAnswer(said)) return asked ?? ctx.t('reply.passedQuestion', { number: target.number });
      if (said.isAside) return sayAside(ctx, target);
      const lateBy = await measureLateness(ctx, target, reply.receivedAt);
      return echo(ctx, { target, said, next, lateBy, share: await sayShare(ctx, target, said) });
    }
  },
};

/** What a text says of the directive that was chosen for it: nothing yet where it speaks of others, too. */
async function hearPicked(ctx: Context, target: OpenTarget, reply: Reply): Promise<Said> {
  const words = parseCommand(reply.text)?.args ?? reply.text;
  const { note } = splitCode(words);
  const isForeign = await isOfSeveral(ctx, words, target.unitId);
  if (isForeign) return { ...hear('task', null, ''), note };
  return hearAnswer(ctx.runtime, target, { words: note, at: reply.receivedAt });
}
