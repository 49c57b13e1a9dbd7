import { checkMaySend, checkRate, findChat, findMessage, isAdmin, membership, type Call } from './access.js';
import { badRequest } from './errors.js';
import { readMarkup } from './markup.js';
import { captionFields, readCaption, readText } from './methods-send.js';
import { isService } from './privacy.js';
import type { ChatRecord, Message, Stored } from './types.js';

const SAME =
  'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
  'content and reply markup of the message';
const TWO_DAYS_S = 48 * 3_600;
/** The emoji a bot may react with (the free ones of the official list). */
const REACTIONS = new Set(
  (
    '❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 ' +
    '👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'
  ).split(' '),
);

export function editMessageText(call: Call): Message {
  const { text, entities } = readText(call);
  const markup = readMarkup(call.params);
  const { record, stored } = findOwn(call);
  if (stored.message.text === undefined) throw badRequest('there is no text in the message to edit');
  const next: Partial<Message> = entities.length > 0 ? { text, entities } : { text };
  return change(call, { record, stored, fields: ['text', 'entities'], next: withMarkup(next, markup) });
}

export function editMessageCaption(call: Call): Message {
  const caption = readCaption(call);
  const markup = readMarkup(call.params);
  const { record, stored } = findOwn(call);
  if (stored.message.text !== undefined) throw badRequest('there is no caption in the message to edit');
  const next = withMarkup(captionFields(caption), markup);
  return change(call, { record, stored, fields: ['caption', 'caption_entities'], next });
}

export function editMessageReplyMarkup(call: Call): Message {
  const markup = readMarkup(call.params);
  const { record, stored } = findOwn(call);
  return change(call, { record, stored, fields: [], next: withMarkup({}, markup) });
}

const withMarkup = (next: Partial<Message>, markup: Message['reply_markup']): Partial<Message> =>
  markup ? { ...next, reply_markup: markup } : next;

function findOwn(call: Call): { record: ChatRecord; stored: Stored } {
  if (call.params.text('inline_message_id') !== '') throw badRequest('MESSAGE_ID_INVALID');
  const record = findChat(call);
  const stored = findMessage(call, record, 'edit');
  if (stored.message.from?.id !== call.bot.user.id || isService(stored.message)) {
    throw badRequest("message can't be edited");
  }
  return { record, stored };
}

/** Replaces the named fields and the keyboard: an edit without a keyboard takes the keyboard away. */
function change(
  call: Call,
  edit: { record: ChatRecord; stored: Stored; fields: (keyof Message)[]; next: Partial<Message> },
): Message {
  const { message } = edit.stored;
  const fields: (keyof Message)[] = [...edit.fields, 'reply_markup'];
  const isSame = fields.every((field) => JSON.stringify(message[field]) === JSON.stringify(edit.next[field]));
  if (isSame) throw badRequest(SAME);
  checkRate(call, edit.record);
  if (edit.fields.length > 0) edit.stored.edited = true;
  for (const field of fields) delete message[field];
  Object.assign(message, edit.next, { edit_date: call.world.seconds() });
  call.world.changed.emit('change', edit.record.chat.id);
  return message;
}

export function deleteMessage(call: Call): true {
  const record = findChat(call);
  const stored = findMessage(call, record, 'delete');
  const isOwn = stored.message.from?.id === call.bot.user.id;
  const isPrivate = record.chat.type === 'private';
  if (!isOwn && !isPrivate && !isAdmin(membership(call, record), 'can_delete_messages')) {
    throw badRequest("message can't be deleted");
  }
  const isOld = call.world.seconds() - stored.message.date > TWO_DAYS_S;
  if (isOld && !isAdmin(membership(call, record), 'can_delete_messages')) {
    throw badRequest("message can't be deleted for everyone");
  }
  record.messages.delete(stored.message.message_id);
  call.world.changed.emit('change', record.chat.id);
  return true;
}

export function setMessageReaction(call: Call): true {
  const record = findChat(call);
  const stored = findMessage(call, record, 'react');
  const list = (call.params.json('reaction', 'reaction types') ?? []) as { type: string; emoji?: string }[];
  if (list.length > 1) throw badRequest('REACTIONS_TOO_MANY');
  const emoji = list.map((item) => (item.emoji ?? '').replaceAll('\ufe0f', ''));
  if (emoji.some((one) => !REACTIONS.has(one))) throw badRequest('REACTION_INVALID');
  if (emoji.length > 0) stored.reactions.set(call.bot.user.id, emoji);
  else stored.reactions.delete(call.bot.user.id);
  call.world.changed.emit('change', record.chat.id);
  return true;
}

export function pinChatMessage(call: Call): true {
  const record = findPinnable(call);
  const { message } = findMessage(call, record, 'pin');
  if (record.pinned.includes(message.message_id)) return true;
  record.pinned.push(message.message_id);
  const { reply_to_message: _nested, ...plain } = message;
  const note = call.world.post(record, { from: call.bot.user, body: { pinned_message: plain } });
  call.world.announce(record, note);
  return true;
}

export function unpinChatMessage(call: Call): true {
  const record = findPinnable(call);
  const id = call.params.int('message_id') ?? record.pinned.at(-1);
  if (id === undefined || !record.pinned.includes(id)) throw badRequest('message to unpin not found');
  record.pinned = record.pinned.filter((other) => other !== id);
  return true;
}

function findPinnable(call: Call): ChatRecord {
  const record = findChat(call);
  checkMaySend(call, record, 'messages');
  if (record.chat.type !== 'private' && !isAdmin(membership(call, record), 'can_pin_messages')) {
    throw badRequest('not enough rights to manage pinned messages in the chat');
  }
  return record;
}

export const editMethods = {
  editMessageText,
  editMessageCaption,
  editMessageReplyMarkup,
  deleteMessage,
  setMessageReaction,
  pinChatMessage,
  unpinChatMessage,
};
