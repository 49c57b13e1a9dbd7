export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The organisation's own zone; units may have another. */
export const home = 'Asia/Ho_Chi_Minh';

/** A unit as it is set up. `lead`: whether the bot may write to its lead in private, or can only name them in the group. */
export interface UnitPlan {
  code: string;
  name: string;
  parent: string | null;
  tag: string;
  zone: string;
  /** Weekdays that are worked, 1 Monday … 7 Sunday. */
  days: readonly number[];
  workUntil: string;
  lead: 'private' | 'named' | null;
  naming: boolean;
}

export type Kind = 'task' | 'acknowledge' | 'collect' | 'notice';

/** When units are recalled: so long before the deadline, on working mornings before it, and at it. */
export interface Steps {
  before: readonly number[];
  eachMorning: boolean;
  atDue: boolean;
}

/** What the office sends. `targets`: the words for `units`. `place`: where it is written, and the card is kept. */
export interface Given {
  title: string;
  kind: Kind;
  urgent: boolean;
  targets: string;
  units: readonly string[];
  dueAt: number | null;
  steps: Steps;
  /** The line that says so; '' for the standard plan. */
  stepWords: string;
  place: 'office' | 'private';
}

/** A request that comes round. `names`: whether the rhythm names an ISO date. */
export interface Recurring {
  title: string;
  kind: Kind;
  targets: string;
  units: readonly string[];
  rhythmWords: string;
  names: (isoDate: string) => boolean;
  time: string;
  onDayOff: 'move' | 'skip';
  restsOverTet: boolean;
  dueWords: string;
  /** The deadline: that many working days behind the opening, at that time. */
  due: { workingDays: number; time: string };
}

export type Word = 'received' | 'inProgress' | 'blocked' | 'done';

/** What somebody does at a moment. Directives go by their titles, which are unique; see `keyOf` for those that come round. */
export type Deed =
  | { do: 'give'; directive: Given }
  | { do: 'every'; request: Recurring }
  | { do: 'close' | 'cancel' | 'remind'; key: string }
  | { do: 'extend'; key: string; unit: string | null; dueAt: number }
  | { do: 'leave'; unit: string; firstDay: string; lastDay: string }
  | { do: 'answer'; key: string; kind: Kind; unit: string; word: Word; by: 'press' | 'reply' }
  | { do: 'kick' | 'return' | 'rebind'; unit: string };

/** What happens to the program: it is restarted in the midst of its work, its queue is emptied, it does not run for a while. */
export type Trouble = { do: 'restart' } | { do: 'flush' } | { do: 'stop'; until: number };

export interface Timed<T> {
  at: number;
  deed: T;
}

/** A message of the bot as both sides name it. `chat`: a unit's code, `office`, `private`, or `lead CODE`. */
export interface Message {
  at: number;
  chat: string;
  /** What it is and about what, e.g. `reminder: Kiểm kê 3 | Trực bão 7`. */
  what: string;
}

/** One opening of a recurring request: its title and the day. */
export const keyOf = (title: string, isoDate: string) => `${title} (${isoDate})`;
