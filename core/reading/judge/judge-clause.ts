import { findFailure, findLack, findNeed } from './find-lack.js';
import { isIfNeeded } from './is-doubtful.js';
import { INVITE } from './doubted.js';
import { isPleaseLook, isThanks } from './courtesies.js';
import { judgeAndThen } from './judge-and-then.js';
import { judgeAck, judgeBare } from './judge-ack.js';
import { judgeDone } from './judge-done.js';
import { judgeHanded } from './judge-handed.js';
import { isOtherTime } from './odd.js';
import { judgeFavour, judgeOffer, judgeRequest, judgeWish } from './judge-offer.js';
import { judgeNoneLeft, judgeNoneYet, judgeNothingArose, NONE } from './judge-none.js';
import { judgeNothingLeft } from './judge-nothing-left.js';
import { judgeObstacle } from './judge-obstacle.js';
import { judgeOngoing, judgeOpen } from './judge-ongoing.js';
import { judgeQuestion, type Place } from './judge-question.js';
import { judgeUndone } from './judge-undone.js';
import { foldedWords, type Clause, type Part } from '../clause/part.js';
import {
  ANY_TIME,
  DENIALS,
  find,
  indexOf,
  isVerb,
  isSettled,
  OWN_WORK,
  sense,
  tags,
  withMeaning,
  type Sense,
} from '../clause/sense.js';
import { EMOJI, GUESS, shares, signSet, signsOf, type Sign } from '../clause/signs.js';

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
  [['noMore', 'not', 'solved', 'fine', 'left'], ({ parts }, place) => judgeNothingLeft(parts, place)],
  [['ask', 'not', 'notYet', 'which', 'whenever', 'denyAfter', 'or'], judgeQuestion],
  [['ambiguous'], ({ parts }) => judgeAmbiguous(parts)],
  [['which'], ({ parts }) => judgeOffer(parts)],
  [['favour'], ({ parts }) => judgeFavour(parts)],
  [['believed', 'then', 'ask', 'notYet'], ({ parts }) => judgeSupposed(parts)],
  [['again', 'lack', 'undo', GUESS], ({ parts }) => judgeUndone(parts)],
  [['noMore', 'not', 'denyAfter', 'which'], ({ parts }) => judgeNoneLeft(parts) ?? judgeNothingArose(parts)],
  [['then'], ({ parts }) => judgeWish(parts) ?? judgeConditional(parts)],
  [['lack'], ({ parts }) => judgeNoneYet(parts)],
  [HINDERING, ({ parts }) => judgeObstacle(parts)],
  [DOING, ({ parts }) => judgeAndThen(parts) ?? judgeDone(parts)],
  [['notYet', 'cannot'], ({ parts }) => judgeOpen(parts)],
  [['haveTo'], judgeOwed],
  [[], ({ parts }) => judgeOngoing(parts)],
  [['hand', 'resource', 'member'], ({ parts }) => judgeHanded(parts)],
  [
    ['letMe', 'ack', 'yes', 'able', 'take', 'must', 'hand', 'prep', 'draft', EMOJI],
    ({ parts }, place) => judgeAck(parts, place),
  ],
];

const NEEDING = JUDGES.map(([needs, judge]) => [needs.length > 0 ? signSet(needs) : null, judge] as const);

/** Reads one clause. */
export function judgeClause(clause: Clause, place: Place): Sense {
  const { parts, opener, end } = clause;
  const asks = end === '?' || end === '？';
  const need = findNeed(parts);
  if (need) return sense('blocked', need, { names: need[0]! });
  if (opener === 'propose') return judgeRequest(parts);
  if (opener === 'hurdle') return sense('trouble', parts.slice(0, 1), { names: parts[0] ?? null });
  if (isIfNeeded(parts) || isGreeting(parts) || isPleaseLook(parts)) return NOTHING_SAID;
  if (isThanks(parts)) return sense('ack', parts.slice(0, 1));
  // `can't proceed until the roof is fixed`
  if (parts[0]?.tag === 'stuck' && foldedWords(parts[1]) === 'until')
    return sense('blocked', parts.slice(0, 1), { names: parts[0] });
  // `that was done by the health station, not us`
  if (parts.length === 2 && parts[0]!.tag === 'not' && foldedWords(parts[1]) === 'us')
    return sense('unclear', parts.slice(0, 1));
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
    // `năm ngoái trường em được 5 giải`
    if (found?.meaning === 'underway' && parts.some(isOtherTime)) return NOTHING_SAID;
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

const NOT_OWED = tags('not', 'noMore', 'you', 'which', 'if', 'whenever');
const NOT_SURELY = tags('not', 'noMore', 'which', 'if', 'whenever');
const RETORTS = tags('denyAfter', 'not', 'cannot', 'ask');

const RECORDS = /^(?:danh sach|ds|bang|he thong|file|thong bao|bao cao|web|app|group|nhom|tren)(?: |$)/;
const SHOWS = /^(?:ghi|bao|hien|de|liet ke|van ghi|van bao|lai ghi|lai bao|ghi la|bao la)$/;

/** `sao danh sách vẫn ghi em chưa nộp` */
const isListedSo = ([, record, ...rest]: readonly Part[]): boolean =>
  RECORDS.test(foldedWords(record)) && rest.slice(0, 3).some((part) => SHOWS.test(foldedWords(part)));

/** `tưởng xong rồi`; `chưa xong thì em đâu dám báo`: a denial that is denied. */
function judgeSupposed(parts: readonly Part[]): Sense | null {
  const believed = find(parts, 'believed');
  if (believed) return sense('supposed', [believed]);
  // `sao chị ghi em chưa nộp`
  const isRetort = foldedWords(parts[0]) === 'sao' && (parts[1]?.tag === 'you' || isListedSo(parts));
  const missed = isRetort ? find(parts, 'notYet', 2) : undefined;
  if (missed) return sense(find(parts, 'self', 2) ? 'supposed' : 'question', [missed]);
  // `có phải chưa làm đâu`
  if (parts[0]?.tag === 'ask' || (parts[1]?.tag === 'ask' && !NONE.holds(parts[0]))) {
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
  if (then < 1 || find(parts, PREDICTED) || find(parts, 'ago', then)) return null;
  const cause = find(parts, HAPPENS, 0, then);
  const result = find(parts, OWN_WORK, then + 1);
  return cause && result && !find(parts, 'complete', 0, then) ? sense('underway', [cause, result]) : null;
}

/** `phải nộp bổ sung`, beside another statement: there is more to do. */
function judgeOwed({ parts, opener }: Clause, place: Place): Sense | null {
  const must = indexOf(parts, 'haveTo');
  // `còn phải hỏi lại công bác Tư`
  const isStill = must >= 0 && /^(?:con|van|van con) phai$/.test(foldedWords(parts[must]));
  const verb = find(parts, OWN_WORK, must + 1) ?? (isStill ? parts[must + 1] : undefined);
  // `hôm nay em phải làm cho xong`
  const isVow = find(parts, 'self', 0, must) && foldedWords(parts.at(-1)) === 'cho xong';
  if (verb && isVow && place.alone) return sense('underway', [parts[must], verb]);
  if (
    must < 0 ||
    !verb ||
    place.alone ||
    opener === 'so' ||
    opener === 'cause' ||
    isSettled(parts) ||
    find(parts, isStill ? NOT_SURELY : NOT_OWED)
  )
    return null;
  return sense('open', [parts[must], verb]);
}
