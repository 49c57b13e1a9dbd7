/**
 * The Labour Code gives two days for the National Day: 2 September and the day before or after it, which the
 * government names anew each year. So the second day cannot be computed: these are the years already decided;
 * a later year's day is set by the admin as an extra day off.
 */
export const SECOND_NATIONAL_DAYS: readonly string[] = [
  '2021-09-03',
  '2022-09-01',
  '2023-09-01',
  '2024-09-03',
  '2025-09-01',
  '2026-09-01',
];
