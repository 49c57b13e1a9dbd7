import { isApproval } from '../judge/approvals.js';
import { foldedWords, type Clause } from '../clause/part.js';
import type { Sense } from '../clause/sense.js';
import { wordsOf } from '../title/title-verb.js';
import type { Title } from '../title/title.js';

const HANDS_OVER = /^(?:nop|gui|trinh|quyet toan|ban hanh|phat hanh|submit|send|hand)(?: |$)/;
const MAKES =
  /^(?:lam|lam bao cao|lam ho so|soan|soan thao|viet|lap|lap ho so|lap danh sach|tong hop|nhap|ghi|in|danh may|hoan thien|cong|ke khai|thong ke|kiem tra|ra soat|doi chieu)$/;

/**
 * `hồ sơ em làm xong rồi, chờ thầy ký` to `Nộp hồ sơ`: what was made and waits for a signature is not handed in.
 */
export function markUnsignedSteps(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  const waits = senses.findIndex(
    ({ meaning, decided }, at) =>
      meaning === 'blocked' && decided[0]?.tag === 'wait' && isForApproval(clauses[at]!),
  );
  if (waits < 1 || !HANDS_OVER.test(wordsOf(title.verb))) return senses;
  return senses.map((one, at) =>
    at < waits && one.meaning === 'done' && isMade(clauses[at]!) ? { ...one, isStep: true } : one,
  );
}

const isForApproval = ({ parts }: Clause): boolean => parts.some(isApproval);

const isMade = ({ parts }: Clause): boolean =>
  parts.some((part) => !part.isAsked && MAKES.test(foldedWords(part)));
