import { DateTime } from 'luxon';
import type { Say } from '../say.js';

/** A moment as people say it in the unit's zone, with weekday: `17:00 thứ Hai 30/11/2026`. */
export function sayDeadline(t: Say, at: Date, zone: string): string {
  const local = DateTime.fromJSDate(at, { zone });
  return t('deadline.moment', {
    time: local.toFormat('HH:mm'),
    weekday: t(`deadline.weekday.${local.weekday}`),
    day: local.toFormat('dd'),
    month: local.toFormat('MM'),
    year: local.toFormat('yyyy'),
    monthName: t(`deadline.month.${local.month}`),
  });
}
