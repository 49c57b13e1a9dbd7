import { isFairlyLate } from '../../core/lateness/fair-lateness.js';
import { measureSpan, type TimeSpan } from '../../core/replies/time-span.js';
import { findStops } from '../../store/lateness.js';
import type { Context } from '../context.js';
import type { OpenTarget } from '../../services/replies/taken.js';

/**
 * How late this answer is, if it is the first after the deadline: that is said once. Null too where all of it is ours:
 * the directive came late, or the system was away.
 */
export async function measureLateness(
  { db }: Context,
  target: OpenTarget,
  at: Date,
): Promise<TimeSpan | null> {
  const { dueAt, lastAt, assignmentId } = target;
  if (dueAt === null || at <= dueAt || (lastAt !== null && lastAt > dueAt)) return null;
  const stops = (await findStops(db, [assignmentId])).get(assignmentId);
  return isFairlyLate(dueAt, at, stops) ? measureSpan(dueAt, at) : null;
}
