import type { Db } from './db.js';

/** How the message that passes a unit's question on is found again. */
export const questionKey = (replyId: number): string => `pass-on:${replyId}:question`;

/** The unit's question that a message of the bot passed on to this chat; null for any other message. */
export async function findPassedQuestion(
  db: Db,
  chatId: number,
  messageId: string,
): Promise<PassedQuestion | null> {
  const passed = await db.delivery.findFirst({
    where: { chatId, messageIds: { has: messageId }, dedupKey: { startsWith: 'pass-on:' } },
    select: { dedupKey: true },
  });
  const id = Number(/^pass-on:(\d+):question$/.exec(passed?.dedupKey ?? '')?.[1] ?? 0);
  if (id === 0) return null;
  return findQuestion(db, id);
}

/** The last question of a unit about a directive that was passed on; null when there is none. */
export async function findLastQuestion(
  db: Db,
  { number, unitId }: { number: number; unitId: number },
): Promise<PassedQuestion | null> {
  const [row] = await db.$queryRaw<{ id: number }[]>`
    select r.id from "Directive" d join "Assignment" a on a."directiveId" = d.id join "Reply" r on r."assignmentId" = a.id
    where d.number = ${number}::int and a."unitId" = ${unitId}::int
      and exists (select 1 from "Delivery" x where x."dedupKey" = 'pass-on:' || r.id || ':question')
    order by r.id desc limit 1`;
  return row ? findQuestion(db, row.id) : null;
}

async function findQuestion(db: Db, replyId: number) {
  const reply = await db.reply.findUnique({
    where: { id: replyId },
    select: {
      chatId: true,
      messageId: true,
      assignment: { include: { unit: true, directive: true } },
    },
  });
  return reply?.assignment ? { ...reply, assignment: reply.assignment } : null;
}

export type PassedQuestion = NonNullable<Awaited<ReturnType<typeof findQuestion>>>;
