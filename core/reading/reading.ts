import type { TimeWish } from './details/time-wish.js';

/** How far an assignment is, as a reply says. */
export type Status = 'acknowledged' | 'in_progress' | 'blocked' | 'done';

/** What a reply says. Null wherever it does not say, or not clearly: that is asked back, never guessed. */
export type Reading = {
  code: number | null;
  status: Status | null;
  percent: number | null;
  done: number | null;
  total: number | null;
  difficulty: string | null;
  /** What was achieved, what is asked of the office, what comes next: in the words of a reply that tells them apart. */
  result: string | null;
  proposal: string | null;
  nextStep: string | null;
  note: string;
  isQuestion: boolean;
  /** The deadline words of a request for more time; '' when time is asked for but none is named. */
  moreTime: string | null;
  /** What those words wish for; null when no time is asked for. */
  timeWish: TimeWish | null;
  /** The words that decided, as they were written. */
  evidence: string[];
};
