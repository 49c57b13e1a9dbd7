import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { find, sense, tags, type Sense } from '../clause/sense.js';
import type { Title } from '../title/title.js';

const READS = /^(?:doc|coi|xem|nghe|nghien cuu)$/;
const BESIDE = tags('self', 'yes', 'particle', 'past', 'already', 'you', 'every', 'complete', 'take');

/** `đọc xong rồi ạ`: what was sent is known, which is not what it asks for; of `Xem lại danh sách` it is. */
export function withoutOnlyRead(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  { verb }: Title,
): readonly Sense[] {
  if (!senses.some(({ meaning }) => meaning === 'done')) return senses;
  return senses.map((one, at) => {
    const act = one.meaning === 'done' ? findReading(clauses[at]!.parts) : undefined;
    return act === undefined || act.tokens[0]!.fold === verb[0]?.fold ? one : sense('ack', [act]);
  });
}

function findReading(parts: readonly Part[]): Part | undefined {
  const act = find(parts, 'take');
  // `xong hết rồi chị nghe`: a word for nhé
  const isOnly =
    act !== undefined && READS.test(foldedWords(act)) && find(parts, 'complete', parts.indexOf(act) + 1);
  return isOnly && parts.every((part) => BESIDE.holds(part)) ? act : undefined;
}
