import { z } from 'zod';

/** The parts of an update that we read, nothing more; other fields are dropped here. https://core.telegram.org/bots/api#update */
const id = z.number().int();
const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

const userSchema = z.object({
  id,
  is_bot: z.boolean().catch(false),
  first_name: z.string().catch(''),
  last_name: maybe(z.string()),
  username: maybe(z.string()),
  language_code: maybe(z.string()),
});

const chatSchema = z.object({
  id,
  type: z.string(),
  title: maybe(z.string()),
  first_name: maybe(z.string()),
  last_name: maybe(z.string()),
});

const fileSchema = z.object({
  file_id: z.string(),
  file_name: maybe(z.string()),
  file_size: maybe(z.number()),
  width: maybe(z.number()),
  height: maybe(z.number()),
});

const entitySchema = z.object({
  type: z.string(),
  offset: z.number(),
  length: z.number(),
  user: maybe(z.object({ id })),
});

const repliedSchema = z.object({
  message_id: id,
  from: maybe(userSchema),
  sender_chat: maybe(chatSchema),
  forum_topic_created: z.unknown().optional(),
});

const messageSchema = z.object({
  message_id: id,
  date: z.number(),
  edit_date: maybe(z.number()),
  chat: chatSchema,
  from: maybe(userSchema),
  sender_chat: maybe(chatSchema),
  author_signature: maybe(z.string()),
  is_automatic_forward: maybe(z.boolean()),
  message_thread_id: maybe(id),
  is_topic_message: maybe(z.boolean()),
  reply_to_message: maybe(repliedSchema),
  text: maybe(z.string()),
  entities: maybe(z.array(entitySchema)),
  caption: maybe(z.string()),
  caption_entities: maybe(z.array(entitySchema)),
  photo: maybe(z.array(fileSchema)),
  document: maybe(fileSchema),
  migrate_to_chat_id: maybe(id),
  migrate_from_chat_id: maybe(id),
  new_chat_title: maybe(z.string()),
  // What people send besides; only that it is there is read, to tell it from service messages.
  voice: z.unknown().optional(),
  audio: z.unknown().optional(),
  video: z.unknown().optional(),
  video_note: z.unknown().optional(),
  sticker: z.unknown().optional(),
  location: z.unknown().optional(),
  contact: z.unknown().optional(),
});

const pressSchema = z.object({
  id: z.string(),
  from: userSchema,
  data: maybe(z.string()),
  // An old message is "inaccessible": https://core.telegram.org/bots/api#inaccessiblemessage
  message: maybe(
    z.object({
      message_id: id,
      chat: chatSchema,
      message_thread_id: maybe(id),
      is_topic_message: maybe(z.boolean()),
    }),
  ),
});

const memberSchema = z.object({ status: z.string(), is_member: maybe(z.boolean()) });

const membershipSchema = z.object({
  chat: chatSchema,
  from: userSchema,
  date: z.number(),
  old_chat_member: memberSchema,
  new_chat_member: memberSchema,
});

export const updateSchema = z.object({
  update_id: id,
  message: messageSchema.optional(),
  edited_message: messageSchema.optional(),
  callback_query: pressSchema.optional(),
  my_chat_member: membershipSchema.optional(),
});

export type TgUser = z.infer<typeof userSchema>;
export type TgChat = z.infer<typeof chatSchema>;
export type TgMessage = z.infer<typeof messageSchema>;
export type TgPress = z.infer<typeof pressSchema>;
export type TgMembership = z.infer<typeof membershipSchema>;
export type TgMember = z.infer<typeof memberSchema>;
