import { isFairlyLate, type Stop } from '../lateness/fair-lateness.js';
import type { AnswerValue } from '../reading/answer.js';
import type { AssignmentState } from './answer-state.js';

/** One unit's part of a directive, as the people who watch it see it. */
export interface ProgressRow {
  unitCode: string;
  unitName: string;
  state: AssignmentState;
  percent: number | null;
  doneCount: number | null;
  totalCount: number | null;
  value: AnswerValue | null;
  difficulty: string | null;
  /** What the unit asks of the office, and what it does next, in its last words about them. */
  proposal: string | null;
  nextStep: string | null;
  dueAt: Date | null;
  doneAt: Date | null;
  /** When the unit's clock stood still; known for what is done late by the calendar. */
  stops?: readonly Stop[];
  /** Replies that nobody could read yet. */
  unread: number;
  /** Whether the unit has a group that can be reached. */
  isReachable: boolean;
}

export const progressGroups = [
  'doneInTime',
  'doneLate',
  'blocked',
  'inProgress',
  'received',
  'unread',
  'silent',
  'unreachable',
] as const;
export type ProgressGroup = (typeof progressGroups)[number];

/** Sorts rows into groups; each row is in exactly one, in the order given. */
export function groupProgress(rows: readonly ProgressRow[]): Record<ProgressGroup, ProgressRow[]> {
  const groups = Object.fromEntries(progressGroups.map((group) => [group, []])) as unknown as Record<
    ProgressGroup,
    ProgressRow[]
  >;
  for (const row of rows) groups[groupOf(row)].push(row);
  return groups;
}

/** Late is computed, never stored: fulfilled after the deadline that holds now, by more than is ours. */
export function isLate(row: Pick<ProgressRow, 'doneAt' | 'dueAt' | 'stops'>): boolean {
  return row.doneAt !== null && isFairlyLate(row.dueAt, row.doneAt, row.stops);
}

function groupOf(row: ProgressRow): ProgressGroup {
  if (row.doneAt !== null) return isLate(row) ? 'doneLate' : 'doneInTime';
  if (row.state === 'blocked') return 'blocked';
  if (row.state === 'in_progress' || row.state === 'returned') return 'inProgress';
  if (row.state === 'acknowledged') return 'received';
  if (row.unread > 0) return 'unread';
  return row.isReachable ? 'silent' : 'unreachable';
}

/** What the figures of a *collect* directive come to. */
export type FigureTotal =
  | { type: 'number'; sum: number; count: number }
  | { type: 'ratio'; done: number; total: number; count: number }
  | { type: 'choice'; choices: { choice: string; count: number }[] };

/** Adds the figures up; null when there is nothing to add (no values, or texts). */
export function totalFigures(values: readonly (AnswerValue | null)[]): FigureTotal | null {
  const given = values.filter((value) => value !== null);
  switch (given[0]?.type) {
    case 'number': {
      const numbers = given.flatMap((value) => (value.type === 'number' ? [value.number] : []));
      return { type: 'number', sum: sumOf(numbers), count: numbers.length };
    }
    case 'ratio': {
      const ratios = given.flatMap((value) => (value.type === 'ratio' ? [value] : []));
      const done = ratios.reduce((sum, ratio) => sum + ratio.done, 0);
      const total = ratios.reduce((sum, ratio) => sum + ratio.total, 0);
      return { type: 'ratio', done, total, count: ratios.length };
    }
    case 'choice':
      return { type: 'choice', choices: tally(given) };
    case 'text':
    case undefined:
      return null;
  }
}

/** Decimal figures add up as on paper: 0.1 + 0.2 is 0.3. */
function sumOf(numbers: readonly number[]): number {
  const sum = numbers.reduce((total, number) => total + number, 0);
  return Number(sum.toFixed(6));
}

function tally(values: readonly AnswerValue[]): { choice: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const value of values)
    if (value.type === 'choice') counts.set(value.choice, (counts.get(value.choice) ?? 0) + 1);
  return [...counts].map(([choice, count]) => ({ choice, count })).sort((a, b) => b.count - a.count);
}
