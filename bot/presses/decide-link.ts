import { parseId } from '../../core/action.js';
import { UserError } from '../../core/errors.js';
import { say } from '../../core/message.js';
import { textsFor } from '../../locales/texts.js';
import { joinPeople, listAccounts } from '../../store/account-links.js';
import { recordAudit } from '../../store/audit.js';
import { endInvite, findUsedInvite, type Invite } from '../../store/invites.js';
import { findPrivateChat, findSpeaker, type Speaker } from '../../store/people.js';
import { checkLink } from '../accounts/check-link.js';
import { sayAccount, sayRolesOf } from '../accounts/say-account.js';
import { getSpeaker } from '../../services/authorise.js';
import { tell } from '../../services/tell.js';
import { toast, type Context } from '../context.js';
import type { Press } from '../press.js';
import { sayWindow } from '../setup/say-window.js';
import { editPressed } from '../replies/edit-pressed.js';

/** The last word on a link: only who said the code may press, while the code lives. */
export const decideLink: Press = {
  prefix: 'link',
  async run(ctx, [idPart, verb]) {
    const speaker = getSpeaker(ctx);
    const id = parseId(idPart);
    const invite = id === null ? null : await findUsedInvite(ctx.db, id, speaker.personId);
    if (invite?.purpose !== 'account' || (verb !== 'yes' && verb !== 'no'))
      throw new UserError('error.oldButton');
    if (invite.createdById === speaker.personId) throw new UserError('link.already');
    if (invite.expiresAt && invite.expiresAt <= ctx.now) throw new UserError('link.expired');
    if (verb === 'yes') return link(ctx, speaker, invite);
    await endInvite(ctx.db, invite.id, ctx.now);
    await settle(ctx, [ctx.t('link.declined')]);
  },
};

async function link(ctx: Context, speaker: Speaker, invite: Invite): Promise<void> {
  const { db, t, channel, now } = ctx;
  const others = await checkLink(ctx, invite);
  const personId = invite.createdById!;
  const toTell = await findPrivateChat(db, personId);
  if (!(await joinPeople(db, personId, speaker.personId))) throw new UserError('link.expired');
  const mine = (await listAccounts(db, personId)).find(({ id }) => id === speaker.accountId)!;
  ctx.speaker = await findSpeaker(db, channel.name, mine.externalId);
  await recordAudit(db, {
    at: now,
    personId,
    action: 'link-account',
    target: `person:${personId}`,
    data: { name: channel.label },
  });
  const accounts = others.map((one) => sayAccount(ctx, t, one)).join(', ');
  const roles = await sayRolesOf(ctx, t, personId);
  const lines = [t('link.done', { accounts }), roles, ...sayWindow(ctx), t('link.howToPart')];
  await settle(ctx, lines);
  if (!toTell) return;
  const there = textsFor(toTell.locale, ctx.runtime.settings.ORG_LOCALE);
  const account = sayAccount(ctx, there, mine);
  await tell(ctx, toTell, `${there('link.doneThere', { account })}\n${there('link.notYou')}`);
}

/** The question is answered, in its place where that can be. */
async function settle(ctx: Context, lines: string[]): Promise<void> {
  await editPressed(ctx, say(lines.join('\n')));
  await toast(ctx, lines[0]!);
}
