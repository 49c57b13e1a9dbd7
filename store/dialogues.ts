import type { Db, Prisma } from './db.js';

export interface DialoguePlace {
  chatId: number;
  personId: number;
}

/** A guided conversation with this person in this chat, also one that is over its time; null when none is open. */
export async function findDialogue(db: Db, { chatId, personId }: DialoguePlace) {
  return db.dialogue.findUnique({ where: { chatId_personId: { chatId, personId } } });
}

export type DialogueRow = NonNullable<Awaited<ReturnType<typeof findDialogue>>>;

/** The conversation a button belongs to. */
export async function findDialogueById(db: Db, id: number): Promise<DialogueRow | null> {
  return db.dialogue.findUnique({ where: { id } });
}

export interface DialogueState {
  kind: string;
  step: string;
  data: object;
  expiresAt: Date;
}

/** Begins a conversation; one that was open here with this person ends. A new row: buttons of the old one know it is over. */
export async function openDialogue(db: Db, place: DialoguePlace, state: DialogueState): Promise<DialogueRow> {
  await db.dialogue.deleteMany({ where: { chatId: place.chatId, personId: place.personId } });
  const data = state.data as Prisma.InputJsonObject;
  return db.dialogue.create({ data: { chatId: place.chatId, personId: place.personId, ...state, data } });
}

/** Goes on to the next question. */
export async function saveDialogue(
  db: Db,
  id: number,
  { step, data, expiresAt }: Omit<DialogueState, 'kind'>,
): Promise<DialogueRow> {
  return db.dialogue.update({
    where: { id },
    data: { step, data: data, expiresAt },
  });
}

/** Ends a conversation. */
export async function closeDialogue(db: Db, id: number): Promise<void> {
  await db.dialogue.deleteMany({ where: { id } });
}

/** Forgets conversations nobody went on with. Returns how many. */
export async function forgetDialogues(db: Db, expiredBefore: Date): Promise<number> {
  const { count } = await db.dialogue.deleteMany({ where: { expiresAt: { lt: expiredBefore } } });
  return count;
}

/** Whether a message of ours carries a directive: an answer to it is a reply to that, not to a question of the bot. */
export async function isDirectiveMessage(db: Db, chatId: number, messageId: string): Promise<boolean> {
  const where = { chatId_messageId: { chatId, messageId } };
  return (await db.messageRef.findUnique({ where, select: { id: true } })) !== null;
}
