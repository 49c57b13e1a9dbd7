import { randomUUID } from 'node:crypto';
import { UserError } from '../../core/errors.js';
import { plain, plainText, type Attachment, type Content } from '../../core/message.js';
import type { InboundChat, InboundEvent, InboundMessage, InboundSender, KeyedEvent } from '../channel.js';
import type { SandboxChat, SandboxHistory, SandboxMember, SandboxMessage } from './history.js';
import { readText } from './read-text.js';
import { botName, createPressId, sandboxName } from './sandbox.js';

interface Act {
  chatId: string;
  memberId: string;
}

export interface Writing extends Act {
  text: string;
  replyTo?: number | undefined;
  file?: { kind: Attachment['kind']; name: string; size?: number | undefined } | undefined;
}

interface Scene {
  history: SandboxHistory;
  clock: { now(): Date };
}

/**
 * What people do in the sandbox. Each act changes the chats as everybody sees them and returns what the bot learns of
 * it: null when a real platform would not tell it. Throws UserError for what can't be done.
 */
export function createSandboxPeople(history: SandboxHistory, clock: { now(): Date }) {
  const scene = { history, clock };
  return {
    write: (act: Writing) => write(scene, act),
    edit: (act: Act & { messageId: number; text: string }) => edit(scene, act),
    press: (act: Act & { messageId: number; action: string }) => press(scene, act),
    setBot: (act: Act & { isThere: boolean }) => setBot(scene, act),
    rename: (act: Act & { title: string }) => rename(scene, act),
    create: (act: { title: string; isGroup: boolean; members: SandboxMember[] }) => create(scene, act),
  };
}

async function write(scene: Scene, act: Writing): Promise<KeyedEvent | null> {
  const { chat, member } = await findActor(scene, act);
  const { text, replyTo, file } = act;
  if (text.trim() === '' && !file) throw new UserError('sandbox.fault.emptyText');
  const attachment: Attachment | null = file
    ? {
        kind: file.kind,
        channel: sandboxName,
        ref: `${sandboxName}-${randomUUID()}`,
        name: file.name,
        ...(file.size === undefined ? {} : { size: file.size }),
      }
    : null;
  const content: Content = { text: [plain(text)], ...(attachment ? { attachment } : {}) };
  const answered = replyTo === undefined ? null : await findMessage(scene, chat, replyTo);
  const message = await scene.history.addMessage({
    chatId: chat.externalId,
    authorId: member.id,
    author: member.name,
    isBot: false,
    content,
    replyTo: answered?.id ?? null,
  });
  return tellTalk(scene, 'message', { chat, member, message, answered });
}

async function edit(
  scene: Scene,
  act: Act & { messageId: number; text: string },
): Promise<KeyedEvent | null> {
  const { chat, member } = await findActor(scene, act);
  const message = await findMessage(scene, chat, act.messageId);
  if (message.authorId !== member.id) throw new UserError('sandbox.fault.notYours');
  if (act.text.trim() === '' && !message.content.attachment) throw new UserError('sandbox.fault.emptyText');
  const content = { ...message.content, text: [plain(act.text)] };
  await scene.history.changeMessage(chat.externalId, message.id, content);
  const answered = message.replyTo === null ? null : await findMessage(scene, chat, message.replyTo);
  return tellTalk(scene, 'edit', { chat, member, message: { ...message, content }, answered });
}

interface Talk {
  chat: SandboxChat;
  member: SandboxMember;
  message: SandboxMessage;
  answered: SandboxMessage | null;
}

function tellTalk(scene: Scene, kind: 'message' | 'edit', talk: Talk): KeyedEvent | null {
  const { chat, member, message, answered } = talk;
  if (!chat.hasBot) return null;
  const { text, isForUs } = readText(plainText(message.content.text), botName.slice(1));
  const { attachment } = message.content;
  const at = kind === 'message' ? message.createdAt : scene.clock.now();
  const event: InboundEvent = {
    kind,
    addressed: !chat.isGroup || isForUs || answered?.isBot === true,
    chat: describeChat(chat),
    sender: describeMember(member),
    messageId: String(message.id),
    text,
    attachments: attachment ? [attachment] : [],
    ...(answered ? { replyTo: describeAnswered(answered) } : {}),
    at: at.toISOString(),
  };
  return { eventKey: kind === 'message' ? `message-${message.id}` : `edit-${randomUUID()}`, event };
}

async function press(
  scene: Scene,
  act: Act & { messageId: number; action: string },
): Promise<{ pressId: string; keyed: KeyedEvent }> {
  const { chat, member } = await findActor(scene, act);
  const message = await findMessage(scene, chat, act.messageId);
  const buttons = message.isBot ? (message.content.buttons?.flat() ?? []) : [];
  if (!buttons.some((button) => 'action' in button && button.action === act.action))
    throw new UserError('sandbox.fault.noButton');
  if (!chat.hasBot) throw new UserError('sandbox.fault.noBot');
  const pressId = createPressId(chat.externalId, randomUUID());
  const keyed = tell(scene, chat, {
    kind: 'press',
    pressId,
    messageId: String(message.id),
    action: act.action,
    sender: describeMember(member),
  });
  return { pressId, keyed };
}

async function setBot(scene: Scene, act: Act & { isThere: boolean }): Promise<KeyedEvent | null> {
  const { chat, member } = await findActor(scene, act);
  if (!chat.isGroup) throw new UserError('sandbox.fault.notAGroup');
  if (chat.hasBot === act.isThere) return null;
  await scene.history.changeChat(chat.externalId, { hasBot: act.isThere });
  await addLine(scene, chat, member, [act.isThere ? 'botAdded' : 'botRemoved']);
  const sender = describeMember(member);
  // Codes such as `#12` reach the bot here without a mention, so it hears all that can concern it.
  return act.isThere
    ? tell(scene, chat, { kind: 'joined', sender, hearsAll: true })
    : tell(scene, chat, { kind: 'left', sender, reason: 'kicked' });
}

async function rename(scene: Scene, act: Act & { title: string }): Promise<KeyedEvent | null> {
  const { chat, member } = await findActor(scene, act);
  if (!chat.isGroup) throw new UserError('sandbox.fault.notAGroup');
  if (chat.title === act.title) return null;
  await scene.history.changeChat(chat.externalId, { title: act.title });
  await addLine(scene, chat, member, ['retitled', act.title]);
  return chat.hasBot ? tell(scene, { ...chat, title: act.title }, { kind: 'retitled' }) : null;
}

/** A new group has the bot from the start; a private chat is known to it when its person writes. */
async function create(
  scene: Scene,
  act: { title: string; isGroup: boolean; members: SandboxMember[] },
): Promise<{ chatId: string; keyed: KeyedEvent | null }> {
  const { title, isGroup, members } = act;
  const [first] = members;
  if (!first) throw new UserError('sandbox.fault.noMember');
  const chatId = isGroup ? `group-${randomUUID()}` : first.id;
  await scene.history.addChat({ externalId: chatId, title, isGroup, members, hasBot: true });
  const chat = await scene.history.findChat(chatId);
  if (!chat || !isGroup) return { chatId, keyed: null };
  await addLine(scene, chat, first, ['botAdded']);
  const keyed = tell(scene, chat, { kind: 'joined', sender: describeMember(first), hearsAll: true });
  return { chatId, keyed };
}

/** A line of the chat's own life: its first word names the text that the page shows. */
async function addLine(
  scene: Scene,
  chat: SandboxChat,
  member: SandboxMember,
  words: string[],
): Promise<void> {
  const content = { text: words.map(plain) };
  const { name } = member;
  await scene.history.addMessage({
    chatId: chat.externalId,
    authorId: '',
    author: name,
    isBot: false,
    content,
    replyTo: null,
  });
}

type Untold<E> = E extends InboundEvent ? Omit<E, 'chat' | 'at'> : never;

function tell(scene: Scene, chat: SandboxChat, event: Untold<InboundEvent>): KeyedEvent {
  const told = { ...event, chat: describeChat(chat), at: scene.clock.now().toISOString() };
  return { eventKey: `${event.kind}-${randomUUID()}`, event: told };
}

async function findActor(scene: Scene, act: Act): Promise<{ chat: SandboxChat; member: SandboxMember }> {
  const chat = await scene.history.findChat(act.chatId);
  if (!chat) throw new UserError('sandbox.fault.noChat');
  const member = chat.members.find(({ id }) => id === act.memberId);
  if (!member) throw new UserError('sandbox.fault.noMember');
  return { chat, member };
}

async function findMessage(scene: Scene, chat: SandboxChat, id: number): Promise<SandboxMessage> {
  const message = await scene.history.findMessage(chat.externalId, id);
  if (!message) throw new UserError('sandbox.fault.noMessage');
  return message;
}

function describeChat({ externalId, isGroup, title }: SandboxChat): InboundChat {
  return { externalId, threadId: '', isGroup, title };
}

function describeMember({ id, name, username }: SandboxMember): InboundSender {
  return { externalId: id, name, ...(username === undefined ? {} : { username }) };
}

function describeAnswered({
  id,
  isBot,
  authorId,
  author,
}: SandboxMessage): NonNullable<InboundMessage['replyTo']> {
  const isPerson = !isBot && authorId !== '';
  return {
    messageId: String(id),
    isOurs: isBot,
    ...(isPerson ? { author: { externalId: authorId, name: author } } : {}),
  };
}
