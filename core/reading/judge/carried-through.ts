import { foldedWords, type Part } from '../clause/part.js';
import { ANY_TIME, endsInPlea, find, isNumber, isUnknownWord, LIGHT, tags } from '../clause/sense.js';

const NOT_CARRIED = tags('newly', 'doing', 'wait', 'begun', 'if', 'whenever', 'take', 'letMe', 'prep');

/** Whether a verb was brought through to all that there is, with no `đã` and no `rồi`: `em lên đơn đủ`, `các lớp nộp hết`. */
export function isCarriedThrough(parts: readonly Part[], at: number): boolean {
  // `trong tuần này em gửi đủ hồ sơ`
  if (find(parts, NOT_CARRIED) ?? find(parts, ANY_TIME, 0, at)) return false;
  // `các tổ nộp đủ trước 15h nhé`
  if (find(parts, 'within', at) && endsInPlea(parts)) return false;
  if (isResultTold(parts, at)) return true;
  // `up lên được đủ 20 file`
  const every = at + 1 + parts.slice(at + 1).findIndex(({ tag }) => tag !== 'particle' && tag !== 'able');
  if (every > at + 1 && isEnoughOf(parts[every]) && isNumber(parts[every + 1])) return true;
  // `phát đủ thẻ`; `trực đủ quân số` goes on.
  const isSure = foldedWords(parts[at]) !== 'truc' && parts.every(({ guesses }) => guesses.length === 0);
  if (isSure && isEnoughOf(parts[at + 1]) && parts.slice(at + 2).every(isGivenSoMany)) return true;
  if (parts[at + 1]?.tag !== 'every') return isCarriedToTheEnd(parts, at);
  return isSaidOfAll(parts, at);
}

/** What stands behind `nộp hết`, `ký đủ`: so many, where to, what it was done to, or nothing that says otherwise. */
function isSaidOfAll(parts: readonly Part[], at: number): boolean {
  // `ký cam kết đủ 210 hộ`
  if (parts[at + 2]?.tokens[0]!.kind === 'number') return true;
  // `nhập đủ ngày 1 đến 30`
  const isRange = parts[at + 2]?.tag === 'at' && isNumber(parts[at + 3]);
  // `di dời hết lên trường cấp 2`
  const isThere = /^(?:len|ve|ra|vao|sang|qua|xuong|cho)$/.test(foldedWords(parts[at + 2]));
  const isSurely =
    parts[at]!.isAsked === true || (parts[at]!.guesses.length === 0 && parts[at]!.tag !== 'draft');
  if (isThere && isSurely && parts.slice(at + 3).every(isPlace)) return true;
  // `tháo dỡ hết mái che`; of a resource it may mean that there is no more.
  const isThing = parts[at]!.tokens.length > 1 && parts.slice(at + 2).every(isOwnThing);
  if (isThing && isSurely && parts[at]!.tag === 'work' && parts[at + 2]?.tag === null) return true;
  return parts.slice(at + 2).every(
    (part) =>
      LIGHT.holds(part) ||
      part.tag === 'every' ||
      // `phát hết lúc 11h`
      part.tag === 'hour' ||
      part.tokens[0]!.fold === 'len' ||
      (isRange && isNumber(part)),
  );
}

/** `phát xuống thôn đủ luôn`: `hết` behind a thing may mean that it is used up. */
function isCarriedToTheEnd(parts: readonly Part[], at: number): boolean {
  const every = parts.findLastIndex((part) => part.tag === 'every');
  // `dán tem mã vạch hết 328 tài sản`
  const isCounted =
    every >= at + 2 && every <= at + 4 && isNumber(parts[every + 1]) && parts[at]!.guesses.length === 0;
  // `đậy nắp lại đủ 6 cái` to `Đậy nắp hố ga`
  const isAll = foldedWords(parts[every]) === 'het' || (parts[at]!.isAsked && isEnoughOf(parts[every]));
  if (isCounted && isAll && parts.slice(at + 1, every).every((part) => isGiven(part) || part.tag === 'again'))
    return true;
  if (every < at + 2 || every > at + 5 || !isEnoughOf(parts[every])) return false;
  const what = parts.slice(at + 1, every);
  const after = parts.slice(every + 1);
  return what.every((part) => GIVEN.holds(part)) && after.every((part) => LIGHT.holds(part));
}

const NOT_TOLD = tags('will', 'promise', 'ahead', 'day', 'within', 'must', 'haveTo', 'favour', 'you');

/** `quét dọn sạch sẽ`, `cọ sạch`: how it came out. */
function isResultTold(parts: readonly Part[], at: number): boolean {
  const isClean = /^sach(?: se| bong)?$|^gon gang$|^tuom tat$/.test(foldedWords(parts[at + 1]));
  return isClean && at > 0 && !find(parts, NOT_TOLD);
}

const isEnoughOf = (part: Part | undefined): boolean => /^(?:day )?du(?: ca| het)?$/.test(foldedWords(part));

const isOwnThing = (part: Part): boolean => LIGHT.holds(part) || part.tag === 'member' || isUnknownWord(part);

const isPlace = (part: Part): boolean => isGiven(part) || isNumber(part) || foldedWords(part) === 'cap';

function isGiven(part: Part): boolean {
  // `cờ treo đủ từng nhà`
  if (part.tag === 'every' && foldedWords(part) === 'tung') return true;
  return LIGHT.holds(part) || GIVEN.holds(part) || isUnknownWord(part);
}

/** `gắn đủ ở 6 tầng` */
const isGivenSoMany = (part: Part, at: number, rest: readonly Part[]): boolean =>
  isGiven(part) || (isNumber(part) && rest[at - 1]?.tokens[0]!.fold === 'o');

const GIVEN = tags('particle', 'member', 'resource', 'folk', 'other');
