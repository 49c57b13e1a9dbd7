import { withoutAsides } from './asides.js';
import { isOnlyNotYet } from './bare-answer.js';
import { decideBlocked, hasReason, isAtStandstill, isCarriedOn, isStopped } from './decide-blocked.js';
import { isCutShort } from './cut-short.js';
import { decideDone } from './decide-done.js';
import { foldedWords, rawWords, type Clause, type Part } from '../clause/part.js';
import { isMeantForOthers, isMended, isToldBefore, isWhyStuck } from './mended.js';
import { isTheirs } from '../judge/is-theirs.js';
import type { Quantity } from '../clause/quantities.js';
import type { Status } from '../reading.js';
import {
  find,
  isPartOf,
  LIGHT,
  OWN_WORK,
  tags,
  withMeaning,
  type Meaning,
  type Sense,
} from '../clause/sense.js';
import { hasRestToCome } from './rest-to-come.js';
import { isOnlyHeard, isOnlyHoped, isSmallTalk } from './small-talk.js';
import { isAgreed, mergeShare, readShare, withAllCounted } from './shares.js';
import { createStatement, isHeaded, isOpen, retold, says, type Statement } from './statement.js';
import { isTakenOn } from './taken-on.js';
import { withoutIllusions } from './illusions.js';
import { withoutPeers } from './peers.js';
import { withoutSupplements } from './supplements.js';
import { isUnplaced } from './unplaced.js';

interface Verdict {
  status: Status | null;
  evidence: string[];
}

/** Makes one status of what the clauses say. Where they contradict each other without order, there is none. */
export function combine(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  quantities: readonly Quantity[][],
  asksTime: boolean,
): Verdict {
  const said = withoutHandicaps(
    clauses.map((clause, index): Statement => {
      const share = readShare(clause, quantities[index]!);
      const own = senses[index]!;
      return createStatement(
        clause,
        isAgreed(clause, own) ? own : mergeShare(openAfterContrast(clause, own), share),
        share,
      );
    }),
  );
  const status = decide(
    withoutAsides(withoutSupplements(withoutPeers(withoutIllusions(withAllDone(withAllCounted(said)))))),
  );
  // `do mưa lớn, xin gia hạn`: a reason for asking, which does not say how far the work is.
  const isReason =
    asksTime &&
    !said.some((one) => isHeaded(one) || (SAYS_HOW_FAR.has(one.sense.meaning) && !isPurpose(one.sense)));
  // `xin thêm ít hôm, máy mới sửa xong`: who asks for more time has not done all of it.
  const isOdd = asksTime && status === 'done';
  const isUntold = isReason || isOdd || isOnlyHoped(said);
  return { status: isUntold ? null : status, evidence: evidenceOf(said, quantities) };
}

/** `xin gia hạn 2 ngày để trường đối chiếu lại` */
function isPurpose({ meaning, decided }: Sense): boolean {
  return meaning === 'ack' && decided[0]?.tag === 'letMe';
}

/** The words that decided and the figures, each once. */
function evidenceOf(said: readonly Statement[], quantities: readonly Quantity[][]): string[] {
  const words: string[] = [];
  const add = (word: string): void => {
    if (!words.includes(word)) words.push(word);
  };
  for (const { sense } of said)
    if (sense.meaning !== 'none') for (const part of sense.decided) add(rawWords(part));
  for (const found of quantities) for (const { token } of found) add(token.raw);
  return words;
}

const SAYS_HOW_FAR: ReadonlySet<Meaning> = new Set<Meaning>([
  'done',
  'open',
  'underway',
  'next',
  'blocked',
  'ack',
  'undone',
]);

/** `chấm xong nhưng chưa vào sổ`: whatever has not been done keeps it open. */
function openAfterContrast(clause: Clause, sense: Sense): Sense {
  if (clause.opener !== 'contrast' || sense.meaning !== 'none' || isTheirs(clause.parts)) return sense;
  const first = clause.parts.find((part) => part.tag !== 'self' && part.tag !== 'you' && part.tag !== 'now');
  return first?.tag === 'notYet' ? withMeaning(sense, 'open', sense.ofPart, [first]) : sense;
}

/** `tiêm 210/210 con xong sáng nay`: of all of it, when it was done is not in doubt. */
function withAllDone(said: readonly Statement[]): readonly Statement[] {
  const isDoneToday = ({ share, sense: { meaning, isWhen, decided } }: Statement): boolean =>
    share === 'full' && meaning === 'unclear' && isWhen && decided[0]?.tag === 'today';
  return said.map((one) => (isDoneToday(one) ? retold(one, 'done') : one));
}

/** `dù mưa lớn nhưng xã vẫn hoàn thành đúng hạn`: what was in the way of it no longer is, and it has been done. */
function withoutHandicaps(said: Statement[]): Statement[] {
  if (said.every(({ clause }) => clause.opener !== 'although')) return said;
  return said.map((one, index) => {
    const [before, after] = [said[index - 1], said[index + 1]];
    const isOvercome = one.clause.opener === 'although' && after !== undefined && isDespite(after);
    if (isOvercome && one.sense.meaning === 'trouble') return retold(one, 'none');
    const { meaning, isWhen } = one.sense;
    const isLater = (meaning === 'unclear' && isWhen) || one.sense.decided[0]?.tag === 'within';
    return before?.clause.opener === 'although' && isLater && isDespite(one) ? retold(one, 'done') : one;
  });
}

function isDespite({ clause, sense }: Statement): boolean {
  const isStill = clause.parts.some(({ tokens }) => tokens[0]!.fold === 'van');
  const isTold = /^(?:done|unclear)$/.test(sense.meaning) || sense.decided[0]?.tag === 'within';
  return isStill && find(clause.parts, 'complete') !== undefined && isTold;
}

function decide(said: readonly Statement[]): Status | null {
  if (isTakenOn(said)) return 'acknowledged';
  const undone = said.findLastIndex(
    (one, at) =>
      one.sense.meaning === 'undone' && !isMended(one, said) && !isWhyStuck(one, said, said[at + 1]),
  );
  if (undone >= 0) return decideUndone(said, undone);
  if (says(said, 'done')) return decideDone(said);
  const isBlocked = says(said, 'blocked');
  if (isBlocked && (said.some(isClaim) || mayBeOver(said))) return null;
  if (isSmallTalk(said)) return null;
  if (isOnlyNotYet(said)) return 'in_progress';
  if (isBlocked && says(said, 'question') && said.every(mayJustSeek)) return null;
  const hindered = decideHindered(said);
  if (hindered !== null) return hindered;
  // `nói xong rồi mà chưa thấy hồ sơ nên chưa dám báo xong`: what others say of it is no obstacle.
  const isHearsay = said.some(({ clause }) => find(clause.parts, 'said') !== undefined);
  const isPartly = said.some(({ share }) => share === 'partly');
  // `nghe chị Thắm nói xong rồi, em chưa kiểm tra`: how far it is, nobody knows.
  if (isHearsay && says(said, 'open') && isOnlyHeard(said)) return null;
  if (says(said, 'open'))
    return hasReason(said) && !isHearsay && !isPartly && !said.some(isRestDone) ? 'blocked' : 'in_progress';
  const isDoing = said.some(
    ({ sense, share }) =>
      sense.meaning === 'underway' &&
      (STATES.holds(sense.decided[0]) || (share === 'partly' && SO_FAR.holds(sense.decided[0]))),
  );
  if ((isDoing || said.some(isPromised)) && says(said, 'unclear')) return 'in_progress';
  if (says(said, 'supposed') || said.some(({ sense }) => sense.meaning === 'unclear' && !sense.ofPart))
    return null;
  if (says(said, 'underway') || says(said, 'next')) return 'in_progress';
  if (says(said, 'unclear')) return hasRestToCome(said) ? 'in_progress' : null;
  // `đọc rồi mà chưa hiểu`
  const isPuzzled = said.some(
    ({ clause, sense }) => clause.opener === 'contrast' && sense.meaning === 'question',
  );
  if (isPuzzled) return null;
  // `không biết thầy Tuấn nộp chưa, để em hỏi`
  const isToAsk =
    (says(said, 'question') || said.some(isGuess)) &&
    said.every(({ sense }) => sense.meaning !== 'ack' || isPurpose(sense));
  return says(said, 'ack') && !isToAsk && !said.some(isUnplaced) ? 'acknowledged' : null;
}

/** `chắc là rồi` */
const isGuess = ({ clause: { parts } }: Statement): boolean =>
  parts[0]?.tag === 'maybe' &&
  parts[1]?.tag === 'already' &&
  parts.slice(2).every((part) => LIGHT.holds(part));

/** Where something is in the way: whether the work goes on all the same. */
function decideHindered(said: readonly Statement[]): Status | null {
  if (isCutShort(said)) return 'blocked';
  const isBlocked = says(said, 'blocked');
  if (!isBlocked && !says(said, 'trouble')) return null;
  if (said.some((one) => goesOn(one) || (one.clause.opener === 'contrast' && isCarriedOn(one.clause))))
    return 'in_progress';
  if (isBlocked) return decideBlocked(said);
  return says(said, 'underway') ? 'in_progress' : 'blocked';
}

const SAYS_DONE = tags('complete', 'past');

/** `còn hai hộ đi vắng chưa ký, còn lại xong hết` */
const isRestDone = ({ clause: { parts } }: Statement): boolean =>
  /^(?:con lai|so con lai|hau het|da so|phan lon)$/.test(foldedWords(parts[0])) &&
  find(parts, SAYS_DONE) !== undefined &&
  !find(parts, 'notYet');

const SEEKS = /^(?:tim|kiem|mo|tai|doc|xem|thay)$/;

/** `ở trang nào vậy ạ, em tìm không ra`: it is asked where it is. */
const mayJustSeek = ({ sense: { meaning, decided } }: Statement): boolean =>
  meaning === 'question' ||
  meaning === 'none' ||
  (meaning === 'blocked' && SEEKS.test(foldedWords(decided[0])));

/** `luc dau thieu nguoi, sau muon duoc nen xong roi`: what was in the way was before. */
const mayBeOver = (said: readonly Statement[]): boolean =>
  says(said, 'unclear') &&
  !said.some(({ clause, sense }) => sense.meaning === 'blocked' && !find(clause.parts, 'ago'));

/** `viết tới trang 6 rồi, tối nay xong` */
const isPromised = ({ clause: { parts }, sense: { meaning, decided } }: Statement): boolean =>
  meaning === 'underway' && decided[0]?.tag === 'day' && parts.at(-1)?.tag === 'complete';

/** `đang làm thì mưa, mai làm tiếp` */
function goesOn({ clause, sense }: Statement): boolean {
  return sense.meaning === 'next' && find(clause.parts, 'further') !== undefined;
}

const STATES = tags('doing', 'begun');
// `31/45 vaccinated so far, night shift is booked for Thursday`
const SO_FAR = tags('newly', 'some');

/** `phun xong 18 ha, hết thuốc`: done so far, or all of it. */
function isClaim({ sense }: Statement): boolean {
  return isPartOf(sense) && sense.decided.some((part) => OWN_WORK.holds(part));
}

/** `gửi nhầm file`, `nộp rồi nhưng bị trả lại`: only what is said after it counts as done. */
function decideUndone(said: readonly Statement[], undone: number): Status | null {
  if (isMeantForOthers(said[undone]!)) return null;
  const after = said.slice(undone + 1);
  const isLeft = said.some((one) => isOpen(one) && !isToldBefore(one));
  if (!isLeft && says(after, 'done')) return decide(after);
  // `kính cắt sai, phải trả xưởng, giờ thợ ngưng hết`
  if (after.some((one) => isStopped(one) || isAtStandstill(one))) return 'blocked';
  const isWork = said.some(({ sense }) => /^(?:done|open|underway|next)$/.test(sense.meaning));
  if (!isLeft && says(said, 'blocked')) return 'blocked';
  // `đang làm lại` is work by itself.
  const { sense, clause } = said[undone]!;
  const isRedone = OWN_WORK.holds(sense.decided[0]) || clause.parts.some(isToRedo);
  return isWork || isRedone ? 'in_progress' : null;
}

/** `in nhầm ngày phải in lại`, `phải bầu lại` */
function isToRedo(part: Part, at: number, parts: readonly Part[]): boolean {
  if (part.tag === 'undo') return /^(?:phai|bat) \S+ lai$/.test(foldedWords(part));
  return part.tag === 'again' && OWN_WORK.holds(parts[at - 1]) && parts[at - 2]?.tag === 'haveTo';
}
