import { foldedWords, type Part } from '../clause/part.js';
import { findOdd } from './odd.js';
import { isOwnShare } from './own-share.js';
import { findSomeOf, isOfAreas, isOneSide, isRestToo, isNumbered, isTwoOfKind } from './areas.js';
import { isEnglishDate } from '../clause/dates.js';
import type { Done } from './find-done.js';
import {
  BEHIND,
  find,
  indexOf,
  isMoney,
  isNumber,
  isSettled,
  isUnknownWord,
  isUpTo,
  isVerb,
  LIGHT,
  PIECES,
  saysPast,
  sense,
  tags,
  VERBS,
  type Sense,
} from '../clause/sense.js';

const SET_TIMES = tags('day', 'today', 'within');

const PART_OF_IT = tags('some', 'only', 'except', 'sketch');
const COUNTS = tags('some', 'able');
const HELD_BACK = tags('member', 'piece', 'hand', 'work', 'draft', 'complete');
const NOUNS = tags('resource', 'member', 'other');

/** How much of it is done: some, so many, one of several, or all that there is. */
export function partlyDone(said: Done): Sense {
  const { parts, done, before } = said;
  // `được 31 người đăng ký rồi`
  const soMany = before[0]?.tag === 'able' && isNumber(before[1]) ? before[0] : undefined;
  const few = soMany ?? find(parts, PART_OF_IT) ?? (isLastToo(said) ? undefined : find(before, 'left'));
  if (few) return sense('underway', [few, done]);
  const those = findSomeOf(before);
  if (those) return sense('unclear', [those, done], { ofPart: true });
  return (
    noMoreThan(said) ??
    soFar(said) ??
    ofRange(said) ??
    (isEnglishDate(said.after, 1) ? null : counted(said)) ??
    wholly(said)
  );
}

/** `còn 1 hộ cũng đã ký`: the last of it is done as well. */
function isLastToo({ before, after }: Done): boolean {
  const left = indexOf(before, 'left');
  // `mấy nhà còn lại đều lợp xong`
  if (isRestToo(before)) return true;
  // `còn bản mềm gửi mail rồi luôn`: as for it
  const isAsFor =
    left === 0 && before[0]!.tokens.length === 1 && !before.some(isNumber) && !find(before, 'notYet');
  if (isAsFor && find(after, 'already')) return true;
  // `còn một số lỗi đã khắc phục hết`
  if (left >= 0 && find(before, 'past', left) && after[0]?.tag === 'every') return true;
  return before
    .slice(Math.max(left, 0))
    .some(({ tag, tokens }, at, rest) =>
      tag === 'past' ? tokens[0]!.fold === 'cung' || rest[at - 1]?.tokens[0]!.fold === 'cung' : false,
    );
}

/** `mới xong 3 thôn`, `thầy duyệt rồi em mới nộp`; `mới xong` is just done. */
function noMoreThan({ done, before, after }: Done): Sense | null {
  // `mới lập xong thôn đầu`, `chỉ xong có 1 điểm`
  const isFirst = find(before, 'newly') && after.some((part) => foldedWords(part) === 'dau');
  // `xong mỗi lớp 1`
  const isOnlyOne = /^moi /.test(foldedWords(after[0])) && after.slice(1, 3).some(isNumber);
  const isSoFew = isOnlyOne || (after[0]?.tag === 'have' && isNumber(after[1]) && after.length <= 3);
  if (isFirst || isSoFew) return sense('underway', [done, after[0]]);
  const later = after.find(
    (part, at) => part.tag === 'newly' && (isNumber(after[at + 1]) || HELD_BACK.holds(after[at + 1])),
  );
  if (later) return sense('underway', [done, later]);
  // `bơm nước mới vào rồi`: the new water
  const isNoun = done.tokens.length > 1 && after[0]?.tokens[0]!.marks !== '';
  // Without its mark `xong moi` may be mỗi, mới or mọi.
  if (after[0]?.tag === 'newly' && !isNoun) return sense('underway', [done, after[0]]);
  const at = before.findLastIndex((part) => part.tag === 'newly');
  if (at < 0 || isAdjective(before, at) || isAtLast(before, at)) return null;
  const newly = before[at];
  if (before.slice(0, at).some((part) => part.tag === 'already' || VERBS.holds(part)))
    return sense('underway', [newly, done]);
  if (find(before, SET_TIMES, 0, at)) return sense('underway', [newly, done]);
  const much = after.find((part) => isNumber(part) || COUNTS.holds(part) || PIECES.holds(part));
  const isCounted = before
    .slice(0, at)
    .some((part, index) => isNumber(part) && !PIECES.holds(before[index - 1]));
  return much || isCounted || isNumber(before[at + 1]) ? sense('underway', [newly, done]) : null;
}

/** `mãi mới xong được` */
function isAtLast(before: readonly Part[], at: number): boolean {
  return at === 1 && at === before.length - 1 && foldedWords(before[0]) === 'mai' && before[0]!.tag === null;
}

/** `nhập sách mới xong`, `thôn trưởng mới đã ký`: the new ones. */
function isAdjective(before: readonly Part[], at: number): boolean {
  // `bản mới em gửi`
  if (before[at + 1]?.tag === 'past' || (at > 0 && before[at + 1]?.tag === 'self')) return true;
  const noun = before[at - 1];
  const isNoun = noun !== undefined && (NOUNS.holds(noun) || isUnknownWord(noun));
  return isNoun && before.slice(0, at - 1).some((part) => VERBS.holds(part));
}

const BRINGS =
  /^(?:phat|giao|dua|cho|chuyen|van chuyen|thong bao|pho bien|tuyen truyen|trien khai|quan triet|di doi|so tan|trao|ship|cap|don|boc|tang|moi|huy|keo loa)(?: |$)/;
const THERE = /^(?:noi|tay|tan|tung|cac|tat ca|moi|toan|het|hon|nha dan|ba con|cuoi|dich)(?: |$)/;

const ON_THE_WAY = tags('work', 'draft');
const FURTHER_ON = tags('work', 'draft', 'complete', 'prep');

/** `làm đến trang 12`, `xong tới 8 phần`; `gửi đến 12 thôn` names who has it. */
function soFar({ done, after }: Done): Sense | null {
  // `nhập sổ tới cuốn thứ 5 rồi`
  const far = after.findIndex(isUpTo);
  if (far >= 0 && after[far + 1]?.tokens[0]!.kind === 'word' && isNth(after[far + 2], after[far + 3]))
    return sense('underway', [done, after[far]]);
  // `báo cáo em viết tới trang 6 rồi`
  const verb = far > 0 ? after[far - 1]! : done;
  if (far < 0 || !FURTHER_ON.holds(verb)) return null;
  const [to, what, count] = after.slice(far);
  if (what?.tag === 'every') return null;
  const isOrdinal =
    what?.tokens[0]!.kind === 'word' && (isNumber(count) || /^(?:cuoi|dau|giua)$/.test(foldedWords(count)));
  const isReached = isNumber(what) && (count === undefined || count.tag === 'piece' || LIGHT.holds(count));
  if (isOrdinal || isReached) return sense('underway', [done, to]);
  // `kéo cáp tới cổng rồi`, `đếm đến kệ thiếu nhi rồi`; `phát tới tay dân` and `về tới nơi` are there.
  const isOnTheWay =
    far === 0 &&
    ON_THE_WAY.holds(done) &&
    !BRINGS.test(foldedWords(done)) &&
    what?.tokens[0]!.kind === 'word';
  return isOnTheWay && !THERE.test(foldedWords(what)) ? sense('underway', [done, to]) : null;
}

/** `tổ 1 đến tổ 9 xong`: those, and perhaps not all. */
function ofRange({ parts, done, before }: Done): Sense | null {
  const to = before.findIndex(isUpTo);
  // `tiêu chuẩn 1, 2, 3 xong`
  // `312 lạnh lại rồi` to `Sửa điều hòa phòng 312` names it.
  const isListed = before.length === 1 && !done.isAsked && before[0]!.tokens[0]!.kind === 'number';
  if (isListed && done.tag === 'complete' && !find(parts, 'every'))
    return sense('unclear', [before[0], done], { ofPart: true });
  // `ca A xong`, `tuyến 2 xong`: others may follow; `tổ 5 xong` is who says it.
  const [what, name] = before;
  const isNamed =
    done.tag === 'complete' &&
    before.length === 2 &&
    (isNumber(name) || /^\p{Lu}$/u.test(name!.tokens[0]!.raw));
  if (isNamed && /^(?:ca|tuyen|day|lo|tang|khau|doan|gian|mui|luot|chuyen)$/.test(foldedWords(what)))
    return sense('unclear', [what, done], { ofPart: true });
  const isRange =
    to > 1 &&
    isNumber(before[to - 1]) &&
    PIECES.holds(before[to - 2]) &&
    before.slice(to + 1, to + 3).some(isNumber);
  return isRange && !find(parts, 'every') ? sense('unclear', [before[to], done], { ofPart: true }) : null;
}

/** `nhà thứ 40`; up to seven it is read as a day of the week. */
function isNth(part: Part | undefined, next: Part | undefined): boolean {
  const isDay = part?.tag === 'day' && part.tokens[0]!.fold === 'thu' && part.tokens.length > 1;
  return isDay || (foldedWords(part) === 'thu' && isNumber(next));
}

/** `tiêm được 120 cháu` is so far; `xong 5 lớp` may be all or some. */
function counted({ parts, at, done, before, after }: Done): Sense | null {
  if (find(parts, 'every')) return null;
  // English `180 packed`: of how many is not said.
  const figure = /ed$/.test(done.tokens[0]!.fold) ? parts[at - 1] : undefined;
  if (isNumber(figure) && figure!.tokens[0]!.kind === 'number' && at === 1)
    return sense('unclear', [figure, done], { ofPart: true });
  const next = after.find((part) => !LIGHT.holds(part) && part.tag !== 'already' && part.tag !== 'again');
  const first = after.indexOf(next!);
  if (next?.tag === 'able') {
    // `soạn được bài 2 đến bài 4 rồi`
    const to = after.slice(first + 2).find(isUpTo);
    if (to ?? isTwoOfKind(after.slice(first + 1))) return sense('underway', [done, next, to]);
    if (isCount(after, first + 1) || isCount(after, first + 2)) return sense('underway', [done, next]);
    // `vận động được 32 triệu` does not say of how much.
    if (isMoney(after, first + 1)) return sense('unclear', [done, next], { ofPart: true });
    // `xong được` says that it can be finished, not that it is; `mãi mới xong được` that it is.
    if (
      !isSettled(parts) &&
      !isAtLast(before, before.length - 1) &&
      after.slice(first + 1).every((part) => LIGHT.holds(part))
    )
      return sense('unclear', [done, next]);
    return null;
  }
  const isPast = find(parts, BEHIND, 0, at) !== undefined || parts.slice(0, at + 1).some(saysPast);
  // `trồng xong 300 cây` tells all; `xong 5 việc`, `chấm xong 3 lớp` may be some.
  const isTold =
    done.tag === 'complete' &&
    at > 0 &&
    parts.slice(Math.max(0, at - 3), at).some(isVerb) &&
    !isOfAreas(after, first);
  // `phát thuốc xong cho 120 bệnh nhân`, `làm theo mẫu 5B`
  const isGiven = first > 0 && /^(?:cho|theo)$/.test(after[first - 1]!.tokens[0]!.fold);
  // `vân tay lấy đủ 6 bạn`
  // `gửi danh sách 4 em rồi`: of how many it is
  const isList = done.tag === 'hand' && LISTS.test(foldedWords(done));
  const isEnough = /^(?:du|het)$/.test(done.tokens.at(-1)!.fold);
  // `đăng ký 88 hộ rồi` to `Đăng ký …`: that many are what is told.
  const isDeclared = done.isAsked === true && DECLARES.test(foldedWords(done));
  if (next && isCount(after, first) && !isDeclared && !isGiven && !isList && !isEnough && !isPast && !isTold)
    return sense('unclear', [done, next], { ofPart: true });
  if (next && isOneSide(done, next, after[first + 1], isPast))
    return sense('unclear', [done, next], { ofPart: true });
  // `xong khối 6,7,8`, `xong buổi 1`: one of several, by its number; whether that was all is not said.
  const isOne = next !== undefined && isNumbered(after, first, done) && isNumber(after[first + 1]);
  // `xong bước 1`: another follows.
  if (isOne && foldedWords(next) === 'buoc') return sense('underway', [done, next]);
  if (isOne) return sense('unclear', [done, next], { ofPart: true });
  const change = after.find((part) => part.tokens[0]!.kind === 'change');
  return change ? sense('unclear', [done, change]) : null;
}

const DECLARES = /^(?:dang ky|dk|dki|dky|duoc|chot|bao|cu|dat)$/;
const LISTS = /(?:^| )(?:ds|danh sach|bao cao|bc|file|cong van|cv|van ban)$/;

/** A share is read by itself: `xong 100%`. */
function isCount(parts: readonly Part[], at: number): boolean {
  return parts[at]?.tokens[0]?.kind === 'number' && !isMoney(parts, at);
}

function wholly(said: Done): Sense {
  const { parts, done, before, after, isStep } = said;
  const odd = findOdd(said);
  if (odd) return sense('unclear', [done, odd]);
  const isWhole = find(parts, 'every') !== undefined || done.tokens.at(-1)!.fold === 'het';
  // `xã đã hoàn thành` speaks of all, `xong phần móng` and `phần móng đã xong` of a part.
  const near = [after[0], isNumber(after[0]) || after[0]?.tag === 'able' ? after[1] : undefined];
  // `phần nạo vét của nhóm em xong rồi`: this unit's share is its work.
  const isTopic = !isOwnShare(before) && before.some((part) => part.tag === 'then' || part.tag === 'piece');
  const ofPart = !isWhole && (isTopic || near.some((part) => PIECES.holds(part)));
  const signs = parts.filter((part) => part.tag === 'past' || part.tag === 'already');
  return sense('done', [...signs, done], { ofPart, isStep });
}
