import type { ChatRecord, MessageKind, Person } from '../types.js';
import { emit, emitMessage } from './events.js';
import { addAsset, createGroup, dropGroup, type NewAsset } from './groups.js';
import type { OaWorld } from './world.js';

export interface Says {
  chat: string;
  from: string;
  text?: string;
  replyTo?: string;
  kind?: MessageKind;
}

export interface Said {
  messageId: string;
  /** Whether the account's program is told; all that is said in its groups is. */
  isSeen: boolean;
}

interface InGroup {
  chat: string;
  user: string;
}

export function people(world: OaWorld) {
  return {
    addUser: (args: { name: string; isOaAdmin?: boolean }): Person => {
      const person = { id: personId(world), name: args.name, isProtected: false };
      world.people.set(person.id, person);
      if (args.isOaAdmin) world.oaAdmins.add(person.id);
      return person;
    },
    /** A group that the account has made before, without any event; `isTold`: one that somebody makes on its page now. */
    addGroup: (args: {
      title: string;
      owner?: string;
      members?: string[];
      isTold?: boolean;
    }): { id: string } => {
      const members = [...(args.owner === undefined ? [] : [args.owner]), ...(args.members ?? [])];
      const group = { name: args.title, description: '', assetId: addAsset(world, {}), members };
      const id = createGroup(world, group);
      if (args.isTold) lifecycle(world, id, 'create_group', { group_name: args.title });
      return { id };
    },
    addAsset: (args: NewAsset = {}): { id: string } => ({ id: addAsset(world, args) }),
    joins: ({ chat, user }: InGroup): void => {
      world.chat(chat).members.add(world.person(user).id);
      lifecycle(world, chat, 'user_join_group', { user_id: user });
    },
    asksToJoin: ({ chat, user }: InGroup): void =>
      lifecycle(world, chat, 'user_request_join_group', { user_id: user }),
    leaves: ({ chat, user }: InGroup): void => {
      world.chat(chat).members.delete(user);
      lifecycle(world, chat, world.behaviour.leaveEvent, { user_id: user });
    },
    setAdmin: ({ chat, user, admin }: InGroup & { admin: boolean }): void => {
      const { admins } = world.group(chat);
      if (admin) admins.add(user);
      else admins.delete(user);
      lifecycle(world, chat, admin ? 'add_group_admin' : 'remove_group_admin', { user_id: user });
    },
    renames: ({ chat, title }: { chat: string; title: string }): void => {
      world.chat(chat).title = title;
      lifecycle(world, chat, 'update_group_info', { group_name: title });
    },
    deletesGroup: ({ chat }: { chat: string }): void => {
      dropGroup(world, chat);
      lifecycle(world, chat, 'delete_group', {});
    },
    /** As when the right to the group has run out. */
    disablesGroup: ({ chat, on = true }: { chat: string; on?: boolean }): void => {
      world.group(chat).isDisabled = on;
    },
    /** In a group, or (`chat` is the person's own id) to the account in private. */
    says: (args: Says): Said => says(world, args),
    /** A person stops the account's messages, or lets them come again. */
    restricts: ({ user, on = true }: { user: string; on?: boolean }): void => {
      privateChat(world, user).bot = on ? 'out' : 'in';
    },
  };
}

/** The shape of these events beside their names is a guess. */
function lifecycle(world: OaWorld, chat: string, event_name: string, more: Record<string, unknown>): void {
  emit(world, chat, { event_name, group_id: chat, ...more });
}

/** Ids of people are long numbers, as text: too long for a JavaScript number. */
function personId(world: OaWorld): string {
  const digits = BigInt(`0x${world.newId('person').slice(0, 14)}`).toString();
  return `4${digits.padStart(18, '0').slice(-18)}`;
}

/** It goes by the person's id, and is there once they look at the account. */
function privateChat(world: OaWorld, user: string): ChatRecord {
  const known = world.chats.get(user);
  if (known) return known;
  const { id, name } = world.person(user);
  const record = world.addChat({ id, type: 'PRIVATE', title: name, bot: 'in' });
  record.members.add(id);
  return record;
}

function says(world: OaWorld, args: Says): Said {
  const from = world.person(args.from);
  const isPrivate = args.chat === args.from;
  const record = isPrivate ? privateChat(world, args.from) : world.chat(args.chat);
  if (isPrivate) world.wroteAt.set(from.id, world.now());
  const kind = args.kind ?? 'text';
  if (!record.members.has(from.id)) throw new Error(`${from.name} is not in the group`);
  if (args.replyTo !== undefined && !record.messages.has(args.replyTo))
    throw new Error(`no message ${args.replyTo} to reply to in ${args.chat}`);
  if (kind === 'text' && !args.text) throw new Error('a message needs a text');
  const message = world.post(record, {
    kind,
    from,
    text: args.text ?? '',
    ...(kind === 'text' ? {} : { media: `${world.url}/files/${world.newId('file')}` }),
    ...(args.replyTo === undefined ? {} : { replyTo: args.replyTo }),
  });
  return { messageId: message.id, isSeen: emitMessage(world, record.id, message) };
}
