import { isPaper } from '../judge/judge-handed.js';
import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { find, LIGHT, sense, tags, type Meaning, type Sense } from '../clause/sense.js';

const NOT_SENT = tags(
  ...(['must', 'haveTo', 'notYet', 'not', 'cannot', 'favour', 'letMe', 'if', 'whenever', 'wait'] as const),
  ...(['doing', 'nearly', 'ask', 'maybe', 'said', 'undo', 'within', 'ahead', 'will', 'promise'] as const),
);
const NOT_TAKEN = tags(
  ...(['notYet', 'not', 'cannot', 'self', 'will', 'ahead', 'promise', 'maybe', 'if', 'whenever'] as const),
  ...(['wait', 'undo', 'lack', 'must', 'haveTo', 'ask', 'which', 'left'] as const),
);
const TAKES = /(?:^| )nhan(?: duoc| du)?(?: roi)?$/;
const SAYS_SO = tags('already', 'past');
const UNTOLD: ReadonlySet<Meaning> = new Set<Meaning>(['none', 'unclear', 'ack', 'next']);

/**
 * What was sent and others say they have: `bc gửi phòng lúc 16h, họ báo nhận rồi`. Each alone may be a plan, or the notice
 * that was received.
 */
export function readReceipts(clauses: readonly Clause[], senses: readonly Sense[]): readonly Sense[] {
  if (clauses.length < 2 || senses.some(({ meaning }) => meaning === 'done')) return senses;
  const sent = clauses.findIndex(
    ({ parts, opener }, at) => opener === null && UNTOLD.has(senses[at]!.meaning) && isSent(parts),
  );
  const taken = clauses[sent + 1];
  if (sent < 0 || !taken || taken.end === '?' || !UNTOLD.has(senses[sent + 1]!.meaning)) return senses;
  if (!isTaken(taken.parts)) return senses;
  const hand = find(clauses[sent]!.parts, 'hand');
  return senses.map((one, at) =>
    at === sent ? sense('done', [hand]) : at === sent + 1 ? sense('none', []) : one,
  );
}

/** `báo cáo gửi phòng lúc 16h`, `em gửi chị Nga`; `huyện gửi mẫu` tells of others. */
function isSent(parts: readonly Part[]): boolean {
  const [first] = parts;
  const hand = parts.findIndex((part, at) => part.tag === 'hand' && !(at === 0 && isPaper(part)));
  const isOurs = first !== undefined && (first.tag === 'self' || hand === 0 || isPaper(first));
  return isOurs && hand >= 0 && !find(parts, NOT_SENT) && !find(parts, 'day', 0, hand);
}

/** `họ báo nhận rồi`, `chị ấy đã nhận đủ` */
function isTaken(parts: readonly Part[]): boolean {
  const at = parts.findIndex((part) => TAKES.test(foldedWords(part)));
  if (at < 1 || find(parts, NOT_TAKEN) || !find(parts, SAYS_SO)) return false;
  return parts
    .slice(at + 1)
    .every((part) => LIGHT.holds(part) || part.tag === 'already' || part.tag === 'every');
}
