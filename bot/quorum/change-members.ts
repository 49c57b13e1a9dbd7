import { findAnswerTarget } from '../../store/answers.js';
import { listEveryoneParts, setMember } from '../../store/quorum.js';
import type { Unit } from '../../store/units.js';
import { audit } from '../../services/audit.js';
import type { Context } from '../context.js';
import { requireOpen } from '../../services/replies/require-open.js';
import { replay } from '../../services/replies/replay.js';

/** Puts persons on a unit's list or takes them off it; what everyone on it must answer is counted anew. Returns how many changed. */
export async function changeMembers(
  ctx: Context,
  { id: unitId, code }: Pick<Unit, 'id' | 'code'>,
  people: readonly number[],
  isMember: boolean,
): Promise<number> {
  const { db, now, chat } = ctx;
  let changed = 0;
  for (const personId of people) if (await setMember(db, { unitId, personId }, isMember, now)) changed += 1;
  if (changed === 0) return 0;
  await audit(ctx, 'change-members', `unit:${code}`);
  for (const assignmentId of await listEveryoneParts(db, unitId)) {
    const target = await findAnswerTarget(db, { assignmentId }, { chatId: chat.id, now });
    if (target) await replay(ctx, requireOpen(target));
  }
  return changed;
}
