import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { find, tags, VERBS, withMeaning, type Sense } from '../clause/sense.js';
import type { Title } from '../title/title.js';

const ASKS =
  /^(?:goi|nhan|alo|nhac|bao|dan|yeu cau|de nghi|lien he|thong bao|gui cong van|gui mau|phat phieu|phat mau)(?: |$)/;
const GIVES = tags('hand');

/**
 * `đã gọi hết các tổ trưởng, đang chờ họ gửi danh sách về`: others were asked for what the work is made of, and it has not come. So
 * the work goes on.
 */
export function markAwaitedInput(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  if (title.verb.length === 0) return senses;
  const wait = senses.findLastIndex(
    ({ meaning, decided }, at) =>
      meaning === 'blocked' && decided[0]?.tag === 'wait' && find(clauses[at]!.parts, GIVES) !== undefined,
  );
  const isAsking = ({ meaning }: Sense, at: number): boolean =>
    at < wait && meaning === 'done' && isOnlyAsked(clauses[at]!.parts);
  if (!senses.some(isAsking)) return senses;
  return senses.map((one, at) =>
    at === wait || isAsking(one, at) ? withMeaning(one, 'underway', true) : one,
  );
}

function isOnlyAsked(parts: readonly Part[]): boolean {
  const verb = find(parts, VERBS);
  return verb !== undefined && !verb.isAsked && ASKS.test(foldedWords(verb));
}
