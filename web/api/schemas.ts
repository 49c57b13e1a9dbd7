import { z } from 'zod';
import { answerSpecSchema, answerValueSchema } from '../../core/reading/answer-schema.js';
import { summaryClasses } from '../../core/summary/classify.js';
import { storedStates } from '../../core/summary/item-table.js';
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
export const state = z.enum(storedStates);
export const counts = z
  .object(
    Object.fromEntries(summaryClasses.map((name) => [name, z.int()])) as Record<
      (typeof summaryClasses)[number],
      z.ZodInt
    >,
  )
  .meta({ id: 'Counts' });
export const officialClass = z.enum(summaryClasses);

const answerValue = answerValueSchema.meta({ id: 'AnswerValue' });
export const answerSpec = answerSpecSchema.meta({ id: 'AnswerSpec' });

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

/** Why something is done, which may stay unsaid. */
export const reasonBody = z.object({ words: z.string().trim().max(2_000).default('').meta(about('why')) });
