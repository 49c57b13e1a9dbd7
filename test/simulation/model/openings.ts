import { home, hour, minute, type Recurring } from '../types.js';
import {
  awake,
  countWorkingDays,
  dateOf,
  isTetBreak,
  isWorked,
  moment,
  shift,
  type Place,
} from './calendar.js';
import type { Recurrence } from './state.js';

/** All openings of a request from a moment on until another, as the organisation's calendar has them. */
export function planOpenings(
  request: Recurring,
  place: Place,
  { from, until }: { from: number; until: number },
): Recurrence['openings'] {
  const openings: Recurrence['openings'] = [];
  for (let date = dateOf(from, home); moment(date, '00:00', home) < until; date = shift(date, 1)) {
    if (!request.names(date) || (request.restsOverTet && isTetBreak(date, place))) continue;
    const opens = openingDay(request, place, date);
    if (opens === null) continue;
    const at = moment(opens, request.time, home);
    const { workingDays, time } = request.due;
    const due = moment(countWorkingDays(opens, workingDays, place), time, home);
    if (at > from) openings.push({ isoDate: opens, at, due });
  }
  return openings;
}

/** On a day off it moves to the next working day, but never onto the request's own next day; or is left out. */
function openingDay({ onDayOff, names }: Recurring, place: Place, date: string): string | null {
  if (isWorked(date, place)) return date;
  if (onDayOff === 'skip') return null;
  const moved = countWorkingDays(date, 1, place);
  for (let next = shift(date, 1); next <= moved; next = shift(next, 1)) if (names(next)) return null;
  return moved;
}

/** What was slept through is sent late within a day, but not in the night; later it is skipped and said. */
export function open(
  { openings }: Recurrence,
  now: number,
): { opens: Recurrence['openings'][number] | null; missed: number } {
  const due = openings.filter(({ at }) => at <= now);
  const latest = due.at(-1);
  const isHeld = due[0] !== undefined && now - due[0].at > 15 * minute && awake(now, home) > now;
  if (!latest || isHeld) return { opens: null, missed: 0 };
  openings.splice(0, due.length);
  const isInTime = now - latest.at <= 24 * hour && latest.due > now;
  return { opens: isInTime ? latest : null, missed: due.length - (isInTime ? 1 : 0) };
}
