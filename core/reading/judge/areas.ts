import { foldedWords, joinedWords, type Part } from '../clause/part.js';
import { isNumber, PIECES } from '../clause/sense.js';

const AREAS =
  /^(?:thon|to|lop|khoi|ap|xom|khu|khu pho|tuyen|tuyen duong|phong|tang|truong|xa|phuong|ban|buon|lang|doi|nhom|diem|doan|phan|buoc|muc|dot|giai doan|hang muc|khau|chuong|bai)$/;

// Of a few of them others may follow; of many each is a thing: `3 bài` are lessons, `460 bài` papers.
const FEW = /^(?:bai|phan|muc)$/;
const many = 20;

/** `3 thôn`, `1 bạn`: where others are likely to follow. */
export function isOfAreas(after: readonly Part[], at: number): boolean {
  const count = after[at]?.tokens[0]!.raw;
  const what = foldedWords(after[at + 1]);
  if (FEW.test(what) && Number(count) >= many) return false;
  return count === '1' || AREAS.test(what);
}

const SIDES = /^(?:tren|duoi|trong|ngoai|ben nay|ben kia|kia)$/;

/** `khảo sát xong xóm trên`; `phỏng vấn xong 1 bạn rồi`: one, where others may follow. */
export function isOneSide(done: Part, next: Part, after: Part | undefined, isPast: boolean): boolean {
  if (PIECES.holds(next) && SIDES.test(foldedWords(after))) return true;
  const isOne = next.tokens[0]!.raw === '1' && after?.tokens[0]!.kind === 'word';
  return isOne && !isPast && done.tag === 'complete';
}

/** `hai đợt phun đều hoàn tất` */
export function areAllOfThem([count, piece, ...rest]: readonly Part[]): boolean {
  const isCount = isNumber(count) || /^(?:hai|ba|bon|nam|sau|bay|tam|chin|muoi)$/.test(foldedWords(count));
  return isCount && piece?.tag === 'piece' && rest.some((part) => foldedWords(part) === 'deu');
}

const AMONG = / trong so (?:do|nay|ay|kia|tren)(?: |$)| of (?:those|these|them)(?: |$)/;
const COUNT =
  /(?:^| )(?:\d+|hai|ba|bon|nam|sau|bay|tam|chin|muoi|may|one|two|three|four|five|six|seven|eight|nine|ten)(?: [^ ]+)?$/;

/** `3 trong số đó nộp rồi`, `three of those submitted`: of how many is not said. */
export function findSomeOf(before: readonly Part[]): Part | undefined {
  if (before.length < 3) return undefined;
  const link = before.find(({ tokens }) => /^(?:trong|of)$/.test(tokens[0]!.fold));
  if (!link) return undefined;
  const words = joinedWords(before);
  const among = words.search(AMONG);
  return among > 0 && COUNT.test(words.slice(0, among)) ? link : undefined;
}

/** `mấy nhà còn lại đều lợp xong` */
export function isRestToo(before: readonly Part[]): boolean {
  const rest = before.findIndex((part) => foldedWords(part) === 'con lai');
  return (
    rest >= 0 &&
    before.slice(rest + 1).some((part) => /^(?:deu|cung)(?: |$)/.test(foldedWords(part))) &&
    !before.some(({ tag }) => tag === 'notYet' || tag === 'ahead' || tag === 'will')
  );
}

// `đã chuyển lên tầng 2`: where it is now.
const MOVED = /^(?:chuyen|dua|doi|don) (?:len|xuong|sang|qua|vao|ra|ve)$/;

const SPANS = new Set(['thang', 'quy', 'nam', 'tuan', 'ngay', 'so', 'lan']);

/** Whether `khối 6`, `buổi 1` behind what is done is one of several, by its number. */
export function isNumbered(after: readonly Part[], at: number, done: Part): boolean {
  const part = after[at]!;
  // `xong trong tiết 1`: when it was
  if (foldedWords(after[at - 1]) === 'trong' && /^(?:tiet|buoi|ca)$/.test(foldedWords(part))) return false;
  if (PIECES.holds(part)) return !MOVED.test(foldedWords(done));
  const token = part.tokens[0]!;
  return (
    done.tag === 'complete' &&
    token.kind === 'word' &&
    (part.tag === null || part.tag === 'harm') &&
    !SPANS.has(token.fold)
  );
}

/** `nhập được kệ truyện với kệ tham khảo rồi`: two of several that share their head. */
export function isTwoOfKind([head, ...rest]: readonly Part[]): boolean {
  const and = rest.findIndex((part) => /^(?:voi|va)$/.test(foldedWords(part)));
  return (
    and > 0 && head!.tokens[0]!.kind === 'word' && rest[and + 1]?.tokens[0]!.fold === head!.tokens[0]!.fold
  );
}
