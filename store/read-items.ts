import type { AnswerValue } from '../core/reading/answer.js';
import type { AnswerState } from '../core/replies/answer-state.js';
import { storedStates } from '../core/summary/item-table.js';
import { readOr } from '../core/summary/pack-numbers.js';
import { figureOr, readAllFigures, readAllMoments } from './columns.js';
import { itemKinds, type ItemColumns } from './items-then.js';

type Answer = [number, number | null, number | null, AnswerValue | null, string | null];
type DirectiveRow = [
  id: number,
  number: number,
  sentAt: number,
  dueAt: number | null,
  closedAt: number | null,
  isCollect: boolean,
];

/** A directive of which the period may have items. */
export interface DirectiveThen {
  number: number;
  sentAt: Date;
  dueAt: number | null;
  closedAt: number | null;
  isCollect: boolean;
}

export type Standing = Pick<
  AnswerState,
  'state' | 'percent' | 'doneCount' | 'totalCount' | 'value' | 'difficulty'
>;

const none: Answer = [0, null, null, null, null];

/** Items in columns: a hundred thousand of them are made one by one, where each is wanted, and gone again. */
export interface ItemsThen {
  ids: Int32Array;
  directiveIds: Int32Array;
  unitIds: Int32Array;
  percents: Int32Array;
  kinds: Int32Array;
  states: Int32Array;
  due: Float64Array;
  answered: Float64Array;
  done: Float64Array;
  directives: ReadonlyMap<number, DirectiveThen>;
  answers: ReadonlyMap<number, Answer>;
}

/** Reads the columns of itemColumns, of one row after the other. */
export function readItems(parts: readonly ItemColumns[]): ItemsThen {
  type Text = Exclude<keyof ItemColumns, 'directives' | 'answers'>;
  const figures = (name: Text) => readAllFigures(parts.map((part) => part[name]));
  const moments = (name: Text) => readAllMoments(parts.map((part) => part[name]));
  return {
    ids: figures('ids'),
    directiveIds: figures('directiveIds'),
    unitIds: figures('unitIds'),
    percents: figures('percents'),
    kinds: figures('kinds'),
    states: figures('states'),
    due: moments('due'),
    answered: moments('answered'),
    done: moments('done'),
    directives: new Map(parts.flatMap(readDirectives)),
    answers: new Map(parts.flatMap(readAnswers)),
  };
}

/** What is so of the item at a place. */
export function signsAt({ directives, directiveIds, kinds }: ItemsThen, place: number) {
  const kind = kinds[place]!;
  return {
    isCollect: directives.get(directiveIds[place]!)!.isCollect,
    isExtended: (kind & itemKinds.extended) > 0,
    isAcknowledged: (kind & itemKinds.acknowledged) > 0,
    /** It was acknowledged before the period began. */
    wasAcknowledged: (kind & itemKinds.wasAcknowledged) > 0,
    /** It was answered by the end, and nothing has been heard of it since. */
    isToday: (kind & itemKinds.today) > 0,
  };
}

/** The answer of the item at a place as it stands now. */
export function answerAt({ ids, answers, states, percents }: ItemsThen, place: number): Standing {
  const answer = answers.size === 0 ? none : (answers.get(ids[place]!) ?? none);
  return {
    state: storedStates[states[place]!]!,
    percent: figureOr(percents, place),
    doneCount: answer[1],
    totalCount: answer[2],
    value: answer[3],
    difficulty: answer[4],
  };
}

/** The moments of the item at a place. */
export function momentsAt(items: ItemsThen, place: number) {
  const { dueAt, closedAt } = items.directives.get(items.directiveIds[place]!)!;
  return {
    dueAt: readOr(items.due, place) ?? dueAt,
    closedAt,
    answeredAt: readOr(items.answered, place),
    doneAt: readOr(items.done, place),
  };
}

/** Whether the item at a place may be late at a moment: its deadline passed before it was done, as far as is known. */
export function mayBeLate(items: ItemsThen, place: number, at: number): boolean {
  const due = items.due[place]!;
  const dueAt = Number.isNaN(due) ? items.directives.get(items.directiveIds[place]!)!.dueAt : due;
  if (dueAt === null) return false;
  const isSure = (items.kinds[place]! & itemKinds.today) > 0;
  const doneAt = items.done[place]!;
  return dueAt < (isSure && doneAt < at ? doneAt : at);
}

const readDirectives = ({ directives }: ItemColumns) =>
  (JSON.parse(directives) as DirectiveRow[]).map(([id, number, sentAt, dueAt, closedAt, isCollect]) => {
    return [id, { number, isCollect, sentAt: new Date(sentAt), dueAt, closedAt }] as const;
  });

const readAnswers = ({ answers }: ItemColumns) =>
  (JSON.parse(answers) as Answer[]).map((answer) => [answer[0], answer] as const);
