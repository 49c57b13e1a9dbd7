import { foldedWords, type Part } from '../clause/part.js';
import { sense, type Sense } from '../clause/sense.js';
import { readNumberWords } from '../../text/number-words.js';
import type { Done } from './find-done.js';

/** `10 nhà thì 7 nhà xong rồi`, `10 tổ có 7 tổ xong`: fewer of the same things than there are. */
export function fewerOf({ done, before }: Done): Sense | null {
  const counted = before.flatMap((part, at) => countedAt(part, before[at + 1], at));
  const [all, some] = counted.slice(-2);
  const isFewer =
    all !== undefined && some !== undefined && all.thing === some.thing && some.count < all.count;
  return isFewer ? sense('underway', [before[some.at], done]) : null;
}

interface Counted {
  at: number;
  count: number;
  thing: string;
}

function countedAt(part: Part, next: Part | undefined, at: number): Counted[] {
  const [token] = part.tokens;
  // `bay nha` without marks: what stands twice before the same things is a number.
  const count = token!.kind === 'number' ? Number(token!.fold) : readNumberWords(foldedWords(part));
  return count === null || next?.tokens[0]!.kind !== 'word' ? [] : [{ at, count, thing: foldedWords(next) }];
}
