import { encodeAction } from '../../core/action.js';
import { bold, joinLines, plain } from '../../core/message.js';
import { listMembers } from '../../store/quorum.js';
import type { Unit } from '../../store/units.js';
import { tell } from '../../services/tell.js';
import type { Context } from '../context.js';

/** A unit's list of those who answer; in its group everybody may put themselves on it, or off it. */
export async function showMembers(
  ctx: Context,
  { id, code, name }: Pick<Unit, 'id' | 'code' | 'name'>,
): Promise<void> {
  const { t, chat } = ctx;
  const members = await listMembers(ctx.db, [id]);
  const head = t(members.length === 0 ? 'quorum.members.none' : 'quorum.members.head', {
    ...{ code, name, count: members.length },
  });
  const lines = chat.naming ? members.map((member, index) => [plain(`${index + 1}. ${member.name}`)]) : [];
  const buttons = (['on', 'off'] as const).map((verb) => ({
    label: t(`quorum.members.button.${verb}`),
    action: encodeAction('member', id, verb),
  }));
  const text = joinLines([[bold(head)], ...lines, [plain(t('quorum.members.how'))]]);
  // Everybody in the group may press, one after the other.
  await tell(ctx, chat, chat.role === 'unit' ? { text, buttons: [buttons] } : { text });
}
