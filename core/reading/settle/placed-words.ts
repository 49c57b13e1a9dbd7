import { foldedWords, joinedWords, type Part } from '../clause/part.js';
import { isVerb, mayBeVerb, PIECES, tags } from '../clause/sense.js';
import { isSo } from './dialect.js';
import { isOfEach } from './each.js';
import { isClosed, isMachine } from './machines.js';
import { isArranging, isExcuse, isTarget, isWeekday } from './other-senses.js';
import { isEdge, isMark, isWord, startsNumber, type Place } from './place.js';
import { isPortion, isWholeRound } from './rounds.js';
import { isSingle, type Rules } from './rule.js';
import { isHearsay } from './settle-speech.js';
import { isALittle, isNearly, UNMARKED, waits } from './unmarked-words.js';

const LIMITED = tags('complete', 'hand', 'work', 'able', 'have', 'left', 'lack', 'newly');
const ALL_OF_IT = tags('hand', 'work', 'draft', 'prep', 'past');
const SAID_BEFORE_NGHE = tags(
  ...([
    'already',
    'complete',
    'hand',
    'work',
    'every',
    'able',
    'more',
    'ahead',
    'take',
    'fine',
    'day',
  ] as const),
);
const HANGS = tags('resource', 'particle', 'other', 'member');
const UNITS_OF_TIME = new Set('ngay tuan thang gio hom mai bua nua sau'.split(' '));
const SEVERAL =
  /^(?:be|cho|dong|vu|khoan|dua|em|chau|anh|chi|co|chu|bac|ong|ba|cu|ban|nguoi|cai|con|chiec|thung|bao|don|bai|tam)$/;

// `nhà cung cấp báo hết hàng`
const TELLS = /^(?:bao|keu|noi|than)$/;
const SAID_TO_MANY = tags('already', 'complete', 'particle');

const ON_A_DAY = /^hom (?:thu|chu) /;
const PROPOSING = /^(?:nhe|nha|nhen|nghen|nghe|hen|di|toi|sau|nay)$/;

/** `phần mềm treo`: it hangs; `em treo` hangs something up, as `Treo cờ` asks. */
const isHung = (part: Part, { before, next }: Place): boolean =>
  isSingle(part, 'treo') && !part.isAsked && isEdge(next) && isWord(before) && HANGS.holds(before);

/** `trong nửa tiếng`, `trong nửa buổi`: how long it took. */
const isSpan = (part: Part, before: Part | undefined, next: Part | undefined): boolean =>
  foldedWords(before) === 'trong' &&
  /^nua (?:tieng|gio|ngay|buoi|thang)(?: |$)/.test(`${foldedWords(part)} ${foldedWords(next)}`);

/** Words that mean one thing here and another there, marks or not. */
export const PLACED: Rules = {
  draft: (place, part) => (isPlan(part, place) ? 'prep' : 'draft'),
  work: (place, part, first) => {
    if (isSo(part, place)) return 'particle';
    if (isNearly(part, place)) return 'nearly';
    if (isMachine(part, place)) return 'other';
    if (isHung(part, place)) return 'harm';
    if (isWeekday(part, place)) return 'day';
    if (isClosed(part, place)) return 'stuck';
    return isPlan(part, place) ? 'prep' : waits(place, part, first);
  },
  // `giao hết thuốc`: all of it, not none left
  // `200 out of 200`
  lack: ({ parts, at, before, next }, _, first) =>
    first.fold === 'out' && startsNumber(before) && startsNumber(next)
      ? 'other'
      : isALittle(before) && isEdge(next)
        ? null
        : first.fold === 'het' &&
            // `máy cắt cỏ hết xăng`
            !/^(?:may|xe|tau)$/.test(parts[at - 2]?.tokens[0]!.fold ?? '') &&
            !TELLS.test(foldedWords(before)) &&
            (ALL_OF_IT.holds(before) || (before && mayBeVerb(before)))
          ? 'every'
          : 'lack',
  which: ({ parts, at, before, next }, _, first) => {
    // `ai trong tổ đủ tuổi đều cài xong`
    if (first.fold === 'ai' && isOfEach(parts.slice(at + 1, at + 7))) return 'every';
    // `làm gì xong nhanh thế`, `mấy xóm kia xong rồi`
    if (first.fold === 'gi' && before?.tokens.at(-1)!.fold === 'lam' && next?.tag === 'complete')
      return 'denyAfter';
    // `lớp nào cũng nộp rồi`
    if (next?.tokens[0]!.fold === 'cung') return 'every';
    // `xong rồi nha mấy sếp`: who it is said to
    const isSaidTo = next?.tag === 'you' && SAID_TO_MANY.holds(before) && isEdge(parts[at + 2]);
    const isSome = PIECES.holds(next) || SEVERAL.test(next?.tokens[0]!.fold ?? '');
    // `thay hết mấy bóng cháy`
    return first.fold === 'may' && (isSome || isSaidTo || before?.tag === 'every') ? 'particle' : 'which';
  },
  // `em để mỗi bàn một cuốn`: each of them
  only: ({ before }, part) => (isSingle(part, 'moi') && !LIMITED.holds(before) ? 'particle' : 'only'),
  piece: (place, part) => (isWholeRound(part, place) || isPortion(part, place) ? 'other' : 'piece'),
  promise: (place, part) => (isExcuse(part, place) || isTarget(part, place) ? 'other' : 'promise'),
  // `đi từng nhà`: all of them
  some: ({ before, next }, part) =>
    // `3 ngày mới có phụ tùng`: not before then
    part.tokens.length === 2 &&
    /^moi (?:co|duoc)$/.test(foldedWords(part)) &&
    UNITS_OF_TIME.has(before?.tokens.at(-1)!.fold ?? '')
      ? 'newly'
      : isSingle(part, 'tung') && isWord(next)
        ? 'every'
        : isSpan(part, before, next)
          ? 'other'
          : 'some',
  // `bill em gửi riêng`
  except: ({ before, next }, _, first) => {
    const isAside = isEdge(next) || (!isEdge(before) && before!.tag !== 'particle');
    return first.fold === 'rieng' && isAside ? 'particle' : 'except';
  },
  said: (place, part) => {
    // `Khoa noi da lam xong` without marks: Khoa Nội
    if (foldedWords(part) === 'noi da' && foldedWords(place.before) === 'khoa') return 'past';
    if (isHearsay(part, place)) return 'said';
    return part.tokens.at(-1)!.fold === 'xong' ? 'complete' : 'prep';
  },
  // `Trường Sao Mai`: a capital within a sentence makes a name of the word for tomorrow.
  ahead: ({ before }, part, { raw }) =>
    part.tokens.length === 1 && raw === 'Mai' && isWord(before) ? null : 'ahead',
  // `xong cả rồi nghe anh`: a word of the South and the middle for `nhé`
  take: ({ before, next }, part) =>
    isSingle(part, 'nghe') && SAID_BEFORE_NGHE.holds(before) && (isEdge(next) || next!.tag === 'you')
      ? 'particle'
      : 'take',
  // `đã thông cống số 2`
  ack: ({ before, next }, part) =>
    // `dọn thông rồi`
    isVerb(before) && foldedWords(part) === 'thong roi'
      ? 'already'
      : // `cống đã thông`: what flows again has understood nothing.
        /^(?:da thong|thong roi)$/.test(foldedWords(part)) && FLOWS.test(foldedWords(before))
        ? null
        : part.tokens.length === 2 &&
            foldedWords(part) === 'da thong' &&
            next?.tokens[0]!.kind === 'word' &&
            OPENED.holds(next)
          ? 'work'
          : 'ack',
  // `nộp hôm thứ hai` tells what was, `hôm thứ hai nộp` and `nộp hôm thứ hai nhé` may be to come.
  ago: ({ parts, at, next }, part) =>
    ON_A_DAY.test(foldedWords(part)) &&
    (!parts.slice(Math.max(0, at - 4), at).some(isVerb) || PROPOSING.test(next?.tokens[0]!.fold ?? ''))
      ? 'since'
      : 'ago',
  // `thì nộp từ thứ 2`
  sayAfter: ({ before }, { tokens }, first) =>
    isEdge(before) && first.fold === 'thi' && tokens.length === 2
      ? tokens[1]!.fold === 'bao'
        ? 'prep'
        : 'hand'
      : 'sayAfter',
  // `bao nhiêu phiếu thì nhập hết bấy nhiêu`
  // `khoa nhi`: the children's ward
  // `à nhầm 7/10 thôn`: at the beginning it is no question.
  ask: ({ parts, at, before, next }, part, first) =>
    (foldedWords(part) === 'a' && before === undefined && next !== undefined && !isMark(next)) ||
    (first.raw.toLowerCase() === 'nhi' && /^(?:khoa|vien|benh vien|bs|bac si)$/.test(foldedWords(before)))
      ? 'other'
      : isNoMoreHere(part, parts.slice(0, at))
        ? 'particle'
        : part.tokens.length === 2 &&
            foldedWords(part) === 'bao nhieu' &&
            parts.some(
              ({ tokens }) => tokens.length === 2 && tokens[0]!.fold === 'bay' && tokens[1]!.fold === 'nhieu',
            )
          ? 'particle'
          : 'ask',
  // `200k`
  not: ({ before }, _, first) =>
    first.raw.toLowerCase() === 'k' && startsNumber(before) && first.start === before!.tokens.at(-1)!.end
      ? 'other'
      : 'not',
  nearly: (place, part, first) => (isArranging(part, place) ? 'work' : UNMARKED.nearly!(place, part, first)),
  // `xe 2 chiều`
  day: ({ before, parts, at }, part) =>
    // `tầng 3 chiều em lên`
    isSingle(part, 'chieu') &&
    startsNumber(before) &&
    parts[at - 2]?.tag !== 'at' &&
    !PIECES.holds(parts[at - 2])
      ? 'other'
      : 'day',
  // `chưa bao giờ làm nhanh thế này`
  notYet: ({ parts, at, next }, part) => {
    // `co dau do` without marks: có dấu đỏ
    if (foldedWords(part) === 'co dau' && next?.tokens[0]!.raw.toLowerCase() === 'do') return 'have';
    if (part.tokens.length === 1 || !/^chua (?:bao gio|tung)$/.test(foldedWords(part))) return 'notYet';
    const words = joinedWords(parts.slice(at + 1, at + 6));
    return /(?:^| )(?:the|vay|rua|ri)(?: nay| nua)?(?: |$)/.test(words) ? 'particle' : 'notYet';
  },
  // `bong den luc 9h` for đèn; with its marks it says until when.
  if: ({ next }, part, first) =>
    first.marks === '' && /^(?:den|toi) luc$/.test(foldedWords(part)) && next?.tokens[0]!.kind === 'clock'
      ? 'at'
      : 'if',
  // `khong muon duoc phong` for mượn
  // `số 6 em đang tính lại`: it is counted anew; `em đang tính lập đội` plans it.
  must: (place, part, first) =>
    isSingle(part, 'muon') && first.marks === '' && place.before?.tag === 'not' && place.next?.tag === 'able'
      ? 'prep'
      : foldedWords(part) === 'dang tinh' && foldedWords(place.next) === 'lai'
        ? 'doing'
        : isNoOrder(part, place)
          ? 'particle'
          : 'must',
  // `xong việc nhà đã rồi em làm`: first, and then
  complete: ({ before, next }, part) => {
    if (part.tokens.length !== 2 || foldedWords(part) !== 'da roi') return 'complete';
    // Without marks it is `dạ rồi` as well.
    const isYes = part.tokens.every(({ marks }) => marks === '');
    return isYes || (before && !isMark(before) && next?.tag === 'self') ? 'already' : 'complete';
  },
};

// What gets stuck, and through again.
const FLOWS =
  /^(?:cong|cong ranh|ranh|muong|kenh|kenh muong|ong|duong ong|duong|dong|dong chay|tuyen|cau|nuoc)$/;
const OPENED = tags('member', 'other', 'resource');
const SO_FAR = tags('newly', 'able', 'only', 'some');

/** `mới được phân nửa à`: a word of the South for no more than that. */
function isNoMoreHere(part: Part, said: readonly Part[]): boolean {
  return (
    isSingle(part, 'a') && SO_FAR.holds(said[0]) && !said.some(({ tag }) => tag === 'notYet' || tag === 'not')
  );
}

/** English `from km 3 to km 5`; `lãnh đủ 2 can` */
const isNoOrder = (part: Part, { parts, at, before }: Place): boolean =>
  (isSingle(part, 'can') && part.tokens[0]!.marks === '' && startsNumber(before)) ||
  (isSingle(part, 'to') &&
    parts.slice(Math.max(0, at - 4), at).some(({ tokens }) => tokens[0]!.fold === 'from'));

const PLANS = /^(?:dat|len|xep|chot|hen) lich$/;
const PLANNED = tags('work', 'hand', 'day', 'ahead', 'complete', 'today');

/** `đã đặt lịch tiêm thứ 5`: what is still to come. */
function isPlan(part: Part, { parts, at }: Place): boolean {
  if (part.tokens.length !== 2 || part.tokens[1]!.fold !== 'lich' || !PLANS.test(foldedWords(part)))
    return false;
  const end = parts.findIndex((one, index) => index > at && isMark(one));
  return parts.slice(at + 1, end < 0 ? parts.length : end).some((one) => PLANNED.holds(one) || isVerb(one));
}
