import { withDetected } from './entities.js';
import { storeFile } from './files.js';
import type { CallbackAnswer, ChatRecord, FileInfo, Message, Stored, TgUser } from './types.js';
import { ANONYMOUS, type BotRecord, type World } from './world.js';

export interface Says {
  /** A group's id; for a private chat the person's own id. */
  chat: number;
  from: number;
  text?: string;
  replyTo?: number;
  topic?: number;
  /** Says it as an administrator who hides behind the group. */
  anonymous?: boolean;
  photo?: boolean;
  document?: { fileName: string; content?: string; mimeType?: string };
  /** Which bot, for a private chat; the first one otherwise. */
  token?: string;
}

export interface Said {
  messageId: number;
  /** Whether any bot got to see it. */
  isSeen: boolean;
}

export interface Presses {
  chat: number;
  from: number;
  message: number;
  data?: string;
  label?: string;
  /** Sends data that no button of the message has. */
  forged?: boolean;
  /** The message reaches the bot as an InaccessibleMessage, as old ones do. */
  inaccessible?: boolean;
  waitMs?: number;
  token?: string;
}

const PRESS_WAIT_MS = 5_000;

export function talk(world: World) {
  return {
    says: (args: Says): Said => says(world, args),
    edits: (args: { chat: number; message: number; text: string; token?: string }): Said =>
      edits(world, args),
    presses: (args: Presses): Promise<CallbackAnswer | undefined> => presses(world, args),
    reacts: (args: { chat: number; from: number; message: number; emoji: string[]; token?: string }): void =>
      reacts(world, args),
    /** A person deletes a message; bots are never told. */
    deletes: ({ chat, message, token }: { chat: number; message: number; token?: string }): void => {
      world.chat(chat, token).messages.delete(message);
      world.changed.emit('change', chat);
    },
  };
}

function says(world: World, args: Says): Said {
  const isPrivate = args.chat > 0;
  const record = isPrivate ? world.privateChat(world.bot(args.token), args.chat) : world.chat(args.chat);
  if (isPrivate) delete record.gone;
  else checkMember(world, record, args.from);
  const replyTo = args.replyTo === undefined ? undefined : record.messages.get(args.replyTo);
  if (args.replyTo !== undefined && !replyTo)
    throw new Error(`no message ${args.replyTo} to reply to in ${args.chat}`);
  if (args.topic !== undefined && !record.topics.has(args.topic)) throw new Error(`no topic ${args.topic}`);
  const stored = world.post(record, {
    from: args.anonymous ? ANONYMOUS : world.user(args.from),
    ...(args.anonymous ? { senderChat: record.chat } : {}),
    ...(replyTo ? { replyTo } : {}),
    ...(args.topic === undefined ? {} : { threadId: args.topic }),
    body: bodyOf(world, args),
  });
  return { messageId: stored.message.message_id, isSeen: world.announce(record, stored).length > 0 };
}

function checkMember(world: World, record: ChatRecord, userId: number): void {
  if (record.migratedTo !== undefined)
    throw new Error(`${record.chat.id} was upgraded to ${record.migratedTo}`);
  const status = record.members.get(userId)?.status ?? 'left';
  if (status === 'left' || status === 'kicked')
    throw new Error(`${world.user(userId).first_name} is not in the group`);
}

function bodyOf(world: World, args: Says): Partial<Message> {
  const { text, entities } = withDetected({ text: args.text ?? '', entities: [] });
  const marks = entities.length > 0;
  const file = args.photo || args.document ? upload(world, args) : undefined;
  if (!file) {
    if (text === '') throw new Error('a message needs a text, a photo or a document');
    return marks ? { text, entities } : { text };
  }
  const caption = text === '' ? {} : { caption: text, ...(marks ? { caption_entities: entities } : {}) };
  if (args.document) return { document: file, ...caption };
  const small = { ...file, file_id: `${file.file_id}s`, width: 90, height: 67 };
  return { photo: [small, { ...file, width: 1280, height: 960 }], ...caption };
}

/** Begins as every JPEG does. */
const picture = Buffer.from('\xff\xd8\xff\xe0a picture of the embankment', 'latin1');

function upload(world: World, { document }: Says): FileInfo {
  const content = document ? Buffer.from(document.content ?? '') : picture;
  const mimeType = document?.mimeType ?? (document ? 'application/octet-stream' : 'image/jpeg');
  return storeFile(world, document ? 'document' : 'photo', {
    fileName: document?.fileName ?? '',
    mimeType,
    content,
  });
}

function edits(world: World, args: { chat: number; message: number; text: string; token?: string }): Said {
  const record = world.chat(args.chat, args.token);
  const stored = find(record, args.message);
  const { text, entities } = withDetected({ text: args.text, entities: [] });
  const { message } = stored;
  const isCaption = message.text === undefined;
  if (isCaption) message.caption = text;
  else message.text = text;
  if (entities.length > 0) message[isCaption ? 'caption_entities' : 'entities'] = entities;
  else delete message[isCaption ? 'caption_entities' : 'entities'];
  message.edit_date = world.seconds();
  stored.edited = true;
  world.changed.emit('change', record.chat.id);
  return { messageId: args.message, isSeen: world.announce(record, stored, 'edited_message').length > 0 };
}

function find(record: ChatRecord, id: number): Stored {
  const stored = record.messages.get(id);
  if (!stored) throw new Error(`no message ${id} in ${record.chat.id}`);
  return stored;
}

function presses(world: World, args: Presses): Promise<CallbackAnswer | undefined> {
  const record = world.chat(args.chat, args.token);
  const { message } = find(record, args.message);
  const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
  const button = buttons.find((one) =>
    args.label === undefined ? one.callback_data === args.data : one.text === args.label,
  );
  const data = args.forged ? args.data : button?.callback_data;
  if (data === undefined) {
    const labels = buttons.map(({ text }) => text).join(', ');
    throw new Error(
      `message ${args.message} has no button ${args.label ?? args.data ?? ''}; it has: ${labels}`,
    );
  }
  const bot = [...world.bots.values()].find(({ user }) => user.id === message.from?.id);
  if (!bot) throw new Error(`message ${args.message} is not from a bot`);
  const gone = { chat: record.chat, message_id: message.message_id, date: 0 };
  return press(
    world,
    bot,
    { from: world.user(args.from), message: args.inaccessible ? gone : message, data },
    args,
  );
}

function press(
  world: World,
  bot: BotRecord,
  query: { from: TgUser; message: object; data: string },
  args: Presses,
): Promise<CallbackAnswer | undefined> {
  const id = `${4_382_000_000 + (world.nextId += 1)}${String(args.from).slice(-4)}`;
  const chat_instance = String(-7_400_000_000_000 + args.chat);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), args.waitMs ?? PRESS_WAIT_MS);
    const settle = (answer: CallbackAnswer): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    bot.callbacks.set(id, { at: world.now(), settle });
    bot.updates.push('callback_query', args.chat, { id, ...query, chat_instance });
  });
}

/** Reactions reach only bots that administer the chat and asked for them; private chats count as such. */
function reacts(
  world: World,
  args: { chat: number; from: number; message: number; emoji: string[]; token?: string },
): void {
  const record = world.chat(args.chat, args.token);
  const stored = find(record, args.message);
  const asJson = (list: string[]) => list.map((emoji) => ({ type: 'emoji', emoji }));
  const update = {
    chat: record.chat,
    message_id: args.message,
    user: world.user(args.from),
    date: world.seconds(),
    old_reaction: asJson(stored.reactions.get(args.from) ?? []),
    new_reaction: asJson(args.emoji),
  };
  if (args.emoji.length > 0) stored.reactions.set(args.from, args.emoji);
  else stored.reactions.delete(args.from);
  for (const bot of world.bots.values()) {
    const isPrivate = bot.privates.get(args.chat) === record;
    const isAdmin = record.members.get(bot.user.id)?.status === 'administrator';
    if (isPrivate || isAdmin) bot.updates.push('message_reaction', args.chat, update);
  }
  world.changed.emit('change', record.chat.id);
}
