import { z } from 'zod';
import { summaryClasses } from '../../core/summary/classify.js';
import { kinds } from '../admin/compose/fields.js';

/** A moment of the ledger, as JSON has it. */
export const moment = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());
export const maybeMoment = moment.nullable();

/** Which piece of a long list is wanted. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
};
export const listOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), total: z.int() });

/** What stands in the address alone. */
export const noQuery = z.object({});
export const noBody = z.object({});

/** What an act came to, in the sentence that the page and the chat say. */
export const said = z.object({ said: z.string() }).meta({ id: 'Said' });

export const kind = z.enum(kinds);
export const states = [
  'waiting',
  'acknowledged',
  'in_progress',
  'blocked',
  'done',
  'accepted',
  'returned',
] as const;
export const state = z.enum(states);
export const counts = z
  .object(
    Object.fromEntries(summaryClasses.map((name) => [name, z.int()])) as Record<
      (typeof summaryClasses)[number],
      z.ZodInt
    >,
  )
  .meta({ id: 'Counts' });
export const officialClass = z.enum(summaryClasses);

/** What was answered to a question for a figure. */
export const answerValue = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('number'), number: z.number() }),
    z.object({ type: z.literal('ratio'), done: z.number(), total: z.number() }),
    z.object({ type: z.literal('choice'), choice: z.string() }),
    z.object({ type: z.literal('text'), text: z.string() }),
  ])
  .meta({ id: 'AnswerValue' });

export const answerSpec = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('number'),
      unit: z.string().optional(),
      min: z.number().optional(),
      max: z.number().optional(),
    }),
    z.object({ type: z.literal('ratio'), total: z.number().optional() }),
    z.object({ type: z.literal('choice'), choices: z.array(z.string()) }),
    z.object({ type: z.literal('text') }),
  ])
  .meta({ id: 'AnswerSpec' });

/** How far a part has come, in figures. */
export const progress = {
  state,
  percent: z.int().nullable(),
  doneCount: z.int().nullable(),
  totalCount: z.int().nullable(),
  value: answerValue.nullable(),
};

/** The key of a description's sentence in locales/<language>/api.json; describe.ts puts it into words. */
export const about = (name: string) => ({ description: `api.field.${name}` });
