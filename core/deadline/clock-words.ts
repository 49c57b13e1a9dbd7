import { readNumberWords } from '../text/number-words.js';
import type { Wish } from './wish.js';

/** The parts of the day in Vietnamese, folded (`tooi` stands for `tối`, kept apart from `tới`). */
export const PARTS: Record<string, NonNullable<Wish['dayPart']>> = {
  sang: 'morning',
  'rang sang': 'morning',
  trua: 'noon',
  chieu: 'afternoon',
  toi: 'evening',
  tooi: 'evening',
  dem: 'night',
  khuya: 'night',
  'nua dem': 'night',
};

/** A count in digits or words. */
export function readCount(words: string | undefined): number {
  return words === undefined
    ? Number.NaN
    : /^\d/.test(words)
      ? Number(words)
      : (readNumberWords(words) ?? Number.NaN);
}

/** `17h`, `17h30`, `5 giờ rưỡi chiều`, `8 giờ kém 15`. */
export function readClock([, hour, minute, half, less, part]: readonly (
  string | undefined
)[]): Partial<Wish> {
  const count = readCount(hour);
  if (less !== undefined)
    return { ...clock(String(count - 1), String(60 - Number(less)), part), vietnamese: true };
  return { ...clock(String(count), half === undefined ? minute : '30', part), vietnamese: true };
}

/** An hour as said: `5h chiều` is 17:00, `12h trưa` noon, `12h đêm` midnight. */
export function clock(
  hourText: string | undefined,
  minuteText: string | undefined,
  part: string | undefined,
): Partial<Wish> {
  const [hour, minute] = [Number(hourText), Number(minuteText ?? 0)];
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return { impossible: true };
  if (hour === 24) return { wholeDay: true };
  const said = part === undefined ? undefined : PARTS[part];
  const late = said === 'afternoon' || said === 'evening' || said === 'night';
  if (said === 'night' && (hour === 12 || hour < 4))
    return hour === 12 ? { wholeDay: true } : { hour, minute, halfDay: 'am' };
  if (late && hour < 12) return { hour: hour + 12, minute, halfDay: 'pm' };
  if (said === 'noon' && hour < 3) return { hour: hour + 12, minute, halfDay: 'pm' };
  if (said === 'morning' && hour > 12) return { impossible: true };
  return { hour, minute, halfDay: said === undefined ? null : hour < 12 ? 'am' : 'pm' };
}
