import { z } from 'zod';

/** The parts of an update that we read. Fields nobody has documented are let be; only their names are ever logged. */
const id = z.union([z.string().min(1), z.number()]).transform(String);
const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const words = maybe(z.string());

const fromSchema = z.object({ id, display_name: words, name: words, is_bot: z.boolean().catch(false) });

const chatSchema = z.object({ id, chat_type: words, type: words, title: words, name: words });

const messageSchema = z.object({
  from: fromSchema,
  chat: chatSchema,
  message_id: maybe(id),
  date: maybe(z.coerce.number()),
  text: words,
  caption: words,
  // The documents say the one, a client that is in use reads the other.
  photo: words,
  photo_url: words,
});

export const updateSchema = z.object({ event_name: z.string().catch(''), message: messageSchema });

export type ZaloMessage = z.infer<typeof messageSchema>;

const known = new Set(
  (
    'message_id date text caption photo photo_url voice_url sticker url message_type event_name message from chat ' +
    'id display_name name is_bot avatar chat_type type title'
  ).split(' '),
);

/** Names of fields we know nothing of: a live account may show how replies and mentions are marked. */
export function unknownFields(update: unknown): string[] {
  if (typeof update !== 'object' || update === null) return [];
  const { message } = update as { message?: unknown };
  const parts: unknown[] = [update, message];
  if (typeof message === 'object' && message !== null) {
    const { from, chat } = message as { from?: unknown; chat?: unknown };
    parts.push(from, chat);
  }
  const names = parts.flatMap((part) => (typeof part === 'object' && part !== null ? Object.keys(part) : []));
  return [...new Set(names)].filter((name) => !known.has(name) && /^\w{1,40}$/.test(name));
}
