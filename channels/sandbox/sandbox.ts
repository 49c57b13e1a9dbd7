import { isDeepStrictEqual } from 'node:util';
import { SendError } from '../../core/errors.js';
import { plainText, type Content } from '../../core/message.js';
import type { Capabilities, Channel, ChatAddress, OutgoingMessage } from '../channel.js';
import type { SandboxChat, SandboxHistory } from './history.js';

export const sandboxName = 'sandbox';
export const botName = '@Giaoban';

const capabilities: Capabilities = {
  buttons: true,
  edits: true,
  reactions: true,
  replyTo: true,
  needsMention: false,
  files: 'own',
  keepsFiles: false,
  monthlyLimit: 0,
  inviteLinks: false,
  privateDays: 0,
  onePersonId: true,
  textLimit: 4096,
  captionLimit: 1024,
  pace: { perSecond: 0, chatPerSecond: 0, groupPerMinute: 0 },
};

/**
 * A chat platform in a web page: sending is writing into its history, people act through web/sandbox. It refuses what
 * a real platform refuses: a group without the bot, an empty text, one that is too long, a message that is not there.
 */
export function createSandboxChannel({ history }: { history: SandboxHistory }): Channel {
  return {
    name: sandboxName,
    label: 'Sandbox',
    capabilities,
    botName,
    start: async () => undefined,
    stop: async () => undefined,
    send: (message) => send(history, message),
    edit: (to, messageId, content) => edit(history, to, messageId, content),
    async react(to, messageId, emoji) {
      const id = toMessageId(messageId);
      if (id !== null) await history.react(to.externalId, id, emoji).catch(() => undefined); // a courtesy
    },
    async answerPress(pressId, text) {
      const chatId = chatOfPress(pressId);
      if (chatId && text !== '') await history.addToast(chatId, { pressId, text }).catch(() => undefined); // a courtesy
    },
    inviteLink: () => null,
    diagnose: async () => [
      { ok: true, text: 'The sandbox is on: chats in the browser, on this machine only.' },
    ],
  };
}

async function send(history: SandboxHistory, message: OutgoingMessage): Promise<{ messageId: string }> {
  const { to, content, replyTo } = message;
  checkContent(content);
  const chat = await getOpenChat(history, to);
  const row = {
    chatId: chat.externalId,
    authorId: sandboxName,
    author: botName.slice(1),
    isBot: true,
    content: keepFile(content),
    replyTo: toMessageId(replyTo),
  };
  const { id } = await guard(() => history.addMessage(row));
  return { messageId: String(id) };
}

/** A page shows what is small enough to stand in the message itself; of other files the name. */
const keptBytes = 1_000_000;

function keepFile({ attachment, ...rest }: Content): Content {
  if (!attachment) return rest;
  const { bytes, ...file } = attachment;
  if (!bytes || bytes.length > keptBytes) return { ...rest, attachment: file };
  const type = file.kind === 'photo' ? 'image/png' : 'application/octet-stream';
  const ref = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
  return { ...rest, attachment: { ...file, ref } };
}

async function edit(
  history: SandboxHistory,
  to: ChatAddress,
  messageId: string,
  content: Content,
): Promise<void> {
  checkContent(content);
  const chat = await getOpenChat(history, to);
  const id = toMessageId(messageId);
  const shown = id === null ? null : await guard(() => history.findMessage(chat.externalId, id));
  if (!shown?.isBot) throw new SendError({ kind: 'rejected' }, 'no-message', 'no such message of the bot');
  if (!isDeepStrictEqual(shown.content, content))
    await guard(() => history.changeMessage(chat.externalId, shown.id, content));
}

/** A press names its chat, so that its answer finds the page again. */
export function createPressId(chatId: string, unique: string): string {
  return `${chatId}/${unique}`;
}

function chatOfPress(pressId: string): string | undefined {
  return pressId.split('/')[0];
}

function toMessageId(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

function checkContent(content: Content): void {
  const { length } = plainText(content.text);
  if (length === 0 && !content.attachment)
    throw new SendError({ kind: 'rejected' }, 'empty-text', 'the message has no text');
  if (length > capabilities.textLimit)
    throw new SendError({ kind: 'rejected' }, 'too-long', `the text has ${length} signs`);
}

async function getOpenChat(history: SandboxHistory, to: ChatAddress): Promise<SandboxChat> {
  const chat = await guard(() => history.findChat(to.externalId));
  if (!chat?.hasBot)
    throw new SendError({ kind: 'unreachable' }, chat ? 'kicked' : 'no-chat', 'the bot is not in this chat');
  return chat;
}

/** The history lies in the database: when it is away, nothing was written and trying again helps. */
async function guard<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new SendError({ kind: 'retryable' }, 'history-away', (error as Error).name);
  }
}
