import { z } from 'zod';

/** The parts of an event that we read, tolerantly; what the table of groups' events leaves open is optional. */
const id = z.union([z.string().min(1), z.number()]).transform(String);
const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const words = maybe(z.string());

const attachmentSchema = z.object({
  type: words,
  payload: maybe(z.object({ url: words, name: words, size: maybe(z.coerce.number()) })),
});

const messageSchema = z.object({
  msg_id: maybe(id),
  text: words,
  // One source has seen the one, two programs read the other.
  quote_msg_id: maybe(id),
  quote_msg: maybe(id),
  attachments: maybe(z.array(attachmentSchema)),
});

export const eventSchema = z.object({
  event_name: z.string(),
  oa_id: maybe(id),
  sender: maybe(z.object({ id })),
  recipient: maybe(z.object({ id })),
  group_id: maybe(id),
  group_name: words,
  message: maybe(messageSchema),
  timestamp: maybe(z.union([z.string(), z.number()])),
});

export type OaEvent = z.infer<typeof eventSchema>;
