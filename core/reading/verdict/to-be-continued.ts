import { foldedWords, type Part } from '../clause/part.js';
import { find, type Meaning } from '../clause/sense.js';
import type { Statement } from './statement.js';

/** Whether what is told to come belongs to the work itself, so that what is done was a step of it. */
export function isToBeContinued(said: readonly Statement[]): boolean {
  return said.some(isStepToCome) || isBegunAgain(said) || isHandedOverLater(said);
}

/** `biển in xong để ở kho, mai đi cắm`: another act of the work, and when. */
function isStepToCome({ sense, clause: { parts } }: Statement): boolean {
  if (sense.meaning !== 'next') return false;
  // `chiều thợ chở tới gắn`, `sang mai e dem ra dan`
  const verb = sense.decided[1];
  return verb?.tag === 'work' || verb?.isAsked || parts.slice(parts.indexOf(verb!) + 1).some(isWork);
}

const isWork = ({ tag, guesses }: Part): boolean =>
  tag === 'work' || (tag !== 'prep' && guesses.includes('work'));

/** `tháng trước có quét rồi, tuần này quét tiếp` */
function isBegunAgain(said: readonly Statement[]): boolean {
  const isLongAgo = said.every(
    ({ sense, clause }) => sense.meaning !== 'done' || find(clause.parts, 'ago') !== undefined,
  );
  // `gửi hình rồi, số liệu lát em gửi nốt`
  return said.some(
    ({ sense, clause: { parts } }) =>
      sense.meaning === 'next' &&
      (parts.some((part) => foldedWords(part) === 'not') ||
        (isLongAgo && find(parts, 'further') !== undefined)),
  );
}

/** `làm xong rồi, mai em nộp`: the work is not handed over yet. */
function isHandedOverLater(said: readonly Statement[]): boolean {
  const hands = (meaning: Meaning) =>
    said.some(({ clause, sense }) => sense.meaning === meaning && find(clause.parts, 'hand') !== undefined);
  return hands('next') && !hands('done');
}
