import { isOfAreas } from '../judge/areas.js';
import { foldedWords, type Clause, type Part } from '../clause/part.js';
import {
  find,
  indexOf,
  isNumber,
  isPartOf,
  isUnknownWord,
  isVerb,
  LIGHT,
  OWN_WORK,
  PIECES,
  sense,
  tags,
  type Sense,
} from '../clause/sense.js';

// Where one of these stands, what is told may be a plan, an order, a doubt, a part, or what befell somebody.
const NOT_TOLD = tags(
  ...(['will', 'ahead', 'promise', 'day', 'within', 'must', 'haveTo', 'favour', 'letMe', 'propose'] as const),
  ...([
    'wish',
    'if',
    'whenever',
    'then',
    'or',
    'ask',
    'maybe',
    'said',
    'believed',
    'notYet',
    'cannot',
  ] as const),
  ...([
    'wait',
    'doing',
    'begun',
    'further',
    'more',
    'newly',
    'nearly',
    'left',
    'some',
    'only',
    'except',
  ] as const),
  ...(['harm', 'lack', 'stuck', 'undo', 'suffer', 'denyAfter', 'contrast', 'ack', 'yes', 'take'] as const),
);
const DENIES = tags('not', 'noMore');
/** `từ sáng tới giờ`: still going on. */
const SINCE = /^(?:tu|tu .+|gio|toi|den)$/;

/**
 * An account of what was done, though no word says so: `photo 200 tờ rơi, phát ở chợ hết sạch`, `niêm phong 2 thùng phiếu,
 * chuyển văn phòng lúc 11h`. It takes two facts at least, and nothing that may be a plan or a doubt: one alone, or of areas
 * (`phun 3 thôn`), may be a part of it.
 */
export function readAccounts(clauses: readonly Clause[], senses: readonly Sense[]): readonly Sense[] {
  const facts = clauses.filter(({ parts }) => parts.length > 1);
  if (facts.length < 2 || !clauses.every((clause, at) => isToldPlainly(clause, senses[at]!))) return senses;
  const told = clauses.findIndex(isFact);
  const acts = clauses.filter(findAct).length;
  const isAccount = told >= 0 || acts > 1 || (acts > 0 && clauses.slice(1).some(isProof));
  if (!isAccount && !clauses.some(({ parts }) => parts.some(({ isAsked }) => isAsked))) return senses;
  const at = told >= 0 ? told : Math.max(clauses.findIndex(findAct), 0);
  const deed = findAct(clauses[at]!) ?? clauses[at]!.parts[0];
  return senses.map((one, index) => (index === at ? sense('done', [deed]) : one));
}

function isToldPlainly({ parts, opener, end }: Clause, said: Sense): boolean {
  if (opener !== null || end === '?' || parts.some(isOnePiece) || parts.some(isPlanned)) return false;
  const isUntold = (said.meaning === 'none' || isPartOf(said)) && !find(parts, DENIES);
  if (!isUntold && said.meaning !== 'clean') return false;
  return !parts.some((part) => NOT_TOLD.mayHold(part) || SINCE.test(foldedWords(part)));
}

/** `phát lớp 1`: others may follow; `bưng lên tầng 2` tells where, `tổ 2 họp dân` who. */
const isOnePiece = (part: Part, at: number, parts: readonly Part[]): boolean =>
  PIECES.holds(part) && isNumber(parts[at + 1]) && OWN_WORK.holds(parts[at - 1]);

/** `nước xuống là mình làm` */
const isPlanned = (part: Part, at: number, parts: readonly Part[]): boolean =>
  part.tag === 'is' && parts[at + 1]?.tag === 'self' && isVerb(parts[at + 2]);

const findAct = ({ parts }: Clause): Part | undefined => find(parts, OWN_WORK);

/** Something was done to so many, to all, or by the clock: `in 60 bộ`, `gia cố kín hết đoạn xung yếu`, `bưng hết bàn ghế`. */
function isFact({ parts }: Clause): boolean {
  const verb = indexOf(parts, OWN_WORK);
  if (verb >= 0) {
    const after = parts.slice(verb + 1);
    const isTimed =
      find(after, 'hour') !== undefined && (parts[verb]!.isAsked || parts[verb]!.tag === 'hand');
    return isTimed || find(after, 'every') !== undefined || after.some((_, at) => isCounted(after, at));
  }
  const [act, ...what] = parts.slice(parts.findIndex((part) => !LIGHT.holds(part)));
  return isUnknownWord(act) && what[0]?.tag === 'every';
}

const UNITS_OF_TIME = /^(?:ngay|gio|h|g|phut|tuan|thang|lan|buoi)$/;

/** `60 bộ`; of areas others may follow. */
function isCounted(parts: readonly Part[], at: number): boolean {
  const what = parts[at + 1];
  return (
    isNumber(parts[at]) &&
    what?.tokens[0]!.kind === 'word' &&
    !UNITS_OF_TIME.test(foldedWords(what)) &&
    !isOfAreas(parts, at)
  );
}

/** `có biên bản kèm theo` */
const isProof = ({ parts }: Clause): boolean => parts[0]?.tag === 'have' && !parts.some(isNumber);
