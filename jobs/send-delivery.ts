import type { Channel, ChatAddress, Sent } from '../channels/channel.js';
import { stackOf } from '../config/log.js';
import type { Runtime } from '../config/runtime.js';
import type { Choice } from '../core/choices.js';
import { isHarmlessTwice, retryDelayMs, retryForMs } from '../core/delivery.js';
import { SendError } from '../core/errors.js';
import type { Content } from '../core/message.js';
import { textsFor } from '../locales/texts.js';
import { migrateChat } from '../store/chats.js';
import { pauseChannel, pauseChat, type ClaimedDelivery } from '../store/claim-deliveries.js';
import type { Outcome } from '../store/deliveries.js';
import { saveOffer } from '../store/offers.js';
import { markFailing } from '../store/outages.js';
import { compose } from './compose/compose.js';
import type { Composed } from './compose/composer.js';
import { fitAttachment } from './fit-attachment.js';
import { fitContent } from './fit-content.js';
import { loseChat } from './lose-chat.js';
import { heldWaitMs, sendHeld } from './send-held.js';
import { splitContent } from './split-content.js';

/** A bug in composing is tried again this often: a new version may have mended it meanwhile. */
const maxComposeAttempts = 5;

/** Sends one claimed delivery: looks again whether it is still needed, sends, says how it ended. Never throws. */
export async function sendDelivery(
  runtime: Runtime,
  channel: Channel,
  delivery: ClaimedDelivery,
): Promise<Outcome> {
  const { id } = delivery;
  let composed: Composed;
  try {
    composed = await compose(runtime, delivery);
  } catch (error) {
    return settleBug(runtime, delivery, error);
  }
  if (composed.op === 'skip') return { id, state: 'skipped', code: 'not-needed', reason: composed.reason };
  if (composed.op === 'later')
    return { id, state: 'queued', notBefore: composed.notBefore, code: 'waits', isAttempt: false };
  try {
    return await transmit(runtime, channel, delivery, composed);
  } catch (error) {
    if (error instanceof SendError) {
      if (composed.op === 'edit' && composed.gone && isGone(error)) {
        await composed.gone();
        return { id, state: 'skipped', code: error.code, reason: 'message-gone' };
      }
      return settleFault(runtime, delivery, error);
    }
    // Our own fault somewhere around the call: whether the request left is not known.
    runtime.log.error({ deliveryId: id, stack: stackOf(error) }, 'send broke');
    return { id, state: 'uncertain', code: 'bug', reason: 'no-answer' };
  }
}

function settleBug(runtime: Runtime, delivery: ClaimedDelivery, error: unknown): Outcome {
  const { id, attempts, kind } = delivery;
  runtime.log.error({ deliveryId: id, kind, stack: stackOf(error) }, 'compose failed');
  if (attempts >= maxComposeAttempts) return { id, state: 'failed', code: 'bug', reason: 'gave-up' };
  const notBefore = new Date(runtime.clock.now().getTime() + retryDelayMs(attempts));
  return { id, state: 'queued', notBefore, code: 'bug', isAttempt: true };
}

async function transmit(
  runtime: Runtime,
  channel: Channel,
  delivery: ClaimedDelivery,
  composed: Extract<Composed, { op: 'send' | 'edit' }>,
): Promise<Outcome> {
  const { id } = delivery;
  const to: ChatAddress = {
    externalId: delivery.externalId,
    threadId: delivery.threadId,
    isGroup: delivery.role !== 'private',
  };
  // One request a claim, so that every one of them is paced: a long message goes out part by part.
  const index = delivery.messageIds.length;
  if (composed.op === 'edit') return transmitEdit(channel, delivery, { to, composed });
  const part = { to, index, replyTo: composed.replyTo ?? delivery.replyTo };
  const sent = await sendHeld(runtime, channel, composed.content, (content) =>
    sendPart(runtime, channel, delivery, { ...part, content }),
  );
  if (!sent) {
    const notBefore = new Date(runtime.clock.now().getTime() + heldWaitMs);
    return { id, state: 'queued', notBefore, code: 'file-waits', isAttempt: false };
  }
  const { messageId, isComplete, choices } = sent;
  if (messageId === undefined) return { id, state: 'sent', messageIds: [], isComplete };
  await composed.sent?.(messageId);
  if (isComplete && choices.length > 0) {
    const personId = composed.content.askedOf ?? null;
    await saveOffer(
      runtime.db,
      { chatId: delivery.chatId, messageId, personId, choices },
      runtime.clock.now(),
    );
  }
  return { id, state: 'sent', messageIds: [messageId], isComplete };
}

interface Part {
  to: ChatAddress;
  content: Content;
  /** How many parts of the message are out. */
  index: number;
  replyTo: string | null;
}

/** Without a message where all parts were out. */
interface PartSent extends Partial<Sent> {
  isComplete: boolean;
  choices: Choice[];
}

/** Sends the next part of a message as this channel can show it; nothing when all are out. */
async function sendPart(
  runtime: Runtime,
  channel: Channel,
  delivery: ClaimedDelivery,
  { to, content, index, replyTo }: Part,
): Promise<PartSent> {
  const t = textsFor(delivery.locale, runtime.settings.ORG_LOCALE);
  const shown = await fitAttachment(runtime, channel, content, t);
  const { content: whole, choices } = fitContent(channel, delivery, shown, t);
  const parts = splitContent(channel.capabilities, whole);
  const part = parts[index];
  if (!part) return { isComplete: true, choices };
  const hangsOn = index === 0 && replyTo ? { replyTo } : {};
  const sent = await channel.send({ ...hangsOn, to, content: part });
  return { ...sent, isComplete: index + 1 === parts.length, choices };
}

/** The next of the messages that are replaced in place. */
async function transmitEdit(
  channel: Channel,
  { id, messageIds }: ClaimedDelivery,
  { to, composed }: { to: ChatAddress; composed: Extract<Composed, { op: 'edit' }> },
): Promise<Outcome> {
  const index = messageIds.length;
  const edit = composed.edits[index];
  if (!edit) return { id, state: 'sent', messageIds: [], isComplete: true };
  await channel.edit(to, edit.messageId, edit.content);
  await composed.sent?.(edit.messageId);
  const isComplete = index + 1 === composed.edits.length;
  return { id, state: 'sent', messageIds: [edit.messageId], isComplete };
}

/** A member deleted it, or the platform lets nobody change it any more. */
const isGone = ({ code }: SendError) => code === 'message-gone' || code === 'not-editable';

/** What a fault means for the delivery, its chat and its channel. The only place that reads SendError's kinds. */
async function settleFault(runtime: Runtime, delivery: ClaimedDelivery, error: SendError): Promise<Outcome> {
  const { db, clock } = runtime;
  const { id } = delivery;
  const now = clock.now();
  const later = (ms: number) => new Date(now.getTime() + ms);
  const { fault, code } = error;
  const again = (notBefore: Date, isAttempt: boolean): Outcome => ({
    id,
    state: 'queued',
    notBefore,
    code,
    isAttempt,
  });
  runtime.log.info({ deliveryId: id, channel: delivery.channel, fault: fault.kind, code }, 'send fault');
  switch (fault.kind) {
    case 'throttled':
      if (fault.scope === 'channel') await pauseChannel(db, delivery.channel, later(fault.retryAfterMs));
      else await pauseChat(db, delivery.chatId, later(fault.retryAfterMs));
      return again(now, false);
    case 'migrated':
      await db.$transaction((tx) => migrateChat(tx, delivery.chatId, fault.externalId));
      return again(now, false);
    case 'retryable':
      await markFailing(db, delivery.channel, now);
      if (now.getTime() - delivery.createdAt.getTime() > retryForMs)
        return { id, state: 'failed', code, reason: 'gave-up' };
      return again(later(retryDelayMs(delivery.attempts)), true);
    case 'unknown':
      if (isHarmlessTwice(delivery.kind) || runtime.settings.UNCERTAIN === 'resend')
        return again(later(retryDelayMs(delivery.attempts)), true);
      return { id, state: 'uncertain', code, reason: 'no-answer' };
    case 'unreachable':
      await loseChat(runtime, delivery.chatId, code);
      return { id, state: 'failed', code, reason: 'unreachable' };
    case 'rejected':
      return { id, state: 'failed', code, reason: 'rejected' };
  }
}
