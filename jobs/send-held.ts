import type { Channel, Sent } from '../channels/channel.js';
import type { Runtime } from '../config/runtime.js';
import { SendError } from '../core/errors.js';
import { parseUpload } from '../core/files/upload-ref.js';
import type { Content } from '../core/message.js';
import { findHeldFile, forgetHeldFile, keepHeldFile } from '../store/held-files.js';

/** How soon a delivery looks again whether its file has arrived with another one. */
export const heldWaitMs = 2_000;

/** Files that this process is bringing to a channel just now. */
const underWay = new WeakMap<Channel, Set<number>>();

type Send<T> = (content: Content) => Promise<T>;
type Means = Pick<Runtime, 'db' | 'clock'>;

/**
 * Sends a message so that a file of ours goes over the line once a channel, however many groups get it: the first
 * delivery brings it alone, the others name what the platform holds since. Null when this one must look again: the file is
 * on its way with another delivery, or the platform no longer knew it and nothing went out. Without a lock across
 * processes: each may bring the file once, and none waits for one that died. A report is no such file: it is made anew for
 * each group, under the letterhead of the day.
 */
export async function sendHeld<T extends Pick<Sent, 'heldRef'>>(
  { db, clock }: Means,
  channel: Channel,
  content: Content,
  send: Send<T>,
): Promise<T | null> {
  const { attachment } = content;
  const uploadId = channel.capabilities.keepsFiles && attachment ? parseUpload(attachment) : null;
  if (!attachment || uploadId === null) return send(content);
  const bringing = underWay.get(channel) ?? new Set();
  underWay.set(channel, bringing);
  if (bringing.has(uploadId)) return null;
  const place = { uploadId, channel: channel.name };
  const ref = await findHeldFile(db, place);
  if (ref !== null)
    return sendAgain(
      () => send({ ...content, attachment: { ...attachment, channel: channel.name, ref } }),
      () => forgetHeldFile(db, place, ref),
    );
  if (bringing.has(uploadId)) return null;
  bringing.add(uploadId);
  try {
    const sent = await send(content);
    if (sent.heldRef !== undefined) await keepHeldFile(db, place, { ref: sent.heldRef, now: clock.now() });
    return sent;
  } finally {
    bringing.delete(uploadId);
  }
}

/** A refusal is sure: nothing of the message is out. Another bot's token leads to it, too. */
async function sendAgain<T>(send: () => Promise<T>, forget: () => Promise<void>): Promise<T | null> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof SendError && error.code === 'file')) throw error;
    await forget();
    return null;
  }
}
