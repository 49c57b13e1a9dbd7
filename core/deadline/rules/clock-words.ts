import { readNumberWords } from '../../text/number-words.js';
import type { Wish } from '../wish.js';

/** The parts of the day in Vietnamese, folded (`tooi` stands for `tối`, kept apart from `tới`). */
export const PARTS: Record<string, NonNullable<Wish['dayPart']>> = {
  sang: 'morning',
  trua: 'noon',
  chieu: 'afternoon',
  toi: 'evening',
  tooi: 'evening',
  dem: 'night',
  khuya: 'night',
};

/** A count in digits or words. */
export function readCount(words: string | undefined): number {
  return words === undefined
    ? Number.NaN
    : /^\d/.test(words)
      ? Number(words)
      : (readNumberWords(words) ?? Number.NaN);
}

/** An hour as said: `5h chiều` is 17:00, `12h trưa` noon, `12h đêm` midnight. */
export function clock(hour: number, minute: number, part: string | undefined): Partial<Wish> {
  if (!(hour <= 24) || !(minute <= 59) || (hour === 24 && minute > 0)) return { impossible: true };
  if (hour === 24) return { wholeDay: true };
  const said = part === undefined ? undefined : PARTS[part.split(' ').at(-1) ?? ''];
  const late = said === 'afternoon' || said === 'evening' || said === 'night';
  if (said === 'night' && (hour === 12 || hour < 4))
    return hour === 12 ? { wholeDay: true } : { hour, minute, halfDay: 'am' };
  if (late && hour < 12) return { hour: hour + 12, minute, halfDay: 'pm' };
  if (said === 'noon' && hour < 3) return { hour: hour + 12, minute, halfDay: 'pm' };
  if (said === 'morning' && hour > 12) return { impossible: true };
  return { hour, minute, halfDay: said === undefined ? null : hour < 12 ? 'am' : 'pm' };
}

/** `9h kém 15` is 8:45. */
export function clockLess(hour: number, less: number, part: string | undefined): Partial<Wish> {
  return less > 0 && less < 60 && hour > 0 ? clock(hour - 1, 60 - less, part) : { impossible: true };
}
