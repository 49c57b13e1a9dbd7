import { SendError } from '../../core/errors.js';
import type { Content } from '../../core/message.js';
import type { ChatAddress, OutgoingMessage, Sent } from '../channel.js';
import type { Call } from '../http/call.js';
import { readHeldRef } from './held-ref.js';
import { renderEdit, renderSend, type Request } from './render.js';

/** Files that are out while their text is not; the oldest are forgotten beyond this. */
const rememberedFiles = 1_000;

export interface Sender {
  send(message: OutgoingMessage): Promise<Sent>;
  edit(to: ChatAddress, messageId: string, content: Content): Promise<void>;
}

export function createSender(call: Call): Sender {
  const filesOut = new Map<string, Sent>();

  /** File first, then text; when the text fails, its next attempt must not show the file a second time. */
  async function sendBoth(key: string, file: Request, text: Request): Promise<Sent> {
    const fileOut = filesOut.get(key) ?? (await show(file));
    filesOut.set(key, fileOut);
    if (filesOut.size > rememberedFiles) filesOut.delete(filesOut.keys().next().value ?? '');
    const textOut = await show(text);
    filesOut.delete(key);
    return { ...fileOut, ...textOut };
  }

  async function show({ method, params }: Request): Promise<Sent> {
    const result = await call(method, params);
    return { messageId: messageIdOf(result, method), ...readHeldRef(params, result) };
  }

  return {
    async send(message) {
      const [first, second] = renderSend(message);
      if (!first) throw new Error('nothing rendered');
      return second ? sendBoth(keyOf(message), first, second) : show(first);
    },
    async edit(to, messageId, content) {
      const [likely, other] = renderEdit(to, messageId, content);
      try {
        await call(likely.method, likely.params);
      } catch (error) {
        const code = error instanceof SendError ? error.code : '';
        if (code === 'not-modified') return;
        if (code !== 'no-text' && code !== 'no-caption') throw error;
        await call(other.method, other.params).catch(ignoreNotModified);
      }
    },
  };
}

/** The file by its name: at the next attempt it may be named where it was brought, or the other way round. */
function keyOf({ to, content: { text, attachment } }: OutgoingMessage): string {
  return JSON.stringify([to, attachment?.name ?? attachment?.ref, text]);
}

function ignoreNotModified(error: unknown): void {
  if (!(error instanceof SendError && error.code === 'not-modified')) throw error;
}

/** Answered with ok but without an id: it is out there, and nobody can say where. */
function messageIdOf(result: unknown, method: string): string {
  const { message_id } = (result ?? {}) as { message_id?: unknown };
  if (typeof message_id === 'number') return String(message_id);
  throw new SendError({ kind: 'unknown' }, 'bad-answer', `${method}: the answer names no message`);
}
