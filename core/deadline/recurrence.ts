/** A day of a month: `last` its last day, `lastWorking` its last working day; 31 where there is none means the last. */
export type MonthDay = number | 'last' | 'lastWorking';

/**
 * A deadline that comes again (`ngày 5 hằng tháng`), as the words say it. `interval`: every so many (`2 tuần một lần`).
 * `weekdays`: 1 Monday … 7 Sunday, in order. `monthOf`: of a quarter 1 to 3, of a year 1 to 12.
 */
export type Recurrence = {
  interval: number;
  /** Local time `17:00`; the end of the working day unless the words name one. */
  time: string;
} & (
  | { every: 'day' }
  | { every: 'workingDay' }
  | { every: 'week'; weekdays: number[] }
  | { every: 'month'; day: MonthDay }
  | { every: 'quarter'; monthOf: number; day: MonthDay }
  | { every: 'year'; monthOf: number; day: MonthDay }
);
