import { foldedWords, joinedWords, type Part } from '../clause/part.js';
import { DENIALS, find, indexOf, isNumber, isUnknownWord, isVerb, LIGHT, tags } from '../clause/sense.js';
import { isOpen, type Statement } from './statement.js';

/** `hôm nay mưa to quá, các anh đi đường cẩn thận`, and nothing else: whether the weather is in the way is not said. */
export function isSmallTalk([first, ...rest]: readonly Statement[]): boolean {
  if (first !== undefined && (isChildAway(first, rest) || isFamilyIll(first, rest) || isOwnNews(first, rest)))
    return true;
  return first !== undefined && isWeather(first) && rest.every((one) => isWish(one) || isEcho(one, first));
}

const namesNoWork = (parts: readonly Part[]): boolean => !parts.some(isVerb) && !find(parts, DENIALS);

const CHILD = /^(?:be|chau|cac be|cac chau)$/;

/** `bé Bông hôm nay nghỉ vì sốt` */
const isChildAway = ({ clause: { parts } }: Statement, rest: readonly Statement[]): boolean =>
  CHILD.test(foldedWords(parts[0])) &&
  parts.some((part) => /^nghi(?: |$)/.test(foldedWords(part))) &&
  namesNoWork(parts) &&
  rest.every(({ clause }) => namesNoWork(clause.parts));

const FAMILY =
  /(?:^| )(?:con|chau|be|me|bo|ba|vo|chong|con trai|con gai) (?:e|em|toi|tui|minh|nha em|nha toi)(?: |$)/;
const ILL = /^(?:bi )?(?:sot|om|benh|nhap vien|nam vien)(?: |$)/;
const AWAY = /^(?:xin )?nghi(?: |$)/;

/** `con em sốt cả đêm, giờ mới ngủ được`, `em bị sốt, nay em nghỉ nha`, and nothing of any work: why somebody is away. */
const isFamilyIll = ({ clause: { parts } }: Statement, rest: readonly Statement[]): boolean =>
  parts.some((part) => ILL.test(foldedWords(part))) &&
  (FAMILY.test(joinedWords(parts)) || (parts[0]?.tag === 'self' && rest.some(isLeave))) &&
  namesNoWork(parts) &&
  rest.every(({ clause }) => namesNoWork(clause.parts));

const LEFT_JOB = /^(?:nghi viec|thoi viec|nghi lam|nghi huu|ve huu)$/;
const OVER = tags('ago', 'past');

/**
 * `em đã nghỉ việc ở trường rồi`, `hôm qua em nghỉ ốm, đã xin phép rồi`, and nothing of any work: what became of who was
 * asked, not of what was asked.
 */
const isOwnNews = ({ clause: { parts } }: Statement, rest: readonly Statement[]): boolean => {
  const at = parts.findIndex(
    (part) => LEFT_JOB.test(foldedWords(part)) || ILL_MYSELF.test(foldedWords(part)),
  );
  const before = parts.slice(0, Math.max(at, 0));
  const isGone = LEFT_JOB.test(foldedWords(parts[at]));
  return (
    before.some(({ tag, tokens }) => tag === 'self' && tokens.length === 1) &&
    before.every((part) => LIGHT.holds(part) || TIMES.holds(part)) &&
    (isGone || find(before, OVER) !== undefined) &&
    namesNoWork(parts) &&
    rest.every(({ clause }) => namesNoWork(clause.parts))
  );
};

const ILL_MYSELF = /^(?:(?:bi|nghi) )?(?:om|sot|benh|sot xuat huyet|nam vien|nhap vien|sick)$/;
const TIMES = tags('ago', 'past', 'today', 'just', 'newly', 'suffer');
const isLeave = ({ clause: { parts } }: Statement): boolean =>
  parts.some((part) => AWAY.test(foldedWords(part)));

const isWish = ({ clause: { parts } }: Statement): boolean =>
  find(parts, 'wish') !== undefined && !parts.some(isVerb);

const WEATHER = /^(?:mua|nang|nong|ret|lanh|gio|bao|tac duong|ket xe|nuoc len|nuoc lon|nuoc dang)(?: |$)/;
const STILL_MORE = tags('further', 'more');
const LEADS_ON = tags('then', 'is');
const WONDERS = /^(?:gi|gi ma|chi|ghe|du|du than|du doi)$/;

function isWeather({ clause: { parts, opener }, sense: { meaning, decided } }: Statement): boolean {
  const isHarm = meaning === 'blocked' || meaning === 'trouble';
  if (!isHarm || !WEATHER.test(foldedWords(decided[0]))) return false;
  const at = parts.indexOf(decided[0]!);
  const last = parts.findLast((part) => !LIGHT.holds(part));
  // `trời mưa dữ bay`: you all
  const isCalled = (part: Part): boolean => part === last && foldedWords(part) === 'bay';
  const isPlain = !parts.some((part) => isVerb(part) && !isCalled(part)) && !find(parts, DENIALS);
  // `mưa thêm thì công cốc`: if it rains on
  const more = indexOf(parts, STILL_MORE, at);
  if (isPlain && more > 0 && find(parts, LEADS_ON, more)) return true;
  // `mưa gì mà mưa dữ`
  if (isPlain && parts.length > at + 1 && WONDERS.test(foldedWords(parts[at + 1]))) return true;
  const rest = parts.filter((part) => part !== decided[0] && !LIGHT.holds(part) && part.tag !== 'today');
  return opener === null && rest.length <= 1 && rest.every(isUnknownWord);
}

/** `mưa chi mà mưa dữ`: once more what was said */
const isEcho = ({ clause: { parts, opener } }: Statement, first: Statement): boolean =>
  opener === 'contrast' &&
  foldedWords(parts[0]) === foldedWords(first.sense.decided[0]) &&
  parts.slice(1).every((part) => isUnknownWord(part) || LIGHT.holds(part));

const HOPES = /^(?:mong|mong la|hy vong|hi vong|uoc)$/;

/** `hy vọng mai làm kịp`, and nothing else: how far it is is not said. */
export function isOnlyHoped(said: readonly Statement[]): boolean {
  const telling = said.filter(({ sense, share }) => sense.meaning !== 'none' || share !== null);
  return telling.length > 0 && telling.every(isHope);
}

function isHope({ clause: { parts }, share }: Statement): boolean {
  if (share !== null) return false;
  const at = parts.findIndex((part) => !LIGHT.holds(part) && part.tag !== 'now');
  const first = parts[at];
  if (first === undefined || (first.tag !== 'promise' && !first.guesses.includes('promise'))) return false;
  return HOPES.test(foldedWords(first)) && !isNumber(parts[at + 1]);
}

const HEARS = /^(?:nghe|i heard|heard|they)(?: |$)/;
const CHECKS =
  /^(?:kiem tra|xem|xem lai|coi|coi lai|thay|ro|chac|xac nhan|hoi lai|checked|seen|verified|confirmed|sure)$/;

/** `nghe chị Thắm bảo xong rồi, em chưa kiểm tra`: what was heard, and that nobody has looked. */
export const isOnlyHeard = (said: readonly Statement[]): boolean =>
  HEARS.test(foldedWords(said[0]?.clause.parts[0])) &&
  said.every((one) => !isOpen(one) || one.clause.parts.some((part) => CHECKS.test(foldedWords(part))));
