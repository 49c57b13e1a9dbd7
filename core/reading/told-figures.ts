import { parseSyllable } from '../text/syllable.js';
import { foldedWords, type Clause, type Part } from './part.js';
import { isNumber, isUnknownWord, LIGHT, tags } from './sense.js';
import { wordsOf } from './title-verb.js';
import type { Title } from './title.js';

const ASKS_FIGURES =
  /^(?:bao (?:cao|so|si|quan|ton|thiet|nhiet|suat|hang|ca)|dem|cu|thong ke|kiem dem|kiem ke|diem danh|dang ky|khai bao|doi chieu|chot \S+|gui (?:so|toa)|nop so)(?: |$)/;
// Of these a share is what was asked for; `bao so suat` may be answered with how far it is.
const ASKS_PRESENCE = /^(?:bao (?:si|quan|thiet|nhiet|ton)|diem danh|thong ke)(?: |$)/;
const TIMES = /^(?:ngay|gio|phut|tuan|thang|nam|hom|buoi|tieng|bua)$/;
const THINGS = tags('member', 'piece', 'resource', 'other', 'folk', 'today', 'every');
const STATES = tags('away', 'have', 'hour', 'at');
const TELL = parseSyllable('báo').key;

/**
 * The figures that a title asks for, where a reply is nothing else: `14 suất nha chị` to `Báo số suất cơm trưa`. None
 * where it says more, or less.
 */
export function toldFigures(clauses: readonly Clause[], { verb }: Title): string[] {
  if (verb.length === 0) return [];
  const asked = wordsOf(verb);
  // `Báo mực nước hồ`
  const isTold = verb[0]!.key === TELL && !/^bao (?:cao|dong)$/.test(asked);
  if (!isTold && !ASKS_FIGURES.test(asked)) return [];
  const isShared = ASKS_PRESENCE.test(asked);
  const isHarm = /^(?:bao (?:thiet|ton|hang)|thong ke)(?: |$)/.test(asked);
  const isAnswer = clauses.every(
    ({ parts, opener, end }) =>
      opener === null &&
      end !== '?' &&
      parts.every(
        (part) =>
          isPlain(part) ||
          ((isTold || isShared) && STATES.has(part.tag)) ||
          (part.tag === 'harm' && (isHarm || parts.some(isAbsent))) ||
          (isShared && isShare(part)),
      ),
  );
  if (!isAnswer) return [];
  return clauses.flatMap(({ parts }) =>
    parts.filter((part, at) => isCounted(part, parts[at + 1]) || (isShared && isShare(part))).map(rawFigure),
  );
}

/** `vắng 1 em sốt`: why somebody is away */
const isAbsent = (part: Part): boolean => /^(?:vang|nghi)(?: |$)/.test(foldedWords(part));

const rawFigure = ({ tokens }: Part): string => tokens[0]!.raw;

function isPlain(part: Part): boolean {
  if (part.guesses.length > 0) return false;
  const isFigure = part.tag === null && part.tokens[0]!.kind === 'number';
  return isFigure || LIGHT.has(part.tag) || THINGS.has(part.tag) || isUnknownWord(part);
}

/** `43/45` of `Báo sĩ số` */
const isShare = (part: Part): boolean => isNumber(part) && part.tokens[0]!.kind !== 'number';

/** `14 suất`; a number behind a word may be a name (`tổ 5`), and `3 ngày` is a time. */
function isCounted({ tokens }: Part, unit: Part | undefined): boolean {
  return (
    tokens[0]!.kind === 'number' &&
    unit?.tokens[0]!.kind === 'word' &&
    (!LIGHT.has(unit.tag) || /^(?:em|chau|co|thay)$/.test(foldedWords(unit))) &&
    !TIMES.test(foldedWords(unit))
  );
}
