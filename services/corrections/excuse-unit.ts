import { reminderPlan } from '../../config/rules.js';
import { UserError } from '../../core/errors.js';
import { say } from '../../core/message.js';
import { listReached } from '../../store/changes.js';
import { setExcused } from '../../store/corrections.js';
import { audit } from '../audit.js';
import { tellExcusedBelow } from '../cascade/tell-below.js';
import { queueNotes } from '../changes/tell-groups.js';
import type { Deed } from '../deed.js';
import { followBelow } from '../replies/follow-change.js';
import { shortenReason } from '../replies/words.js';
import type { Correction } from './find-correctable.js';

/**
 * The unit owes no answer and is not counted, the words being why; or it does again. Its groups hear it. Returns what to
 * say. Throws UserError when it is so already.
 */
export async function excuseUnit(
  ctx: Deed,
  { target, unit, words }: Correction,
  isExcused: boolean,
): Promise<string> {
  const { number, directiveId, assignmentId } = target;
  const reminders = reminderPlan(ctx.runtime.settings);
  const part = { assignmentId, directiveId, unitId: unit.id };
  const values = { number, code: unit.code, name: unit.name };
  if (!(await setExcused(ctx.db, part, isExcused, { now: ctx.now, reminders })))
    throw new UserError(isExcused ? 'correct.alreadyExcused' : 'correct.notExcused', values);
  const reason = isExcused ? shortenReason(words) : '';
  const { id: logged } = await audit(ctx, isExcused ? 'excuse-unit' : 'oblige-unit', `directive:${number}`, {
    ...{ unit: unit.code },
    ...(reason === '' ? {} : { reason }),
  });
  const form = isExcused ? 'excused' : 'obliged';
  const because = reason === '' ? '' : `: ${reason}`;
  const key = `excuse:${logged}`;
  const groups = await listReached(ctx.db, directiveId, unit.id);
  const write = (t: typeof ctx.t) => say(t(`correct.${form}Told`, { number, reason: because }));
  await queueNotes(ctx, { directiveId, key, write }, groups);
  await tellExcusedBelow(ctx, { id: directiveId, number }, { unitId: unit.id, isExcused, key });
  await followBelow(ctx, target);
  return ctx.t(`correct.${form}`, { ...values, reason: because });
}
