import { UserError } from '../../core/errors.js';
import { plain } from '../../core/message.js';
import { takeOffered } from '../../core/replies/offered-value.js';
import { choose, type Said, type SaidParts } from '../../core/replies/said.js';
import { reviseReply, type Reply } from '../../store/replies.js';
import { toast } from '../context.js';
import type { Press } from '../press.js';
import { keepCount } from '../quorum/mark-count.js';
import { sayAside, sayShare } from '../quorum/say-share.js';
import { correctButton, echo, statusesOf } from '../replies/acknowledge.js';
import { getCorrectable, getReplyTarget, requireMayAnswer } from '../replies/correctable.js';
import { editPressed } from '../replies/edit-pressed.js';
import { replay } from '../../services/replies/replay.js';
import { lastSaid } from '../replies/revise.js';
import { measureLateness } from '../replies/measure-lateness.js';
import type { OpenTarget } from '../../services/replies/taken.js';

/** One tap says how a stored reply was meant: a new version of it; the words stay. */
export const chooseStatus: Press = {
  prefix: 'status',
  async run(ctx, [id, choice]) {
    const reply = await getCorrectable(ctx, id);
    const target = await getReplyTarget(ctx, reply);
    await requireMayAnswer(ctx, target);
    const said = keepCount(readChoice(target, reply, choice), await lastSaid(ctx, target, reply.id));
    const isChanged = reply.status !== said.status || said.value !== null || reply.state === 'asked';
    if (isChanged)
      await reviseReply(ctx.db, reply.id, {
        text: reply.text,
        said,
        state: 'corrected',
        personId: ctx.speaker?.personId ?? null,
        at: ctx.now,
      });
    const next = isChanged ? await replay(ctx, target) : target;
    const lateBy = await measureLateness(ctx, target, ctx.now);
    const line = said.isAside
      ? sayAside(ctx, target)
      : echo(ctx, { target, said, next, lateBy, share: await sayShare(ctx, target, said) });
    const button = correctButton(ctx, target, reply.id, false);
    await editPressed(ctx, { text: [plain(line)], ...(button ? { buttons: [[button]] } : {}) });
    await toast(ctx, line);
  },
};

/** The words' note and difficulty are kept where they fit the status that was chosen. */
function readChoice(target: OpenTarget, reply: Reply, choice: string | undefined): Said {
  const spec = target.kind === 'collect' ? target.spec : null;
  const index = /^c(\d)$/.exec(choice ?? '')?.[1];
  const picked = spec?.type === 'choice' && index !== undefined ? spec.choices[Number(index)] : undefined;
  if (picked !== undefined)
    return { ...choose('done'), value: { type: 'choice', choice: picked }, note: reply.note };
  const value = target.kind === 'collect' ? takeOffered(spec, choice ?? '') : null;
  if (value) return { ...choose('done'), value, note: reply.note };
  const status = statusesOf[target.kind].find((allowed) => allowed === choice);
  if (!status) throw new UserError('error.oldButton');
  const { percent, doneCount, totalCount, difficulty } = reply;
  // Words that were read as something else name no obstacle.
  const note = status === 'blocked' && difficulty === null && reply.status !== null ? '' : reply.note;
  const share = status === 'in_progress' ? { percent, doneCount, totalCount } : {};
  return {
    ...choose(status),
    ...share,
    difficulty: status === 'blocked' ? difficulty : null,
    parts: reply.parts as SaidParts | null,
    note,
  };
}
