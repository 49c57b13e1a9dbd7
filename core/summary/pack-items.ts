import { z } from 'zod';
import { answerValueSchema } from '../reading/answer-schema.js';
import type { AssignmentState } from '../replies/answer-state.js';
import { summaryClasses } from './classify.js';
import type { SummaryItem } from './summary-content.js';

/** By their place in this list they are stored. */
export const storedStates = [
  'waiting',
  'acknowledged',
  'in_progress',
  'blocked',
  'done',
  'accepted',
  'returned',
] as const satisfies readonly AssignmentState[];

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
 * An item as it is stored: ten thousand units make a hundred thousand of them a week, and as plain objects they would
 * take five times the room. Assignment, directive, unit, class, state, reachable; due, answered and done in ms; replies.
 */
export type PackedItem = [
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
export const packedItemsSchema = z.custom<PackedItem[]>(
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

const toMs = (iso: string | null) => (iso === null ? null : Date.parse(iso));
const toIso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

const kept = [...counts, ...texts, 'value'] as const;

export function packItem(item: SummaryItem): PackedItem {
  const rest: Record<string, unknown> = {};
  for (const name of kept) {
    const given = item[name];
    if (given !== null && given !== '') rest[name] = given;
  }
  if (item.extended) rest['extended'] = 1;
  if (item.late) rest['late'] = [item.late.totalMs, item.late.oursMs, item.late.issuerMs];
  return [
    item.assignmentId,
    item.directiveId,
    item.unitId,
    summaryClasses.indexOf(item.class),
    storedStates.indexOf(item.state),
    Number(item.isReachable),
    toMs(item.dueAt),
    toMs(item.answeredAt),
    toMs(item.doneAt),
    item.replies,
    rest,
  ];
}

export function unpackItem(packed: PackedItem): SummaryItem {
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
    dueAt: toIso(packed[6]),
    answeredAt: toIso(packed[7]),
    doneAt: toIso(packed[8]),
    personId: rest.personId ?? null,
    isReachable: packed[5] === 1,
    ...(rest.extended ? { extended: true } : {}),
    ...(rest.late ? { late: { totalMs: rest.late[0], oursMs: rest.late[1], issuerMs: rest.late[2] } } : {}),
    replies: packed[9],
  };
}
