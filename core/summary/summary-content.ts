import { measureFairLateness, type Lateness, type Stop } from '../lateness/fair-lateness.js';
import type { AnswerSpec, AnswerValue } from '../reading/answer.js';
import type { AssignmentState } from '../replies/answer-state.js';
import { classify, judge, type Counts, type SummaryClass } from './classify.js';
import type { PeriodKind } from './period.js';

/** A directive as a summary names it. `doneBefore`: units that had fulfilled it before the period began. */
export interface SummaryDirective {
  id: number;
  number: number;
  title: string;
  sentAt: string;
  dueAt: string | null;
  spec: AnswerSpec | null;
  doneBefore: number;
  /** When it was closed, where that was before the period ended: what is open of it stays so. */
  closedAt?: string;
  /** It was passed on: what the units below do counts in the part above (core/summary/count-once.ts). */
  isPassedOn?: boolean;
}

/** A unit where it stood in the tree at the end of the period; those above a unit that counts are there too. */
export interface SummaryUnit {
  id: number;
  code: string;
  name: string;
  parentId: number | null;
}

/**
 * One unit's part of one directive as it stood at the end of the period. `replies`: the ids behind what is said here. Moments
 * are in milliseconds: there are tens of thousands of items.
 */
export interface SummaryItem {
  assignmentId: number;
  directiveId: number;
  unitId: number;
  class: SummaryClass;
  state: AssignmentState;
  percent: number | null;
  doneCount: number | null;
  totalCount: number | null;
  value: AnswerValue | null;
  difficulty: string | null;
  /** What the unit asks of the office, what it came to and what it does next, where it told them apart. */
  proposal: string | null;
  result: string | null;
  nextStep: string | null;
  words: string;
  dueAt: number | null;
  /** The first valid answer. */
  answeredAt: number | null;
  doneAt: number | null;
  /** Who said it last. */
  personId: number | null;
  isReachable: boolean;
  /** The unit got more time than the directive gave: it is measured by that. */
  extended?: true | undefined;
  /** How late it was, or was by the end of the period, where part of that is not the unit's. */
  late?: Lateness | undefined;
  replies: number[];
}

/**
 * What a period came to, a unit a line, with the tree as it was at its end. `passed`: what was passed on to the unit, and
 * counts only where the unit above is not told of.
 */
export interface PeriodCounts {
  period: string;
  units: { unitId: number; parentId: number | null; counts: Counts; passed?: Counts }[];
}

/** How the directives sent in the period went out to a unit's groups. */
export interface UnitDeliveries {
  unitId: number | null;
  sent: number;
  failed: number;
  uncertain: number;
  waiting: number;
}

/** Replies of a unit that came in the period: read by the program, set right by hand, not read. */
export interface UnitReadings {
  unitId: number | null;
  read: number;
  corrected: number;
  unread: number;
}

/** A request for more time that nobody has decided. */
export interface OpenAsk {
  assignmentId: number;
  directiveId: number;
  unitId: number;
  askedAt: string;
  wishedAt: string | null;
  replyId: number;
}

/** A group that a directive of the period did not surely reach. */
export interface Undelivered {
  unitId: number | null;
  number: number;
  state: 'failed' | 'uncertain' | 'waiting';
}

/** A unit that owes nothing on a directive, by somebody's word or by a leave: it stands in no class and no figure. */
export interface ExcusedPart {
  unitId: number;
  directiveId: number;
  number: number;
  title: string;
}

/** What a report says of an item, as far as it can turn out otherwise. */
export type Stand = Pick<
  SummaryItem,
  'class' | 'state' | 'percent' | 'doneCount' | 'totalCount' | 'value' | 'words' | 'dueAt'
>;

/**
 * `restated`: as things are known now, the last report would have said something else of its period. `late`: what it
 * called overdue was answered since. `dropped`: the item does not count any more (`after` is null).
 */
export type CorrectionKind = 'restated' | 'late' | 'dropped';

export interface Correction {
  kind: CorrectionKind;
  assignmentId: number;
  directiveId: number;
  number: number;
  unitId: number;
  before: Stand;
  after: Stand | null;
  replies: number[];
}

/** A report on a period, as it is frozen: every figure can be counted again from the items and their replies. */
export interface SummaryContent {
  kind: PeriodKind;
  period: string;
  startsAt: string;
  endsAt: string;
  directives: SummaryDirective[];
  units: SummaryUnit[];
  items: SummaryItem[];
  /** Numbers of the notices sent in the period. */
  notices: number[];
  /** The periods before, the newest first; empty when there is nothing to compare with. */
  history: PeriodCounts[];
  /** The same period a year earlier. */
  yearBefore: PeriodCounts | null;
  asks: OpenAsk[];
  deliveries: UnitDeliveries[];
  undelivered: Undelivered[];
  readings: UnitReadings[];
  /** Reports that were frozen before this was told do not have it. */
  excused?: ExcusedPart[];
  /** What turned out otherwise than the last report said; null when there was none. */
  corrections: { number: number; year: number; list: Correction[] } | null;
  /** The last reply and version that this report could know. */
  known: { replyId: number; versionId: number };
}

/** What the store knows of an item at the end of the period. */
export interface SummaryRow extends Omit<SummaryItem, keyof Judged> {
  closedAt: number | null;
}

/** How an item is judged. */
export type Judged = Pick<SummaryItem, 'class' | 'late'>;

type Judgeable = Record<'closedAt' | 'doneAt' | 'dueAt', Date | null>;

const judgedAtOf = ({ closedAt }: Judgeable, endsAt: Date) =>
  closedAt && closedAt < endsAt ? closedAt : endsAt;

/** The class of a row at the end of its period. `stops`: when its clock stood still. */
export function classOf(row: Judgeable, endsAt: Date, stops: readonly Stop[] = []): SummaryClass {
  const { doneAt, dueAt } = row;
  return classify({ doneAt, dueAt, judgedAt: judgedAtOf(row, endsAt), stops });
}

const minuteMs = 60_000;
const toDate = (at: number | null) => (at === null ? null : new Date(at));

/** Nearly all: tens of thousands in a large report. */
const inTime: Judged = { class: 'doneInTime' };

/** Its class, and how late it is where a minute of that or more is not the unit's own. */
export function judgeRow(row: SummaryRow, endsAt: Date, stops: readonly Stop[]): Judged {
  const { doneAt: done, closedAt } = row;
  if (closedAt === null && done !== null && done <= Math.min(row.dueAt ?? Infinity, endsAt.getTime()))
    return inTime;
  const [dueAt, doneAt] = [toDate(row.dueAt), toDate(row.doneAt)];
  const judgedAt = judgedAtOf({ dueAt, doneAt, closedAt: toDate(row.closedAt) }, endsAt);
  const { class: name, lateness } = judge({ doneAt, dueAt, judgedAt, stops });
  // What was done after its directive was closed is open, but no later than when it was done.
  const late = doneAt && doneAt > judgedAt ? measureFairLateness(dueAt, doneAt, stops) : lateness;
  return late && late.oursMs >= minuteMs ? { class: name, late } : { class: name };
}

const longest = 160;

/** Words of several lines, or with room around them. */
const untidy = /[^\S ]| {2}|^ | $/;

/** One line of somebody's words, cut where it is too long for a report; never inside a surrogate pair. */
export function shorten(text: string): string {
  const line = untidy.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
  return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
