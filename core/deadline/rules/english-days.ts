import { english, type Rule, type Wish } from '../wish.js';
import { amountOf, COUNT, countOf, MONTH, monthOf, UNIT, WEEKDAY, weekdayOf } from './words-en.js';

const year = '(?:,? ((?:20|19)\\d\\d))?';
const yearOf = (text: string | undefined): Partial<Wish> =>
  text === undefined ? {} : { year: Number(text) };
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';

/** Days and times in English. */
export const ENGLISH_DAYS: readonly Rule[] = [
  english(`${COUNT} ${UNIT} ago|yesterday|last ${WEEKDAY}|last (?:week|month|year|night)`, { past: true }),
  english('(?:the )?day after tomorrow', { dayShift: 2 }),
  english('tomorrow|tmrw?|tomorow|tommorow|tommorrow|2moro', { dayShift: 1 }),
  english('tomorrow night', { dayShift: 1, dayPart: 'evening' }),
  english('tonight', { dayShift: 0, dayPart: 'evening' }),
  english('today', { dayShift: 0 }),
  english(`next ${WEEKDAY}`, ([, name]) => ({ weekday: weekdayOf(name), shift: { week: 1 } })),
  english(`(?:this |coming |this coming |the coming |on )*${WEEKDAY}`, ([, name]) => ({
    weekday: weekdayOf(name),
  })),
  english(`(?:on )?${WEEKDAY}(?:,? (?:and |& )?${WEEKDAY})+`, ([words]) => ({
    weekdays: [...new Set((words?.match(/[a-z]{3,}/g) ?? []).map(weekdayOf).filter((one) => one > 0))].sort(),
  })),
  english(`${MONTH} (?:the )?${DAY}(?! ?[ap]\\.?m|:|\\d)${year}`, ([, month, day, text]) => ({
    day: Number(day),
    month: monthOf(month),
    ...yearOf(text),
  })),
  english(
    `(?:the )?${DAY}(?: of)?[ -]?${MONTH}(?:-((?:20)?\\d\\d))?${year}`,
    ([, day, month, short, text]) => ({
      day: Number(day),
      month: monthOf(month),
      ...(short === undefined ? yearOf(text) : { year: Number(short) + (short.length === 2 ? 2000 : 0) }),
    }),
  ),
  english('(?:the )?(\\d{1,2})(?:st|nd|rd|th)', ([, day]) => ({ day: Number(day) })),
  english(
    `(?:after|in|within)? ?(?:the )?(?:next )?${COUNT} ?${UNIT}(?:'s?)?(?: time)?(?: (?:from now|from today|later|left|more))?`,
    (found) => ({
      after: amountOf(found[1], found[2]),
    }),
  ),
  english(
    `${COUNT} ${UNIT} from(?= (?:tomorrow|\\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|the))`,
    (found) => ({
      after: amountOf(found[1], found[2]),
      counted: true,
    }),
  ),
  english('(?:in|within) (\\d{1,3}) ?h', ([, count]) => ({ after: amountOf(count, 'hours') })),
  english('(?:in )?half an hour', { after: { count: 30, unit: 'minute' } }),
  english('(?:in )?(?:one|an hour|1 hour) and a half(?: hours)?', { after: { count: 90, unit: 'minute' } }),
  english(
    '(?:a|the) few \\w+|several \\w+|some \\w+|soon|asap|as soon as possible|early|later|whenever(?: \\w+)*',
    { vague: true },
  ),
  english('\\d{1,2} ?(?:-|to) ?\\d{1,2} (?:working )?(?:days|weeks|hours|months)', { vague: true }),
];

/** Times of the day in English. */
export const ENGLISH_CLOCK: readonly Rule[] = [
  english('(\\d{1,2})(?:[:.](\\d{2}))? ?([ap])\\.? ?m\\.?', ([, hour, minute, half]) =>
    meridiem(Number(hour), Number(minute ?? 0), half === 'p'),
  ),
  english(`(?:at )?${COUNT} ?o'?clock(?: (?:in the )?(morning|afternoon|evening))?`, ([, hour, part]) =>
    ofHour(countOf(hour), 0, part),
  ),
  english(`(?:at )?(\\d{1,2})(?::(\\d\\d))? in the (morning|afternoon|evening)`, ([, hour, minute, part]) =>
    ofHour(Number(hour), Number(minute ?? 0), part),
  ),
  english(
    'at (\\d{1,2})(?! ?(?:[ap]\\.? ?m|o|[-/.:]|h\\b|gio|in the))(?! (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|working|business|days?|hours?))',
    ([, hour]) => ofHour(Number(hour), 0, undefined),
  ),
  english('(?:at )?([01]\\d|2[0-3])([0-5]\\d) ?(?:hrs?|hours)', ([, hour, minute]) =>
    ofHour(Number(hour), Number(minute), undefined),
  ),
  english(`(?:at )?half past ${COUNT}(?: ?([ap])\\.?m)?`, ([, hour, half]) =>
    pastHour(countOf(hour), 30, half),
  ),
  english(
    `(?:at )?(?:a )?(quarter|five|ten|twenty) past ${COUNT}(?: ?([ap])\\.?m)?`,
    ([, past, hour, half]) => pastHour(countOf(hour), minutesOf(past), half),
  ),
  english(`(?:at )?(?:a )?(quarter|five|ten|twenty) to ${COUNT}(?: ?([ap])\\.?m)?`, ([, past, hour, half]) =>
    pastHour(countOf(hour) - 1, 60 - minutesOf(past), half),
  ),
  english('midnight|12 midnight|23:59', { wholeDay: true }),
  english('(?:12 )?noon|midday|12 noon', { hour: 12, minute: 0, halfDay: 'pm' }),
  english('(?:lunch ?time|lunch)', { dayPart: 'noon' }),
  english(
    '(?:the )?(?:end|close) of (?:the |this )?(?:working |business |work |office )?(?:day|business|office hours|work)|eod|cob|eob|end of play|cop',
    {
      dayPart: 'afternoon',
    },
  ),
  english(
    '(?:the )?start of (?:the )?(?:business|work|working day|day)|first thing(?: in the morning)?|opening time',
    { early: true, halfDay: 'am' },
  ),
  english('(?:this )(morning|afternoon|evening)', ([, part]) => ({
    dayShift: 0,
    dayPart: part as 'morning',
  })),
  english('(?:in the |the )?(morning|afternoon|evening)', ([, part]) => ({ dayPart: part as 'morning' })),
  english(
    '(?:the )?end of(?= (?:today|tomorrow|mon|tue|wed|thu|fri|sat|sun|the day|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))',
    {
      dayPart: 'afternoon',
    },
  ),
  english('(?:early|late|mid)[ -](?:morning|afternoon)', { vague: true }),
];

function ofHour(hour: number, minute: number, part: string | undefined): Partial<Wish> {
  if (!(hour >= 0 && hour <= 24) || minute > 59) return { impossible: true };
  if (hour === 24) return { wholeDay: true };
  if (part === undefined) return { hour, minute, halfDay: null };
  const isLate = part !== 'morning' && hour < 12;
  return { hour: hour + (isLate ? 12 : 0), minute, halfDay: isLate ? 'pm' : 'am' };
}

const minutesOf = (words: string | undefined): number => (words === 'quarter' ? 15 : countOf(words));

function pastHour(hour: number, minute: number, half: string | undefined): Partial<Wish> {
  return half === undefined ? ofHour(hour, minute, undefined) : meridiem(hour, minute, half === 'p');
}

function meridiem(hour: number, minute: number, isLate: boolean): Partial<Wish> {
  if (isLate && hour > 12 && hour < 24 && minute < 60) return { hour, minute, halfDay: 'pm' };
  if (hour < 1 || hour > 12 || minute > 59) return { impossible: true };
  return { hour: (hour % 12) + (isLate ? 12 : 0), minute, halfDay: isLate ? 'pm' : 'am' };
}
