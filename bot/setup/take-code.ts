import { UserError } from '../../core/errors.js';
import { forgetWrongCodes, isGuessingPaused, recordWrongCode } from '../../store/guesses.js';
import { claimInvite, findInvite, judgeInvite, type Invite } from '../../store/invites.js';
import { hasOwner } from '../../store/roles.js';
import { checkLink } from '../accounts/check-link.js';
import { answer, type Context } from '../context.js';

/**
 * Uses up a one-time code said in this chat. Null when it is wrong: then that is answered and counted already, and the
 * transaction must not end in an error, or the count would be lost. `wanted`: no other kind of code is taken here.
 */
export async function takeCode(
  ctx: Context,
  code: string,
  wanted?: Invite['purpose'],
): Promise<Invite | null> {
  const { db, now, chat, speaker } = ctx;
  // Hidden admins share one count: the group's.
  const who = speaker ? `account.${speaker.accountId}` : `chat.${chat.id}`;
  if (await isGuessingPaused(db, who, now)) throw new UserError('setup.tooManyCodes');
  const invite = await findInvite(db, code);
  const state = invite && judgeInvite(invite, now);
  const isUsable = invite && state === 'usable' && !(invite.purpose === 'owner' && (await hasOwner(db)));
  if (isUsable) await checkUse(ctx, invite, wanted);
  const by = { now, personId: speaker?.personId ?? null, chatId: chat.id };
  if (isUsable && (await claimInvite(db, invite.id, by))) {
    await forgetWrongCodes(db, who);
    return invite;
  }
  await recordWrongCode(db, who, now);
  const reason = invite?.purpose === 'account' ? `link.${state === 'expired' ? 'expired' : 'used'}` : null;
  await answer(ctx, ctx.t(reason ?? (wanted === 'account' ? 'link.wrongCode' : 'setup.wrongCode')));
  return null;
}

/** A code said in the wrong place or to the wrong end stays good. */
async function checkUse(ctx: Context, invite: Invite, wanted?: Invite['purpose']): Promise<void> {
  const { purpose } = invite;
  const isPrivate = ctx.chat.role === 'private';
  if (purpose === 'account') return void (await checkLink(ctx, invite));
  const isForPerson = purpose === 'owner' || purpose === 'role';
  if (isForPerson && (!isPrivate || wanted)) throw new UserError('setup.codeForPerson');
  if (!isForPerson && (isPrivate || wanted)) throw new UserError('setup.codeForGroup');
}
