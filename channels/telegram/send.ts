import { SendError } from '../../core/errors.js';
import type { Content } from '../../core/message.js';
import type { ChatAddress, OutgoingMessage } from '../channel.js';
import type { Call } from '../http/call.js';
import { renderEdit, renderSend, type Request } from './render.js';

/** Files that are out while their text is not; the oldest are forgotten beyond this. */
const rememberedFiles = 1_000;

export interface Sender {
  send(message: OutgoingMessage): Promise<{ messageId: string }>;
  edit(to: ChatAddress, messageId: string, content: Content): Promise<void>;
}

export function createSender(call: Call): Sender {
  const filesOut = new Set<string>();

  /** File first, then text; when the text fails, its next attempt must not show the file a second time. */
  async function sendBoth(file: Request, text: Request): Promise<{ messageId: string }> {
    const key = JSON.stringify([file.params, text.params['text']]);
    if (!filesOut.has(key)) {
      messageIdOf(await call(file.method, file.params), file.method);
      filesOut.add(key);
      if (filesOut.size > rememberedFiles) filesOut.delete(filesOut.values().next().value ?? '');
    }
    const messageId = messageIdOf(await call(text.method, text.params), text.method);
    filesOut.delete(key);
    return { messageId };
  }

  return {
    async send(message) {
      const [first, second] = renderSend(message);
      if (!first) throw new Error('nothing rendered');
      if (second) return sendBoth(first, second);
      return { messageId: messageIdOf(await call(first.method, first.params), first.method) };
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

function ignoreNotModified(error: unknown): void {
  if (!(error instanceof SendError && error.code === 'not-modified')) throw error;
}

/** Answered with ok but without an id: it is out there, and nobody can say where. */
function messageIdOf(result: unknown, method: string): string {
  const { message_id } = (result ?? {}) as { message_id?: unknown };
  if (typeof message_id === 'number') return String(message_id);
  throw new SendError({ kind: 'unknown' }, 'bad-answer', `${method}: the answer names no message`);
}
