import { isFairlyLate, type Stop } from '../lateness/fair-lateness.js';
import type { QuorumStand } from '../quorum/quorum-stand.js';
import type { AnswerValue } from '../reading/answer.js';
import { isAwaiting, type AssignmentState } from './answer-state.js';

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
  /** The unit got more time than the directive gave. */
  extended: boolean;
  doneAt: Date | null;
  /** When the unit's clock stood still; known for what is done late by the calendar. */
  stops?: readonly Stop[];
  /** How far it has been answered, where several persons must answer. */
  quorum?: QuorumStand;
  /** Replies that nobody could read yet. */
  unread: number;
  /** Whether the unit has a group that can be reached. */
  isReachable: boolean;
}

export const progressGroups = [
  'doneInTime',
  'doneLate',
  'awaiting',
  'blocked',
  'returned',
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

/** Where a part stands, as those who watch it see it. */
export function groupOf(row: ProgressRow): ProgressGroup {
  if (row.doneAt !== null) return isLate(row) ? 'doneLate' : 'doneInTime';
  if (isAwaiting(row)) return 'awaiting';
  if (row.state === 'blocked') return 'blocked';
  if (row.state === 'returned') return 'returned';
  if (row.state === 'in_progress') return 'inProgress';
  if (row.state === 'acknowledged') return 'received';
  if (row.unread > 0) return 'unread';
  return row.isReachable ? 'silent' : 'unreachable';
}
