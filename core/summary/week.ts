import { DateTime } from 'luxon';

/** An ISO week in the organisation's zone: Monday 00:00 until the next Monday 00:00. `period`: `2026-W47`. */
export interface Week {
  period: string;
  number: number;
  startsAt: Date;
  endsAt: Date;
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** The week that a moment falls into. */
export function weekOf(at: Date, zone: string): Week {
  return fromMonday(DateTime.fromJSDate(at, { zone }).startOf('week'));
}

/** The week before. */
export function weekBefore(week: Week, zone: string): Week {
  return fromMonday(DateTime.fromJSDate(week.startsAt, { zone }).minus({ weeks: 1 }));
}

/** The week after. */
export function weekAfter(week: Week, zone: string): Week {
  return fromMonday(DateTime.fromJSDate(week.startsAt, { zone }).plus({ weeks: 1 }));
}

/** The week with this number; null when the year has none of that number. */
export function weekByNumber(year: number, number: number, zone: string): Week | null {
  const monday = DateTime.fromObject({ weekYear: year, weekNumber: number, weekday: 1 }, { zone });
  return monday.isValid ? fromMonday(monday) : null;
}

/** When the week's summary is posted. */
export function postingTimeOf(week: Week, zone: string, weekday: Weekday, time: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const day = DateTime.fromJSDate(week.startsAt, { zone }).plus({ days: weekdays.indexOf(weekday) });
  return day.set({ hour, minute }).toJSDate();
}

function fromMonday(monday: DateTime): Week {
  const { weekYear, weekNumber } = monday;
  return {
    period: `${weekYear}-W${String(weekNumber).padStart(2, '0')}`,
    number: weekNumber,
    startsAt: monday.toJSDate(),
    endsAt: monday.plus({ weeks: 1 }).toJSDate(),
  };
}
