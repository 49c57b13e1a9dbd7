import { foldedWords, type Part } from './part.js';
import { isNumber, PIECES } from './sense.js';

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
