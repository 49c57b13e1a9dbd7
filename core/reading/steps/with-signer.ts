import { isApproval, isOnlyThen } from '../judge/approvals.js';
import { foldedWords, joinedWords, type Clause, type Part } from '../clause/part.js';
import {
  find,
  indexOf,
  isSettled,
  LIGHT,
  OWN_WORK,
  sense,
  tags,
  withMeaning,
  type Sense,
} from '../clause/sense.js';

const AWAITED =
  /(?:^| )(?:ky|duyet|phe duyet|chu ky|y kien|gop y|dong dau|ket qua|tham dinh|phan hoi)(?: |$)/;
const PAPERS = tags('hand', 'draft', 'sketch');
const STANDS_STILL = tags('further', 'cannot', 'newly', 'stuck', 'lack');

/**
 * What has gone to somebody who signs or approves it is on its way: `trình sếp hôm 5/3, còn đợi phê duyệt`, `gửi lên quận phê duyệt
 * rồi, đang chờ kết quả`, `đang chờ ký, ký xong em nộp ngay`.
 */
export function markWithSigner(clauses: readonly Clause[], senses: readonly Sense[]): readonly Sense[] {
  const waits = clauses.findIndex((clause, at) => isWaiting(clause, senses[at]!));
  if (waits < 0) return senses;
  const isDone = senses.some(({ meaning }, at) => meaning === 'done' && !isForSigner(clauses[at]!.parts));
  const isSent =
    clauses.slice(0, waits).some(({ parts }) => find(parts, PAPERS) ?? isBrought(parts)) ||
    clauses.slice(waits + 1).some(({ parts }) => isOnceSigned(parts));
  return senses.map((one, at) => {
    const { parts } = clauses[at]!;
    if (one.meaning === 'done' && at < waits && isForSigner(parts)) return withMeaning(one, 'underway');
    if (one.meaning === 'unclear' && at > waits && isOnceSigned(parts)) return sense('next', one.decided);
    if (at !== waits || isDone) return one;
    return isSent && !find(parts, STANDS_STILL) && !isOnlyThen(parts) ? withMeaning(one, 'underway') : one;
  });
}

const isWaiting = ({ parts }: Clause, { meaning, decided }: Sense): boolean =>
  meaning === 'blocked' && decided[0]?.tag === 'wait' && AWAITED.test(joinedWords(parts));

const SENT = /^(?:gui )?trinh(?: ky| duyet)?$/;
const BROUGHT = /^(?:trinh|dua|chuyen|len|toi|den)(?: |$)/;

/** `trình sếp hôm 5/3`, `làm đơn đưa giám đốc duyệt`, `hồ sơ tới bàn phó chủ tịch rồi` */
const isBrought = (parts: readonly Part[]): boolean =>
  parts.some((part) => SENT.test(foldedWords(part)) || (isSettled(parts) && BROUGHT.test(foldedWords(part))));

/** `gửi anh Hùng duyệt rồi`: whom it went to, and what for. */
function isForSigner(parts: readonly Part[]): boolean {
  const handed = indexOf(parts, 'hand');
  const signs = parts.findIndex((part, at) => at > handed + 1 && isApproval(part));
  return (
    handed >= 0 &&
    signs > 0 &&
    parts.slice(signs + 1).every((part) => LIGHT.holds(part) || part.tag === 'already')
  );
}

/** `ký xong em nộp ngay` */
function isOnceSigned(parts: readonly Part[]): boolean {
  const signs = parts.findIndex(isApproval);
  const done = indexOf(parts, 'complete', signs + 1);
  if (signs !== 0 || done !== 1 || isSettled(parts)) return false;
  // `ký xong là gửi`
  return parts[2]?.tag === 'sayAfter' || (parts[2]?.tag === 'self' && find(parts, OWN_WORK, 2) !== undefined);
}
