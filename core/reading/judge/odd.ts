import type { Done } from './find-done.js';
import { foldedWords, type Part } from '../clause/part.js';
import { find, isNumber, isUnknownWord, isVerb, tags } from '../clause/sense.js';

/** `cũng gan xong`: among words with marks one without may be gần. */
const isRisky = ({ guesses }: Part): boolean => guesses.some((guess) => RISKY.has(guess));

const RISKY = tags(
  'promise',
  'letMe',
  'believed',
  'nearly',
  'undo',
  'except',
  'wait',
  'sketch',
  'contrast',
  'sayAfter',
);

/** What has no place behind a plain done: then it may not be one. */
const UNPLACED = tags('if', 'whenever', 'letMe', 'or', 'ask', 'suffer');

/** `năm ngoái nộp rồi`: that was another time. */
export const isOtherTime = (part: Part): boolean =>
  part.tag === 'ago' &&
  /^(?:nam (?:ngoai|truoc)|(?:lan|dot|ky|quy|khoa|vu) truoc|last (?:year|time|quarter|term))$/.test(
    foldedWords(part),
  );

const SAID = tags('past', 'already', 'just');

/** `gop chung luon ha co` without marks: hả asks; `5 ha` and `chi Ha` are others. */
const mayAsk = ({ guesses, tokens }: Part, at: number, after: readonly Part[]): boolean =>
  guesses.includes('ask') && tokens[0]!.raw === tokens[0]!.fold && !isNumber(after[at - 1]);

const THEY = tags('member', 'piece', 'folk', 'you', 'self', 'other', 'resource');

/** `cho to 3 xong roi` without marks: chờ. */
function mayBeWait([first, second, third]: readonly Part[]): Part | undefined {
  if (first!.tokens[0]!.raw.toLowerCase() !== 'cho') return undefined;
  const isSomebody = THEY.holds(second) || (isUnknownWord(second) && isVerb(third));
  const isLed = first!.tag === 'letMe' || foldedWords(first) === 'cho em';
  return isLed || (first!.tokens.length === 1 && isSomebody) ? first : undefined;
}

/** `chuyển xong hết rồi trước khi nước vô` */
const isBeforeThat = (part: Part, parts: readonly Part[]): boolean =>
  foldedWords(part) === 'truoc khi' && find(parts, SAID) !== undefined;

/** `rà lại lần cuối, xong gửi chị`: and then; `xong gửi chị rồi` is sent. */
const thenHandedIn = (parts: readonly Part[]): Part | undefined =>
  foldedWords(parts[0]) === 'xong' &&
  parts[1]?.tag === 'hand' &&
  HANDS.test(foldedWords(parts[1])) &&
  !find(parts, SAID_OVER)
    ? parts[1]
    : undefined;

// `xong goi` without marks may be gòi, rồi.
const HANDS = /^(?:gui|nop|trinh|chuyen|ban giao)(?: |$)/;
const SAID_OVER = tags('past', 'already', 'just', 'ago', 'every');

/** What stands beside a plain done and may mean that it is not: `cũng gan xong`, `năm ngoái nộp rồi`. */
export function findOdd({ parts, after }: Done): Part | undefined {
  return (
    mayBeWait(parts) ??
    thenHandedIn(parts) ??
    after.find((part) => UNPLACED.holds(part) && !isBeforeThat(part, parts)) ??
    parts.find((part) => isRisky(part) || isOtherTime(part)) ??
    (find(parts, SAID) ? undefined : after.find(mayAsk))
  );
}
