import { reminderPlan } from '../../config/rules.js';
import { takeMoment } from '../../core/corrections/spoken-moment.js';
import { UserError } from '../../core/errors.js';
import { say } from '../../core/message.js';
import type { AnswerState } from '../../core/replies/answer-state.js';
import { choose, isAnswer, type Said } from '../../core/replies/said.js';
import { foldText } from '../../core/text/fold.js';
import { planFirstReminders } from '../../store/assignments.js';
import { listReached } from '../../store/changes.js';
import { audit } from '../audit.js';
import { queueNotes } from '../changes/tell-groups.js';
import type { Deed } from '../deed.js';
import { hearAnswer } from '../replies/hear-answer.js';
import { record } from '../replies/record.js';
import { describeStand } from '../replies/words.js';
import type { Correction } from './find-correctable.js';

const clearWords = new Set(['xoa', 'bo', 'clear', 'none']);

/**
 * An answer that came by telephone, or another one in place of what stands; `xóa` clears it. `raw`: as the whole was
 * written, in message `messageId` where there is one. Returns what to say.
 */
export async function correctAnswer(
  ctx: Deed,
  correction: Correction,
  { raw, messageId }: { raw: string; messageId: string },
): Promise<string> {
  const { words, at, problem } = takeMoment(correction.words, ctx.now, ctx.runtime.settings.ORG_TIME_ZONE);
  if (problem !== null) throw new UserError(`correct.moment.${problem}`);
  if (words === '') throw new UserError('correct.usage');
  const said = readSaid(ctx, correction, { words, at: at ?? ctx.now });
  const { replyId, next } = await write(ctx, correction, { said, raw, messageId, at: at ?? ctx.now });
  return report(ctx, correction, next, replyId);
}

/** Throws UserError for what can't be read: an admin's entry is never kept unread. */
function readSaid(
  { runtime }: Deed,
  { target }: Correction,
  { words, at }: { words: string; at: Date },
): Said {
  if (clearWords.has(foldText(words).replace(/[.!]+$/, '')))
    return { ...choose('acknowledged'), status: null, isCorrection: true };
  const said = hearAnswer(runtime, target, { words, at });
  const isPlain = isAnswer(said) && said.problem === null;
  if (!isPlain) throw new UserError(target.kind === 'collect' ? 'correct.unreadFigure' : 'correct.unread');
  return { ...said, isQuestion: false, moreTime: null, isCorrection: true };
}

async function write(
  ctx: Deed,
  { target }: Correction,
  { said, raw, messageId, at }: { said: Said; raw: string; messageId: string; at: Date },
): Promise<{ replyId: number; next: AnswerState }> {
  const statement = { raw, words: raw, source: 'command' as const, messageId, attachments: [], at };
  const known = { ...target, isUncertain: false };
  const { replyId, next } = await record(ctx, known, { statement, said, state: 'corrected' });
  const { directiveId, unitId } = target;
  if (next.answeredAt === null)
    await planFirstReminders(
      ctx.db,
      { directiveId, unitIds: [unitId] },
      ctx.now,
      reminderPlan(ctx.runtime.settings),
    );
  return { replyId, next };
}

/** The log and the unit's groups hear what stands now. Returns it for whoever corrected it. */
async function report(
  ctx: Deed,
  { target, unit }: Correction,
  next: AnswerState,
  replyId: number,
): Promise<string> {
  const { db, t } = ctx;
  const { number, directiveId, kind, spec } = target;
  await audit(ctx, 'correct-answer', `directive:${number}`, {
    ...{ unit: unit.code, kind, reply: replyId },
    ...{ standBefore: keep(target), standAfter: keep(next) },
  });
  const groups = await listReached(db, directiveId, unit.id);
  await queueNotes(
    ctx,
    {
      directiveId,
      key: `correct:${replyId}`,
      write: (words) => say(words('correct.told', { number, what: describeStand(words, kind, next, spec) })),
    },
    groups,
  );
  const before = describeStand(t, kind, target, spec);
  const what = describeStand(t, kind, next, spec);
  return t('correct.done', { number, code: unit.code, name: unit.name, what, before });
}

/** What the log keeps: figures and states. Words of members are forgotten after a time, the log is not. */
function keep({ state, percent, doneCount, totalCount, value, doneAt }: AnswerState) {
  const figure = value === null || value.type === 'text' ? null : { ...value };
  return { state, percent, doneCount, totalCount, value: figure, doneAt: doneAt?.toISOString() ?? null };
}
