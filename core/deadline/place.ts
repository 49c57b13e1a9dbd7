import type { DateTime } from 'luxon';
import type { WorkingCalendar } from '../calendar/working-calendar.js';

/** Where and when the words are said: the zone is that of `now`. */
export interface Place {
  now: DateTime;
  calendar: WorkingCalendar;
}
