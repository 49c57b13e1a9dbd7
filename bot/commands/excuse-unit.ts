import { reminderPlan } from '../../config/rules.js';
import { UserError } from '../../core/errors.js';
import { say } from '../../core/message.js';
import { foldText } from '../../core/text/fold.js';
import { listReached } from '../../store/changes.js';
import { setExcused } from '../../store/corrections.js';
import { audit } from '../../services/audit.js';
import { queueNotes } from '../../services/changes/tell-groups.js';
import type { Command } from '../command.js';
import { answer } from '../context.js';
import { readCorrection } from '../../services/corrections/find-correctable.js';
import { shorten } from '../../services/replies/words.js';
import { tellExcusedBelow } from '../../services/cascade/tell-below.js';
import { followBelow } from '../../services/replies/follow-change.js';

const offWords = new Set(['thoi', 'thoi mien', 'khong mien', 'off', 'undo']);
const longestReason = 200;

/** `/excuse 12 XA01 mất điện cả tuần`: the unit owes no answer and is not counted; `thôi` takes it back. */
export const excuseCommand: Command = {
  names: ['excuse', 'mien'],
  places: ['private', 'office'],
  right: 'correct-answer',
  async run(ctx, args) {
    const { target, unit, words } = await readCorrection(ctx, args, 'correct.usageExcuse');
    const { number, directiveId, assignmentId } = target;
    const isExcused = !offWords.has(foldText(words.trim()).replace(/[.!]+$/, ''));
    const reason = isExcused ? shorten(words, longestReason) : '';
    const reminders = reminderPlan(ctx.runtime.settings);
    const part = { assignmentId, directiveId, unitId: unit.id };
    const values = { number, code: unit.code, name: unit.name };
    if (!(await setExcused(ctx.db, part, isExcused, { now: ctx.now, reminders })))
      throw new UserError(isExcused ? 'correct.alreadyExcused' : 'correct.notExcused', values);
    const action = isExcused ? 'excuse-unit' : 'oblige-unit';
    const { id: logged } = await audit(ctx, action, `directive:${number}`, {
      unit: unit.code,
      ...(reason === '' ? {} : { reason }),
    });
    const form = isExcused ? 'excused' : 'obliged';
    const because = reason === '' ? '' : `: ${reason}`;
    const note = { directiveId, key: `excuse:${logged}` };
    const groups = await listReached(ctx.db, directiveId, unit.id);
    const write = (t: typeof ctx.t) => say(t(`correct.${form}Told`, { number, reason: because }));
    await queueNotes(ctx, { ...note, write }, groups);
    await tellExcusedBelow(
      ctx,
      { id: directiveId, number },
      { unitId: unit.id, isExcused, key: `excuse:${logged}` },
    );
    await followBelow(ctx, target);
    await answer(ctx, ctx.t(`correct.${form}`, { ...values, reason: because }));
  },
};
