import { labelOf } from '../../channels/platform-name.js';
import { UserError } from '../../core/errors.js';
import { foldText } from '../../core/text/fold.js';
import { textsFor } from '../../locales/texts.js';
import { listAccounts, partAccount, type LinkedAccount } from '../../store/account-links.js';
import { recordAudit } from '../../store/audit.js';
import { findPrivateChat } from '../../store/people.js';
import { answer, type Context } from '../context.js';
import { getSpeaker } from '../../services/authorise.js';
import { tell } from '../../services/tell.js';
import { sayAccount, sayRolesOf } from './say-account.js';

/** Takes an account off the speaker's person: the one on the named platform, or the only other one. Both sides are told. */
export async function part(ctx: Context, word: string): Promise<void> {
  const { db, t, now } = ctx;
  const { personId, accountId } = getSpeaker(ctx);
  const account = choose(ctx, await listAccounts(db, personId), { word, accountId });
  const isOwn = account.id === accountId;
  const toTell = await findPrivateChat(db, personId, account.channel);
  const partedId = await partAccount(db, personId, account.id);
  if (partedId === null) throw new UserError('link.alone');
  await recordAudit(db, {
    at: now,
    personId: isOwn ? partedId : personId,
    action: 'part-account',
    target: `person:${personId}`,
    data: { name: labelOf(ctx.runtime.channels, account.channel) },
  });
  const mine = await sayRolesOf(ctx, t, isOwn ? partedId : personId);
  await answer(ctx, `${t('link.parted', { account: sayAccount(ctx, t, account) })}\n${mine}`);
  if (isOwn || !toTell || toTell.id === ctx.chat.id) return;
  const there = textsFor(toTell.locale, ctx.runtime.settings.ORG_LOCALE);
  const theirs = await sayRolesOf(ctx, there, partedId);
  await tell(ctx, toTell, `${there('link.partedThere')}\n${theirs}`);
}

function choose(
  ctx: Context,
  accounts: LinkedAccount[],
  { word, accountId }: { word: string; accountId: number },
): LinkedAccount {
  if (accounts.length < 2) throw new UserError('link.alone');
  const others = accounts.filter(({ id }) => id !== accountId);
  if (word === '' && others.length === 1) return others[0]!;
  const own = accounts.filter(({ id }) => id === accountId);
  const named = [...others, ...own].find(
    ({ channel }) => foldText(labelOf(ctx.runtime.channels, channel)) === foldText(word),
  );
  if (!named)
    throw new UserError('link.which', {
      platforms: accounts.map(({ channel }) => labelOf(ctx.runtime.channels, channel)).join(', '),
    });
  return named;
}
