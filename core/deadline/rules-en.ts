import { rule, type Rule, type Unit, type Wish } from './wish.js';
import { readCount } from './clock-words.js';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY = '(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun)';
const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const COUNT = '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen)';
const UNIT = '(minutes?|mins?|hours?|hrs?|(?:working|business|work) days?|days?|weeks?|months?|years?)';

function countOf(words: string | undefined): number {
  return words === 'a' || words === 'an' ? 1 : readCount(words);
}

function unitOf(words: string | undefined): Unit {
  if (/^(?:working|business|work) /.test(words ?? '')) return 'workingDay';
  const unit = (words ?? '').replace(/s$/, '').replace(/^min$/, 'minute').replace(/^hr$/, 'hour');
  return unit as Unit;
}

function after([, count, unit]: readonly string[]): Partial<Wish> {
  return { after: { count: countOf(count), unit: unitOf(unit) }, english: true };
}

const year = '(?:,? (20\\d\\d))?';
const yearOf = (text: string | undefined): Partial<Wish> =>
  text === undefined ? {} : { year: Number(text) };
const monthOf = (text: string | undefined): number => MONTHS.indexOf((text ?? '').slice(0, 3)) + 1;

/** The English forms. */
export const ENGLISH_RULES: readonly Rule[] = [
  rule('every \\w+|each \\w+|daily|weekly|monthly', () => ({ recurring: true, english: true })),
  rule(`${COUNT} ${UNIT} ago|yesterday|last (?:\\w+)`, () => ({ past: true, english: true })),
  rule(`(?:in|within) (?:the )?(?:next )?${COUNT} ?${UNIT}(?: time)?`, after),
  rule(`${COUNT} ?${UNIT}(?: (?:from now|later|left|more))?`, after),
  rule('half an hour|in half an hour', () => ({ after: { count: 30, unit: 'minute' }, english: true })),
  rule(
    '(?:the )?end of (?:the |this )?(?:working |business |work )day|eod|cob|close of business|end of business',
    () => ({ dayPart: 'afternoon', english: true }),
  ),
  rule('(?:the )?end of (?:the )?day|(?:the )?end of', (found) =>
    found[0]?.endsWith('day')
      ? { dayPart: 'afternoon', english: true }
      : { dayPart: 'afternoon', english: true },
  ),
  rule('midnight', () => ({ wholeDay: true, english: true })),
  rule('noon|midday', () => ({ hour: 12, minute: 0, halfDay: 'pm', english: true })),
  rule('tomorrow night', () => ({ dayShift: 1, dayPart: 'evening', english: true })),
  rule('day after tomorrow|the day after tomorrow', () => ({ dayShift: 2, english: true })),
  rule('tomorrow|tmr|tmrw|tomorow', () => ({ dayShift: 1, english: true })),
  rule('tonight', () => ({ dayShift: 0, dayPart: 'evening', english: true })),
  rule('today', () => ({ dayShift: 0, english: true })),
  rule('this (morning|afternoon|evening)', ([, part]) => ({
    dayShift: 0,
    dayPart: part as NonNullable<Wish['dayPart']>,
    english: true,
  })),
  rule('(?:in the )?(morning|afternoon|evening)', ([, part]) => ({
    dayPart: part as NonNullable<Wish['dayPart']>,
    english: true,
  })),
  rule('eow|weekend|the weekend|this weekend', () => ({
    endOf: { span: 'week', last: false },
    shift: { week: 0 },
    english: true,
  })),
  rule('eom', () => ({ endOf: { span: 'month', last: false }, shift: { month: 0 }, english: true })),
  rule(`next ${WEEKDAY}`, ([, name]) => ({
    weekday: WEEKDAYS.indexOf((name ?? '').slice(0, 3)) + 1,
    shift: { week: 1 },
    english: true,
  })),
  rule(`(?:this |coming |on )?${WEEKDAY}`, ([, name]) => ({
    weekday: WEEKDAYS.indexOf((name ?? '').slice(0, 3)) + 1,
    english: true,
  })),
  rule('next (week|month|year)', ([, span]) => ({ shift: { [span ?? 'week']: 1 }, english: true })),
  rule('this (week|month|year)', ([, span]) => ({ shift: { [span ?? 'week']: 0 }, english: true })),
  rule(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?! ?[ap]m|:)${year}`, ([, month, day, text]) => ({
    day: Number(day),
    month: monthOf(month),
    ...yearOf(text),
    english: true,
  })),
  rule(`(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}${year}`, ([, day, month, text]) => ({
    day: Number(day),
    month: monthOf(month),
    ...yearOf(text),
    english: true,
  })),
  rule('(?:the )?(\\d{1,2})(?:st|nd|rd|th)', ([, day]) => ({ day: Number(day), english: true })),
  rule('(\\d{1,2})(?:[:.](\\d{2}))? ?([ap])\\.?m\\.?', ([, hour, minute, half]) =>
    meridiem(Number(hour), Number(minute ?? 0), half === 'p'),
  ),
  rule("(\\d{1,2}) ?o'?clock", ([, hour]) =>
    Number(hour) > 24
      ? { impossible: true }
      : { hour: Number(hour), minute: 0, halfDay: null, english: true },
  ),
];

export const ENGLISH_SPAN_ENDS: readonly Rule[] = [
  rule('(?:the )?end of (?:the |this )?(week|month|quarter|year)', ([, span]) => ({
    endOf: { span: span as 'week', last: false },
    shift: { [span ?? 'week']: 0 },
    english: true,
  })),
  rule('(?:the )?end of next (week|month|quarter|year)', ([, span]) => ({
    endOf: { span: span as 'week', last: false },
    shift: { [span ?? 'week']: 1 },
    english: true,
  })),
  rule(`(?:the )?end of ${MONTH}`, ([, month]) => ({
    endOf: { span: 'month', last: false },
    month: monthOf(month),
    english: true,
  })),
];

function meridiem(hour: number, minute: number, isLate: boolean): Partial<Wish> {
  if (hour < 1 || hour > 12 || minute > 59) return { impossible: true };
  return { hour: (hour % 12) + (isLate ? 12 : 0), minute, halfDay: isLate ? 'pm' : 'am', english: true };
}
