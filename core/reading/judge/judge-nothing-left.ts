import { foldedWords, type Part } from '../clause/part.js';
import { endsInPlea, find, indexOf, PIECES, sense, tags, type Sense } from '../clause/sense.js';
import type { Place } from './judge-question.js';

const NOT_TOLD = tags(
  ...(['if', 'whenever', 'will', 'ahead', 'promise', 'letMe', 'must', 'wish', 'then'] as const),
);

/** Denials that anything is left to do, which say that the work is done; null where something else is denied. */
export function judgeNothingLeft(parts: readonly Part[], { alone }: Place): Sense | null {
  // `đang tiêm, không sót con nào`: of those so far.
  const nobody = alone ? judgeNobodyMissed(parts) : null;
  return nobody ?? judgeNothingToDo(parts) ?? judgeNothingOpen(parts) ?? judgeLastOne(parts);
}

/** `còn mỗi cái camera cổng sau cũng lắp xong luôn rồi`: the last one of them. */
function judgeLastOne(parts: readonly Part[]): Sense | null {
  const too = parts.findIndex((part) => foldedWords(part) === 'cung');
  const done = parts[0]?.tag === 'left' && too > 0 ? indexOf(parts, 'complete', too) : -1;
  const already = done < 0 ? -1 : indexOf(parts, 'already', done);
  return already > 0 && !find(parts, NOT_LAST) ? sense('done', [parts[done], parts[already]]) : null;
}

const NOT_LAST = tags(
  'notYet',
  'not',
  'cannot',
  'ahead',
  'will',
  'nearly',
  'maybe',
  'if',
  'whenever',
  'believed',
);

const NOTHING = /^(?:khong|chang|het|k|ko) con (?:gi|chi|viec gi|cai gi)$/;
const TO_BE_DONE = /^(?:phai|can|can phai)$/;

/** `không còn gì phải dọn nữa` to `Dọn kho`; in `không còn gì để phát` what is handed out has run out. */
function judgeNothingToDo(parts: readonly Part[]): Sense | null {
  const none = indexOf(parts, 'noMore');
  if (none < 0 || find(parts, NOT_BEFORE, 0, none)) return null;
  const isNothing = NOTHING.test(foldedWords(parts[none])) || parts[none + 1]?.tag === 'which';
  const must = parts.findIndex((part, at) => at > none && TO_BE_DONE.test(foldedWords(part)));
  const verb = must < 0 ? undefined : parts[must + 1];
  const isDone = isNothing && verb?.isAsked && parts.slice(must + 2).every((part) => ENDS.holds(part));
  return isDone ? sense('done', [parts[none], verb]) : null;
}

const NOT_BEFORE = tags('if', 'whenever', 'will', 'ahead', 'promise', 'then', 'which');
const ENDS = tags('more', 'particle', 'you', 'self', 'denyAfter', 'every');

/** `không sót lớp nào`, `không phòng nào bị sót`, `không có gì tồn đọng`: all of them were gone through. */
function judgeNobodyMissed(parts: readonly Part[]): Sense | null {
  const missed = parts.findIndex((part) => MISSED.test(foldedWords(part)));
  if (missed < 1 || endsInPlea(parts) || find(parts, NOT_TOLD)) return null;
  const not = indexOf(parts, NONE, 0, missed);
  const one = parts.findIndex((part, at) => at > not && isAny(part));
  if (not < 0 || one < 0) return null;
  const isAll = parts.every(
    (part, at) => at === not || at === one || at === missed || PLAIN.holds(part) || PIECES.holds(part),
  );
  return isAll ? sense('done', [parts[not], parts[missed]]) : null;
}

const NONE = tags('not', 'noMore');
const MISSED = /^(?:sot|bi sot|bo sot|bi bo sot|thieu sot|ton dong)$/;
const PLAIN = tags('particle', 'self', 'you', 'every', 'denyAfter', 'yes', 'have', null);

/** `lớp nào`, `nào`, `ai`, `gì` */
const isAny = (part: Part): boolean => /^(?:ai|gi|chi|(?:\S+ )?nao)$/.test(foldedWords(part));

const OPEN = /^(?:nothing|none) (?:left|remains|outstanding|pending)$/;
const OURS =
  /^(?:(?:on (?:our|my) (?:side|end)|(?:for us )?to do|on this side|from (?:us|me)|from (?:our|my) side)(?: here| now| anymore)?|here)?$/;

/** English `nothing left on our side`, `none pending`; `nothing left` alone may be of what was to be handed out. */
function judgeNothingOpen(parts: readonly Part[]): Sense | null {
  const [what, ...rest] = parts;
  const words = rest.map(foldedWords).join(' ');
  if (!OPEN.test(foldedWords(what)) || !OURS.test(words)) return null;
  const isSure = words !== '' || /(?:outstanding|pending)$/.test(foldedWords(what));
  return isSure ? sense('done', [what]) : null;
}
