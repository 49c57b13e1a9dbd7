import { SendError } from '../../core/errors.js';
import type { Attachment, Button, Content, RichText } from '../../core/message.js';
import type { ChatAddress, OutgoingMessage } from '../channel.js';
import { Upload } from './upload.js';

type Params = Record<string, unknown>;

export interface Request {
  method: string;
  params: Params;
}

interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
}

interface Words {
  text: string;
  entities: Entity[];
}

const noPreview = { is_disabled: true };

/** Node 20 has it, the library of ES2023 does not list it. */
type Text = string & { toWellFormed(): string };

/** https://core.telegram.org/bots/api#sendmessage and #sendphoto, after entities are parsed. */
export const textLimit = 4096;
export const captionLimit = 1024;

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
const actionLimitBytes = 64;

/** The calls that show a message: one, or the file and then the text when it is too long for a caption. */
export function renderSend({ to, content, replyTo }: OutgoingMessage): Request[] {
  const words = renderText(content.text);
  const params = renderTarget(to, replyTo);
  const file = content.attachment;
  const isEmpty = words.text.trim() === '';
  if (!file) {
    if (isEmpty) throw new SendError({ kind: 'rejected' }, 'empty-text', 'the message has no text');
    return [{ method: 'sendMessage', params: addText(params, words, content) }];
  }
  if (words.text.length > captionLimit) {
    const text = addText({ ...params }, words, content);
    return [renderFile(file, params), { method: 'sendMessage', params: text }];
  }
  if (!isEmpty) addCaption(params, words);
  addButtons(params, content.buttons);
  return [renderFile(file, params)];
}

/** The two ways to edit: which one a message takes depends on whether it is a file, so the likelier comes first. */
export function renderEdit(to: ChatAddress, messageId: string, content: Content): [Request, Request] {
  const words = renderText(content.text);
  if (words.text.trim() === '')
    throw new SendError({ kind: 'rejected' }, 'empty-text', 'the message has no text');
  const target = { chat_id: chatId(to), message_id: Number(messageId) };
  const text: Request = { method: 'editMessageText', params: addText({ ...target }, words, content) };
  const caption: Request = { method: 'editMessageCaption', params: addCaption({ ...target }, words) };
  addButtons(caption.params, content.buttons);
  return content.attachment && words.text.length <= captionLimit ? [caption, text] : [text, caption];
}

/** Group ids go over as numbers; they fit (at most 52 bits: https://core.telegram.org/bots/api#chat). */
export function chatId(to: ChatAddress): number | string {
  return /^-?\d+$/.test(to.externalId) ? Number(to.externalId) : to.externalId;
}

function renderTarget(to: ChatAddress, replyTo?: string): Params {
  const params: Params = { chat_id: chatId(to) };
  if (to.threadId !== '') params.message_thread_id = Number(to.threadId);
  if (replyTo !== undefined && replyTo !== '') {
    params.reply_parameters = { message_id: Number(replyTo), allow_sending_without_reply: true };
  }
  return params;
}

// These add in place: copies would be a tenth of the work of a send.
function addText(params: Params, { text, entities }: Words, content: Content): Params {
  params.text = text;
  if (entities.length > 0) params.entities = entities;
  params.link_preview_options = noPreview;
  addButtons(params, content.buttons);
  return params;
}

function addCaption(params: Params, { text, entities }: Words): Params {
  params.caption = text;
  if (entities.length > 0) params.caption_entities = entities;
  return params;
}

function addButtons(params: Params, rows: Button[][] | undefined): void {
  const keyboard = rows?.filter((row) => row.length > 0) ?? [];
  if (keyboard.length === 0) return;
  params.reply_markup = { inline_keyboard: keyboard.map((row) => row.map(renderButton)) };
}

function renderFile(file: Attachment, params: Params): Request {
  if (file.channel !== 'telegram') {
    throw new SendError({ kind: 'rejected' }, 'foreign-file', `a file of ${file.channel} is not on Telegram`);
  }
  const shown = file.bytes ? new Upload(file.name ?? file.kind, file.bytes) : file.ref;
  return file.kind === 'photo'
    ? { method: 'sendPhoto', params: { ...params, photo: shown } }
    : { method: 'sendDocument', params: { ...params, document: shown } };
}

/**
 * Text and entities, never parse_mode: what people wrote can't become markup. Offsets count UTF-16 units, as Telegram
 * does (https://core.telegram.org/bots/api#messageentity). NUL and half letters are refused there, so they go.
 */
export function renderText(spans: RichText): Words {
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
  return { text: (text as Text).toWellFormed(), entities };
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
