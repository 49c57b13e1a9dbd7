import { foldedWords, type Clause, type Part } from '../clause/part.js';
import {
  DENIALS,
  find,
  indexOf,
  isVerb,
  lastSpoken,
  LIGHT,
  sense,
  tags,
  VERBS,
  type Sense,
} from '../clause/sense.js';

/** Where a clause stands: at the end of the text, or the only one. */
export interface Place {
  last: boolean;
  alone: boolean;
}

const ANSWERABLE = tags('complete', 'hand', 'work', 'draft', 'prep', 'take');
const STATES = tags(
  'past',
  'already',
  'complete',
  'just',
  ...(['notYet', 'not', 'cannot', 'noMore'] as const),
);

/** A clause that asks: a question mark, a question word, or `… chưa ạ` / `… không ạ` at its end. */
export function judgeQuestion(clause: Clause, place: Place): Sense | null {
  const { parts, end } = clause;
  const asked = find(parts, 'ask');
  if (end === '?' || end === '？') return sense('question', [asked]);
  if (asked && !isDeniedState(parts, asked) && !isBeingSeen(parts, asked)) return sense('question', [asked]);
  // `thầy duyệt chưa ạ để em gọi thợ`
  if (!place.last && !(end === '' && find(parts, 'you') === parts[0]) && !asksYou(parts))
    return wonders(parts);
  const found =
    asksWhether(parts, place) ?? asksWhich(parts) ?? asksWhen(parts) ?? asksWhere(parts) ?? asksOr(parts);
  return found ? sense('question', [found]) : null;
}

/** `đang dò lại xem lệch bao nhiêu`: what is being found out is not asked. */
function isBeingSeen(parts: readonly Part[], asked: Part): boolean {
  const doing = indexOf(parts, 'doing', 0, parts.indexOf(asked));
  const sees = parts.findIndex((part, at) => at > doing + 1 && /^(?:xem|coi)$/.test(foldedWords(part)));
  return doing >= 0 && sees > 0 && sees < parts.indexOf(asked);
}

const WONDERS = /^(?:vay|the|nhi|a|anh|chi|thay|co)$/;

/** `nằm ở trang nào vậy ạ, …`: asked wherever it stands. */
function wonders(parts: readonly Part[]): Sense | null {
  const which = parts.findLastIndex((part) => part.tag === 'which');
  const after = parts.slice(which + 1);
  const isEnd = which > 0 && after.length > 0 && after.every((part) => WONDERS.test(foldedWords(part)));
  const found = isEnd && !find(parts, 'have') ? asksWhich(parts) : null;
  return found ? sense('question', [found]) : null;
}

/** `làm thế nào cũng không được`: the word that asks belongs to a denial. */
function isDeniedState(parts: readonly Part[], asked: Part): boolean {
  const at = parts.indexOf(asked);
  // `làm gì đã xong hả anh`
  if (foldedWords(parts[0]) === 'lam gi da' && foldedWords(asked) === 'ha') return true;
  // `không còn file nào chưa gửi`, `không còn cái nào hỏng`
  const isNone = find(parts, 'noMore', 0, at) !== undefined;
  if (isNone && (find(parts, 'notYet', at) ?? /(?:^| )nao$/.test(foldedWords(asked)))) return true;
  // `chưa cái nào ký xong`
  if (at === 1 && parts[0]!.tag === 'notYet' && /(?:^| )nao$/.test(foldedWords(asked))) return true;
  // `không phòng nào còn thiếu bình`
  if (parts[at - 1]?.tag === 'not' && find(parts, 'lack', at, at + 3)) return true;
  // `không mượn được chỗ nào khác`
  if (parts[at - 1]?.tag === 'able' && find(parts, DENIALS, 0, at)) return true;
  // `có phải chưa làm đâu`
  if (find(parts, 'denyAfter', at + 1)) return true;
  return parts.slice(at + 1).some((part) => part.tag === 'particle' && part.tokens[0]!.fold === 'cung');
}

/** `nộp chưa ạ`, `có phải nộp không` */
function asksWhether(parts: readonly Part[], place: Place): Part | null {
  const last = lastSpoken(parts);
  if (last?.tokens.length !== 1 || !(last.tag === 'not' || last.tag === 'notYet')) return null;
  const at = parts.indexOf(last);
  const said = parts.slice(0, at).filter((part) => !LIGHT.holds(part));
  if (said.length === 0) return null;
  // `gạch chưa về`
  if (parts.slice(at + 1).some((part) => /^(?:ve|toi|den|ra|len|xuong|vao)$/.test(foldedWords(part))))
    return null;
  if (last.tag === 'not') return /^(?:khong|hong)$/.test(last.tokens[0]!.fold) ? last : null;
  if (parts[at - 1]?.tag === 'then') return null;
  // Beside another statement it is rather that which has not been done: `quầy 3 xong, quầy 4 chưa`.
  return place.alone || asksYou(parts) || find(said, 'take') || (find(said, 'you') && find(said, ANSWERABLE))
    ? last
    : null;
}

/** `đủ giấy tờ chưa chị, hay còn gì nữa` */
function asksYou(parts: readonly Part[]): boolean {
  const you = parts.findLastIndex(({ tag }) => tag !== 'particle');
  const isAtEnd = parts[you]?.tag === 'you' && parts[you - 1]?.tag === 'notYet';
  return isAtEnd && find(parts, ASKABLE, 0, you) !== undefined && !find(parts, 'self');
}

const ASKABLE = tags('every', 'complete', 'have', 'hand');

/** `gửi cho phòng nào ạ`, `còn phải nộp gì nữa`: the word that asks comes last, and nothing is stated. */
function asksWhich(parts: readonly Part[]): Part | null {
  const at = parts.findLastIndex((part) => part.tag === 'which');
  const isSubject = at === 0 && parts[0]!.tokens[0]!.fold === 'ai';
  const isWhoever = (parts[at]?.tokens.length ?? 0) > 1;
  if ((at < 1 && !isSubject && !isWhoever) || at < 0 || find(parts, STATES)) return null;
  const after = parts.slice(at + 1).filter((part) => !LIGHT.holds(part) && part.tag !== 'more');
  // `banner ai in ạ`
  const isDoer = parts[at]!.tokens[0]!.fold === 'ai' && after.length === 1 && isVerb(after[0]);
  const wonders = parts.slice(at + 1).some((part) => /^(?:vay|the|nhi)$/.test(part.tokens[0]!.fold));
  // `bộ phận nào tiếp nhận hồ sơ ạ`
  const asksWho =
    at <= 3 &&
    parts[at]!.tokens.at(-1)!.fold === 'nao' &&
    parts.slice(0, at).every((part) => part.tag === null || SUBJECTS.holds(part)) &&
    (isVerb(parts[at + 1]) || parts[at + 1]?.tag === 'take');
  return after.length === 0 || wonders || isDoer || asksWho ? parts[at]! : null;
}

const SUBJECTS = tags('member', 'resource', 'other', 'particle', 'yes', 'you', 'at');

/** `tính đến 31/10 hay 30/11 ạ` */
function asksOr(parts: readonly Part[]): Part | null {
  const at = indexOf(parts, 'or');
  const next = parts[at + 1];
  return at > 0 && next && !isVerb(next) && !find(parts, STATES) ? parts[at]! : null;
}

/** `nộp đâu ạ`; `có nộp đâu` and `xong đâu` deny. */
function asksWhere(parts: readonly Part[]): Part | null {
  const last = lastSpoken(parts);
  if (last?.tag !== 'denyAfter' || last.tokens[0]!.fold !== 'dau' || find(parts, NO_PLACE)) return null;
  const verb = parts[parts.indexOf(last) - 1]?.tag;
  return verb === 'hand' || verb === 'work' ? last : null;
}

const NO_PLACE = tags('notYet', 'not', 'cannot', 'have', 'past', 'complete', 'able', 'noMore');
const GOES_ON = tags('then', 'self', 'sayAfter', 'letMe');

/** `bao giờ hết hạn vậy ạ`, `nộp khi nào`; `khi nào xong em báo` makes a condition. */
function asksWhen(parts: readonly Part[]): Part | null {
  const at = indexOf(parts, 'whenever');
  if (at < 0 || find(parts, DENIALS)) return null;
  const last = lastSpoken(parts);
  if (last === parts[at]) return parts[at]!;
  const verb = indexOf(parts, VERBS, at + 1);
  const then = find(parts, 'then', at + 1);
  return (then ?? find(parts, GOES_ON, verb < 0 ? at + 1 : verb + 1)) ? null : parts[at]!;
}
