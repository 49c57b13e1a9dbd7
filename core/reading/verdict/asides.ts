import { foldedWords, joinedWords, type Part } from '../clause/part.js';
import { isTheirs } from '../judge/is-theirs.js';
import { isNext } from './others-next.js';
import { isAdvised, isRemark, OPEN } from './remarks.js';
import {
  DENIALS,
  find,
  indexOf,
  isNumber,
  isSettled,
  isUnknownWord,
  LIGHT,
  OWN_WORK,
  tags,
  VERBS,
} from '../clause/sense.js';
import type { Statement } from './statement.js';
import { isToldBeside } from './told-beside.js';

/**
 * Takes out what is only told beside work that is done: a signature that somebody else still owes on a paper, what was
 * found or counted, a flaw, a wish.
 */
export function withoutAsides(said: readonly Statement[]): readonly Statement[] {
  const done = said.findIndex(isWholeDone);
  if (done < 0 || said.length === 1) return said;
  const isLeft = said.filter((one, index) =>
    index > done ? !isAside(one, said[done]!) : index === done || !isAdvised(one),
  );
  return isLeft.length === said.length ? said : isLeft;
}

const isWholeDone = ({ sense: { meaning, ofPart, isStep }, clause: { parts } }: Statement): boolean =>
  meaning === 'done' && !ofPart && (!isStep || parts.some(isSurelyDone));

/** `họp rồi`: a meeting is over with that. */
const isSurelyDone = (part: Part): boolean =>
  part.tag === 'complete' || /^hop(?: |$)/.test(foldedWords(part));

function isAside(one: Statement, done: Statement): boolean {
  if (one.sense.meaning === 'done' || one.clause.end === '?' || one.clause.parts.length === 0) return false;
  return (
    isUnsigned(one, done) ||
    isUnseen(one, done) ||
    isFound(one) ||
    isStock(one, done) ||
    isPictured(one) ||
    isToldOn(one) ||
    isTook(one) ||
    isCarriedOver(one) ||
    isRemark(one) ||
    isNext(one, done) ||
    isToldBeside(one)
  );
}

/** `nộp rồi mà chị chưa vào sổ` */
const isUnseen = ({ clause }: Statement, { clause: { parts }, sense: { isStep } }: Statement): boolean =>
  isTheirs(clause.parts) && !isStep && find(parts, GIVEN) !== undefined;

const GIVEN = tags('hand', 'work', 'complete');

const SIGNS = /^(?:ky|ky nhay|ky nhan|dong dau|kip ky|kip dong dau)$/;
const OWED =
  /(?:^| )(?:bien ban|so|giay xac nhan|phieu xac nhan|giay bien nhan|bien nhan|ban giay|ban cung|ban goc)(?: |$)/;
const HANDED = /^(?:nop|gui|gui di|nop bao cao|gui bao cao|giao nop|chuyen|da nop|da gui)$/;
const STILL = tags('notYet', 'newly');
const SEVERAL = tags('every', 'some');

/** `nộp rồi nhưng hiệu trưởng chưa ký nháy trang 2`, `tiêm xong, có mỗi biên bản chưa đóng dấu`. */
function isUnsigned({ clause: { parts } }: Statement, { clause }: Statement): boolean {
  const sign = parts.findIndex((part) => SIGNS.test(foldedWords(part)));
  // The unit's own signature is its own work.
  if (sign < 0 || parts[sign]!.isAsked || find(parts, 'self') || find(parts, SEVERAL)) return false;
  const open = indexOf(parts, STILL, 0, sign);
  if (open < 0 || parts.slice(0, open).some(isNumber)) return false;
  const before = parts.slice(0, open);
  const isPaper = OWED.test(joinedWords(before));
  if (clause.parts.some((part) => HANDED.test(foldedWords(part))))
    return isPaper || find(before, 'you') !== undefined;
  return isPaper && !clause.parts.some((part) => part.tag === 'draft' || IS_PAPER.test(foldedWords(part)));
}

const IS_PAPER = /^(?:bao cao|ho so|to khai|danh sach|bien ban|don|phieu)$/;

const WATCHED = /^(?:theo doi|dang theo|dang theo doi.*)$/;

/** `có 1 con bê sốt nhẹ đang theo dõi`: one of them, and what became of it. */
function isFound({ clause: { parts }, sense: { meaning, decided } }: Statement): boolean {
  const isOne = parts[0]?.tag === 'have' && isNumber(parts[1]) && parts[1]!.tokens[0]!.kind === 'number';
  if (!isOne || find(parts, OPEN) || find(parts, OWN_WORK)) return false;
  // `có 1 đơn khách hẹn lại`
  if (find(parts, PUT_OFF) || parts.some(({ guesses }) => guesses.includes('promise'))) return false;
  if (meaning !== 'underway') return meaning === 'none' || meaning === 'trouble';
  const doing = parts.indexOf(decided[0]!);
  return WATCHED.test(joinedWords(parts.slice(doing, doing + 3)));
}

const PUT_OFF = tags('promise', 'again', 'more', 'moreTime', 'away');

const COUNTS = /^(?:kiem|dem|kiem ke|kiem kho|kiem dem|kiem quy|kiem hang|thong ke|kiem tra|ra soat|ra)$/;
const MEASURES = /^(?:kg|g|lit|l|ml|tan|ta|goi|chai|vien|ong|m|met|m3)$/;

const AS_BOOKED = /(?:^| )(?:dung|khop|dung nhu|dung voi|khop voi) (?:so|so sach|the kho|so lieu)(?: |$)/;

/** `kiểm kê xong, cloramin còn 18kg`, `đếm xong, còn 40 thùng đúng như sổ sách`: what is in stock. */
function isStock({ clause: { parts }, sense: { decided } }: Statement, { clause }: Statement): boolean {
  const isCounting =
    clause.parts.some((part) => COUNTS.test(foldedWords(part))) && !clause.parts.some(isNumber);
  if (!isCounting) return false;
  const left = indexOf(parts, 'left');
  if (left >= 0 && isNumber(parts[left + 1]) && AS_BOOKED.test(joinedWords(parts))) return true;
  if (decided[0]?.tag !== 'left') return false;
  return (
    isNumber(parts[left + 1]) &&
    MEASURES.test(foldedWords(parts[left + 2]).replace('.', '')) &&
    parts.slice(left + 3).every((part) => LIGHT.holds(part) || isUnknownWord(part) || isNumber(part)) &&
    !find(parts, VERBS)
  );
}

const TAKES_PICTURES = /^(?:chup|chup anh|chup hinh|gui|dang|up|post)$/;
export const PICTURES = /^(?:anh|hinh|hinh anh|clip|video)$/;

/** `dán hết rồi, còn chụp ảnh làm chứng`: pictures of it. */
function isPictured({ clause: { parts } }: Statement): boolean {
  const [left, act, what] = parts;
  // `ảnh chưa kịp chụp thôi`
  if (PICTURES.test(foldedWords(left)) && act?.tag === 'notYet')
    return what?.isAsked === false && TAKES_PICTURES.test(foldedWords(what)) && !parts.some(isNumber);
  if (left?.tag !== 'left' || act === undefined || act.isAsked || !TAKES_PICTURES.test(foldedWords(act)))
    return false;
  return (
    (/ (?:anh|hinh)$/.test(foldedWords(act)) || PICTURES.test(foldedWords(what))) &&
    !parts.some(isNumber) &&
    !find(parts, 'is') &&
    !find(parts, DENIALS)
  );
}

/** `có 2 phụ huynh vắng nhưng em đã gọi điện báo lại`: what was done about it. */
const isToldOn = ({ clause: { parts, opener } }: Statement): boolean =>
  opener === 'contrast' &&
  find(parts, 'self') !== undefined &&
  find(parts, 'prep') !== undefined &&
  isSettled(parts) &&
  !find(parts, OPEN) &&
  !find(parts, OWN_WORK);

const SURPLUS = /^(?:(?:tien|kinh phi|so|quy|con|tien con) )?(?:du|thua|ton)(?: |$)/;
const CARRIES = /^(?:chuyen|chuyen qua|nhap|nhap vao|gui|cong|de lai)$/;
const AMOUNT = /^(?:k|tr|triệu|trieu|nghìn|nghin|ngàn|ngan|đồng|dong|đ|tỷ)$/i;
const ON_TO =
  /^(?:sang nam|sang ky|sang thang|sang quy|ky sau|nam sau|thang sau|nam toi|quy sau|dot sau)(?: |$)/;

/** `quyết toán xong, dư 1tr2 chuyển sang năm sau`: what is left of the money. */
function isCarriedOver({ clause: { parts } }: Statement): boolean {
  if (!SURPLUS.test(joinedWords(parts.slice(0, 3)))) return false;
  const count = parts.findIndex(isNumber);
  if (count >= 0 && !AMOUNT.test(parts[count + 1]?.tokens[0]!.raw ?? '')) return false;
  const carries = parts.findIndex((part) => CARRIES.test(foldedWords(part)));
  return carries > 0 && parts.slice(carries + 1, carries + 3).some((part) => ON_TO.test(foldedWords(part)));
}

const SPANS = /^(?:tieng|gio|ngay|buoi|phut|tuan)$/;

/** `mạng chậm làm gần 2 tiếng mới xong`: how long it took. */
const isTook = ({ clause: { parts } }: Statement): boolean => {
  const newly = indexOf(parts, 'newly');
  const isSpan = newly > 1 && SPANS.test(foldedWords(parts[newly - 1])) && isNumber(parts[newly - 2]);
  return (
    isSpan &&
    parts[newly + 1]?.tag === 'complete' &&
    parts.slice(0, newly - 2).some(isToil) &&
    !find(parts, NOT_TAKEN)
  );
};

/** Right before the time: `đổ mái 3 ngày mới xong` may be to come. */
const isToil = (part: Part, at: number, before: readonly Part[]): boolean =>
  /^(?:lam|mat|ton|nhap|ngoi)$/.test(foldedWords(part)) &&
  before.slice(at + 1).every(({ tag }) => tag === 'nearly' || tag === 'every');

const NOT_TAKEN = tags(
  'ahead',
  'will',
  'maybe',
  'more',
  'notYet',
  'not',
  'left',
  'haveTo',
  'must',
  'promise',
  'further',
  'member',
  'piece',
);
