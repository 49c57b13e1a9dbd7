import { isAllowedSomewhere } from '../../core/authorise.js';
import { priority } from '../../core/delivery.js';
import { UserError } from '../../core/errors.js';
import { askWebLink } from '../../store/web-links.js';
import type { Command } from '../command.js';
import { getSpeaker } from '../../services/authorise.js';

/** A platform that was away for longer: the person has asked again or given up. */
const awaitedMs = 30 * 60_000;

/** `/web` in private: a link that signs this account in to the page, once. */
export const webCommand: Command = {
  names: ['web', 'trangweb'],
  places: ['private'],
  right: 'watch',
  async run(ctx) {
    const { db, chat, now, outbox } = ctx;
    const { roles, accountId } = getSpeaker(ctx);
    if (!isAllowedSomewhere(roles, 'watch')) throw new UserError('error.notAllowed');
    await askWebLink(db, { chatId: chat.id, accountId, expiresAt: new Date(now.getTime() + awaitedMs) });
    outbox.push({ channel: chat.channel, chatId: chat.id, kind: 'web-link', priority: priority.answer });
  },
};
