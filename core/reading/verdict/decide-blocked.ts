import { isOnlyThen } from '../judge/approvals.js';
import { isResultAwaited } from './awaited.js';
import { foldedWords, type Clause, type Part } from '../clause/part.js';
import type { Status } from '../reading.js';
import { DENIALS, find, HINDERED, indexOf, isSettled, OWN_WORK, tags, type Sense } from '../clause/sense.js';
import { isOpen, type Statement } from './statement.js';

const ACTS = tags('complete', 'hand', 'work', 'draft', 'every', 'noMore');

/** What is partly done, or only waits for the last of it (`chưa xong hẳn, đang chờ thôn gửi nốt`), goes on. */
export function decideBlocked(said: readonly Statement[]): Status {
  const onlyWaits = said.every(
    ({ clause, sense }) =>
      sense.meaning !== 'blocked' || (sense.decided[0]?.tag === 'wait' && !find(clause.parts, 'resource')),
  );
  const nearEnd = said.some((one) => isOpen(one) && isNearEnd(one.clause));
  // `đang làm, thiếu người`: it goes on, with fewer.
  const onlyLacks = said.every(
    ({ sense }) =>
      sense.meaning !== 'blocked' || sense.decided[0]?.tag === 'lack' || sense.decided[1]?.tag === 'have',
  );
  const isDoing = said.some(
    ({ sense }) =>
      sense.meaning === 'underway' &&
      /^(?:doing|begun|sketch|further)$/.test(sense.decided[0]?.tag ?? '') &&
      !ASKING.test(foldedWords(sense.decided[0])),
  );
  if (isDoing && (onlyLacks || isOver(said) || said.some(isSlight))) return 'in_progress';
  // `chưa nộp được đâu, em còn đang viết`, `chưa làm được gì, tối nay em làm`
  if ((said.every(isNotHindered) && said.some(isOwnStep)) || isOnItsWay(said)) return 'in_progress';
  // `được 40% thì vướng, giờ không làm tiếp được`
  if (said.some(isStuckNow)) return 'blocked';
  const goesOn = said.some(isGoingOn);
  // `thiếu 2 người nhưng vẫn triển khai bình thường`
  if (said.some(isCarriedOnDespite)) return 'in_progress';
  // `dự thảo có rồi, chờ góp ý`
  const isDrafted = said.some(({ clause }) => find(clause.parts, 'sketch') !== undefined);
  if (isNearlyDone(said) || (onlyWaits && isDrafted)) return 'in_progress';
  // `làm được 40% thì hết tiền, giờ phải dừng`
  if (said.some((one) => isStopped(one) || isAtStandstill(one) || (!goesOn && isStoppedAt(one))))
    return 'blocked';
  // `thiếu 6 cuốn, còn lại phát đủ`
  return said.some((one) => namesRest(one) || one.share === 'partly') || (onlyWaits && (nearEnd || goesOn))
    ? 'in_progress'
    : 'blocked';
}

const isCarriedOnDespite = ({ clause, sense: { meaning } }: Statement): boolean =>
  clause.opener === 'contrast' &&
  (isCarriedOn(clause) || (meaning === 'next' && find(clause.parts, OWN_WORK) !== undefined));

const isGoingOn = ({ clause, sense: { meaning, decided } }: Statement): boolean =>
  /^(?:next|underway)$/.test(meaning) || decided[0]?.tag === 'will' || isBegun(clause);

const SENT = /^(?:gui|gui di|chuyen|mang|dua)(?: di)? (?:xet nghiem|kiem dinh|kiem nghiem|phan tich)$/;

const isSampleSent = ({ clause: { parts } }: Statement): boolean =>
  isSettled(parts) && parts.some((part) => SENT.test(foldedWords(part)));

/** `mẫu gửi đi xét nghiệm rồi, đợi kết quả` */
const isOnItsWay = (said: readonly Statement[]): boolean =>
  said.some(isSampleSent) && said.every((one) => !HINDERED.has(one.sense.meaning) || isResultAwaited(one));

/** `chưa nộp được`: not yet, and nothing is named that is in the way. */
function isNotHindered({
  sense: {
    meaning,
    decided: [denied, verb, able],
  },
}: Statement): boolean {
  if (meaning !== 'blocked') return meaning !== 'trouble';
  return denied?.tag === 'notYet' && OWN_WORK.holds(verb) && able?.tag === 'able';
}

// `số liệu đang tổng hợp`: what the unit works on itself
const DATA = /^(?:so lieu|bao cao|danh sach|ho so)(?: |$)/;

function isOwnStep({ clause: { parts, opener }, sense: { meaning, decided } }: Statement): boolean {
  if (meaning === 'next') return true;
  const isOwn =
    decided[0]?.tag === 'doing' &&
    (parts[0] === decided[0] || DATA.test(foldedWords(parts[0])) || find(parts, 'self') !== undefined);
  return meaning === 'underway' && isOwn && opener !== 'cause' && !ASKING.test(foldedWords(decided[0]));
}

/** `hơi vướng`, `nhưng chậm`: slower, and not stopped. */
function isSlight({ clause: { parts, opener }, sense: { decided } }: Statement): boolean {
  const isSlow = opener === 'contrast' && /^(?:hoi )?cham$/.test(foldedWords(decided[0]));
  return isSlow || foldedWords(parts[parts.indexOf(decided[0]!) - 1]) === 'hoi';
}

/** `hôm qua vướng, giờ thông rồi, đang làm tiếp`: what stood in the way was before. */
function isOver(said: readonly Statement[]): boolean {
  return said.every(
    ({ clause, sense }) => !HINDERED.has(sense.meaning) || find(clause.parts, 'ago') !== undefined,
  );
}

function isStuckNow({ clause: { parts }, sense }: Statement): boolean {
  const denied = indexOf(parts, DENIALS);
  return sense.meaning === 'blocked' && denied >= 0 && find(parts, 'further', denied) !== undefined;
}

// `hết giấy, đang xin cấp`
const ASKING = /^dang (?:xin|hoi|lien he)$/;

const STOPS = tags('stuck', 'lack', 'harm', 'every', 'noMore', 'cannot');

/** `làm được 40% thì tắc`: that far, and then it stopped. */
function isStoppedAt({ clause: { parts }, sense: { meaning, decided }, share }: Statement): boolean {
  const then = indexOf(parts, 'then');
  const figure = parts.findIndex(({ tokens }) => /^(?:percent|ratio|number)$/.test(tokens[0]!.kind));
  const isAfter = decided.some((part) => STOPS.holds(part) && parts.indexOf(part) > then);
  return meaning === 'blocked' && share === 'partly' && figure >= 0 && figure < then && isAfter;
}

const BESIDE_STUCK = tags('self', 'particle', 'doing', 'now', 'stuck', 'is', 'already');
const STANDSTILL = /^(?:ket|ket cung|ket lai|stuck)$/;

/** `… nên đang kẹt`, `we are stuck`, and no more than that. */
export const isAtStandstill = ({ clause: { parts }, sense }: Statement): boolean =>
  sense.meaning === 'blocked' &&
  parts.every((part) => BESIDE_STUCK.holds(part)) &&
  parts.some((part) => part.tag === 'stuck' && STANDSTILL.test(foldedWords(part)));

const REST = new Set(['con lai', 'the rest']);
const namesRest = ({ clause }: Statement): boolean =>
  clause.parts.some((part) => REST.has(foldedWords(part)));

const LACKS = tags('lack', 'wait');
/** `nên việc lắp phải dừng lại` */
export function isStopped({ clause: { parts }, sense: { meaning, decided } }: Statement): boolean {
  return (
    meaning === 'blocked' &&
    ([...decided, ...stuckIn(parts)].some((part) => STOPPED.test(foldedWords(part))) ||
      (decided[0]?.tag === 'wait' && isOnlyThen(parts)))
  );
}

const stuckIn = (parts: readonly Part[]): Part[] =>
  parts.filter(({ tag, guesses }) => tag === 'stuck' || guesses.includes('stuck'));

const STOPPED =
  /^(?:phai dung|phai ngung|tam dung|tam ngung|ngung|nam im|dung han|dung lai|(?:dung|ngung) thi cong|cannot continue|treo (?:do|ngang|cung)|bo do do)$/;

/** `cơ bản xong, còn thiếu số của 1 trạm` */
function isNearlyDone(said: readonly Statement[]): boolean {
  const isNear = said.some(({ sense }) => sense.meaning === 'underway' && sense.decided[0]?.tag === 'nearly');
  return isNear && said.every(({ sense }) => sense.meaning !== 'blocked' || LACKS.holds(sense.decided[0]));
}

const CARRIED = tags('hand', 'work', 'draft', 'prep', 'doing');

export function isCarriedOn({ parts }: Clause): boolean {
  const still = parts.findIndex((part) => foldedWords(part).split(' ')[0] === 'van');
  return still >= 0 && find(parts, CARRIED, still) !== undefined && !find(parts, DENIALS);
}

/** `mới đổ đế móng, chờ bê tông khô` */
function isBegun({ parts }: Clause): boolean {
  const newly = indexOf(parts, 'newly');
  return newly >= 0 && OWN_WORK.holds(parts[newly + 1]) && !find(parts, 'wait', 0, newly);
}

/** `chưa xong`, `not yet`; `chưa hủy` says less. */
function isNearEnd({ parts }: Clause): boolean {
  return find(parts, 'complete') !== undefined || !(find(parts, ACTS) ?? find(parts, 'away'));
}

/** `chưa báo cáo vì em chưa làm xong`, `vì còn đang chạy thử`: how far the work is stands in nobody's way. */
export function isOwnPace({ parts }: Clause, { meaning, decided }: Sense): boolean {
  if (meaning === 'underway') return decided[0]?.tag === 'doing';
  return meaning === 'open' && find(parts, 'self') !== undefined && find(parts, 'complete') !== undefined;
}

/** `chưa xong vì mưa`, `chưa có thuốc nên chưa tiêm`: a reason for what is not done makes it blocked. */
export function hasReason(said: readonly Statement[]): boolean {
  // `còn vài nhà đi vắng, tối em ghé phát nốt`
  const isSoughtOut = said.some(({ clause }) => find(clause.parts, 'further') !== undefined);
  if (!isSoughtOut && said.some(({ clause }) => find(clause.parts, 'away'))) return true;
  return said.some(({ clause, sense }, index) => {
    if (clause.opener === 'so')
      return (
        sense.meaning === 'open' &&
        /^(?:none|blocked|trouble|open)$/.test(said[index - 1]?.sense.meaning ?? '')
      );
    return (
      clause.opener === 'cause' &&
      sense.meaning !== 'question' &&
      clause.parts.length > 0 &&
      !isOwnPace(clause, sense)
    );
  });
}
