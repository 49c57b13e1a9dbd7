import { foldedWords, type Clause } from './part.js';
import type { Status } from './reading.js';
import { find, indexOf, OWN_WORK, tags } from './sense.js';
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
    ({ sense }) => sense.meaning !== 'blocked' || sense.decided[0]?.tag === 'lack',
  );
  const isDoing = said.some(({ sense }) => sense.meaning === 'underway' && sense.decided[0]?.tag === 'doing');
  if (onlyLacks && isDoing) return 'in_progress';
  const goesOn = said.some(
    ({ clause, sense }) =>
      /^(?:next|underway)$/.test(sense.meaning) || sense.decided[0]?.tag === 'will' || isBegun(clause),
  );
  // `thiếu 6 cuốn, còn lại phát đủ`
  if (said.some(({ clause }) => clause.parts.some((part) => REST.test(foldedWords(part)))))
    return 'in_progress';
  return said.some(({ share }) => share === 'partly') || (onlyWaits && (nearEnd || goesOn))
    ? 'in_progress'
    : 'blocked';
}

const REST = /^(?:con lai|the rest)$/;

/** `mới đổ đế móng, chờ bê tông khô` */
function isBegun({ parts }: Clause): boolean {
  return OWN_WORK.has(parts[indexOf(parts, 'newly') + 1]?.tag ?? null) && find(parts, 'newly') !== undefined;
}

/** `chưa xong`, `not yet`; `chưa hủy` says less. */
function isNearEnd({ parts }: Clause): boolean {
  return find(parts, 'complete') !== undefined || !find(parts, ACTS);
}

/** `chưa xong vì mưa`, `chưa có thuốc nên chưa tiêm`: a reason for what is not done makes it blocked. */
export function hasReason(said: readonly Statement[]): boolean {
  if (said.some(({ clause }) => find(clause.parts, 'away'))) return true;
  return said.some(({ clause, sense }, index) => {
    if (clause.opener === 'so')
      return (
        sense.meaning === 'open' &&
        /^(?:none|blocked|trouble|open)$/.test(said[index - 1]?.sense.meaning ?? '')
      );
    return clause.opener === 'cause' && sense.meaning !== 'question' && clause.parts.length > 0;
  });
}
