export type Unit = 'minute' | 'hour' | 'day' | 'workingDay' | 'week' | 'month' | 'quarter' | 'year';
export type Span = 'week' | 'month' | 'quarter' | 'year';
export type Problem = 'past' | 'impossible' | 'ambiguous' | 'unreadable';

/** What the words of a deadline say, before any of it is turned into a day. */
export interface Wish {
  day?: number;
  month?: number;
  year?: number;
  /** 1 Monday … 7 Sunday. */
  weekday?: number;
  /** Several days of a week (`thứ 2, 4, 6`), which only something that comes again can have. */
  weekdays?: number[];
  /** `thứ 6 tới`: not today. */
  upcoming?: boolean;
  /** Which span is meant, counted from the present one: this week 0, next week 1. */
  shift?: Partial<Record<Span, number>>;
  /** The present day 0, tomorrow 1. */
  dayShift?: number;
  after?: { count: number; unit: Unit };
  /** The time counts from the day that is named (`3 ngày kể từ 20/11`). */
  counted?: boolean;
  /** The end of a span as the day meant; `last`: its last minute (`hết tháng`); `worked`: its last working day. */
  endOf?: { span: Span; last?: boolean; worked?: boolean };
  startOf?: Span;
  /** Month of each quarter, 1 to 3: only what comes again has it. */
  monthOf?: number;
  /** 1 to 4. */
  quarter?: number;
  hour?: number;
  minute?: number;
  /** An hour that may be of the morning or afternoon: 1 to 6 without a part of the day. */
  halfDay?: 'am' | 'pm' | null;
  dayPart?: 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';
  /** The beginning of work. */
  early?: boolean;
  /** Until midnight (`hết ngày`). */
  wholeDay?: boolean;
  instant?: string;
  past?: boolean;
  vague?: boolean;
  /** Two numbers whose order depends on the language (`5/6`). */
  slash?: [number, number];
  /** It comes again: every `interval` of these. */
  recurring?: { every: 'day' | 'workingDay' | Span; interval: number };
  /** Days of the week on which it does not come again (`hằng ngày, trừ chủ nhật`). */
  without?: number[];
  impossible?: boolean;
  english?: boolean;
  vietnamese?: boolean;
}

/** A form of words: where it fits, what it means. Patterns are sticky and see folded text. */
export interface Rule {
  pattern: RegExp;
  read: (match: readonly (string | undefined)[]) => Partial<Wish>;
}

/** Makes a rule; `\b`-like ends keep a form from fitting the beginning of a longer word. */
export function rule(source: string, read: Rule['read'] | Partial<Wish>): Rule {
  return {
    pattern: new RegExp(`(?:${source})(?![a-z0-9])`, 'y'),
    read: typeof read === 'function' ? read : () => read,
  };
}

/** A rule for Vietnamese words. */
export function vietnamese(source: string, read: Rule['read'] | Partial<Wish>): Rule {
  const { pattern, read: inner } = rule(source, read);
  return { pattern, read: (match) => ({ ...inner(match), vietnamese: true }) };
}

/** A rule for English words. */
export function english(source: string, read: Rule['read'] | Partial<Wish>): Rule {
  const { pattern, read: inner } = rule(source, read);
  return { pattern, read: (match) => ({ ...inner(match), english: true }) };
}
