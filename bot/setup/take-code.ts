import { UserError } from '../../core/errors.js';
import { forgetWrongCodes, isGuessingPaused, recordWrongCode } from '../../store/guesses.js';
import { claimInvite, findInvite, type Invite } from '../../store/invites.js';
import { hasOwner } from '../../store/roles.js';
import { answer, type Context } from '../context.js';

/**
 * Uses up a one-time code said in this chat. Null when it is wrong: then that is answered and counted already, and the
 * transaction must not end in an error, or the count would be lost.
 */
export async function takeCode(ctx: Context, code: string): Promise<Invite | null> {
  const { db, now, chat, speaker } = ctx;
  // Hidden admins share one count: the group's.
  const who = speaker ? `account.${speaker.accountId}` : `chat.${chat.id}`;
  if (await isGuessingPaused(db, who, now)) throw new UserError('setup.tooManyCodes');
  const invite = await findInvite(db, code, now);
  const isUsable = invite && !(invite.purpose === 'owner' && (await hasOwner(db)));
  if (isUsable) checkPlace(invite, chat.role === 'private');
  const by = { now, personId: speaker?.personId ?? null, chatId: chat.id };
  if (isUsable && (await claimInvite(db, invite.id, by))) {
    await forgetWrongCodes(db, who);
    return invite;
  }
  await recordWrongCode(db, who, now);
  await answer(ctx, ctx.t('setup.wrongCode'));
  return null;
}

/** A code said in the wrong place stays good. */
function checkPlace({ purpose }: Invite, isPrivate: boolean): void {
  const isForPerson = purpose === 'owner' || purpose === 'role';
  if (isForPerson && !isPrivate) throw new UserError('setup.codeForPerson');
  if (!isForPerson && isPrivate) throw new UserError('setup.codeForGroup');
}
