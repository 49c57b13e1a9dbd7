import { z } from 'zod';
import { answerValueSchema } from '../reading/answer-schema.js';
import { summaryClasses, type Counts } from './classify.js';
import { storedStates } from './item-table.js';
import { count, id, storedShape, unpackCorrections } from './stored-shape.js';
import type { PeriodCounts, SummaryContent, SummaryItem } from './summary-content.js';

// Reports that were frozen in the form of before, an item a tuple: they are only read any more.

/** What most items do not have: only what there is stands here. */
type Rest = Partial<
  Pick<SummaryItem, 'percent' | 'doneCount' | 'totalCount' | 'value' | 'difficulty' | 'personId'> &
    Pick<SummaryItem, 'proposal' | 'result' | 'nextStep' | 'words'> & {
      /** Whole, not the unit's, for the issuer alone; in milliseconds. */
      late: [total: number, ours: number, issuer: number];
      extended: 1;
    }
>;

type Moment = number | null;

/**
 * An item as it was stored. Assignment, directive, unit, class, state, reachable; due, answered and done in ms; replies.
 */
type PackedItem = [
  ...[
    assignmentId: number,
    directiveId: number,
    unitId: number,
    class_: number,
    state: number,
    reachable: number,
  ],
  ...[dueAt: Moment, answeredAt: Moment, doneAt: Moment],
  ...[replies: number[], rest: Rest],
];

/** Checked by hand: the schema library takes seconds for a hundred thousand of them. */
const packedItemsSchema = z.custom<PackedItem[]>(
  (list) => Array.isArray(list) && list.every(isPackedItem),
  'not the items of a report',
);

const isCount = (value: unknown, limit: number) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < limit;
const isId = (value: unknown) => isCount(value, 2 ** 31);
const isMoment = (value: unknown) => value === null || Number.isInteger(value);
const texts = ['difficulty', 'proposal', 'result', 'nextStep', 'words'] as const;
const counts = ['percent', 'doneCount', 'totalCount', 'personId'] as const;

function isPackedItem(item: unknown): boolean {
  if (!Array.isArray(item) || item.length !== 11) return false;
  const [
    assignmentId,
    directiveId,
    unitId,
    classAt,
    stateAt,
    reachable,
    dueAt,
    answeredAt,
    doneAt,
    replies,
    rest,
  ] = item as unknown[];
  return (
    [assignmentId, directiveId, unitId].every(isId) &&
    isCount(classAt, summaryClasses.length) &&
    isCount(stateAt, storedStates.length) &&
    isCount(reachable, 2) &&
    isMoment(dueAt) &&
    isMoment(answeredAt) &&
    isMoment(doneAt) &&
    Array.isArray(replies) &&
    replies.every(isId) &&
    isRest(rest)
  );
}

function isRest(rest: unknown): boolean {
  if (typeof rest !== 'object' || rest === null) return false;
  const given = rest as Record<string, unknown>;
  return (
    texts.every((name) => given[name] === undefined || typeof given[name] === 'string') &&
    counts.every((name) => given[name] === undefined || typeof given[name] === 'number') &&
    (given['late'] === undefined || isLate(given['late'])) &&
    (given['extended'] === undefined || given['extended'] === 1) &&
    (given['value'] === undefined || answerValueSchema.safeParse(given['value']).success)
  );
}

const isLate = (late: unknown) => Array.isArray(late) && late.length === 3 && late.every(isMoment);

/** A line a unit: its id, the one above it, and the four classes; once more of what was passed on to it, if anything. */
const countsSchema = z.object({
  period: z.string(),
  units: z.array(z.tuple([id, id.nullable(), count, count, count, count], count)),
});

export const beforeSchema = z.object({
  ...storedShape,
  version: z.literal(2),
  units: z.array(z.object({ id, code: z.string(), name: z.string(), parentId: id.nullable() })),
  items: packedItemsSchema,
  history: z.array(countsSchema),
  yearBefore: countsSchema.nullable(),
  deliveries: z.array(
    z.object({ unitId: id.nullable(), sent: count, failed: count, uncertain: count, waiting: count }),
  ),
  readings: z.array(z.object({ unitId: id.nullable(), read: count, corrected: count, unread: count })),
});

/** A content of the form of before as it was. */
export function unpackBefore(stored: z.infer<typeof beforeSchema>): SummaryContent {
  const { version: _, items, history, yearBefore, corrections, ...rest } = stored;
  return {
    ...rest,
    items: items.map(unpackItem),
    history: history.map(unpackCounts),
    yearBefore: yearBefore && unpackCounts(yearBefore),
    corrections: unpackCorrections(corrections),
  };
}

function unpackCounts({ period, units }: z.infer<typeof countsSchema>): PeriodCounts {
  return {
    period,
    units: units.map(([unitId, parentId, ...counts]) => ({
      unitId,
      parentId,
      counts: unpackClasses(counts),
      ...(counts.length > summaryClasses.length
        ? { passed: unpackClasses(counts.slice(summaryClasses.length)) }
        : {}),
    })),
  };
}

const unpackClasses = (counts: readonly number[]): Counts =>
  Object.fromEntries(summaryClasses.map((name, at) => [name, counts[at] ?? 0])) as Counts;

function unpackItem(packed: PackedItem): SummaryItem {
  const rest = packed[10];
  return {
    assignmentId: packed[0],
    directiveId: packed[1],
    unitId: packed[2],
    class: summaryClasses[packed[3]]!,
    state: storedStates[packed[4]]!,
    percent: rest.percent ?? null,
    doneCount: rest.doneCount ?? null,
    totalCount: rest.totalCount ?? null,
    value: rest.value ?? null,
    difficulty: rest.difficulty ?? null,
    proposal: rest.proposal ?? null,
    result: rest.result ?? null,
    nextStep: rest.nextStep ?? null,
    words: rest.words ?? '',
    dueAt: packed[6],
    answeredAt: packed[7],
    doneAt: packed[8],
    personId: rest.personId ?? null,
    isReachable: packed[5] === 1,
    ...(rest.extended ? { extended: true } : {}),
    ...(rest.late ? { late: { totalMs: rest.late[0], oursMs: rest.late[1], issuerMs: rest.late[2] } } : {}),
    replies: packed[9],
  };
}
