import type { Token } from '../../text/tokens.js';
import type { Clause, Part } from '../clause/part.js';
import { isNumber, isVerb, sense, tags, type Meaning, type Sense } from '../clause/sense.js';
import { secondDeed } from './title-deeds.js';
import { isWritten } from '../title/title-verb.js';
import type { Title } from '../title/title.js';

/**
 * `in phiếu xong rồi` to `In và phát phiếu khảo sát`: of two deeds that the title asks for only the first is told. Whoever
 * tells the last, or names no deed, tells of both.
 */
export function withoutSecondDeed(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  if (title.verb.length === 0 || !senses.some(({ meaning }) => meaning === 'done')) return senses;
  const second = secondDeed(title);
  if (second === null) return senses;
  const isFirst = clauses.map(({ parts }) => tellsOnlyFirst(parts, title));
  const isOther = ({ parts }: Clause, at: number): boolean =>
    !isFirst[at] &&
    (senses[at]!.meaning === 'done' || parts.some((part) => TELLS_MORE.holds(part) || isNumber(part)));
  if (!isFirst.includes(true) || clauses.some(isOther)) return senses;
  const last = clauses.findIndex(({ parts }) => parts.some((part) => isOf(part, second)));
  if (last >= 0 && !STILL_OPEN.has(senses[last]!.meaning)) return senses;
  return senses.map((one) => {
    if (one.meaning !== 'done') return one;
    return last < 0 ? sense('unclear', one.decided, { ofPart: true }) : sense('underway', one.decided);
  });
}

// `thăm rồi ạ, đủ 2 mẹ` to `Thăm và tặng quà`: what else it tells may well be the last.
const TELLS_MORE = tags('every', 'complete', 'already');
const STILL_OPEN: ReadonlySet<Meaning> = new Set(['underway', 'open', 'next', 'blocked', 'unclear']);

const isOf = ({ tokens }: Part, [first]: readonly Token[]): boolean =>
  tokens.some((token) => isWritten(token, first!) || isInflected(token, first!));

const shortestStem = 3;

/** `scanned` of `Scan`, `filed` of `file` */
const isInflected = ({ fold }: Token, { fold: base }: Token): boolean =>
  base.length >= shortestStem && /(?:ed|ing)$/.test(fold) && fold.startsWith(base.replace(/e$/, ''));

function tellsOnlyFirst(parts: readonly Part[], { verb }: Title): boolean {
  const deeds = parts.filter((part) => isDeed(part, verb));
  if (deeds.length === 0) return false;
  return deeds.every((part) => part.isAsked || isOf(part, verb));
}

function isDeed(part: Part, verb: readonly Token[]): boolean {
  return (isVerb(part) && part.tag !== 'complete') || part.isAsked || isOf(part, verb);
}
