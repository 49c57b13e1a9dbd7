import { createHash } from 'node:crypto';
import { labelOf } from '../../channels/platform-name.js';
import { buildCard, isFinal } from '../../core/card.js';
import { textsFor } from '../../locales/texts.js';
import { findCardFacts } from '../../store/card-facts.js';
import { findCard, forgetCardMessage, showCard } from '../../store/cards.js';
import type { Composer } from './composer.js';

/**
 * The issuer's card as the ledger stands now: a new message once, then edits of it, none when nothing changed. Where
 * the channel cannot edit it is sent when all deliveries have ended, and anew only for what became of them.
 */
export const composeCard: Composer = async (runtime, delivery) => {
  const { db, clock, channels, settings } = runtime;
  const { directiveId, channel, locale } = delivery;
  if (directiveId === null) return { op: 'skip', reason: 'no-directive' };
  const sideOf = (name: string) => labelOf(channels, name);
  const [card, facts] = [await findCard(db, directiveId), await findCardFacts(db, directiveId, sideOf)];
  if (!card || !facts) return { op: 'skip', reason: 'no-directive' };
  const content = buildCard(textsFor(locale, settings.ORG_LOCALE), facts);
  const shown = createHash('sha1').update(JSON.stringify(content)).digest('hex');
  if (card.messageId && card.shown === shown) return { op: 'skip', reason: 'unchanged' };
  const finalAt = isFinal(facts) ? clock.now() : null;
  const sent = (messageId: string) => showCard(db, directiveId, { messageId, shown, finalAt });
  const { edits } = channels.get(channel)!.capabilities;
  if (!edits && !finalAt) return { op: 'skip', reason: 'not-final' };
  // Whoever ended it was told so in words: a certificate that is out is not sent once more for that.
  if (!edits && card.messageId && facts.state !== 'open') return { op: 'skip', reason: 'ended' };
  if (!edits || !card.messageId) return { op: 'send', content, sent };
  const gone = () => forgetCardMessage(db, directiveId, clock.now());
  return { op: 'edit', edits: [{ messageId: card.messageId, content }], sent, gone };
};
