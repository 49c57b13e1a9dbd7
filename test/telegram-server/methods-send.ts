import { checkMaySend, checkRate, findChat, findReply, findThread, type Call } from './access.js';
import { formattedText, type FormattedText } from './entities.js';
import { badRequest } from './errors.js';
import { knownFile, storeFile } from './files.js';
import { readMarkup } from './markup.js';
import type { FileInfo, Message } from './types.js';

export const MAX_TEXT = 4096;
export const MAX_CAPTION = 1024;

export function readText(call: Call): FormattedText {
  if (call.params.text('text') === '') throw badRequest('message text is empty');
  const formatted = formattedText(call.params, 'text', 'entities');
  if (formatted.text === '') throw badRequest('text must be non-empty');
  if (formatted.text.length > MAX_TEXT) throw badRequest('message is too long');
  return formatted;
}

export function readCaption(call: Call): FormattedText {
  const formatted = formattedText(call.params, 'caption', 'caption_entities');
  if (formatted.text.length > MAX_CAPTION) throw badRequest('message caption is too long');
  return formatted;
}

export function sendMessage(call: Call): Message {
  const { text, entities } = readText(call);
  return send(call, 'text messages', entities.length > 0 ? { text, entities } : { text });
}

export function sendPhoto(call: Call): Message {
  const caption = captionFields(readCaption(call));
  const file = readFile(call, 'photo');
  const small = { ...file, file_id: `${file.file_id}s`, width: 90, height: 67 };
  return send(call, 'photos', { photo: [small, { ...file, width: 1280, height: 960 }], ...caption });
}

export function sendDocument(call: Call): Message {
  const caption = captionFields(readCaption(call));
  return send(call, 'documents', { document: readFile(call, 'document'), ...caption });
}

export function captionFields({ text, entities }: FormattedText): Partial<Message> {
  if (text === '') return {};
  return entities.length > 0 ? { caption: text, caption_entities: entities } : { caption: text };
}

function send(call: Call, what: string, body: Partial<Message>): Message {
  const markup = readMarkup(call.params);
  const record = findChat(call);
  checkMaySend(call, record, what);
  const threadId = findThread(call, record);
  const replyTo = findReply(call, record);
  checkRate(call, record);
  const stored = call.world.post(record, {
    from: call.bot.user,
    ...(replyTo ? { replyTo } : {}),
    ...(threadId === undefined ? {} : { threadId }),
    body: markup ? { ...body, reply_markup: markup } : body,
  });
  return stored.message;
}

function readFile(call: Call, field: 'photo' | 'document'): FileInfo {
  const named = call.params.text(field);
  const upload = call.params.files.get(named.startsWith('attach://') ? named.slice(9) : field);
  if (upload) {
    if (upload.content.length === 0) throw badRequest('file must be non-empty');
    return storeFile(call.world, field, upload, call.bot);
  }
  if (named === '') throw badRequest(`there is no ${field} in the request`);
  const known = knownFile(call, named);
  if (known && known.kind !== field)
    throw badRequest(`can't use file of type ${titleOf[known.kind]} as ${titleOf[field]}`);
  if (known) return known.info;
  if (!/^https?:\/\//.test(named)) throw badRequest('wrong file identifier/HTTP URL specified');
  const fileName = named.split('/').at(-1) ?? 'file';
  const fetched = { fileName, mimeType: 'application/octet-stream', content: Buffer.alloc(1) };
  return storeFile(call.world, field, fetched, call.bot);
}

const titleOf = { photo: 'Photo', document: 'Document' };

export const sendMethods = { sendMessage, sendPhoto, sendDocument };
