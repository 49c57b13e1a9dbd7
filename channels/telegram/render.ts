import { SendError } from '../../core/errors.js';
import type { Attachment, Button, Content, RichText } from '../../core/message.js';
import type { ChatAddress, OutgoingMessage } from '../channel.js';

export interface Request {
  method: string;
  params: Record<string, unknown>;
}

interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
}

/** https://core.telegram.org/bots/api#sendmessage and #sendphoto, after entities are parsed. */
export const textLimit = 4096;
export const captionLimit = 1024;

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
const actionLimitBytes = 64;

/** The calls that show a message: one, or the file and then the text when it is too long for a caption. */
export function renderSend({ to, content, replyTo }: OutgoingMessage): Request[] {
  const { text, entities } = renderText(content.text);
  const target = renderTarget(to, replyTo);
  const file = content.attachment;
  const isEmpty = text.trim() === '';
  if (!file) {
    if (isEmpty) throw new SendError({ kind: 'rejected' }, 'empty-text', 'the message has no text');
    return [{ method: 'sendMessage', params: textParams(target, { text, entities }, content) }];
  }
  if (text.length > captionLimit) {
    const words = textParams(target, { text, entities }, content);
    return [renderFile(file, target), { method: 'sendMessage', params: words }];
  }
  const caption = isEmpty ? {} : { caption: text, caption_entities: entities };
  return [renderFile(file, { ...target, ...caption, ...renderButtons(content.buttons) })];
}

/** The two ways to edit: which one a message takes depends on whether it is a file, so the likelier comes first. */
export function renderEdit(to: ChatAddress, messageId: string, content: Content): [Request, Request] {
  const { text, entities } = renderText(content.text);
  if (text.trim() === '') throw new SendError({ kind: 'rejected' }, 'empty-text', 'the message has no text');
  const target = { chat_id: chatId(to), message_id: Number(messageId) };
  const words: Request = {
    method: 'editMessageText',
    params: textParams(target, { text, entities }, content),
  };
  const caption: Request = {
    method: 'editMessageCaption',
    params: { ...target, caption: text, caption_entities: entities, ...renderButtons(content.buttons) },
  };
  return content.attachment && text.length <= captionLimit ? [caption, words] : [words, caption];
}

/** Group ids go over as numbers; they fit (at most 52 bits: https://core.telegram.org/bots/api#chat). */
export function chatId(to: ChatAddress): number | string {
  return /^-?\d+$/.test(to.externalId) ? Number(to.externalId) : to.externalId;
}

function renderTarget(to: ChatAddress, replyTo?: string): Record<string, unknown> {
  const target: Record<string, unknown> = { chat_id: chatId(to) };
  if (to.threadId !== '') target['message_thread_id'] = Number(to.threadId);
  if (replyTo !== undefined && replyTo !== '') {
    target['reply_parameters'] = { message_id: Number(replyTo), allow_sending_without_reply: true };
  }
  return target;
}

function textParams(
  target: Record<string, unknown>,
  words: { text: string; entities: Entity[] },
  content: Content,
): Record<string, unknown> {
  return {
    ...target,
    text: words.text,
    ...(words.entities.length > 0 ? { entities: words.entities } : {}),
    link_preview_options: { is_disabled: true },
    ...renderButtons(content.buttons),
  };
}

function renderFile(file: Attachment, params: Record<string, unknown>): Request {
  if (file.channel !== 'telegram') {
    throw new SendError({ kind: 'rejected' }, 'foreign-file', `a file of ${file.channel} is not on Telegram`);
  }
  return file.kind === 'photo'
    ? { method: 'sendPhoto', params: { ...params, photo: file.ref } }
    : { method: 'sendDocument', params: { ...params, document: file.ref } };
}

/**
 * Text and entities, never parse_mode: what people wrote can't become markup. Offsets count UTF-16 units, as Telegram
 * does (https://core.telegram.org/bots/api#messageentity). NUL and half letters are refused there, so they go.
 */
export function renderText(spans: RichText): { text: string; entities: Entity[] } {
  const entities: Entity[] = [];
  let text = '';
  for (const span of spans) {
    const words = span.text.includes('\0') ? span.text.replaceAll('\0', '') : span.text;
    const place = { offset: text.length, length: words.length };
    text += words;
    if (words === '') continue;
    // Code can't be combined with a link (https://core.telegram.org/bots/api#formatting-options): the link wins.
    if (span.style && !(span.style === 'code' && span.link)) entities.push({ type: span.style, ...place });
    if (span.link) entities.push({ type: 'text_link', ...place, url: span.link });
  }
  return { text: text.replace(/\p{Surrogate}/gu, '\uFFFD'), entities };
}

function renderButtons(rows: Button[][] | undefined): Record<string, unknown> {
  const keyboard = rows?.filter((row) => row.length > 0) ?? [];
  return keyboard.length === 0
    ? {}
    : { reply_markup: { inline_keyboard: keyboard.map((row) => row.map(renderButton)) } };
}

function renderButton(button: Button): Record<string, string> {
  const text = button.label.replaceAll('\0', '');
  if ('url' in button) return { text, url: button.url };
  const bytes = Buffer.byteLength(button.action);
  if (bytes === 0 || bytes > actionLimitBytes) {
    throw new Error(
      `a button's action takes 1 to ${actionLimitBytes} bytes, "${button.action}" has ${bytes}`,
    );
  }
  return { text, callback_data: button.action };
}
