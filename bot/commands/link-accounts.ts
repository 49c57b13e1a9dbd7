import { labelOf } from '../../channels/platform-name.js';
import { UserError } from '../../core/errors.js';
import { code as codeSpan, joinLines, plain, type RichText } from '../../core/message.js';
import { foldText } from '../../core/text/fold.js';
import { listAccounts } from '../../store/account-links.js';
import { createInvite, withdrawInvites } from '../../store/invites.js';
import { askToLink } from '../accounts/ask-to-link.js';
import { part } from '../accounts/part.js';
import { sayAccount } from '../accounts/say-account.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { getSpeaker } from '../../services/authorise.js';
import { shownName } from '../setup/list-help.js';
import { takeCode } from '../setup/take-code.js';

/** Long enough to change from one app to the other, and no longer. */
const validMinutes = 15;

const partWords = new Set(['tach', 'bo', 'go', 'unlink', 'part', 'remove']);

/**
 * `/link` in private gives a code; `/link CODE` from the other account makes both one person; `/link unlink` parts them. The
 * code may be said in a group too, because not every channel has private chats: it is used up by the saying.
 */
export const linkCommand: Command = {
  names: ['link', 'lienket'],
  places: ['private', 'office', 'unit', 'none'],
  async run(ctx, args) {
    const [word = '', ...rest] = args.split(/\s+/u).filter((one) => one !== '');
    if (word === '') return giveCode(ctx);
    if (partWords.has(foldText(word))) return part(ctx, rest.join(' '));
    const invite = await takeCode(ctx, word, 'account');
    if (invite) await askToLink(ctx, invite);
  },
};

async function giveCode(ctx: Context): Promise<void> {
  const { db, now, t, chat, runtime } = ctx;
  const { personId } = getSpeaker(ctx);
  if (chat.role !== 'private') throw new UserError('link.inPrivate');
  const accounts = await listAccounts(db, personId);
  const linked: RichText[] =
    accounts.length > 1
      ? [[plain(t('link.accounts', { accounts: accounts.map((one) => sayAccount(ctx, t, one)).join(', ') }))]]
      : [];
  const others = [...runtime.channels.values()]
    .filter(
      ({ name, capabilities }) =>
        !capabilities.onePersonId || accounts.every(({ channel }) => channel !== name),
    )
    .map(({ name }) => name);
  if (others.length === 0 && linked.length === 0) throw new UserError('link.oneChannel');
  const parting = linked.length > 0 ? [[plain(t('link.howToPart'))]] : [];
  if (others.length === 0) return answer(ctx, { text: joinLines([...linked, ...parting]) });
  await withdrawInvites(db, personId, 'account');
  const expiresAt = new Date(now.getTime() + validMinutes * 60_000);
  const code = await createInvite(db, { purpose: 'account', createdById: personId, expiresAt });
  const platforms = others.map((name) => labelOf(ctx.runtime.channels, name)).join(', ');
  await answer(ctx, {
    text: joinLines([
      ...linked,
      [
        plain(`${t('link.code', { platforms, minutes: validMinutes })} `),
        codeSpan(`/${shownName(linkCommand, ctx.locale)} ${code}`),
      ],
      [plain(t('link.warning'))],
      ...parting,
    ]),
  });
}
