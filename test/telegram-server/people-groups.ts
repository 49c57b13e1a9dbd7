import type { ChatRecord, Member, Message, TgChat, TgUser } from './types.js';
import { ANONYMOUS, type BotRecord, type World } from './world.js';

export interface AddUser {
  id?: number;
  name: string;
  lastName?: string;
  username?: string;
  languageCode?: string;
}

export interface AddGroup {
  title: string;
  type?: 'group' | 'supergroup' | 'forum';
  id?: number;
  owner?: number;
  members?: number[];
  admins?: number[];
  /** The bot's place in it from the start, without any update; a member unless said otherwise. */
  bot?: 'member' | 'administrator' | 'none';
  topics?: string[];
  token?: string;
}

export interface Group {
  id: number;
  /** Topic name → message_thread_id. */
  topics: Record<string, number>;
}

interface InGroup {
  chat: number;
  from: number;
  token?: string;
}

const FIRST_USER = 5_000_000_000;
const FIRST_GROUP = 4_000_000_000;

export function groups(world: World) {
  return {
    addUser: (args: AddUser): TgUser => addUser(world, args),
    addGroup: (args: AddGroup): Group => addGroup(world, args),
    /** A member adds the bot; with a start token through the startgroup link. */
    addsBot: (args: InGroup & { startToken?: string; asAdmin?: boolean }): void => addsBot(world, args),
    kicksBot: (args: InGroup): void => removesBot(world, args),
    promotesBot: ({ rights, ...args }: InGroup & { rights?: Record<string, boolean> }): void =>
      changeBot(world, args, { status: 'administrator', ...(rights ? { rights } : {}) }),
    demotesBot: (args: InGroup): void => changeBot(world, args, { status: 'member' }),
    /** Takes the right to write away from the bot. */
    mutesBot: (args: InGroup): void => changeBot(world, args, { status: 'restricted' }),
    joins: ({ chat, user }: { chat: number; user: number }): void => joins(world, chat, user),
    leaves: ({ chat, user }: { chat: number; user: number }): void => leaves(world, chat, user),
    setAdmin: (args: InGroup & { user: number; admin: boolean; anonymous?: boolean }): void =>
      world.setMember(world.chat(args.chat), {
        userId: args.user,
        by: world.user(args.from),
        to: args.admin
          ? { status: 'administrator', anonymous: args.anonymous ?? false }
          : { status: 'member' },
      }),
    renames: (args: InGroup & { title: string }): void => renames(world, args),
    upgrades: (args: InGroup): { id: number } => upgrades(world, args),
    opensTopic: (args: InGroup & { name: string }): { id: number } => ({ id: opensTopic(world, args) }),
    closesTopic: ({ chat, topic }: { chat: number; topic: number }): void => {
      const found = world.chat(chat).topics.get(topic);
      if (found) found.closed = true;
    },
    deletesTopic: ({ chat, topic }: { chat: number; topic: number }): void => {
      world.chat(chat).topics.delete(topic);
    },
    deletesGroup: ({ chat }: { chat: number }): void => {
      world.chat(chat).gone = 'deleted';
    },
    blocksBot: (args: { from: number; token?: string }): void => setBlocked(world, args, true),
    unblocksBot: (args: { from: number; token?: string }): void => setBlocked(world, args, false),
  };
}

function addUser(world: World, args: AddUser): TgUser {
  const id = args.id ?? FIRST_USER + (world.nextId += 1);
  const user: TgUser = { id, is_bot: false, first_name: args.name, language_code: args.languageCode ?? 'vi' };
  if (args.lastName !== undefined) user.last_name = args.lastName;
  if (args.username !== undefined) user.username = args.username;
  world.users.set(id, user);
  return user;
}

function addGroup(world: World, args: AddGroup): Group {
  const isBasic = args.type === 'group';
  const number = FIRST_GROUP + (world.nextId += 1);
  const id = args.id ?? (isBasic ? -number : Number(`-100${number - 2_000_000_000}`));
  const chat: TgChat = { id, type: isBasic ? 'group' : 'supergroup', title: args.title };
  if (isBasic) chat.all_members_are_administrators = false;
  if (args.type === 'forum') chat.is_forum = true;
  const record = world.addChat(chat);
  for (const user of args.members ?? []) record.members.set(world.user(user).id, { status: 'member' });
  for (const user of args.admins ?? []) record.members.set(world.user(user).id, { status: 'administrator' });
  if (args.owner !== undefined) record.members.set(world.user(args.owner).id, { status: 'creator' });
  if (args.bot !== 'none')
    record.members.set(world.bot(args.token).user.id, { status: args.bot ?? 'member' });
  const from = args.owner ?? args.admins?.[0] ?? args.members?.[0] ?? ANONYMOUS.id;
  const topics = (args.topics ?? []).map(
    (name) => [name, opensTopic(world, { chat: id, from, name }, true)] as const,
  );
  return { id, topics: Object.fromEntries(topics) };
}

function service(world: World, record: ChatRecord, from: TgUser, body: Partial<Message>): void {
  world.announce(record, world.post(record, { from, body }));
}

function addsBot(world: World, args: InGroup & { startToken?: string; asAdmin?: boolean }): void {
  const record = world.chat(args.chat);
  const bot = world.bot(args.token);
  const by = world.user(args.from);
  if (!record.members.has(by.id)) record.members.set(by.id, { status: 'member' });
  const status = record.members.get(bot.user.id)?.status ?? 'left';
  // The link to a bot that is in the group already only sends the command.
  if (status === 'left' || status === 'kicked') {
    world.setMember(record, {
      userId: bot.user.id,
      by,
      to: { status: args.asAdmin ? 'administrator' : 'member' },
    });
    service(world, record, by, { new_chat_members: [bot.user] });
  }
  if (args.startToken === undefined) return;
  const command = `/start@${bot.user.username ?? ''}`;
  const entities = [{ type: 'bot_command', offset: 0, length: command.length }];
  service(world, record, by, { text: `${command} ${args.startToken}`, entities });
}

function removesBot(world: World, args: InGroup): void {
  const record = world.chat(args.chat);
  const bot = world.bot(args.token);
  const by = world.user(args.from);
  const left = world.post(record, { from: by, body: { left_chat_member: bot.user } });
  world.setMember(record, { userId: bot.user.id, by, to: { status: 'kicked' } });
  bot.updates.push('message', record.chat.id, left.message);
  world.announce(record, left);
}

function changeBot(world: World, args: InGroup, to: Member): void {
  const bot = world.bot(args.token);
  world.setMember(world.chat(args.chat), { userId: bot.user.id, by: world.user(args.from), to });
}

function joins(world: World, chat: number, userId: number): void {
  const record = world.chat(chat);
  const user = world.user(userId);
  world.setMember(record, { userId, by: user, to: { status: 'member' } });
  service(world, record, user, { new_chat_members: [user] });
}

function leaves(world: World, chat: number, userId: number): void {
  const record = world.chat(chat);
  const user = world.user(userId);
  world.setMember(record, { userId, by: user, to: { status: 'left' } });
  service(world, record, user, { left_chat_member: user });
}

function renames(world: World, args: InGroup & { title: string }): void {
  const record = world.chat(args.chat);
  record.chat = { ...record.chat, title: args.title };
  service(world, record, world.user(args.from), { new_chat_title: args.title });
}

/** The group gets a new id and new message numbers; what was said stays under the old id. */
function upgrades(world: World, args: InGroup): { id: number } {
  const old = world.chat(args.chat);
  if (old.chat.type !== 'group') throw new Error(`${args.chat} is not a basic group`);
  const id = Number(`-100${FIRST_GROUP - 2_000_000_000 + (world.nextId += 1)}`);
  const next = world.addChat({ id, type: 'supergroup', title: old.chat.title ?? '' });
  for (const [userId, member] of old.members) next.members.set(userId, { ...member });
  service(world, old, world.user(args.from), { migrate_to_chat_id: id });
  old.migratedTo = id;
  const first = world.post(next, {
    from: ANONYMOUS,
    senderChat: next.chat,
    body: { migrate_from_chat_id: args.chat },
  });
  world.announce(next, first);
  return { id };
}

function opensTopic(world: World, args: InGroup & { name: string }, isQuiet = false): number {
  const record = world.chat(args.chat);
  if (!record.chat.is_forum) throw new Error(`${args.chat} has no topics`);
  const stored = world.post(record, {
    from: world.user(args.from),
    body: { forum_topic_created: { name: args.name, icon_color: 7_322_096 } },
  });
  const id = stored.message.message_id;
  Object.assign(stored.message, { message_thread_id: id, is_topic_message: true });
  record.topics.set(id, { name: args.name, closed: false });
  if (!isQuiet) world.announce(record, stored);
  return id;
}

function setBlocked(world: World, args: { from: number; token?: string }, isBlocked: boolean): void {
  const bot: BotRecord = world.bot(args.token);
  const record = world.privateChat(bot, args.from);
  world.setMember(record, {
    userId: bot.user.id,
    by: world.user(args.from),
    to: { status: isBlocked ? 'kicked' : 'member' },
  });
  if (isBlocked) record.gone = 'blocked';
  else delete record.gone;
}
