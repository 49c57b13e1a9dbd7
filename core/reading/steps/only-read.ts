import { foldedWords, joinedWords, type Clause, type Part } from '../clause/part.js';
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
    return act === undefined || isOf(act, verb) ? one : sense('ack', [act]);
  });
}

/** `Finished reading it` to `Read the rules` is what was asked. */
const isOf = ({ tokens }: Part, verb: Title['verb']): boolean =>
  tokens[0]!.fold.replace(/ing$/, '') === verb[0]?.fold;

const IN_ENGLISH =
  /^(?:i have |i've |i |we have |we |just )?(?:finished|done) reading(?: (?:it|this|that|them|all of it|(?:the|your) (?:notice|message|letter|file|document|guide|text)))?(?: now)?$/;

function findReading(parts: readonly Part[]): Part | undefined {
  const reading = parts.find((part) => foldedWords(part) === 'reading');
  if (reading && IN_ENGLISH.test(joinedWords(parts))) return reading;
  const act = find(parts, 'take');
  // `xong hết rồi chị nghe`: a word for nhé
  const isOnly =
    act !== undefined && READS.test(foldedWords(act)) && find(parts, 'complete', parts.indexOf(act) + 1);
  return isOnly && parts.every((part) => BESIDE.holds(part)) ? act : undefined;
}
