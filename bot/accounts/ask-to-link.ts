import { encodeAction } from '../../core/action.js';
import { joinLines, plain } from '../../core/message.js';
import type { Invite } from '../../store/invites.js';
import { answer, type Context } from '../context.js';
import { getSpeaker } from '../../services/authorise.js';
import { checkLink } from './check-link.js';
import { sayAccount, sayRolesOf } from './say-account.js';

/**
 * The code was said and is used up. Before two accounts become one person, who said it is told whose code it was: a code
 * that somebody else passed on would give that one the roles of this account.
 */
export async function askToLink(ctx: Context, invite: Invite): Promise<void> {
  const { t, event, chat } = ctx;
  const { personId } = getSpeaker(ctx);
  const accounts = (await checkLink(ctx, invite)).map((one) => sayAccount(ctx, t, one)).join(', ');
  const button = (verb: 'yes' | 'no') => ({
    label: t(`link.button.${verb}`),
    action: encodeAction('link', invite.id, verb),
  });
  const lines = [t('link.question', { accounts }), await sayRolesOf(ctx, t, personId, invite.createdById!)];
  await answer(
    ctx,
    { text: joinLines(lines.map((line) => [plain(line)])), buttons: [[button('yes'), button('no')]] },
    event.kind === 'message' && chat.role !== 'private' ? { replyTo: event.messageId } : {},
  );
}
