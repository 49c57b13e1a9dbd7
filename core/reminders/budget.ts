/** How full a group's day is when a planned reminder is about to go there. `limit` 0: no limit. */
export interface GroupDay {
  limit: number;
  /** Messages that the bot sent there of its own accord since the day began. */
  used: number;
}

interface Listed {
  assignmentId: number;
  dueAt: Date | null;
}

/** What becomes of the reminder: as it is; with all that is open, for it is the day's last; its last calls; or nothing. */
export type Fit<T> = { op: 'as-is' } | { op: 'all-open' } | { op: 'only'; items: T[] } | { op: 'none' };

/**
 * Fits a planned reminder into the group's day. A last call before a deadline goes out however full the day is; one
 * whose deadline has passed while it waited is none any more.
 */
export function fitBudget<T extends Listed>(
  items: readonly T[],
  lastCallIds: readonly number[],
  now: Date,
  { limit, used }: GroupDay,
): Fit<T> {
  if (limit === 0 || used < limit - 1) return { op: 'as-is' };
  if (used < limit) return { op: 'all-open' };
  const calls = items.filter(
    ({ assignmentId, dueAt }) => lastCallIds.includes(assignmentId) && dueAt !== null && dueAt > now,
  );
  return calls.length > 0 ? { op: 'only', items: calls } : { op: 'none' };
}
