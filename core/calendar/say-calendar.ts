import { weekdayOf } from './iso-date.js';
import type { WorkingHours } from './working-calendar.js';
import type { Say } from '../say.js';

/** `thứ Hai 30/11/2026`. */
export function sayDay(t: Say, isoDate: string): string {
  const [year, month, day] = isoDate.split('-');
  return t('calendar.day', {
    weekday: t(`deadline.weekday.${weekdayOf(isoDate)}`),
    day: day!,
    month: month!,
    year: year!,
  });
}

/** One day, or from the first to the last. */
export function saySpan(t: Say, firstDay: string, lastDay: string): string {
  if (firstDay === lastDay) return sayDay(t, firstDay);
  return t('calendar.span', { first: sayDay(t, firstDay), last: sayDay(t, lastDay) });
}

/** `08:00–17:00, thứ Hai đến thứ Sáu`; days that do not follow each other are listed. */
export function sayHours(t: Say, { days, from, until }: WorkingHours): string {
  const names = days.map((day) => t(`deadline.weekday.${day}`));
  const [first = '', last = ''] = [names[0], names.at(-1)];
  const isRow = days.length > 2 && days.at(-1)! - days[0]! === days.length - 1;
  const said = isRow ? t('calendar.span', { first, last }) : names.join(', ');
  return t('calendar.hours', { from, until, days: said });
}
