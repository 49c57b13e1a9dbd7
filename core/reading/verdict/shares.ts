import { isOtherTime } from '../judge/odd.js';
import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { isAll, isWishedAt, type Quantity } from '../clause/quantities.js';
import {
  BEHIND,
  endsInPlea,
  find,
  indexOf,
  isNumber,
  isPartOf,
  PLAIN_WORK,
  tags,
  withMeaning,
  type Sense,
} from '../clause/sense.js';
import { isThey } from '../settle/settle-speech.js';
import { createStatement, type Share, type Statement } from './statement.js';

const AGREES = /^(?:ung ho|dong y|nhat tri|tan thanh|dong tinh|dong thuan|tin tuong)$/;

/** `nhất trí 100%`, `phụ huynh ủng hộ 100%`: how many agree is no share of the work. */
export function isAgreed({ parts }: Clause, { meaning, decided }: Sense): boolean {
  const [ack] = decided;
  const of = parts.findIndex(({ tokens }) => tokens[0]!.kind === 'percent');
  if (of > 0 && !parts[of - 1]!.isAsked && AGREES.test(foldedWords(parts[of - 1]))) return true;
  return (
    meaning === 'ack' && ack?.tag === 'ack' && parts[parts.indexOf(ack) + 1]?.tokens[0]!.kind === 'percent'
  );
}

const HEDGES = tags('nearly', 'doing');

export function readShare(clause: Clause, found: readonly Quantity[]): Share {
  if (found.length === 0) return null;
  const first = clause.parts.findIndex((part) => /^(?:percent|ratio|number)$/.test(part.tokens[0]!.kind));
  if (isWishedAt(clause.parts, first)) return 'wished';
  if (!found.every(isAll) || find(clause.parts, HEDGES, 0, first)) return 'partly';
  const before = clause.parts.slice(0, first);
  // `chiều nay 15/15 lớp`, `thứ 6 đủ 15/15`: it may be what is meant for then.
  const isDue = find(before, 'day') !== undefined && !find(clause.parts, BEHIND) && !find(before, 'able');
  return isDue || before.some(isNotSure) ? 'wished' : 'full';
}

const DOUBTED = tags('maybe', 'said', 'believed');

/** `nghe nói 100% rồi`, `đợt trước 100%`, `trường kia họ báo 100%` */
const isNotSure = (part: Part): boolean =>
  DOUBTED.holds(part) ||
  isOtherTime(part) ||
  foldedWords(part) === 'thang truoc' ||
  isThey(part) ||
  part.guesses.includes('believed');

/** `xong 70%` is under way; `15/15` alone is done; `gần 100%` and `sẽ đạt 100%` are not. */
export function mergeShare(sense: Sense, share: Share): Sense {
  if (share === null || share === 'wished') return sense;
  const { meaning, ofPart } = sense;
  if (share === 'partly')
    return meaning === 'blocked' || meaning === 'undone' || (meaning === 'unclear' && !ofPart)
      ? sense
      : withMeaning(sense, 'underway');
  // `tiêm được 134/134 con`
  if (meaning === 'underway' && sense.decided[0]?.tag === 'able') return withMeaning(sense, 'done');
  const isSilent = meaning === 'none' || meaning === 'ack' || meaning === 'clean';
  return isSilent || isPartOf(sense) ? withMeaning(sense, 'done', false) : sense;
}

const isShort = ({ tag }: Part): boolean => tag === 'left' || tag === 'lack' || tag === 'notYet';

const NOT_ALL = tags(
  ...(['will', 'ahead', 'promise', 'must', 'haveTo', 'favour', 'letMe', 'notYet', 'not', 'cannot'] as const),
  ...([
    'if',
    'whenever',
    'you',
    'then',
    'wait',
    'nearly',
    'doing',
    'maybe',
    'day',
    'within',
    'today',
  ] as const),
);

/** `cấp hết thẻ cho hộ nghèo, không sót ai`: without what follows the cards may be used up. */
const isAllGiven = ({ clause: { parts, opener }, sense: { meaning } }: Statement): boolean => {
  const every = indexOf(parts, 'every', 1);
  const isPlain = meaning === 'none' && opener === null && PLAIN_WORK.holds(parts[every - 1]);
  return isPlain && /^(?:het|du)$/.test(foldedWords(parts[every])) && !find(parts, NOT_ALL);
};

/** `kiểm tra xong 9 bếp ăn, cả 9 đều đạt`: the figure was that of all. */
export function withAllCounted(said: readonly Statement[]): readonly Statement[] {
  if (!said.some((one) => isPartOf(one.sense) || isAllGiven(one))) return said;
  const all = said.flatMap(({ clause: { parts } }) =>
    parts.flatMap((part, at) =>
      part.tag === 'every' && isNumber(parts[at + 1]) ? parts[at + 1]!.tokens[0]!.raw : [],
    ),
  );
  // `lắp xong 6 bình, còn dư 1 bình`
  const isOver = said.some(({ clause }) =>
    clause.parts.some((part) => /^con (?:du|thua)/.test(foldedWords(part))),
  );
  // `khám xong 312 em, không sót lớp nào`
  const isNoneLeft = said.some(
    ({ clause: { parts }, sense }) =>
      (sense.meaning === 'clean' && sense.decided.some(isShort)) ||
      // `all classes included`
      (find(parts, 'every') !== undefined && foldedWords(parts.at(-1)) === 'included'),
  );
  if (all.length === 0 && !isOver && !isNoneLeft) return said;
  // `cấp hết thẻ, không sót ai nhé`: what others are told to do
  const isTold = !said.some(({ clause }) => endsInPlea(clause.parts));
  return said.map((one) => {
    const isAll =
      isOver || isNoneLeft || one.sense.decided.some(({ tokens }) => all.includes(tokens[0]!.raw));
    return (isPartOf(one.sense) && isAll) || (isNoneLeft && isTold && isAllGiven(one))
      ? createStatement(one.clause, withMeaning(one.sense, 'done', false), one.share)
      : one;
  });
}
