import type { Stop } from '../lateness/fair-lateness.js';
import type { AnswerSpec, AnswerValue } from '../reading/answer.js';
import type { AssignmentState } from '../replies/answer-state.js';
import { classify, countClasses, type Counts, type SummaryClass } from './classify.js';

/** A directive as a summary names it. `doneBefore`: units that had fulfilled it before the period began. */
export interface SummaryDirective {
  id: number;
  number: number;
  title: string;
  dueAt: string | null;
  spec: AnswerSpec | null;
  doneBefore: number;
}

export interface SummaryUnit {
  id: number;
  code: string;
  name: string;
}

/** One unit's part of one directive as it stood at the end of the period. `replies`: the ids behind what is said here. */
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
  /** What the unit asks of the office; absent in reports of before. */
  proposal?: string | null;
  words: string;
  dueAt: string | null;
  isReachable: boolean;
  replies: number[];
}

/** A report on a period, as it is frozen: every figure can be counted again from the items and their replies. */
export interface SummaryContent {
  version: 1;
  period: string;
  week: number;
  startsAt: string;
  endsAt: string;
  directives: SummaryDirective[];
  units: SummaryUnit[];
  items: SummaryItem[];
  /** Numbers of the notices sent in the period. */
  notices: number[];
  /** What the week before came to, a unit a line; null when there is nothing to compare with. */
  previous: { period: string; week: number; units: { unitId: number; counts: Counts }[] } | null;
}

/** What the store knows of an item at the end of the period. */
export interface SummaryRow extends Omit<SummaryItem, 'class' | 'dueAt'> {
  dueAt: Date | null;
  doneAt: Date | null;
  closedAt: Date | null;
  stops?: readonly Stop[];
}

/** Puts a row into its class and into the form that is kept. */
export function freezeItem(
  { dueAt, doneAt, closedAt, stops = [], ...rest }: SummaryRow,
  endsAt: Date,
): SummaryItem {
  const judgedAt = closedAt && closedAt < endsAt ? closedAt : endsAt;
  const words = shorten(rest.words);
  const difficulty = rest.difficulty === null ? null : shorten(rest.difficulty);
  return {
    ...rest,
    words,
    difficulty,
    proposal: rest.proposal ? shorten(rest.proposal) : null,
    class: classify({ doneAt, dueAt, judgedAt, stops }),
    dueAt: dueAt?.toISOString() ?? null,
  };
}

/** The counts of each unit, for the comparison that the next week makes. */
export function countByUnit(
  items: readonly Pick<SummaryItem, 'unitId' | 'class'>[],
): { unitId: number; counts: Counts }[] {
  return [...groupBy(items, ({ unitId }) => unitId)].map(([unitId, own]) => ({
    unitId,
    counts: countClasses(own),
  }));
}

/** Each unit's own part of a content, and the empty one for a unit that had nothing. */
export function splitByUnit(content: SummaryContent): (unitId: number) => SummaryContent {
  const items = groupBy(content.items, ({ unitId }) => unitId);
  const units = new Map(content.units.map((unit) => [unit.id, unit]));
  const directives = new Map(content.directives.map((directive) => [directive.id, directive]));
  const before = new Map(content.previous?.units.map((unit) => [unit.unitId, unit]));
  return (unitId) => {
    const own = items.get(unitId) ?? [];
    const unit = units.get(unitId);
    const last = before.get(unitId);
    return {
      ...content,
      items: own,
      units: unit ? [unit] : [],
      directives: own.map(({ directiveId }) => directives.get(directiveId)!),
      previous: content.previous && { ...content.previous, units: last ? [last] : [] },
    };
  };
}

/** Groups in the order in which the keys come first. */
export function groupBy<K, T>(list: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const longest = 160;

/** One line of somebody's words, cut where it is too long for a report; never inside a surrogate pair. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
