import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { withMeaning, type Sense } from '../clause/sense.js';
import { wordsOf } from '../title/title-verb.js';
import type { Title } from '../title/title.js';

// Whoever was asked to hand over, to make known or to make something has done so when it was sent.
const HANDED_OVER =
  /^(?:nop|gui|goi|trinh|chuyen|phat|ban giao|giao|tra|bao cao|bao|thong bao|ban hanh|cong bo|niem yet|dang|dang ky|lap|soan|viet|lam|tong hop|thong ke|in|cap nhat|nhap|xay dung|hoan thien|bo sung|moi|gop y|tham muu|de xuat|kien nghi|send|submit|report|email|mail|share|post|invite)(?: |$)/;
const ANSWERS =
  /(?:^| )(?:phan hoi|tra loi|xac nhan|gop y|dong y|ky|ky nhan|ky xac nhan|doi chieu|hoi am|rep|y kien|reply|answer|response|feedback|confirm|confirmation|sign)$/;

/**
 * `bảng công nợ gửi khách rồi, chờ họ phản hồi` to `Đối chiếu công nợ`: where the work takes two, what was sent to the other
 * one is on its way until the answer is there. `Gửi báo cáo` was done when it was sent.
 */
export function markAwaitedAnswer(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  if (title.verb.length === 0 || HANDED_OVER.test(wordsOf(title.verb))) return senses;
  const waits = senses.findLastIndex(
    ({ meaning, decided }, at) =>
      meaning === 'blocked' && decided[0]?.tag === 'wait' && clauses[at]!.parts.some(isAnswer),
  );
  const isSent = ({ meaning }: Sense, at: number): boolean =>
    at < waits && meaning === 'done' && isSentOff(clauses[at]!.parts);
  const isOurs = senses.some((one, at) => one.meaning === 'done' && !isSent(one, at));
  if (waits < 0 || isOurs || !senses.some(isSent)) return senses;
  return senses.map((one, at) => (at === waits || isSent(one, at) ? withMeaning(one, 'underway') : one));
}

const isAnswer = (part: Part): boolean => ANSWERS.test(foldedWords(part));

const SENT = /^(?:sent|emailed|mailed|forwarded|submitted)$/;

const isSentOff = (parts: readonly Part[]): boolean =>
  parts.some((part) => part.tag === 'hand' || SENT.test(foldedWords(part)));
