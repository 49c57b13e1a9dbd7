import { findLack } from './find-lack.js';
import { judgeDone } from './judge-done.js';
import { foldedWords, type Part } from '../clause/part.js';
import { find, indexOf, LIGHT, OWN_WORK, PIECES, sense, tags, VERBS, type Sense } from '../clause/sense.js';

export const NONE = tags('noMore', 'not');
const WORK = tags('complete', 'hand', 'work', 'able');

const ARISES = /^(?:co|phat sinh|ghi nhan|xay ra|thay|gap|xuat hien)$/;

/** `không phát sinh ca nào trong tháng`: nothing came up. */
export function judgeNothingArose(parts: readonly Part[]): Sense | null {
  const at = indexOf(parts, NONE);
  const arises = parts[at + 1];
  if (at < 0 || arises === undefined || !ARISES.test(foldedWords(arises))) return null;
  const which = indexOf(parts, 'which', at + 2, at + 6);
  return which > 0 && !find(parts, VERBS) && parts.slice(which + 1).every(isLightOrTime)
    ? sense('clean', [parts[at], arises])
    : null;
}

/** English `no budget has been approved` */
export function judgeNoneYet(parts: readonly Part[]): Sense | null {
  const none = parts.findIndex(({ tag, tokens }) => tag === 'lack' && tokens[0]!.fold === 'no');
  const done = find(parts, 'complete', none + 1);
  return none >= 0 && parts[none + 1]?.tag === 'past' && done ? sense('open', [parts[none], done]) : null;
}

const isLightOrTime = (part: Part): boolean =>
  LIGHT.holds(part) || part.tag === 'within' || part.tag === 'today';

/** `không nói rõ thiếu gì` */
const isUntold = (part: Part | undefined): boolean => /^(?:noi|bao|ghi|neu)(?: ro)?$/.test(foldedWords(part));

const WHICH = tags('which', 'ask');
const HANDS = /^(?:nguoi|can bo|giao vien|nhan luc|tho|tien|kinh phi)(?: |$)/;

/** `không phòng nào còn thiếu bình`, `không còn thôn nào thiếu`; `không ai chậm cả` */
function judgeNobodyShort(parts: readonly Part[]): Sense | null {
  const not = indexOf(parts, NONE, 0, 3);
  const which = not < 0 ? -1 : indexOf(parts, WHICH, not + 1, not + 3);
  if (which < 0 || find(parts, 'if')) return null;
  const lack = indexOf(parts, 'lack', which + 1, which + 3);
  const isEvery = /(?:^| )nao$/.test(foldedWords(parts[which])) && lack > 0;
  if (isEvery && !find(parts, VERBS, not, lack) && !HANDS.test(foldedWords(parts[lack + 1])))
    return sense('done', [parts[not], parts[lack]]);
  const isNobody = foldedWords(parts[which]) === 'ai' && parts[not]!.tag === 'not';
  const late = isNobody
    ? parts.find((part) => /^(?:cham|tre|muon)(?: |$)/.test(foldedWords(part)))
    : undefined;
  return late ? sense('clean', [parts[not], late]) : null;
}

const UNFINISHED = /^(?:do dang|dang do|lam do|dang lam do|con do)$/;

/** `đâu có gì dở dang đâu` */
const judgeNothingBegun = (parts: readonly Part[]): Sense | null =>
  /^(?:dau|lam gi) co$/.test(foldedWords(parts[0])) &&
  WHICH.holds(parts[1]) &&
  UNFINISHED.test(foldedWords(parts[2]))
    ? sense('clean', [parts[0], parts[2]])
    : null;

/** `không còn gì phải làm`, `không còn việc gì dở dang` */
function findToDo(parts: readonly Part[], none: number): Part | undefined {
  const isNothing =
    parts[none]!.tag === 'noMore' && (find(parts, WHICH, none) ?? / gi$/.exec(foldedWords(parts[none])));
  return isNothing
    ? parts.slice(none + 1).find((part) => part.tag === 'haveTo' || UNFINISHED.test(foldedWords(part)))
    : undefined;
}

const SHORT = tags('notYet', 'lack', 'left', 'undo');

/** `không còn hộ nào chưa nhận tiền` */
const findReceived = (parts: readonly Part[], from: number): Part | undefined =>
  foldedWords(parts[from + 1]) === 'nhan' ? parts[from + 1] : undefined;

/** `không còn lớp nào chưa nộp`, `không sót hộ nào`: what is denied is that something is open. */
export function judgeNoneLeft(parts: readonly Part[]): Sense | null {
  const nobody = judgeNobodyShort(parts) ?? judgeNothingBegun(parts);
  if (nobody) return nobody;
  const rhetorical =
    find(parts, 'denyAfter') && indexOf(parts, 'have') === 0 && find(parts, 'which') ? 0 : -1;
  const at = rhetorical === 0 ? 0 : indexOf(parts, NONE);
  // `chưa có lớp nào là chưa nộp cả`
  const none = parts[0]?.tag === 'notYet' && parts[1]?.tag === 'have' ? indexOf(parts, 'which', 1, 5) : -1;
  const open = none < 0 ? -1 : indexOf(parts, 'notYet', none);
  if (open > 0 && find(parts, OWN_WORK, open)) return sense('done', [parts[0], parts[open]]);
  if (at < 0) return null;
  // `không còn đơn nào tồn`
  const which = indexOf(parts, 'which', at + 1);
  if (parts[at]!.tag === 'noMore' && which > 0 && /^(?:ton|sot|no|treo)$/.test(foldedWords(parts[which + 1])))
    return sense('done', [parts[at], parts[which + 1]]);
  const toDo = findToDo(parts, at);
  if (toDo) return sense('clean', [parts[at], toDo]);
  const short = indexOf(parts, SHORT, at + 1);
  const isNone =
    parts[at]!.tag === 'noMore' &&
    parts[short]?.tag === 'notYet' &&
    /^(?:which|ask)$/.test(parts[short - 1]?.tag ?? '');
  // `không có áo phao nên đội chưa dám ra`
  if (short > 0 && findLack(parts.slice(0, short))) return null;
  if (short < 0 || (!isNone && find(parts, WORK, at + 1, short)) || isUntold(parts[at + 1])) return null;
  // `có hộ nào chưa ký đâu`
  const isAll = parts[at]!.tag === 'noMore' || find(parts, 'which', at + 1) !== undefined;
  const verb =
    parts[short]!.tag === 'notYet' ? (find(parts, OWN_WORK, short) ?? findReceived(parts, short)) : undefined;
  // `không thiếu lớp nào`
  const [what, asked] = [parts[short + 1], parts[short + 2]];
  const isLack = parts[short]!.tag === 'lack';
  const isNobody =
    /^ai$/.test(foldedWords(what)) ||
    (PIECES.holds(what) && asked?.tag === 'which') ||
    (what?.tag === 'which' && / nao$/.test(foldedWords(what)));
  // `không còn lớp nào thiếu`
  const isNoneShort = parts[at]!.tag === 'noMore' && find(parts, 'which', at, short) !== undefined;
  if (isLack && (isNobody || isNoneShort)) return sense('done', [parts[at], parts[short]]);
  if (verb && isAll) return sense('done', [parts[at], parts[short], verb]);
  const done = judgeDone(parts.slice(0, at));
  if (done) return done;
  return isAll || parts[short]!.tag !== 'left' ? sense('clean', [parts[at], parts[short]]) : null;
}
