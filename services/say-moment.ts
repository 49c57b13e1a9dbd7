import { DateTime } from 'luxon';

/** A moment as people write it, in the organisation's zone. */
export function sayMoment(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toFormat('HH:mm dd/MM/yyyy');
}
