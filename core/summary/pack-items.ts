import { z } from 'zod';
import type { AnswerValue } from '../reading/answer.js';
import { summaryClasses } from './classify.js';
import type { SummaryItem } from './summary-content.js';

const states = ['waiting', 'acknowledged', 'in_progress', 'blocked', 'done', 'accepted', 'returned'] as const;

export const answerValueSchema: z.ZodType<AnswerValue> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('number'), number: z.number() }),
  z.object({ type: z.literal('ratio'), done: z.number(), total: z.number() }),
  z.object({ type: z.literal('choice'), choice: z.string() }),
  z.object({ type: z.literal('text'), text: z.string() }),
]);

/** What most items do not have: only what there is stands here. */
const restSchema = z.strictObject({
  percent: z.number().optional(),
  doneCount: z.number().optional(),
  totalCount: z.number().optional(),
  value: answerValueSchema.optional(),
  difficulty: z.string().optional(),
  proposal: z.string().optional(),
  result: z.string().optional(),
  nextStep: z.string().optional(),
  words: z.string().optional(),
  personId: z.number().optional(),
});

const id = z.int().positive();
const moment = z.number().nullable();
const position = (list: readonly string[]) =>
  z
    .int()
    .min(0)
    .max(list.length - 1);

/**
 * An item as it is stored: ten thousand units make a hundred thousand of them a week, and as plain objects they would
 * take five times the room. Assignment, directive, unit, class, state, reachable; due, answered and done in ms; replies.
 */
export const packedItemSchema = z.tuple([
  ...[id, id, id, position(summaryClasses), position(states), position(['', ''])],
  ...[moment, moment, moment],
  z.array(id),
  restSchema,
] as const);
export type PackedItem = z.infer<typeof packedItemSchema>;

const toMs = (iso: string | null) => (iso === null ? null : Date.parse(iso));
const toIso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

export function packItem(item: SummaryItem): PackedItem {
  const { percent, doneCount, totalCount, value, difficulty, proposal, result, nextStep, personId } = item;
  const words = item.words === '' ? null : item.words;
  const all = {
    percent,
    doneCount,
    totalCount,
    value,
    difficulty,
    proposal,
    result,
    nextStep,
    words,
    personId,
  };
  const rest = Object.fromEntries(Object.entries(all).filter(([, given]) => given !== null));
  return [
    ...[item.assignmentId, item.directiveId, item.unitId, summaryClasses.indexOf(item.class)],
    ...[states.indexOf(item.state), Number(item.isReachable)],
    ...[toMs(item.dueAt), toMs(item.answeredAt), toMs(item.doneAt)],
    item.replies,
    rest,
  ] as PackedItem;
}

export function unpackItem(packed: PackedItem): SummaryItem {
  const [assignmentId, directiveId, unitId, classAt, stateAt, reachable, dueAt, answeredAt, doneAt] = packed;
  const rest = packed[10];
  return {
    ...{ assignmentId, directiveId, unitId, class: summaryClasses[classAt]!, state: states[stateAt]! },
    ...{ percent: rest.percent ?? null, doneCount: rest.doneCount ?? null },
    ...{ totalCount: rest.totalCount ?? null, value: rest.value ?? null },
    ...{ difficulty: rest.difficulty ?? null, proposal: rest.proposal ?? null },
    ...{ result: rest.result ?? null, nextStep: rest.nextStep ?? null, words: rest.words ?? '' },
    ...{ dueAt: toIso(dueAt), answeredAt: toIso(answeredAt), doneAt: toIso(doneAt) },
    ...{ personId: rest.personId ?? null, isReachable: reachable === 1, replies: packed[9] },
  };
}
