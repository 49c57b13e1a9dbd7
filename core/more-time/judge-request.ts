/** A unit's request for more time, and how its part stands. */
export interface TimeRequest {
  now: Date;
  dueAt: Date | null;
  /** Null when no time was named, or not exactly. */
  wishedAt: Date | null;
  doneAt: Date | null;
  /** Whether an earlier request still waits for an answer. */
  isPending: boolean;
  /** Requests of this unit for this directive that were decided. */
  decided: number;
  /** A first request up to so many days beyond the deadline is granted by rule; 0: none is. */
  grantedDays: number;
}

/** `ask`: the issuer decides; `lateAsk`: so too, but the deadline is over and holds meanwhile. */
export type Ruling = 'grant' | 'ask' | 'lateAsk' | 'pending' | 'done' | 'noDeadline';

const dayMs = 24 * 3600 * 1000;

/** What becomes of a request. A rule grants only what is asked in time, for the first time, and exactly. */
export function judgeRequest(request: TimeRequest): Ruling {
  const { now, dueAt, wishedAt, doneAt, isPending, decided, grantedDays } = request;
  if (doneAt !== null) return 'done';
  if (dueAt === null) return 'noDeadline';
  if (isPending) return 'pending';
  if (now > dueAt) return 'lateAsk';
  const isModest =
    wishedAt !== null && wishedAt > dueAt && wishedAt.getTime() - dueAt.getTime() <= grantedDays * dayMs;
  return decided === 0 && isModest ? 'grant' : 'ask';
}
