import type { Content } from '../core/message.js';
import type { Db, Prisma } from './db.js';

/** Toasts a chat keeps: more than two people press within one look of a page is rare. */
const keptToasts = 8;

export interface Member {
  id: string;
  name: string;
  username?: string;
}

interface NewChat {
  externalId: string;
  title: string;
  isGroup: boolean;
  hasBot: boolean;
  members: Member[];
}

interface NewMessage {
  chatId: string;
  authorId: string;
  author: string;
  isBot: boolean;
  content: Content;
  replyTo: number | null;
}

const json = (value: unknown) => value as Prisma.InputJsonValue;

/** The sandbox's chats and messages in the database: what channels/sandbox/history.ts asks for. */
export function createSandboxHistory(db: Db, clock: { now(): Date }) {
  return { ...chatKeeping(db), ...messageKeeping(db, clock) };
}

function chatKeeping(db: Db) {
  return {
    async listChats() {
      const rows = await db.sandboxChat.findMany({ orderBy: [{ position: 'asc' }, { externalId: 'asc' }] });
      return rows.map(readChat);
    },
    async findChat(externalId: string) {
      const row = await db.sandboxChat.findUnique({ where: { externalId } });
      return row && readChat(row);
    },
    async addChat(chat: NewChat) {
      const { _max } = await db.sandboxChat.aggregate({ _max: { position: true } });
      const position = (_max.position ?? 0) + 1;
      await db.sandboxChat.createMany({
        data: [{ ...chat, members: json(chat.members), position }],
        skipDuplicates: true,
      });
    },
    async changeChat(externalId: string, change: { title?: string; hasBot?: boolean }) {
      await db.sandboxChat.updateMany({
        where: { externalId },
        data: { ...change, revision: { increment: 1 } },
      });
    },
    /** One statement: two toasts at once must not lose each other. */
    async addToast(chatId: string, toast: { pressId: string; text: string }) {
      await db.$executeRaw`
        update "SandboxChat" set revision = revision + 1,
          toasts = jsonb_path_query_array(jsonb_build_array(${JSON.stringify(toast)}::jsonb) || toasts, ${`$[0 to ${keptToasts - 1}]`}::jsonpath)
        where "externalId" = ${chatId}`;
    },
  };
}

function messageKeeping(db: Db, clock: { now(): Date }) {
  const touch = (externalId: string) =>
    db.sandboxChat.updateMany({ where: { externalId }, data: { revision: { increment: 1 } } });
  return {
    async listMessages(chatId: string, limit: number) {
      const rows = await db.sandboxMessage.findMany({
        where: { chatId },
        orderBy: { id: 'desc' },
        take: limit,
      });
      return rows.reverse().map(readMessage);
    },
    async findMessage(chatId: string, id: number) {
      const row = await db.sandboxMessage.findFirst({ where: { chatId, id } });
      return row && readMessage(row);
    },
    async addMessage(message: NewMessage) {
      const data = { ...message, content: json(message.content), createdAt: clock.now() };
      const row = await db.sandboxMessage.create({ data });
      await touch(message.chatId);
      return readMessage(row);
    },
    async changeMessage(chatId: string, id: number, content: Content) {
      const { count } = await db.sandboxMessage.updateMany({
        where: { chatId, id },
        data: { content: json(content), editedAt: clock.now() },
      });
      await touch(chatId);
      return count === 1;
    },
    async react(chatId: string, id: number, emoji: string) {
      await db.sandboxMessage.updateMany({ where: { chatId, id }, data: { reaction: emoji || null } });
      await touch(chatId);
    },
  };
}

function readChat(row: Prisma.SandboxChatGetPayload<object>) {
  return {
    ...row,
    members: row.members as unknown as Member[],
    toasts: row.toasts as unknown as { pressId: string; text: string }[],
  };
}

function readMessage(row: Prisma.SandboxMessageGetPayload<object>) {
  return { ...row, content: row.content as unknown as Content };
}
