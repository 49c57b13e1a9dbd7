import { foldedWords, type Part } from '../clause/part.js';
import { isNumber, tags } from '../clause/sense.js';

const SINCE = /^(?:tu|hoi)$/;
const THEN = tags('ago', 'today', 'since', 'at', 'particle', 'you', 'day');
const TO_COME = /^(?:mai|mot|ngay mai|(?:chieu|toi|dem|trua) nay|gio|bay gio|nay)(?: |$)/;

/** `điện có lại từ 5h sáng`: since a time that is over */
export function isSinceThen([since, ...rest]: readonly Part[]): boolean {
  if (since === undefined || !SINCE.test(since.tokens[0]!.fold) || since.tag === 'hand') return false;
  const words = [...since.tokens.slice(1).map(({ fold }) => fold), ...rest.map(foldedWords)].join(' ');
  return (
    words !== '' &&
    !TO_COME.test(words) &&
    rest.every((part) => THEN.holds(part) || isNumber(part) || part.tokens[0]!.kind === 'clock')
  );
}
