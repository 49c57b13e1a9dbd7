import { foldedWords, type Part } from '../clause/part.js';
import { ANY_TIME, find, indexOf, isSettled, isVerb, LIGHT, tags } from '../clause/sense.js';
import type { Statement } from './statement.js';

const PLAINLY_YES = /^(?:vang|ok|oki|okie|oke|okla|ro|nhat tri|duoc|u|yes|okay|da (?:vang|ro|ok))(?: |$)/;
const SURELY = /^(?:roi|v|vang|duoc)$/;
const BEGUN = tags(
  'nearly',
  'left',
  'newly',
  'further',
  'more',
  'doing',
  'some',
  'already',
  'past',
  'notYet',
);
const TO_COME = tags('ahead', 'will', 'promise', 'day', 'within', 'letMe', 'whenever');

/**
 * `vâng, mai em nộp`, `rõ, xong em báo`: the work is taken, with what is meant to be done. `mai em nộp` alone says how far
 * it is.
 */
export function isTakenOn(said: readonly Statement[]): boolean {
  if (said.some(isYes) && said.some(isNotBegun) && said.every((one) => isHeard(one) || isNotBegun(one)))
    return true;
  return said.every(isMeant) && said.some(isPlan) && (said.some(isYes) || isPromised(said));
}

/** `để mai em triển khai` is a plan. */
const isHeard = ({ clause: { parts }, sense: { meaning } }: Statement): boolean =>
  (meaning === 'none' || meaning === 'ack') && !find(parts, TO_COME);

const BEGINS = /^(?:bat dau|bat tay|bat tay vao lam|lam|trien khai|thuc hien|started|begun)$/;
const NOTHING_YET = tags('particle', 'you', 'which', 'self', 'already');

/** `nhận việc rồi, chưa làm`: received, and no more than that. */
function isNotBegun({ clause: { parts }, sense: { meaning } }: Statement): boolean {
  if (!/^(?:none|open|underway)$/.test(meaning)) return false;
  const open = parts.findIndex((part) => !LIGHT.holds(part) && part.tag !== 'now');
  const isOpen = parts[open]?.tag === 'notYet' || foldedWords(parts[open]) === 'but not';
  return (
    isOpen &&
    BEGINS.test(foldedWords(parts[open + 1])) &&
    parts
      .slice(open + 2)
      .every((part) => NOTHING_YET.holds(part) || /^(?:kip|yet|viec|gi)$/.test(foldedWords(part)))
  );
}

/** `dạ, em sẽ gửi trước thứ 6`; `dạ mai em gửi` says how far it is. */
const isPromised = (said: readonly Statement[]): boolean =>
  foldedWords(said[0]?.clause.parts[0]) === 'da' &&
  said[0]!.clause.parts[0]!.tag === 'yes' &&
  said.some((one) => isPlan(one) && find(one.clause.parts, 'will') !== undefined);

function isYes({ clause: { parts }, sense: { meaning, decided } }: Statement): boolean {
  const isAck = meaning === 'ack' && (decided[0]?.tag === 'ack' || decided[0]?.tag === 'take');
  if (isAck && parts.some(isReceipt) && parts.some(isThing)) return false;
  // `dạ rồi`, `dạ v`; `dạ` alone is only polite
  const isPolite = parts[0]?.tag === 'yes' && SURELY.test(foldedWords(parts[1]));
  return isAck || isPolite || parts.slice(0, 2).some((part) => PLAINLY_YES.test(foldedWords(part)));
}

const isReceipt = ({ tag, tokens }: Part): boolean =>
  tag === 'take' && /^(?:nhan|lanh|linh)$/.test(tokens[0]!.fold) && tokens.length <= 2;
const THINGS =
  /^(?:qua|hang|gao|giong|cay giong|thuoc|vac xin|vaccine|tien|kinh phi|sach|the|the bhyt|ao|may|vat tu|phan qua|sua|cay|hoa chat|phan bon|mi tom|nhu yeu pham|ao phao)$/;
/** `nhận quà rồi, mai phát`: what is to be given out has come, which takes nothing on. */
const isThing = (part: Part): boolean => THINGS.test(foldedWords(part));

function isMeant(one: Statement): boolean {
  return one.sense.meaning === 'ack' || one.sense.meaning === 'none' || isPlan(one);
}

/** What is to come: `mai em nộp`, `thứ hai em bắt đầu`, `mai em sửa lại`, `xong em báo`. */
function isPlan({ clause: { parts }, sense: { meaning }, share }: Statement): boolean {
  if (
    (share !== null && share !== 'wished') ||
    parts.some(
      (part, at) =>
        BEGUN.holds(part) && !isThen(parts, at) && !isNewOne(parts, at) && !isOfWill(part, parts[at - 1]),
    )
  )
    return false;
  const done = indexOf(parts, 'complete');
  if (meaning === 'next') return done < 0;
  // `vâng, có kết quả em báo`
  if (meaning === 'none' && parts[0]?.tag === 'have')
    return TELLS.test(foldedWords(parts.at(-1))) && parts.at(-2)?.tag === 'self';
  // `vâng, em làm xong báo anh`
  if (meaning === 'done') return tellsOnceDone(parts, done) || endsInLater(parts);
  if (!/^(?:underway|undone|unclear)$/.test(meaning)) return false;
  if (done < 0) return find(parts, TO_COME) !== undefined || endsInLater(parts);
  // `vâng, mai xong` says how far it is, as `mai xong` does; `vâng, em sẽ làm xong trước thứ 6` takes it.
  return (
    tellsWhenDone(parts) ||
    tellsWhenIsDone(parts, done) ||
    tellsOnceDone(parts, done) ||
    find(parts, 'will', 0, done) !== undefined
  );
}

/** English `we will have it done by Friday` */
const isOfWill = (part: Part, before: Part | undefined): boolean =>
  part.tag === 'past' && before?.tag === 'will' && foldedWords(part) === 'have';

/** `từ mai mở theo giờ mới`: the new one */
const isNewOne = (parts: readonly Part[], at: number): boolean =>
  parts[at]!.tag === 'newly' &&
  parts.slice(at + 1).every((part) => LIGHT.holds(part)) &&
  parts.slice(Math.max(0, at - 4), at).some((part) => foldedWords(part) === 'theo');

/** `sẽ họp xã viên rồi làm`: and then */
const isThen = (parts: readonly Part[], at: number): boolean =>
  ((parts[at]!.tag === 'already' && (isVerb(parts[at + 1]) || parts[at + 1]?.tag === 'begun')) ||
    parts[at]!.tag === 'begun') &&
  (endsInLater(parts) || (find(parts, ANY_TIME, 0, at) ?? find(parts, 'letMe', 0, at)) !== undefined);

/** `em lập rồi trình chị sau nhé` */
const endsInLater = (parts: readonly Part[]): boolean =>
  foldedWords(parts.findLast(({ tag }) => tag !== 'particle')) === 'sau';

const TELLS = /^(?:gui|bao|bao cao|em bao cao|trinh|nhan|nhan tin|chup|nop|dan|goi|alo|up)(?: |$)/;
const ENDS = tags('you', 'particle', 'work', 'resource', 'self');

/** `lập xong gửi chị duyệt`, `xong đợt này em báo cáo`: what follows once it is done, and nothing says that it is. */
function tellsOnceDone(parts: readonly Part[], done: number): boolean {
  if (done < 0 || isSettled(parts) || find(parts, 'every')) return false;
  const then = parts.findIndex((part, at) => at > done && TELLS.test(foldedWords(part)));
  return then > done && then <= done + 3 && parts.slice(then + 1).every((part) => ENDS.holds(part));
}

/** `sẽ báo lại khi xong` */
const tellsWhenIsDone = (parts: readonly Part[], done: number): boolean =>
  parts[done - 1]?.tag === 'if' && /^(?:se )?bao$/.test(foldedWords(parts[0]));

/** `xong em báo`, `làm xong em gửi chị`, `họp xong em làm liền` */
function tellsWhenDone(parts: readonly Part[]): boolean {
  const done = indexOf(parts, 'complete');
  return done >= 0 && find(parts, WHO_THEN, done) !== undefined && !isSettled(parts);
}

const WHO_THEN = tags('self', 'ack');
