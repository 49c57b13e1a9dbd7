import { english, type Rule, type Span, type Wish } from '../wish.js';
import { COUNT, countOf, MONTH, monthOf, SPAN, WEEKDAY, weekdayOf } from './words-en.js';

const ORDINALS: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4 };
const END = '(?:the )?(?:end|last day|final day|close) of (?:the |this |the current )?';
const lastWorked = '(?:the )?(?:last|final) (?:working|business) day (?:of|in) (?:the |this )?';

const spanEnd = (
  span: string | undefined,
  shift: number,
  more: Wish['endOf'] | object = {},
): Partial<Wish> => ({
  endOf: { span: span as Span, ...more },
  shift: { [span ?? 'week']: shift },
});

/** Edges of weeks, months, quarters, years in English, and what comes again. */
export const ENGLISH_SPANS: readonly Rule[] = [
  english(`${END}${SPAN}`, ([, span]) => spanEnd(span, 0)),
  english(`${END}(?:next|the next|the coming) ${SPAN}`, ([, span]) => spanEnd(span, 1)),
  english(`${END}${MONTH}(?: (20\\d\\d))?`, ([, month, year]) => ({
    endOf: { span: 'month' },
    month: monthOf(month),
    ...(year === undefined ? {} : { year: Number(year) }),
  })),
  english(
    `${END}(?:q|quarter )([1-4])(?: (20\\d\\d))?|${END}(first|second|third|fourth) quarter`,
    ([, quarter, year, name]) => ({
      endOf: { span: 'quarter' },
      quarter: ORDINALS[name ?? ''] ?? Number(quarter),
      ...(year === undefined ? {} : { year: Number(year) }),
    }),
  ),
  english(`${END}(20\\d\\d)`, ([, year]) => ({ endOf: { span: 'year' }, year: Number(year) })),
  english(`${lastWorked}${SPAN}`, ([, span]) => spanEnd(span, 0, { worked: true })),
  english(`${lastWorked}next ${SPAN}`, ([, span]) => spanEnd(span, 1, { worked: true })),
  english(`${lastWorked}${MONTH}`, ([, month]) => ({
    endOf: { span: 'month', worked: true },
    month: monthOf(month),
  })),
  english(`${SPAN}[ -]end|eo([wmqy])|(?:the |this )?(weekend)`, ([, span, letter]) =>
    spanEnd(
      span ?? ({ m: 'month', q: 'quarter', y: 'year' } as Record<string, string>)[letter ?? ''] ?? 'week',
      0,
    ),
  ),
  english('(?:the )?(?:start|beginning) of (?:the )?(next )?week', ([, next]) => ({
    startOf: 'week',
    shift: { week: next === undefined ? 0 : 1 },
  })),
  english(
    `(?:early|mid|late|the middle of|middle of|the start of|the beginning of|beginning of)[ -](?:next |the |this )?(?:week|month|year|${MONTH})`,
    { vague: true },
  ),
  english('(?:next|following|the following) (week|month|quarter|year)', ([, span]) => ({
    shift: { [span ?? 'week']: 1 },
  })),
  english('(?:this|the current) (week|month|quarter|year)', ([, span]) => ({
    shift: { [span ?? 'week']: 0 },
  })),
  english('(?:the )?week after next', { shift: { week: 2 } }),
  english('(?:the )?month after next', { shift: { month: 2 } }),
  english(`${MONTH}`, { vague: true }),
];

export const ENGLISH_RECURRING: readonly Rule[] = [
  english(
    '(?:on )?(?:every|each)(?: single)? (day|working day|workday|business day|weekday|week|month|quarter|year)',
    ([, unit]) => every(unit, 1),
  ),
  english(`every ${COUNT} (days?|working days?|weeks?|months?|quarters?|years?)`, ([, count, unit]) =>
    every(unit, countOf(count)),
  ),
  english('every (?:other|second) (day|week|month|year)', ([, unit]) => every(unit, 2)),
  english(`(?:on )?(?:every|each) ${WEEKDAY}`, ([, name]) => ({
    weekday: weekdayOf(name),
    recurring: { every: 'week', interval: 1 },
  })),
  english(`(?:on )?every (?:other|second) ${WEEKDAY}`, ([, name]) => ({
    weekday: weekdayOf(name),
    recurring: { every: 'week', interval: 2 },
  })),
  english(`(?:on )?(?:every|each) ${WEEKDAY}(?:,? (?:and )?${WEEKDAY})+`, ([words]) => ({
    weekdays: [...new Set((words?.match(/[a-z]{3,}/g) ?? []).map(weekdayOf).filter((one) => one > 0))].sort(),
    recurring: { every: 'week', interval: 1 },
  })),
  english('(?:on )?(?:every|each)(?= (?:the )?\\d{1,2}(?:st|nd|rd|th))', {
    recurring: { every: 'month', interval: 1 },
  }),
  english('(?:every|each)(?= (?:morning|afternoon|evening))', { recurring: { every: 'day', interval: 1 } }),
  english(
    '(?:the )?last (?:working|business) day of (?:every|each) (week|month|quarter|year)',
    ([, span]) => ({
      ...every(span, 1),
      endOf: { span: span as Span, worked: true },
    }),
  ),
  english('daily', every('day', 1)),
  english('weekly', every('week', 1)),
  english('(?:fortnightly|biweekly)', every('week', 2)),
  english('monthly', every('month', 1)),
  english('quarterly', every('quarter', 1)),
  english('yearly|annually', every('year', 1)),
  english(`(?:the )?(?:end|last day) of (?:every|each) ${SPAN}`, ([, span]) => ({
    ...every(span, 1),
    endOf: { span: span as Span },
  })),
];

function every(unit: string | undefined, interval: number): Partial<Wish> {
  const name = (unit ?? '').replace(/s$/, '');
  const isWorked = /^(?:working day|workday|business day|weekday)$/.test(name);
  return { recurring: { every: isWorked ? 'workingDay' : (name as 'day'), interval } };
}
