import { decodeAction } from '../../core/action.js';
import { chooseByNumber, type Choice } from '../../core/choices.js';
import { findDialogue } from '../../store/dialogues.js';
import { findOffers, forgetOffer, type Offer } from '../../store/offers.js';
import type { Context } from '../context.js';
import { askedAt, optionsOf } from '../dialogues/dialogue.js';
import type { Feature } from '../feature.js';
import { findPress } from '../presses.js';
import { pressFeature } from './press-button.js';

/** `2` in answer to a message with numbered choices, where the channel has no buttons: the press it stands for. */
export const numberFeature: Feature = {
  name: 'choose-by-number',
  async handle(ctx) {
    const { event, speaker, channel, db, chat, now } = ctx;
    if (event.kind !== 'message' || channel.capabilities.buttons || !speaker) return false;
    if (!/^#?\s?\d/u.test(event.text.trim())) return false;
    const offer = findMeant(await findOffers(db, chat.id, speaker.personId, now), ctx);
    const choice = offer && chooseByNumber(offer.choices, event.text);
    if (!choice || (await isForDialogue(ctx, speaker.personId, offer))) return false;
    // A question to one person has one answer; the choices of a card and of a list stay.
    if (offer.personId !== null && !isOfMany(choice)) await forgetOffer(db, offer.id);
    const { sender, messageId, at } = event;
    await pressFeature.handle({
      ...ctx,
      event: { kind: 'press', pressId: '', messageId, action: choice.action, chat: event.chat, sender, at },
    });
    return true;
  },
};

const isOfMany = ({ action }: Choice) => findPress(decodeAction(action)?.prefix ?? '')?.ofMany === true;

/** A number means the newest question that has numbers. */
async function isForDialogue({ db, chat, now }: Context, personId: number, offer: Offer): Promise<boolean> {
  const row = await findDialogue(db, { chatId: chat.id, personId });
  if (!row || row.expiresAt <= now || optionsOf(row).length === 0) return false;
  return askedAt(row) >= offer.askedAt;
}

/** The message that is answered, where the platform says which; else the newest. */
function findMeant(offers: Offer[], { event }: Context): Offer | undefined {
  const replyTo = event.kind === 'message' ? event.replyTo : undefined;
  return offers.find(({ messageId }) => messageId === replyTo?.messageId) ?? offers[0];
}
