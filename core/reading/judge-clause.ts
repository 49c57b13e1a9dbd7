import { findFailure, findLack, findNeed } from './find-lack.js';
import { isIfNeeded } from './is-doubtful.js';
import { INVITE, isOnlyWished } from './doubted.js';
import { judgeAck, judgeBare } from './judge-ack.js';
import { judgeDone } from './judge-done.js';
import { judgeHanded } from './judge-handed.js';
import { isOtherTime } from './odd.js';
import { judgeFavour, judgeOffer, judgeRequest, judgeWish } from './judge-offer.js';
import { judgeObstacle } from './judge-obstacle.js';
import { judgeOngoing, judgeOpen } from './judge-ongoing.js';
import { judgeQuestion, type Place } from './judge-question.js';
import { judgeUndone } from './judge-undone.js';
import { foldedWords, type Clause, type Part } from './part.js';
import {
  ANY_TIME,
  DENIALS,
  find,
  indexOf,
  isVerb,
  isSettled,
  LIGHT,
  OWN_WORK,
  PIECES,
  sense,
  tags,
  VERBS,
  withMeaning,
  type Sense,
} from './sense.js';
import { EMOJI, GUESS, shares, signSet, signsOf, type Sign } from './signs.js';

const NONE = tags('noMore', 'not');
const WORK = tags('complete', 'hand', 'work', 'able');

const NOTHING_SAID: Sense = sense('none', []);

/** What judges a clause, and the tags without one of which it has nothing to say; none: it looks by itself. */
type Judge = readonly [needs: readonly Sign[], judge: (clause: Clause, place: Place) => Sense | null];

const HINDERING: readonly Sign[] = [
  ...(['stuck', 'trouble', 'harm', 'lack', 'wait', 'solved', 'suffer', 'every', 'denyAfter'] as const),
  ...(['not', 'notYet', 'cannot', 'noMore'] as const),
];

const DOING: readonly Sign[] = ['complete', 'hand', 'work', 'draft', 'prep', 'past', 'every', GUESS];

// Order matters: what takes a statement back is looked for before the statement itself.
const JUDGES: readonly Judge[] = [
  [['ask', 'not', 'notYet', 'which', 'whenever', 'denyAfter', 'or'], judgeQuestion],
  [['ambiguous'], ({ parts }) => judgeAmbiguous(parts)],
  [['which'], ({ parts }) => judgeOffer(parts)],
  [['favour'], ({ parts }) => judgeFavour(parts)],
  [['believed', 'then', 'ask', 'notYet'], ({ parts }) => judgeSupposed(parts)],
  [['again', 'lack', 'undo', GUESS], ({ parts }) => judgeUndone(parts)],
  [['noMore', 'not', 'denyAfter', 'which'], ({ parts }) => judgeNoneLeft(parts) ?? judgeNothingArose(parts)],
  [['then'], ({ parts }) => judgeWish(parts) ?? judgeConditional(parts)],
  [HINDERING, ({ parts }) => judgeObstacle(parts)],
  [DOING, ({ parts }) => judgeDone(parts)],
  [['notYet', 'cannot'], ({ parts }) => judgeOpen(parts)],
  [['haveTo'], judgeOwed],
  [[], ({ parts }) => judgeOngoing(parts)],
  [['hand', 'resource', 'member'], ({ parts }) => judgeHanded(parts)],
  [['letMe', 'ack', 'yes', 'able', 'take', EMOJI], ({ parts }, place) => judgeAck(parts, place)],
];

const NEEDING = JUDGES.map(([needs, judge]) => [needs.length > 0 ? signSet(needs) : null, judge] as const);

/** Reads one clause. */
export function judgeClause(clause: Clause, place: Place): Sense {
  const { parts, opener, end } = clause;
  const asks = end === '?' || end === '？';
  if (!asks && opener !== 'hurdle' && parts.every(isUnknown)) return NOTHING_SAID;
  const need = findNeed(parts);
  if (need) return sense('blocked', need, { names: need[0]! });
  if (opener === 'propose') return judgeRequest(parts);
  if (opener === 'hurdle') return sense('trouble', parts.slice(0, 1), { names: parts[0] ?? null });
  if (isOnlyWished(parts)) return sense('unclear', parts.slice(-1));
  if (isIfNeeded(parts) || isGreeting(parts)) return NOTHING_SAID;
  // `can't proceed until the roof is fixed`
  if (parts[0]?.tag === 'stuck' && foldedWords(parts[1]) === 'until')
    return sense('blocked', parts.slice(0, 1), { names: parts[0] });
  const helpless = judgeHelpless(parts);
  if (helpless) return helpless;
  if (asks) return judgeQuestion(clause, place) ?? NOTHING_SAID;
  // `phát thuốc cho dân vùng ngập: hoàn tất lúc trưa nay`: what it is about.
  if (end === ':' && isVerb(parts[0]) && find(parts, 'harm') && !find(parts, DENIALS)) return NOTHING_SAID;
  const signs = signsOf(parts);
  for (const [needs, judge] of NEEDING) {
    if (needs !== null && !shares(needs, signs)) continue;
    const found = judge(clause, place);
    // `năm ngoái không còn lớp nào chưa nộp`
    if (found?.meaning === 'done' && parts.some(isOtherTime)) return withMeaning(found, 'unclear');
    if (found) return found;
  }
  return judgeBare(clause, place);
}

/** `chúc mừng 20/11 các cô`, `mời cả nhà tối nay qua chơi` */
const isGreeting = (parts: readonly Part[]): boolean =>
  (parts[0]?.tag === 'wish' && (!parts.some(isVerb) || !find(parts, 'self'))) || isInvitation(parts);

/** `mời các đơn vị chiều mai qua dự khai mạc` */
const isInvitation = (parts: readonly Part[]): boolean =>
  parts[0]?.tokens[0]!.key === INVITE &&
  find(parts, ANY_TIME, 1) !== undefined &&
  !find(parts, 'complete', 1) &&
  !isSettled(parts.slice(1));

const HELPLESS = tags('denyAfter', 'ask', 'which');

/** `không có hóa chất thì lấy gì mà phun hả anh`: it is asked, and no answer is wanted. */
function judgeHelpless(parts: readonly Part[]): Sense | null {
  const then = indexOf(parts, 'then');
  if (then < 2) return null;
  const lack = findLack(parts.slice(0, then));
  return lack && find(parts, HELPLESS, then) ? sense('blocked', lack, { names: lack[0]! }) : null;
}

function judgeAmbiguous(parts: readonly Part[]): Sense | null {
  const found = find(parts, 'ambiguous');
  // `sap xong roi doi em ti`: whatever it is, it is nearly done.
  if (found && parts[0]?.tag === 'nearly') return null;
  return found ? sense('unclear', [found], { isWhen: !find(parts, DENIALS) }) : null;
}

function isUnknown(part: Part): boolean {
  return part.tag === null && part.tokens[0]!.kind !== 'emoji';
}

const NOT_OWED = tags('not', 'noMore', 'you', 'which', 'if', 'whenever');
const RETORTS = tags('denyAfter', 'not', 'cannot', 'ask');

/** `tưởng xong rồi`; `chưa xong thì em đâu dám báo`: a denial that is denied. */
function judgeSupposed(parts: readonly Part[]): Sense | null {
  const believed = find(parts, 'believed');
  if (believed) return sense('supposed', [believed]);
  // `sao chị ghi em chưa nộp`
  const isRetort = foldedWords(parts[0]) === 'sao' && parts[1]?.tag === 'you';
  const missed = isRetort ? find(parts, 'notYet', 2) : undefined;
  if (missed) return sense(find(parts, 'self', 2) ? 'supposed' : 'question', [missed]);
  // `có phải chưa làm đâu`
  if (parts[0]?.tag === 'ask' || parts[1]?.tag === 'ask') {
    const open = find(parts, DENIALS);
    if (open && find(parts, 'denyAfter', parts.indexOf(open))) return sense('supposed', [open]);
  }
  const then = indexOf(parts, 'then');
  const denied = find(parts, DENIALS, 0, Math.max(then, 0));
  // `sếp chưa ký thì em không làm gì được`
  const failed = then > 0 ? findFailure(parts.slice(then + 1)) : null;
  if (denied && failed) return sense('blocked', failed, { names: failed[0]! });
  const retort = denied ? find(parts, RETORTS, then + 1) : undefined;
  return retort ? sense('supposed', [denied, retort]) : null;
}

const HAPPENS = tags('hand', 'work', 'draft', 'take', 'yes', 'have', 'fine', 'every', 'if', 'whenever');
const PREDICTED = tags('past', 'already', 'notYet', 'not', 'doing', 'sayAfter');

/** `chị ấy ok thì em chốt`, `có kinh phí thì làm xong`: what is done only then. */
function judgeConditional(parts: readonly Part[]): Sense | null {
  const then = indexOf(parts, 'then');
  // `nếu không có gì thay đổi thì thứ 5 em nộp`
  const when = then < 1 || parts[0]?.tag !== 'if' ? undefined : find(parts, ANY_TIME, then);
  const planned = when && !isSettled(parts) ? find(parts, OWN_WORK, parts.indexOf(when)) : undefined;
  if (planned) return sense('next', [when, planned]);
  if (then < 1 || find(parts, PREDICTED)) return null;
  const cause = find(parts, HAPPENS, 0, then);
  const result = find(parts, OWN_WORK, then + 1);
  return cause && result && !find(parts, 'complete', 0, then) ? sense('underway', [cause, result]) : null;
}

/** `phải nộp bổ sung`, beside another statement: there is more to do. */
function judgeOwed({ parts, opener }: Clause, place: Place): Sense | null {
  const must = indexOf(parts, 'haveTo');
  const verb = find(parts, OWN_WORK, must + 1);
  if (
    must < 0 ||
    !verb ||
    place.alone ||
    opener === 'so' ||
    opener === 'cause' ||
    isSettled(parts) ||
    find(parts, NOT_OWED)
  )
    return null;
  return sense('open', [parts[must], verb]);
}

const ARISES = /^(?:co|phat sinh|ghi nhan|xay ra|thay|gap|xuat hien)$/;

/** `không phát sinh ca nào trong tháng`: nothing came up. */
function judgeNothingArose(parts: readonly Part[]): Sense | null {
  const at = indexOf(parts, NONE);
  const arises = parts[at + 1];
  if (at < 0 || arises === undefined || !ARISES.test(foldedWords(arises))) return null;
  const which = indexOf(parts, 'which', at + 2, at + 6);
  const rest = parts.slice(which + 1);
  // `không có gì bất thường`
  const isOdd = which === at + 2 && rest.filter(isUnknown).length <= 2;
  return which > 0 &&
    !find(parts, VERBS) &&
    rest.every((part) => isLightOrTime(part) || (isOdd && isUnknown(part)))
    ? sense('clean', [parts[at], arises])
    : null;
}

const isLightOrTime = (part: Part): boolean =>
  LIGHT.holds(part) || part.tag === 'within' || part.tag === 'today';

/** `không nói rõ thiếu gì` */
const isUntold = (part: Part | undefined): boolean => /^(?:noi|bao|ghi|neu)(?: ro)?$/.test(foldedWords(part));

const SHORT = tags('notYet', 'lack', 'left', 'undo');

/** `không còn lớp nào chưa nộp`, `không sót hộ nào`: what is denied is that something is open. */
function judgeNoneLeft(parts: readonly Part[]): Sense | null {
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
  const short = indexOf(parts, SHORT, at + 1);
  const isNone =
    parts[at]!.tag === 'noMore' &&
    parts[short]?.tag === 'notYet' &&
    /^(?:which|ask)$/.test(parts[short - 1]?.tag ?? '');
  if (short < 0 || (!isNone && find(parts, WORK, at + 1, short)) || isUntold(parts[at + 1])) return null;
  // `có hộ nào chưa ký đâu`
  const isAll = parts[at]!.tag === 'noMore' || find(parts, 'which', at + 1) !== undefined;
  const verb = parts[short]!.tag === 'notYet' ? find(parts, OWN_WORK, short) : undefined;
  // `không thiếu lớp nào`
  const [what, asked] = [parts[short + 1], parts[short + 2]];
  const isLack = parts[short]!.tag === 'lack';
  const isNobody = /^ai$/.test(foldedWords(what)) || (PIECES.holds(what) && asked?.tag === 'which');
  // `không còn lớp nào thiếu`
  const isNoneShort = parts[at]!.tag === 'noMore' && find(parts, 'which', at, short) !== undefined;
  if (isLack && (isNobody || isNoneShort)) return sense('done', [parts[at], parts[short]]);
  if (verb && isAll) return sense('done', [parts[at], parts[short], verb]);
  const done = judgeDone(parts.slice(0, at));
  if (done) return done;
  return isAll || parts[short]!.tag !== 'left' ? sense('clean', [parts[at], parts[short]]) : null;
}
