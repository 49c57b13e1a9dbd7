import type { Said } from '../../core/replies/said.js';
import { sayQuorumStand } from '../../core/quorum/quorum-stand.js';
import { findQuorumStands } from '../../store/quorum.js';
import type { Context } from '../context.js';
import type { OpenTarget } from '../../services/replies/taken.js';

/** How many have answered, in words for this chat, where several must; null else. */
export async function sayShare(ctx: Context, target: OpenTarget, said: Said): Promise<string | null> {
  if (!said.by) return null;
  const { assignmentId, unitId, terms } = target;
  const stands = await findQuorumStands(ctx.db, [{ assignmentId, unitId, quorum: terms?.quorum ?? null }]);
  const stand = stands.get(assignmentId);
  return stand ? sayQuorumStand(ctx.t, stand, ctx.chat.naming) : null;
}

/** What somebody hears whose answer is kept, but does not count for the unit. */
export function sayAside(ctx: Context, { number, terms }: Pick<OpenTarget, 'number' | 'terms'>): string {
  return ctx.t(`quorum.aside.${terms?.quorum?.who ?? 'lead'}`, { number });
}
