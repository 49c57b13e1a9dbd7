import { parseSyllable } from '../../text/syllable.js';
import { foldedWords, rawWords, type Clause, type Part } from '../clause/part.js';
import { find, isNumber, isUnknownWord, isVerb, LIGHT, tags, VERBS } from '../clause/sense.js';
import { wordsOf } from '../title/title-verb.js';
import { isNamedIn, type Title } from '../title/title.js';

const ASKS_FIGURES =
  /^(?:bao (?:cao|so|si|quan|ton|thiet|nhiet|suat|hang|ca)|(?:report|count|state|tell)|dem|cu|thong ke|kiem dem|kiem ke|diem danh|dang ky|khai bao|doi chieu|chot \S+|(?:gui|nop) (?:so|toa|bao))(?: |$)/;
// `Nộp báo cáo sĩ số` asks what `Báo cáo sĩ số` asks.
const LEAD = /^(?:(?:gui|nop|lam|lap) )?(?:bao cao |bao |thong ke |so lieu )?/;
// Of these a share is what was asked for; `bao so suat` may be answered with how far it is.
const PRESENCE = /^(?:si so|quan so|thiet hai|nhiet do|ton)(?: |$)/;
const COUNTED = /^(?:si so|quan so|thiet hai|nhiet do|ton|so|doanh thu|san luong|luot|muc nuoc)(?: |$)/;
const HARM = /^(?:thiet hai|ton|hang)(?: |$)/;
const TIMES = /^(?:ngay|gio|phut|tuan|thang|nam|hom|buoi|tieng|bua)$/;
const THINGS = tags('member', 'piece', 'resource', 'other', 'folk', 'today', 'every');
const STATES = tags('away', 'have', 'hour', 'at');
const NONE = tags('not', 'lack', 'noMore');
const TELL = parseSyllable('báo').key;
const TELLS = /^(?:diem danh|thong ke)(?: |$)/;

/** What a title asks the figures of. */
interface Asked {
  title: Title;
  /** `Báo số suất`: the figures are told here, not in a paper. */
  isTold: boolean;
  isPresence: boolean;
  isHarm: boolean;
}

function readAsked(title: Title): Asked | null {
  const { verb } = title;
  const asked = wordsOf(verb);
  // `Báo mực nước hồ`
  const isTold = verb[0]!.key === TELL && !/^bao (?:cao|dong)$/.test(asked);
  if (!isTold && !ASKS_FIGURES.test(asked)) return null;
  const about = `${verb[0]!.fold} ${wordsOf(title.words())}`.replace(LEAD, '');
  if (/^(?:gui|nop) bao/.test(asked) && !COUNTED.test(about)) return null;
  const counts = TELLS.test(asked);
  return {
    title,
    isTold,
    isPresence: counts || PRESENCE.test(about),
    isHarm: HARM.test(about) || asked === 'thong ke',
  };
}

/**
 * The figures that a title asks for, where a reply is nothing else: `14 suất nha chị` to `Báo số suất cơm trưa`, `sĩ số
 * 412, vắng 3` to `Nộp báo cáo sĩ số`; or that there are none (`không có thiệt hại gì`). None where it says more, or less.
 */
export function toldFigures(clauses: readonly Clause[], title: Title): string[] {
  if (title.verb.length === 0 || !clauses.some(({ parts }) => parts.some(mayAnswer))) return [];
  const asked = readAsked(title);
  if (asked === null) return [];
  const isAnswer = clauses.every(
    ({ parts, opener, end }, index) =>
      opener === null &&
      end !== '?' &&
      (saysNone(parts, asked) ||
        parts.every(
          (part, at) => isPartOfAnswer(part, at, parts, asked) || (index > 0 && isChange(parts, at)),
        )),
  );
  if (!isAnswer) return [];
  return clauses.flatMap(({ parts }) => {
    if (saysNone(parts, asked)) return parts.filter((part) => NONE.holds(part)).map(rawWords);
    return parts.filter((_, at) => isFigure(parts, at, asked)).map(rawFigure);
  });
}

const mayAnswer = (part: Part): boolean => NONE.holds(part) || isNumber(part);

function isPartOfAnswer(part: Part, at: number, parts: readonly Part[], asked: Asked): boolean {
  const { isTold, isPresence, isHarm } = asked;
  return (
    isPlain(part) ||
    isBesideFigure(part, at, parts) ||
    WHEN.holds(part) ||
    ((isTold || isPresence || isHarm) && STATES.holds(part)) ||
    (part.tag === 'harm' && (isHarm || parts.some(isAbsent))) ||
    (isHarm && (isRoof(part, parts[at - 1]) || FALLEN.test(foldedWords(part)))) ||
    (isPresence && isShare(part)) ||
    (isOfTitle(part, asked) && at > 0 && isOfTitle(parts[at - 1]!, asked)) ||
    (part.isAsked && DECLARES.test(foldedWords(part)) && isNumber(parts[at + 1]))
  );
}

const WHEN = tags('day', 'today', 'ago', 'now');
const FALLEN = /^(?:do|nga|sap|gay|bay|ngap|troi|hong|hu)$/;
// What is said to be so is so by saying it.
const DECLARES = /^(?:dang ky|dk|chot|bao|cu)$/;
const CHANGES = tags('newly', 'further', 'more');

/** `1 chay`, `5 ha`, `nam 109`: beside a figure a word that was typed without marks is a thing. */
function isBesideFigure({ tag, guesses }: Part, at: number, parts: readonly Part[]): boolean {
  if (tag !== null || guesses.some((guess) => VERBS.has(guess))) return false;
  return isNumber(parts[at - 1]) || isNumber(parts[at + 1]);
}

/** `mới thêm 3`, `tăng 60 lít so tuần trước`, `giảm 5%`: beside the figure itself. */
const isChange = (parts: readonly Part[], at: number): boolean =>
  CHANGES.holds(parts[at]) ||
  (isShare(parts[at]!) && /^(?:tang|giam|lech|dat)$/.test(foldedWords(parts[at - 1])));

/** `toc mai 2 nha` without marks: tốc mái. */
const isRoof = (part: Part, before: Part | undefined): boolean =>
  part.tag === 'ahead' && part.tokens[0]!.raw.toLowerCase() === 'mai' && foldedWords(before) === 'toc';

const HELD = /^(?:co|co ai|co nguoi|co ca|co truong hop|phat sinh|ghi nhan|xay ra|ai|thay)$/;
const AFTER_NONE = tags('which', 'have', 'suffer', 'folk', 'harm', 'away', 'trouble');

/** `không có ai bị thương`, `không thiệt hại gì`: nothing of what was asked for. */
function saysNone(parts: readonly Part[], asked: Asked): boolean {
  const at = parts.findIndex((part) => NONE.holds(part));
  if (at < 0 || !parts.slice(0, at).every(isPlain)) return false;
  const rest = parts.slice(at + 1);
  const isHurt = asked.isHarm && parts.some(({ tag }) => tag === 'suffer');
  if (parts[at]!.tag === 'lack' && !isHurt) return false;
  if (rest.some((part) => isVerb(part) && !isOfTitle(part, asked))) return false;
  const isRest = rest.every(
    (part) => isPlain(part) || AFTER_NONE.holds(part) || HELD.test(foldedWords(part)),
  );
  return isRest && (isHurt || isNoneOf(rest, asked));
}

/** Whether what there is none of is what the title names: `trường hợp nào`, `thiệt hại gì`. */
function isNoneOf(rest: readonly Part[], asked: Asked): boolean {
  // `không có số liệu nào`: what the answer is made of.
  const what = rest.filter((part) => part.tag !== 'resource' && isOfTitle(part, asked));
  const isAny = find(rest, 'which') !== undefined;
  const isEvent = /^(?:phat sinh|ghi nhan|xay ra)$/.test(foldedWords(rest[0]));
  return isAny && (isEvent || what.length > 0 || rest.some((part) => CASES.test(foldedWords(part))));
}

const CASES = /^(?:ca|truong hop|vu|nghi|vang)$/;

const isOfTitle = ({ tokens }: Part, { title }: Asked): boolean =>
  tokens.some((token) => isNamedIn(title, token));

/** `vắng 1 em sốt`: why somebody is away */
const isAbsent = (part: Part): boolean => /^(?:vang|nghi)(?: |$)/.test(foldedWords(part));

const rawFigure = ({ tokens }: Part): string => tokens[0]!.raw;

const HARMLESS = tags('member', 'piece', 'resource', 'today', 'folk', 'left', 'at');

function isPlain(part: Part): boolean {
  if (part.guesses.some((guess) => !HARMLESS.has(guess))) return false;
  const isFigure = part.tag === null && part.tokens[0]!.kind === 'number';
  return isFigure || LIGHT.holds(part) || THINGS.holds(part) || isUnknownWord(part);
}

/** `43/45` of `Báo sĩ số` */
const isShare = (part: Part): boolean => isNumber(part) && part.tokens[0]!.kind !== 'number';

function isFigure(parts: readonly Part[], at: number, asked: Asked): boolean {
  const part = parts[at]!;
  if (asked.isPresence && isShare(part)) return true;
  return isCounted(part, parts[at + 1]) || isCalled(parts, at, asked) || isBare(parts, at);
}

/** `dạ 45 ạ`; `tổ 5` is a name. */
function isBare(parts: readonly Part[], at: number): boolean {
  const isBeside = (part: Part, index: number) =>
    index === at || (LIGHT.holds(part) && part.tag !== 'at') || WHEN.holds(part);
  return parts[at]!.tokens[0]!.kind === 'number' && parts.every(isBeside);
}

const SUMS = /^(?:tong|tong so|tong cong|co mat|hien dien)$/;

/** `sĩ số 412`, `tổng 367`: the figure behind its name. */
function isCalled(parts: readonly Part[], at: number, asked: Asked): boolean {
  const before = parts[at - 1];
  if (parts[at]!.tokens[0]!.kind !== 'number' || before === undefined) return false;
  const isName = SUMS.test(foldedWords(before)) || (isUnknownWord(before) && isOfTitle(before, asked));
  return isName && !TIMES.test(foldedWords(before));
}

/** `14 suất`; a number behind a word may be a name (`tổ 5`), and `3 ngày` is a time. */
function isCounted({ tokens }: Part, unit: Part | undefined): boolean {
  return (
    tokens[0]!.kind === 'number' &&
    unit?.tokens[0]!.kind === 'word' &&
    (!LIGHT.holds(unit) || /^(?:em|chau|co|thay|do)$/.test(foldedWords(unit))) &&
    !TIMES.test(foldedWords(unit))
  );
}
