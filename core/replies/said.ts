import type { AnswerProblem, AnswerSpec, AnswerValue } from '../reading/answer.js';
import { readReply, type Reading, type Status } from '../reading/read-reply.js';
import { readValue } from '../reading/read-value.js';
import { withoutAsked } from './without-asked.js';
import { withoutFigure } from './without-figure.js';

export type ReplyKind = 'task' | 'acknowledge' | 'collect' | 'notice';

/** What one reply says about one assignment: the reading that is stored with each version of the reply. */
export interface Said {
  status: Status | null;
  percent: number | null;
  doneCount: number | null;
  totalCount: number | null;
  value: AnswerValue | null;
  difficulty: string | null;
  /** What else the reply tells apart; null when nothing, absent in readings of before. */
  parts?: SaidParts | null;
  note: string;
  isQuestion: boolean;
  /** The words of a request for more time; '' when none is named, null when none is asked for. */
  moreTime: string | null;
  /** Why a *collect* answer was not taken. */
  problem: AnswerProblem | null;
  /** Entered by an admin for the unit: it stands for itself, whatever was said before; without an answer it clears. */
  isCorrection?: true;
  /** One of so many persons who must all answer (core/quorum): who, and how many as of then. */
  by?: { key: string; of: number };
  /** Said by somebody whose answer does not count here: kept, and no more. */
  isAside?: true;
  /** No word of the unit: what the issuer made of its `done`. */
  decision?: Decision;
  /** No word of the unit: what the parts come to that it passed on (core/cascade). `doneAt`: ISO, when the last was done. */
  below?: { doneAt: string | null };
}

/** Accepted as of the moment at which the unit said so (ISO), or to be done again. */
export type Decision = { to: 'accepted'; doneAt: string } | { to: 'returned' };

/** Results, proposals to the office and next steps, as they were written. */
export interface SaidParts {
  result: string | null;
  proposal: string | null;
  nextStep: string | null;
}

/** The longest ask for a value that a bare "received" may be: longer words are the text that was asked for. */
const shortAcknowledgement = 30;
/** Columns are 32-bit integers. */
const largestCount = 2_147_483_647;

/** Of which directive and which unit a text is read, and on which day it was said; '' where it does not matter. */
export interface HeardOf {
  title?: string;
  /** Null: nobody's. */
  unitName?: string | null;
  /** ISO date by the unit's calendar: without it nobody knows whether a day that is named has been. */
  saidOn?: string;
}

/** Reads a text as an answer to a directive of this kind. Never throws; what is not said is null. */
export function hear(
  kind: ReplyKind,
  spec: AnswerSpec | null,
  text: string,
  { title = '', unitName, saidOn }: HeardOf = {},
): Said {
  const reading = readReply(text, title, unitName ?? '', saidOn);
  const said = fromReading(reading);
  if (kind === 'acknowledge') return { ...said, status: said.status ?? 'acknowledged' };
  if (kind !== 'collect') return said;
  const asked = { words: reading.note, title };
  return hearValue(withoutFigure(withoutAsked(said, title), reading.note), spec ?? { type: 'number' }, asked);
}

/** A status chosen by a button, without words. */
export function choose(status: Status): Said {
  return { ...nothing, status };
}

/** What the issuer made of a unit's `done`, with a word for the unit or none. */
export function decide(decision: Decision, word = ''): Said {
  return { ...nothing, decision, note: word };
}

/** What the parts below come to. */
export function fromBelow(
  stand: Partial<Pick<Said, 'status' | 'percent' | 'value' | 'difficulty'>>,
  doneAt: Date | null,
): Said {
  return { ...nothing, ...stand, below: { doneAt: doneAt?.toISOString() ?? null } };
}

/** Whether it answers the assignment, as opposed to a question or words that could not be read. */
export function isAnswer(said: Pick<Said, 'status' | 'value'>): boolean {
  return said.status !== null || said.value !== null;
}

const nothing: Said = {
  status: null,
  percent: null,
  doneCount: null,
  totalCount: null,
  value: null,
  difficulty: null,
  parts: null,
  note: '',
  isQuestion: false,
  moreTime: null,
  problem: null,
};

function fromReading(reading: Reading): Said {
  const { done, total, percent } = reading;
  const isUsable = done !== null && total !== null && done <= largestCount && total <= largestCount;
  return {
    status: reading.status,
    percent: percent === null ? null : Math.min(100, Math.max(0, Math.round(percent))),
    doneCount: isUsable ? done : null,
    totalCount: isUsable ? total : null,
    value: null,
    difficulty: reading.difficulty,
    parts: partsOf(reading),
    note: reading.note,
    isQuestion: reading.isQuestion,
    moreTime: reading.moreTime,
    problem: null,
  };
}

function partsOf({ result, proposal, nextStep }: Reading): SaidParts | null {
  return result === null && proposal === null && nextStep === null ? null : { result, proposal, nextStep };
}

/** The value first; without one, words such as `đang làm` still say how it stands, but `xong` needs the value. */
function hearValue(said: Said, spec: AnswerSpec, asked: { words: string; title: string }): Said {
  const { words, title } = asked;
  const talksOtherwise = said.isQuestion || said.moreTime !== null;
  const isBare = said.status === 'acknowledged' && words.length <= shortAcknowledgement;
  if (spec.type === 'text' && (talksOtherwise || isBare)) return said;
  const read = readValue(words, spec, title);
  if ('value' in read)
    return { ...said, status: 'done', value: read.value, percent: null, isQuestion: false, moreTime: null };
  const isOutside = read.problem === 'too-small' || read.problem === 'too-large';
  // `tổng 212 hộ, phải di dời 37 hộ`: a nod would let the unit think that its figure is taken.
  const isMissed = read.isUnclear === true && said.percent === null && said.status !== 'blocked';
  if (!isOutside && !isMissed && said.status !== null && said.status !== 'done') return said;
  if (talksOtherwise) return { ...said, status: null };
  return { ...said, status: null, problem: read.problem };
}
