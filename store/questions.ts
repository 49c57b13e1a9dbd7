import type { Db } from './db.js';

/** How the message that passes a unit's question on is found again. */
export const questionKey = (replyId: number): string => `pass-on:${replyId}:question`;

/** The unit's question that a message of the bot passed on to this chat; null for any other message. */
export async function findPassedQuestion(db: Db, chatId: number, messageId: string) {
  const passed = await db.delivery.findFirst({
    where: { chatId, messageIds: { has: messageId }, dedupKey: { startsWith: 'pass-on:' } },
    select: { dedupKey: true },
  });
  const id = Number(/^pass-on:(\d+):question$/.exec(passed?.dedupKey ?? '')?.[1] ?? 0);
  if (id === 0) return null;
  const reply = await db.reply.findUnique({
    where: { id },
    select: {
      chatId: true,
      messageId: true,
      assignment: { include: { unit: true, directive: true } },
    },
  });
  return reply?.assignment ? { ...reply, assignment: reply.assignment } : null;
}

export type PassedQuestion = NonNullable<Awaited<ReturnType<typeof findPassedQuestion>>>;
