import { foldedWords } from '../clause/part.js';
import { find, tags } from '../clause/sense.js';
import { says, type Statement } from './statement.js';

const NOW = tags('now', 'already', 'complete');

/** `lần này em nộp đúng mẫu rồi, lần trước nhầm`; `had to redo page 2 but all good now`. */
export function isMended({ clause }: Statement, said: readonly Statement[]): boolean {
  const isPast = find(clause.parts, 'ago') !== undefined;
  return said.some(
    ({ clause: { parts, opener }, sense: { meaning } }) =>
      (isPast && meaning === 'done' && !find(parts, 'ago') && find(parts, NOW) !== undefined) ||
      (opener === 'contrast' &&
        meaning === 'none' &&
        parts[0]?.tag === 'fine' &&
        find(parts, 'now') !== undefined),
  );
}

/** `chưa khảo sát được vì phiếu in sai hết`, `mẫu không đạt nên chưa nghiệm thu được`: the reason. */
export const isWhyStuck = (
  { clause: { opener } }: Statement,
  said: readonly Statement[],
  next: Statement | undefined,
): boolean =>
  !says(said, 'done') &&
  (opener === 'cause'
    ? says(said, 'blocked')
    : next?.clause.opener === 'so' && next.sense.meaning === 'blocked');

const TOLD = /^(?:bao|bao cao|noi|ghi|nhan|go|viet)(?: |$)/;

/** `em nhầm, hồi nãy báo chưa, thực ra xong rồi`: what was reported before */
export const isToldBefore = ({ clause: { parts } }: Statement): boolean =>
  find(parts, 'ago') !== undefined &&
  find(parts, 'notYet') !== undefined &&
  parts.some((part) => TOLD.test(foldedWords(part)));

const SAYS = /^(?:nhan|nhan tin|noi|chat|tra loi|reply|tin nhan)$/;

/** `xin lỗi em nhắn lộn nhóm`: nothing of it is ours; a report that was sent to the wrong group may have been sent again. */
export function isMeantForOthers({ clause: { parts }, sense: { decided } }: Statement): boolean {
  const at = parts.indexOf(decided[0]!);
  return (
    /^(?:lon|nham|sai)$/.test(foldedWords(decided[0])) &&
    /^(?:nhom|group)$/.test(foldedWords(parts[at + 1])) &&
    SAYS.test(foldedWords(parts[at - 1]))
  );
}
