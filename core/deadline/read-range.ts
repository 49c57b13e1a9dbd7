import { prepareWords } from './prepare-words.js';
import { readLoosely } from './read-loosely.js';
import { readWish } from './read-wish.js';
import type { Place } from './place.js';
import { resolve } from './resolve.js';
import type { Problem, Wish } from './wish.js';

const RANGE =
  /^(?:lam |thuc hien |trien khai )?(?:tu|from) (?:ngay )?(?!nay |gio |hom nay |bay gio |khi )(.+?) (?:den|tiep|to|until|till) (.+)$/;

/** What the words say; of a time from … to … what its end says, when both are read and in order. */
export function readRange(text: string, place: Place): Wish | Problem | 'empty' {
  const [, first, last] = RANGE.exec(prepareWords(text)) ?? [];
  if (first === undefined || last === undefined) return readLoosely(text);
  // `từ thứ 2 đến thứ 6 hằng tuần`
  const whole = readWish(text);
  if (typeof whole !== 'string' && whole.recurring) return whole;
  // `từ 8 đến 12/7`: the first day has the month of the last.
  if (/^\d{1,2}$/.test(first)) return readWish(last);
  const [start, end] = [readWish(first), readWish(last)];
  if (typeof start === 'string' || typeof end === 'string') return typeof end === 'string' ? end : start;
  const [begins, ends] = [resolve(start, place), resolve(end, place)];
  if (typeof begins === 'string') return begins === 'past' ? end : begins;
  return typeof ends !== 'string' && ends < begins ? 'ambiguous' : end;
}
