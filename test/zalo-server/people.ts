import { opaqueId } from '../chat-server/opaque-id.js';
import type { ChatRecord, MessageKind, Person } from './types.js';
import type { World } from './world.js';

export interface Says {
  /** A group's id; for a private chat the person's own id. */
  chat: string;
  from: string;
  text?: string;
  /** Picks the bot from the list of members, before the text. A text that has `@<bot's name>` in it counts as picked too. */
  mention?: boolean;
  /** Types the name by hand instead: no mention at all. */
  typed?: boolean;
  replyTo?: string;
  /** What is said instead of a text; a photo's text is its caption. */
  kind?: MessageKind;
}

export interface Said {
  messageId: string;
  /** Whether the bot got to see it. */
  isSeen: boolean;
}

export interface AddGroup {
  title: string;
  owner?: string;
  members?: string[];
  bot?: 'member' | 'none';
}

interface InGroup {
  chat: string;
  from: string;
}

/** No membership or title change ever reaches the bot: there are no such events. */
export function people(world: World) {
  return {
    addUser: (args: { name: string; isProtected?: boolean }): Person => {
      const person = { id: world.newId('person'), name: args.name, isProtected: args.isProtected ?? false };
      world.people.set(person.id, person);
      return person;
    },
    addGroup: (args: AddGroup): { id: string } => addGroup(world, args),
    /** A member adds the bot; the bot's own welcome is all that shows. */
    addsBot: (args: InGroup): void => addsBot(world, args),
    kicksBot: ({ chat }: InGroup): void => {
      world.chat(chat).bot = 'out';
    },
    joins: ({ chat, user }: { chat: string; user: string }): void => {
      world.chat(chat).members.add(world.person(user).id);
    },
    leaves: ({ chat, user }: { chat: string; user: string }): void => {
      world.chat(chat).members.delete(user);
    },
    renames: ({ chat, title }: InGroup & { title: string }): void => {
      world.chat(chat).title = title;
    },
    deletesGroup: ({ chat }: { chat: string }): void => {
      world.chat(chat).isGone = true;
    },
    blocksBot: ({ from }: { from: string }): void => {
      privateChat(world, from).bot = 'out';
    },
    unblocksBot: ({ from }: { from: string }): void => {
      privateChat(world, from).bot = 'in';
    },
    says: (args: Says): Said => says(world, args),
  };
}

export type People = ReturnType<typeof people>;

function addGroup(world: World, args: AddGroup): { id: string } {
  const record = world.addChat({
    id: `zgr-${world.newId('group')}`,
    type: 'GROUP',
    title: args.title,
    bot: 'never',
  });
  for (const id of [...(args.owner === undefined ? [] : [args.owner]), ...(args.members ?? [])])
    record.members.add(world.person(id).id);
  if (args.bot !== 'none') letIn(world, record);
  return { id: record.id };
}

function addsBot(world: World, { chat, from }: InGroup): void {
  const record = world.chat(chat);
  if (!record.members.has(from)) throw new Error(`${world.person(from).name} is not in the group`);
  if (record.bot === 'in') return;
  letIn(world, record);
  const { welcome } = world.behaviour;
  if (welcome !== null) world.post(record, { kind: 'text', text: welcome });
}

function letIn(world: World, record: ChatRecord): void {
  if (!world.canJoinGroups) throw new Error('the bot of this account may not join groups');
  const joined = [...world.chats.values()].filter(({ type, bot }) => type === 'GROUP' && bot === 'in');
  if (joined.length >= world.quota.groups) throw new Error(`the plan allows ${world.quota.groups} groups`);
  record.bot = 'in';
}

/** A person's first message opens the private chat. */
function privateChat(world: World, id: string): ChatRecord {
  const known = world.chats.get(id);
  if (known) return known;
  const record = world.addChat({ id, type: 'PRIVATE', title: world.person(id).name, bot: 'in' });
  record.members.add(id);
  return record;
}

function says(world: World, args: Says): Said {
  const from = world.person(args.from);
  const record = args.chat === args.from ? privateChat(world, args.from) : world.chat(args.chat);
  if (!record.members.has(from.id)) throw new Error(`${from.name} is not in the group`);
  if (args.replyTo !== undefined && !record.messages.has(args.replyTo))
    throw new Error(`no message ${args.replyTo} to reply to in ${args.chat}`);
  const kind = args.kind ?? 'text';
  const { text, mentionsBot } = withMention(world, args);
  if (text === '' && (kind === 'text' || kind === 'link')) throw new Error('a message needs a text');
  const media = mediaOf(world, kind);
  const message = world.post(record, {
    kind,
    from,
    text,
    mentionsBot,
    ...(media === undefined ? {} : { media }),
    ...(args.replyTo === undefined ? {} : { replyTo: args.replyTo }),
  });
  return { messageId: message.id, isSeen: world.announce(record, message) };
}

function withMention({ speaker, behaviour }: World, args: Says): { text: string; mentionsBot: boolean } {
  const text = args.text ?? '';
  const picked = `@${speaker.name}`;
  const whole = args.mention ? `${picked} ${text}`.trimEnd() : text;
  if (args.typed || !whole.includes(picked)) return { text: whole, mentionsBot: false };
  return { text: whole.replaceAll(picked, picked.normalize(behaviour.mentionForm)), mentionsBot: true };
}

function mediaOf(world: World, kind: MessageKind): string | undefined {
  const id = opaqueId(kind, world.now(), world.newId(kind));
  if (kind === 'image') return `${world.url}/photos/${id}.jpg`;
  if (kind === 'voice') return `${world.url}/voices/${id}.aac`;
  return kind === 'sticker' ? id : undefined;
}
