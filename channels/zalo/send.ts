import { SendError } from '../../core/errors.js';
import type { ChatAddress, OutgoingMessage } from '../channel.js';
import { render, type Renderer, type Shown } from './render.js';

/** First halves of messages that are out while the second is not; the oldest are forgotten beyond this. */
const rememberedHalves = 1_000;

export type Show = (to: ChatAddress, shown: Shown) => Promise<string>;

/** Shows a message in one call or two; when the second fails, its next attempt must not show the first again. */
export function createSender(show: Show, renderer: Renderer) {
  const halvesOut = new Set<string>();
  return async ({ to, content }: OutgoingMessage): Promise<{ messageId: string }> => {
    const [first, second] = await prepare(() => render(content, renderer));
    if (!second) return { messageId: await show(to, first) };
    const key = JSON.stringify([to.externalId, first, second]);
    if (!halvesOut.has(key)) {
      await show(to, first);
      halvesOut.add(key);
      if (halvesOut.size > rememberedHalves) halvesOut.delete(halvesOut.values().next().value ?? '');
    }
    const messageId = await show(to, second);
    halvesOut.delete(key);
    return { messageId };
  };
}

/** The address of a file comes from outside; when it can't be had, nothing was sent. */
async function prepare<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SendError) throw error;
    throw new SendError({ kind: 'retryable' }, 'file-away', 'the address of the file could not be had');
  }
}

/** Nothing that is out can be changed here; callers ask `capabilities.edits` before. */
export async function refuseEdit(): Promise<never> {
  throw new SendError({ kind: 'rejected' }, 'not-editable', 'messages cannot be edited here');
}
