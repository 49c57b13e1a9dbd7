import type { Token } from '../../text/tokens.js';
import { factOf } from '../../text/word-facts.js';
import { foldedWords, rawWords, type Clause, type Part } from '../clause/part.js';
import { DENIALS, find, indexOf, isSettled, LIGHT, tags } from '../clause/sense.js';
import { timeBefore } from './second-time.js';
import { isTimeToken, wordsFrom } from './time-words.js';

/** What asks for more time: the words that say until when, and the clauses that are no statement besides. */
export interface MoreTime {
  words: string;
  clauses: Clause[];
  evidence: string[];
}

/** A request for a later time that names no more time: `cho em nộp mai`, `thứ 4 em nộp được không`, `dời qua thứ 3`. */
export function askLater(text: string, clause: Clause): MoreTime | null {
  const hints = hintsIn(clause);
  if (hints === 0) return null;
  return (
    (hints & DELAYED && hints & (ASKING | ASKED) ? findDelay(text, clause) : null) ??
    (hints & MORE ? findMore(text, clause) : null) ??
    (hints & LET ? findLetLater(text, clause) : null) ??
    (hints & ASKED ? findLaterAsked(text, clause) : null) ??
    (hints & LET ? findLetUntil(text, clause) : null)
  );
}

// Which words of a request a clause holds, as bits: most clauses hold none and need no closer look.
const DELAYED = 1;
const MORE = 2;
const LET = 4;
const ASKED = 8;
const ASKING = 16;

function hintsIn({ parts }: Clause): number {
  let hints = 0;
  for (const { tag, tokens } of parts) {
    if (tag === 'ask') hints |= ASKED;
    for (const { syllable } of tokens) if (syllable !== null) hints |= hintOf(syllable);
  }
  return hints;
}

// `cho em nộp chậm 1 hôm`, `em khất tới mai được không`: what asks, then what delays, then until when.
const ASKS = new Map([
  ['xin', 'xin'],
  ['cho', 'cho'],
  ['phep', 'phép'],
  ['mong', 'mong'],
]);
const DELAYS = new Map([
  ['cham', 'chậm'],
  ['muon', 'muộn'],
  ['tre', 'trễ'],
  ['lui', 'lùi'],
  ['khat', 'khất'],
  ['no', 'nợ'],
  ['hoan', 'hoãn'],
  ['doi', 'dời'],
  ['gian', 'giãn'],
  ['them', 'thêm'],
]);
const FURTHER = new Set(['more', 'another', 'extra', 'additional', 'further']);
const HINTS = new Map([
  ...[...DELAYS.keys()].map((word) => [word, DELAYED] as const),
  ...[...FURTHER].map((word) => [word, MORE] as const),
  ['cho', LET] as const,
]);
const hintOf = factOf(({ fold }) => (HINTS.get(fold) ?? 0) | (ASKS.has(fold) || fold === 'han' ? ASKING : 0));
const mostBetween = 6;
const mostBeforeTime = 4;

function findDelay(text: string, clause: Clause): MoreTime | null {
  const tokens = clause.parts.flatMap((part) => part.tokens);
  const at = tokens.findIndex(
    (token, index) =>
      isOneOf(DELAYS, token) &&
      (tokens.slice(Math.max(0, index - mostBetween), index).some((before) => isOneOf(ASKS, before)) ||
        isAskedWhether(clause) ||
        tokens.slice(Math.max(0, index - 3), index).some(({ fold }) => fold === 'han')),
  );
  // `tiem xong vac xin cho tre luc 9h`: for children, not late
  if (at >= 0 && tokens[at]!.marks === '' && (find(clause.parts, 'complete') ?? isSettled(clause.parts)))
    return null;
  if (at < 0 || clause.parts.some((part) => DENIALS.holds(part) && part.tokens[0]!.start < tokens[at]!.start))
    return null;
  if (
    !tokens
      .slice(at + 1, at + 1 + mostBeforeTime)
      .some((token, index, near) => isTimeToken(token, near[index + 1]))
  )
    return null;
  const words = wordsFrom(text, tokens, at + 1);
  if (words === '') return null;
  return { words, clauses: [clause], evidence: [tokens[at]!.raw, words] };
}

/** `dời qua thứ 3 được không chị` */
function isAskedWhether({ parts }: Clause): boolean {
  return parts.some((part) => part.tag === 'ask' && /^duoc (?:khong|chu|k)/.test(foldedWords(part)));
}

/** `thứ 4 em nộp được không` */
function findLaterAsked(text: string, clause: Clause): MoreTime | null {
  const { parts } = clause;
  const later = parts.findIndex(
    (part) => part.tag === 'ahead' || part.tag === 'within' || part.tag === 'day',
  );
  // `can I submit on Monday instead?`
  const isInstead = parts.some(({ tokens }) => tokens[0]!.fold === 'instead');
  if (later < 0 || !find(parts, HANDS)) return null;
  if (!isInstead && !(isAskedWhether(clause) && find(parts, 'self'))) return null;
  const tokens = parts.flatMap((part) => part.tokens);
  const words = wordsFrom(text, tokens, tokens.indexOf(parts[later]!.tokens[0]!));
  return words === '' ? null : { words, clauses: [clause], evidence: [words] };
}

function isSmall(part: Part): boolean {
  return LIGHT.holds(part) || LATER.holds(part) || part.tag === 'ask' || part.tag === 'able';
}

/** `anh cho tui tới mai` */
function findLetUntil(text: string, clause: Clause): MoreTime | null {
  const { parts } = clause;
  const at = parts.findIndex((part) => foldedWords(part) === 'cho');
  const [who, ...until] = parts.slice(at + 1);
  const isTo = until[0]?.tag === 'at' && /^(?:den|toi|sang|qua)$/.test(foldedWords(until[0]));
  const [first, ...rest] = isTo ? until.slice(1) : until;
  const isTime = first !== undefined && LATER.holds(first) && rest.every(isSmall);
  if (at < 0 || who?.tag !== 'self' || !isTime) return null;
  const tokens = parts.flatMap((part) => part.tokens);
  const words = wordsFrom(text, tokens, tokens.indexOf(until[0]!.tokens[0]!));
  return words === '' ? null : { words, clauses: [clause], evidence: [rawWords(parts[at]!), words] };
}

const HANDS = tags('hand', 'complete');
const LATER = tags('ahead', 'within', 'day');
const DAYS = new Set(['mung', 'mong', 'ngay', 'hom']);

/** `cho shop nộp bù vào mùng 5`: until then. */
function findLetLater(text: string, clause: Clause): MoreTime | null {
  const { parts } = clause;
  const at = parts.findIndex(({ tag }) => tag !== 'yes' && tag !== 'you' && tag !== 'self');
  const verb = indexOf(parts, 'hand', at, at + 5);
  if (at < 0 || foldedWords(parts[at]).split(' ')[0] !== 'cho' || verb < at + 2 || isSettled(parts))
    return null;
  const later = parts.slice(verb + 1).some((part, index, after) => {
    const next = after[index + 1]?.tokens[0]!.kind;
    return LATER.holds(part) || (DAYS.has(part.tokens.at(-1)!.fold) && next === 'number');
  });
  const words = later
    ? wordsFrom(
        text,
        parts.flatMap(({ tokens }) => tokens),
        parts.slice(0, verb + 1).flatMap(({ tokens }) => tokens).length,
      )
    : '';
  return words === '' ? null : { words, clauses: [clause], evidence: [rawWords(parts[at]!), words] };
}

const WANTS = new Set(
  'need needs want have request requesting give grant allow get like ask asking'.split(' '),
);
const SPANS = /^(?:day|days|week|weeks|hour|hours|month|months|time)$/;

/** English `we need two more working days`, `could you give us one more week` */
function findMore(text: string, clause: Clause): MoreTime | null {
  const tokens = clause.parts.flatMap((part) => part.tokens);
  const wants = tokens.findIndex(({ fold }) => WANTS.has(fold));
  const more = tokens.findIndex(({ fold }, index) => index > wants && FURTHER.has(fold));
  const span = tokens.slice(more + 1, more + 5).findIndex(({ fold }) => SPANS.test(fold)) + more + 1;
  if (wants < 0 || more < 0 || span <= more) return null;
  if (clause.parts.some((part) => DENIALS.holds(part))) return null;
  const first = isTimeToken(tokens[more - 1]) ? tokens[more - 1]! : tokens[more]!;
  const from = first.start - timeBefore(text.slice(0, first.start));
  const words = tokens[span]!.fold === 'time' ? '' : text.slice(from, tokens[span]!.end);
  return { words, clauses: [clause], evidence: [tokens[more]!.raw, tokens[span]!.raw] };
}

function isOneOf(words: ReadonlyMap<string, string>, token: Token): boolean {
  const written = token.kind === 'word' ? words.get(token.fold) : undefined;
  return (
    written !== undefined && (token.marks === '' || token.raw.normalize('NFC').toLowerCase() === written)
  );
}
