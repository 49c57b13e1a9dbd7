import { foldText } from '../../text/fold.js';
import { isOwnPace } from '../verdict/decide-blocked.js';
import { foldedWords, type Clause, type Opener, type Part } from '../clause/part.js';
import type { Section } from '../splitting/sections.js';
import { find, LIGHT, tags, type Sense } from '../clause/sense.js';

const NAMING = tags('stuck', 'trouble', 'harm', 'lack', 'wait', 'resource');

/** That there is an obstacle, without saying which: left out beside words that do say it. */
const BARE =
  /^(?:(?:dang|bi|con|gap|co|hoi|rat|nhieu|mot so) )*(?:vuong|vuong mac|kho khan|kho|ket|vuong mac kho khan|kho khan vuong mac|blocked|stuck)$/;

const NAMES_IT = new Set<Opener | null>(['cause', 'hurdle']);

/** The words that name an obstacle, as written: what stands under its heading, and what the clauses say of it. */
export function findDifficulty(
  text: string,
  clauses: readonly Clause[],
  senses: readonly Sense[],
  sections: readonly Section[],
): string | null {
  const isNamed = clauses.some(({ opener }, index) => senses[index]!.names !== null || NAMES_IT.has(opener));
  if (!isNamed && sections.length === 0) return null;
  const headed = sections.flatMap(({ kind, words }) => (kind === 'difficulty' ? [words] : []));
  const told = clauses.map((clause, index) => {
    if (clause.opener === 'cause' && isStopped(clauses, senses, index)) return wordsOf(text, clause, 0);
    if (clause.opener === 'hurdle') return wordsOf(text, clause, 0);
    const { names } = senses[index]!;
    if (names === null || isExplained(clauses, senses, index)) return '';
    const from = clause.parts.indexOf(names);
    return wordsOf(text, clause, isLastWord(clause, from) ? startOfSubject(clause, from) : from);
  });
  const named = [...headed, ...told].filter((part) => part !== '');
  const telling = named.length < 2 ? named : named.filter((part) => !BARE.test(foldText(part)));
  const words = (telling.length > 0 ? telling : named).join('; ');
  return words === '' ? null : words;
}

function isLastWord(clause: Clause, at: number): boolean {
  return clause.parts.slice(at + 1).every((part) => LIGHT.holds(part) || part.tag === 'already');
}

/** `cầu treo hỏng`: where the word for the obstacle comes last, what it is said of names it. */
function startOfSubject(clause: Clause, at: number): number {
  let from = at;
  const isSubject = (tag: string | null | undefined) =>
    tag === null || tag === 'resource' || tag === 'other' || tag === 'member';
  const isLink = (part: Part) => /^(?:is|are|was|were|the|our|my)$/.test(foldedWords(part));
  while (from > 0 && (isSubject(clause.parts[from - 1]!.tag) || isLink(clause.parts[from - 1]!))) from -= 1;
  return from;
}

/** A reason counts when it explains what is not done (before it or after it). */
function isStopped(clauses: readonly Clause[], senses: readonly Sense[], index: number): boolean {
  if (isOwnPace(clauses[index]!, senses[index]!)) return false;
  const near = [
    senses[index - 1],
    clauses[index + 1]?.opener === 'so' ? senses[index + 1] : undefined,
    senses[index],
  ];
  return near.some((sense) => sense?.meaning === 'open' || sense?.meaning === 'blocked');
}

/** `chưa làm được vì mưa`: the reason that follows names the obstacle better than the failure does. */
function isExplained(clauses: readonly Clause[], senses: readonly Sense[], index: number): boolean {
  return (
    senses[index]!.meaning === 'blocked' &&
    !find(clauses[index]!.parts, NAMING) &&
    clauses[index + 1]?.opener === 'cause'
  );
}

// What `ạ`, `nhé` end in, marks or not.
const SMALL_END = 'ạaéeẠAÉE';

/** The words of a clause from one of its parts on, as written. */
export function wordsOf(text: string, clause: Clause, from: number): string {
  const first = clause.parts[from]?.tokens[0];
  const last = clause.parts[clause.parts.length - 1]?.tokens;
  const end = last?.[last.length - 1]?.end;
  if (!first || end === undefined) return '';
  const words = text.slice(first.start, end);
  return (SMALL_END.includes(words.at(-1)!) ? words.replace(/\s+(?:ạ|a|nhé|nhe)$/i, '') : words).trim();
}
