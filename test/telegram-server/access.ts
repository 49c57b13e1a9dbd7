import { ApiError, badRequest, forbidden, tooMany } from './errors.js';
import type { Params } from '../chat-server/params.js';
import type { ChatRecord, Member, Stored } from './types.js';
import type { BotRecord, World } from './world.js';

export interface Call {
  world: World;
  bot: BotRecord;
  params: Params;
  onClosed: (listener: () => void) => void;
}

/** The chat a call names, with the official refusals on the way to it. */
export function findChat(call: Call, need: 'read' | 'write' = 'write'): ChatRecord {
  const raw = call.params.text('chat_id');
  if (raw === '') throw badRequest('chat_id is empty');
  const id = raw.startsWith('@') ? idOfName(call.world, raw.slice(1)) : call.params.int('chat_id');
  if (id === undefined || id === 0) throw badRequest('chat not found');
  return id > 0 ? findPrivate(call, id) : findGroup(call, id, need);
}

function findPrivate({ world, bot }: Call, id: number): ChatRecord {
  const record = bot.privates.get(id);
  const user = world.users.get(id);
  if (!user) throw badRequest('chat not found');
  if (user.is_bot) throw forbidden("bots can't send messages to bots");
  if (!record) throw forbidden("bot can't initiate conversation with a user");
  if (record.gone === 'blocked') throw forbidden('bot was blocked by the user');
  if (record.gone === 'deactivated') throw forbidden('user is deactivated');
  return record;
}

function findGroup({ world, bot }: Call, id: number, need: 'read' | 'write'): ChatRecord {
  const record = world.chats.get(id);
  const member = record?.members.get(bot.user.id);
  if (!record || !member) throw badRequest('chat not found');
  if (need === 'write' && record.migratedTo !== undefined) {
    throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: record.migratedTo,
    });
  }
  const kind = record.chat.type === 'group' ? 'group chat' : 'supergroup chat';
  if (record.gone === 'deleted') throw forbidden(`the ${kind} was deleted`);
  if (member.status === 'kicked') throw forbidden(`bot was kicked from the ${kind}`);
  if (member.status === 'left') throw forbidden(`bot is not a member of the ${kind}`);
  return record;
}

function idOfName(world: World, name: string): number | undefined {
  for (const { chat } of world.chats.values())
    if (chat.username?.toLowerCase() === name.toLowerCase()) return chat.id;
  return undefined;
}

export function membership({ bot }: Call, record: ChatRecord): Member {
  return record.members.get(bot.user.id) ?? { status: 'left' };
}

export function isAdmin(member: Member, right: string): boolean {
  return (
    member.status === 'creator' || (member.status === 'administrator' && member.rights?.[right] !== false)
  );
}

export function checkMaySend(call: Call, record: ChatRecord, what: string): void {
  const member = membership(call, record);
  if (member.status === 'restricted' && member.rights?.can_send_messages !== true) {
    throw badRequest(`not enough rights to send ${what} to the chat`);
  }
}

export function checkRate({ world, bot }: Call, record: ChatRecord): void {
  const wait = world.rate.take(bot.user.id, record.chat.id, world.now());
  if (wait !== undefined) throw tooMany(wait);
}

/** The message to be replied to; undefined when none is asked for, or when its absence is allowed. */
export function findReply({ params }: Call, record: ChatRecord): Stored | undefined {
  const given = params.json('reply_parameters', 'reply parameters') as
    | { message_id?: number | string; allow_sending_without_reply?: boolean; chat_id?: number | string }
    | undefined;
  const id = Number(given?.message_id ?? params.int('reply_to_message_id') ?? 0);
  if (id === 0) return undefined;
  const isElsewhere = given?.chat_id !== undefined && Number(given.chat_id) !== record.chat.id;
  const found = isElsewhere ? undefined : record.messages.get(id);
  const mayMiss = given?.allow_sending_without_reply === true || params.flag('allow_sending_without_reply');
  if (!found && !mayMiss) throw badRequest('message to be replied not found');
  return found;
}

/** The General topic has no thread id of its own: asking for 1 fails as it does on the official server. */
export function findThread(call: Call, record: ChatRecord): number | undefined {
  const id = call.params.int('message_thread_id');
  if (id === undefined || id === 0) return undefined;
  if (record.chat.is_forum) {
    const topic = record.topics.get(id);
    if (!topic) throw badRequest('message thread not found');
    if (topic.closed && !isAdmin(membership(call, record), 'can_manage_topics'))
      throw badRequest('TOPIC_CLOSED');
    return id;
  }
  if (record.chat.type !== 'supergroup' || !record.messages.has(id))
    throw badRequest('message thread not found');
  return id;
}

export function findMessage({ params }: Call, record: ChatRecord, verb: string): Stored {
  const id = params.int('message_id');
  if (id === undefined || id === 0) throw badRequest('message identifier is not specified');
  const found = record.messages.get(id);
  if (!found) throw badRequest(`message to ${verb} not found`);
  return found;
}
