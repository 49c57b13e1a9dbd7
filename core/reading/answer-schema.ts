import { z } from 'zod';
import type { AnswerSpec, AnswerValue } from './answer.js';

/** What was answered to a question for a figure, as it is stored and handed out. */
export const answerValueSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('number'), number: z.number() }),
  z.object({ type: z.literal('ratio'), done: z.number(), total: z.number() }),
  z.object({ type: z.literal('choice'), choice: z.string() }),
  z.object({ type: z.literal('text'), text: z.string() }),
]) satisfies z.ZodType<AnswerValue>;

/** What kind of answer is asked for. */
export const answerSpecSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('number'),
    unit: z.string().exactOptional(),
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
  }),
  z.object({ type: z.literal('ratio'), total: z.number().exactOptional() }),
  z.object({ type: z.literal('choice'), choices: z.array(z.string()) }),
  z.object({ type: z.literal('text') }),
]) satisfies z.ZodType<AnswerSpec>;
