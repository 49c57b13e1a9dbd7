import { isGrant } from './approvals.js';
import { foldedWords, joinedWords, type Part } from '../clause/part.js';
import {
  find,
  indexOf,
  isNumber,
  isUnknownWord,
  LIGHT,
  mayBeVerb,
  PLAIN_WORK,
  tags,
  VERBS,
} from '../clause/sense.js';

const NOT_USED_UP = tags('past', 'will', 'ahead', 'take', 'harm', 'fine');
const NOT_TODAY = tags('today', 'day', 'within', 'maybe', 'believed');
const HINDERS = tags('every', 'harm', 'stuck', 'lack');
const NOT_TRIED = tags('complete', 'take', 'have');

const MAY_LACK = tags('notYet', 'not', 'cannot', 'noMore', 'every');
const MAY_FAIL = tags('notYet', 'not', 'cannot', 'denyAfter');
const HAVING = tags('have', 'every', 'able');
const ARRIVES = tags('have', 'every', 'prep', 'able', 'particle', 'at');
// `hết tuần`, `hết giờ`: the end of a time.
const SPANS = new Set(
  'gio ngay tuan thang nam quy han buoi ca viec dot hoc ky su suc moi tat cac'.split(' '),
);

/** What is lacking: `chưa có kinh phí`, `không đủ người`, `thuốc chưa về`, `kho hết găng tay`. */
export function findLack(parts: readonly Part[]): Part[] | null {
  for (let at = indexOf(parts, MAY_LACK); at >= 0; at = indexOf(parts, MAY_LACK, at + 1)) {
    const found =
      parts[at]!.tag !== 'every'
        ? (notHad(parts, at) ?? notArrived(parts, at) ?? notGiven(parts, at))
        : usedUp(parts, at);
    if (found) return found;
  }
  return null;
}

/** `chưa có kinh phí`, `không đủ người`, `không có xe`: with `nào` or `gì` behind it, it only says that there was none. */
function notHad(parts: readonly Part[], at: number): Part[] | null {
  // `không ai có mật khẩu`
  const isNobody = foldedWords(parts[at + 1]) === 'ai' && parts[at + 2]?.tag === 'have';
  let next = isNobody ? at + 2 : at + 1;
  while (HAVING.holds(parts[next]) || isGrant(parts[next])) next += 1;
  const what = parts[next];
  if (!what) return null;
  if (next === at + 1) return isEnglishNo(parts, at) ? [parts[at]!, what] : null;
  // `chưa đủ chữ ký` is on its way, `không đủ người` is not.
  if (parts[at]!.tag === 'notYet' && parts[next - 1]!.tag === 'every') return null;
  const which = parts.findIndex(({ tag }, index) => index >= next && index < next + 4 && tag === 'which');
  // `không có gì lau`, `không có con nào mà tiêm`
  const toDo =
    which < 0
      ? undefined
      : parts[which + (parts[which + 1]?.tag === 'that' || foldedWords(parts[which + 1]) === 'de' ? 2 : 1)];
  if (toDo && (TOUCHES.holds(toDo) || (parts[which + 1]?.tag === 'that' && isUnknownWord(toDo))))
    return [parts[at]!, parts[which]!];
  if (which >= 0 || parts.slice(next + 1, next + 4).some(({ tag }) => tag === 'complete')) return null;
  // `không có ý kiến`: nothing to object
  if (parts[at]!.tag === 'not' && foldedWords(what) === 'y kien' && next === parts.length - 1) return null;
  const isUnknown = isUnknownWord(what) && parts[at]!.tag === 'notYet';
  const isNamed =
    what.tag === 'resource' || (what.tag === 'you' && parts[next + 1] !== undefined) || isUnknown;
  return isNamed ? parts.slice(at, next + 1) : null;
}

/** `no vehicles`, `we have no fuel` */
function isEnglishNo(parts: readonly Part[], at: number): boolean {
  const [part, before, what] = [parts[at]!, parts[at - 1], parts[at + 1]!];
  if (!/^(?:no|without)$/.test(foldedWords(part))) return false;
  const isThings = before === undefined && /[a-z]{3,}s$/.test(foldedWords(what));
  return what.tag === 'resource' || (what.tag === null && (before?.tag === 'past' || isThings));
}

/** `kinh phí chưa có`, `người không đủ`, `thuốc chưa về` */
function notArrived(parts: readonly Part[], at: number): Part[] | null {
  const [before, next] = [parts[at - 1], parts[at + 1]];
  const isThing = before?.tag === null || before?.tag === 'other' || before?.tag === 'work';
  if (isThing && at > 0 && /^(?:ve|toi)$/.test(foldedWords(next)) && parts.length === at + 2)
    return [before, parts[at]!, next!];
  const isNamed = parts[at - 2]?.tag === 'resource' && parts.length === at + 2;
  // `xe cẩu chưa có`, `sách chưa về trường`
  if (isNamed && ARRIVED.test(foldedWords(next))) return [parts[at - 2]!, parts[at]!, next!];
  if (
    before?.tag === 'resource' &&
    /^(?:ve|toi|den)$/.test(foldedWords(next)) &&
    isPlace(parts.slice(at + 2))
  )
    return [before, parts[at]!, next!];
  if (before?.tag !== 'resource' || !next || parts.slice(at + 2).some((part) => !LIGHT.holds(part)))
    return null;
  // `ý kiến chưa hết`
  if (next.tag === 'every' && next.tokens[0]!.fold === 'het') return null;
  return ARRIVES.holds(next) ? [before, parts[at]!, next] : null;
}

const ARRIVED = /^(?:co|ve|toi|den)$/;
const PLACES = tags('member', 'other', 'particle', 'self', 'you');

const isPlace = (parts: readonly Part[]): boolean =>
  parts.length > 0 && parts.every((part) => PLACES.holds(part));

const GIVES =
  /^(?:cap|giao|giao hang|dua|gui|chuyen|duyet|tra|tra loi|phan hoi|xuat|xuat hang|chi|ban giao|giai ngan|bao gia|xac nhan|cho)$/;
const GIVERS =
  /^(?:so|tinh|tren|hang|xuong|ncc)(?= |$)|(?:^| )(?:huyen|cap tren|trung uong|cong ty|nha cung cap|kho bac|dien luc|buu dien|dai ly|nha xe|nha thau|doi tac|nha may|ben duoc|ngan hang)(?= |$)/;

/** `huyện chưa cấp`, `nhà cung cấp chưa giao hàng`: what has to come from others. */
function notGiven(parts: readonly Part[], at: number): Part[] | null {
  const next = parts[at + 1];
  if (parts[at]!.tag !== 'notYet' || next === undefined || !GIVES.test(foldedWords(next))) return null;
  const who = parts.slice(0, at);
  const isGiver = GIVERS.test(joinedWords(who));
  return isGiver && !who.some((part) => NOT_GIVERS.holds(part)) ? [parts[at]!, next] : null;
}

const NOT_GIVERS = tags('self', 'hand', 'complete', 'already', 'past', 'left');

/** `kho hết găng tay`, `thuốc hết rồi`. `hết giờ`, `tiêm hết học sinh` and `hết việc rồi` are not. */
function usedUp(parts: readonly Part[], at: number): Part[] | null {
  const part = parts[at]!;
  if (part.tag !== 'every' || part.tokens.length > 1 || part.tokens[0]!.fold !== 'het') return null;
  const [before, next] = [parts[at - 1], parts[at + 1]];
  // `hết que test`
  // `vậy là hết danh sách`, `còn buổi chiều nữa là hết lớp`
  if (parts[0]?.tag === 'just' || (before?.tag === 'is' && parts[at - 2]?.tag === 'more')) return null;
  const isHead =
    parts.slice(0, at).every((part) => LIGHT.holds(part) && part.tag !== 'at') &&
    (next?.tag === null || next?.tag === 'resource') &&
    next.guesses.length === 0;
  // `làm được 40% thì hết xi măng`
  const isTurn = before?.tag === 'then' && next?.tag === 'resource';
  if (isTurn) return [part, next];
  if (!isHead && (find(parts, VERBS) ?? (before && mayBeVerb(before)))) return null;
  if (find(parts, NOT_USED_UP) || before?.tag === 'nearly') return null;
  if (before?.tag === 'resource' && (!next || next.tag === 'already' || LIGHT.holds(next)))
    return [before, part];
  // `hết ấp Trung rồi, đang qua ấp Hậu`: those are through
  const isPlaceName = next?.tag === 'member' && (parts[at + 2]?.tag === null || isNumber(parts[at + 2]));
  // `46 hộ ra hết trường tiểu học rồi`, `QC pass hết lô`
  const isGoing =
    GOES.test(foldedWords(before)) || (at > 1 && before?.tag === null && next?.tag === 'member');
  if (isPlaceName || isGoing) return null;
  const isThing =
    next?.tag === null || next?.tag === 'resource' || next?.tag === 'other' || next?.tag === 'member';
  const token = next?.tokens[0];
  // `đi hết tuyến 6 km`
  if (isHead === false && isNumber(parts[at + 2])) return null;
  return next && isThing && token?.kind === 'word' && !SPANS.has(token.fold) ? [part, next] : null;
}

const GOES = /^(?:ra|vao|len|xuong|ve|qua|sang|di|den|toi)$/;

const TOUCHES = tags('work', 'draft');

/** `cần hỗ trợ xe mới chở được`, `phải có máy múc mới nạo vét được`: without it nothing can be done. */
export function findNeed(parts: readonly Part[]): Part[] | null {
  const newly = indexOf(parts, 'newly', 1);
  if (newly < 0) return null;
  const what = find(parts, 'resource', 0, newly);
  const able = parts.findLast((part) => !LIGHT.holds(part));
  if (!what || able?.tag !== 'able' || !find(parts, PLAIN_WORK, newly)) return null;
  return /^(?:can|phai|xin|co|de nghi|mong)(?: |$)/.test(foldedWords(parts[0])) ? [what, able] : null;
}

const TRIED = tags('hand', 'work', 'draft', 'prep', 'resource', 'further');

/** What cannot be done: `không gửi được`, `chưa thể triển khai`, `đăng nhập không được`, `có nộp được đâu`. */
export function findFailure(parts: readonly Part[]): Part[] | null {
  for (let at = indexOf(parts, MAY_FAIL); at >= 0; at = indexOf(parts, MAY_FAIL, at + 1)) {
    const part = parts[at]!;
    const found =
      part.tag === 'cannot'
        ? cannot(parts, at)
        : part.tag === 'not' || part.tag === 'notYet'
          ? (notAble(parts, at) ?? ableNot(parts, at))
          : part.tag === 'denyAfter'
            ? scorned(parts, at)
            : null;
    if (found) return found;
  }
  return null;
}

// `chưa qua được`, `không vào được`
const MOVES = new Set(['qua', 'vao', 'ra', 'len', 'xuong', 've', 'toi', 'den', 'vo']);

function isTried(part: Part | undefined): boolean {
  if (part === undefined) return false;
  if (LIGHT.holds(part)) return MOVES.has(foldedWords(part));
  return TRIED.holds(part) || mayBeVerb(part) || isUnknownWord(part) || part.tag === 'other';
}

/** `không thể triển khai`, `mãi không vào`; `không thể xong` is only not finished. */
function cannot(parts: readonly Part[], at: number): Part[] | null {
  const next = parts.slice(at + 1).find((part) => !LIGHT.holds(part));
  // `làm mãi không được`
  if (next?.tag === 'able' && isTried(parts[at - 1])) return [parts[at - 1]!, parts[at]!, next];
  return isTried(next) ? [parts[at]!, next!] : null;
}

/** `không mở được`, `chưa làm được`, `ko nop dc` */
function notAble(parts: readonly Part[], at: number): Part[] | null {
  // `không kịp rồi`; `chắc không kịp hôm nay` is only not finished.
  if (parts[at + 1]?.tag === 'able' && foldedWords(parts[at + 1]) === 'kip')
    return find(parts, NOT_TODAY) ? null : [parts[at]!, parts[at + 1]!];
  // `chưa làm kịp` is only not finished.
  const isFree = !find(parts, HINDERS, 0, at);
  if (
    isFree &&
    parts[at]!.tag === 'notYet' &&
    parts.slice(at + 2, at + 4).some((part) => foldedWords(part) === 'kip')
  )
    return null;
  const able = parts
    .slice(at + 2, at + 6)
    .find((part) => part.tag === 'able' || part.guesses.includes('able'));
  const between = able ? parts.slice(at + 1, parts.indexOf(able)) : [];
  if (!able || find(between, NOT_TRIED) || !between.some(isTried)) return null;
  return [parts[at]!, between.find(isTried)!, able];
}

const SUCCEEDS = /^(?:ra|noi|vao|len|thay|xuong)$/;

/** `đăng nhập không được`, `máy chạy không nổi`, `file mở không ra` */
function ableNot(parts: readonly Part[], at: number): Part[] | null {
  const [before, able] = [parts[at - 1], parts[at + 1]];
  if (parts[at]!.tag !== 'not' || !able || !before) return null;
  const isAble = able.tag === 'able' || (able.tokens.length === 1 && SUCCEEDS.test(foldedWords(able)));
  if (!isAble) return null;
  if (parts.slice(at + 2).some((part) => !LIGHT.holds(part) && part.tag !== 'already')) return null;
  return isTried(before) || before.tag === 'some' ? [before, parts[at]!, able] : null;
}

/** `có nộp được đâu` */
function scorned(parts: readonly Part[], at: number): Part[] | null {
  // `đếm sao được khi thang máy hỏng`
  const tried = parts[at - 1];
  if (/^sao (?:duoc|noi)$/.test(foldedWords(parts[at])) && isTried(tried) && parts[at + 1]?.tag === 'if')
    return [tried!, parts[at]!];
  const able = parts[at - 1];
  const verb = parts[at - 2];
  return able?.tag === 'able' && isTried(verb) && !LIGHT.holds(verb) ? [verb!, able, parts[at]!] : null;
}
