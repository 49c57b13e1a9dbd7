import { z } from 'zod';

/** Longer than any platform takes: what the bot says to a far too long text can be tried here. */
const text = z.string().max(20_000);
const memberId = z.string().min(1).max(80);
const name = z.string().trim().min(1).max(128);

export const writeSchema = z.object({
  memberId,
  text,
  replyTo: z.int().positive().optional(),
  file: z
    .object({
      kind: z.enum(['photo', 'document']),
      name: z.string().min(1).max(200),
      size: z.int().nonnegative().optional(),
    })
    .optional(),
});

export const editSchema = z.object({ memberId, messageId: z.int().positive(), text });
export const pressSchema = z.object({
  memberId,
  messageId: z.int().positive(),
  action: z.string().min(1).max(64),
});
export const botSchema = z.object({ memberId, isThere: z.boolean() });
export const renameSchema = z.object({ memberId, title: name });
export const createSchema = z.object({ isGroup: z.boolean(), name });
