import { foldedWords, type Part } from './part.js';
import { tags, type TagSet } from './tag-set.js';

export { tags };

const isThere = (part: Part | undefined): part is Part => part !== undefined;
import type { Tag } from '../words/tags.js';

/**
 * What one clause says of the work. `open`: not finished. `underway`: being done, partly done, or promised. `next`: a
 * later step. `blocked`: it cannot go on. `trouble`: it goes badly. `undone`: what was done does not hold. `clean`:
 * nothing is in the way. `unclear`: it speaks of being done in a way that must not be guessed. `supposed`: it is not so
 * (`tưởng xong`, `chưa xong thì em đâu dám báo`), and counts only where nothing else is said.
 */
export type Meaning =
  | 'done'
  | 'open'
  | 'underway'
  | 'next'
  | 'blocked'
  | 'trouble'
  | 'undone'
  | 'ack'
  | 'unclear'
  | 'supposed'
  | 'question'
  | 'clean'
  | 'none';

export interface Sense {
  meaning: Meaning;
  /** The parts that decided. */
  decided: readonly Part[];
  /** Done, said of a part of the work (`xong phần móng`). */
  ofPart: boolean;
  /** Done, said of a step before the work is handed over (`soạn xong`). */
  isStep: boolean;
  /** Unclear only in when it was or will be (`xong trước hạn`). */
  isWhen: boolean;
  /** The clause names an obstacle, whatever else it says. */
  names: Part | null;
}

/** Said of a part of the work, or of all of it: it does not show which. */
export const isPartOf = ({ meaning, ofPart }: Sense): boolean => meaning === 'unclear' && ofPart;

/** Makes a sense. */
export function sense(
  meaning: Meaning,
  decided: readonly (Part | undefined)[],
  more: Partial<Pick<Sense, 'ofPart' | 'isStep' | 'isWhen' | 'names'>> = {},
): Sense {
  return {
    meaning,
    decided: decided.includes(undefined) ? decided.filter(isThere) : (decided as readonly Part[]),
    ofPart: more.ofPart ?? false,
    isStep: more.isStep ?? false,
    isWhen: more.isWhen ?? false,
    names: more.names ?? null,
  };
}

/** The same sense with another meaning. Spelled out, so that all senses are of one shape. */
export function withMeaning(
  said: Sense,
  meaning: Meaning,
  ofPart = said.ofPart,
  decided = said.decided,
): Sense {
  const { isStep, isWhen, names } = said;
  return { meaning, decided, ofPart, isStep, isWhen, names };
}

/** The same sense, which names an obstacle too. */
export function withName(said: Sense, names: Part): Sense {
  const { meaning, decided, ofPart, isStep, isWhen } = said;
  return { meaning, decided, ofPart, isStep, isWhen, names };
}

/** The place of the first part with the tag or one of the tags, from `from` on and before `to`; -1 for none. */
export function indexOf(parts: readonly Part[], wanted: Tag | TagSet, from = 0, to = parts.length): number {
  const end = Math.min(to, parts.length);
  let at = Math.max(from, 0);
  if (typeof wanted === 'string') while (at < end && parts[at]!.sign !== wanted) at += 1;
  else while (at < end && !wanted.holds(parts[at])) at += 1;
  return at < end ? at : -1;
}

/** The first part with the tag or one of the tags, from `from` on and before `to`. */
export function find(
  parts: readonly Part[],
  wanted: Tag | TagSet,
  from = 0,
  to = parts.length,
): Part | undefined {
  const at = indexOf(parts, wanted, from, to);
  // An index of -1 would be looked up as a name.
  return at < 0 ? undefined : parts[at];
}

/** Denials before the verb. */
export const DENIALS = tags('notYet', 'not', 'cannot');

/** What an office does, in whatever way. */
export const VERBS = tags('complete', 'hand', 'work', 'draft', 'prep');

/** The work itself, as opposed to words about it. */
export const OWN_WORK = tags('hand', 'work', 'draft', 'complete');

/** The same, where the word alone does not say that it is done. */
export const PLAIN_WORK = tags('hand', 'work', 'draft');

/** What the work consists of. */
export const PIECES = tags('member', 'piece');

export const PERSONS = tags('self', 'you');

export const CONDITIONS = tags('if', 'whenever');

/** What a clause says where something is in the way. */
export const HINDERED: ReadonlySet<Meaning> = new Set<Meaning>(['blocked', 'trouble']);

/** What is not said for certain, or not by the speaker. */
export const DOUBTS = tags('if', 'whenever', 'said', 'believed');

export const ORDERS = tags('must', 'haveTo');

/** What lies behind. */
export const BEHIND = tags('past', 'just', 'ago');

/** What is still to come. */
export const FUTURE = tags('ahead', 'will', 'promise');

/** What is still to come, or a time that may be. */
export const ANY_TIME = tags('ahead', 'will', 'promise', 'day', 'within');

/** Words that neither say nor take back anything. */
export const LIGHT = tags('particle', 'self', 'you', 'yes', 'at', 'is');

const SETTLED = tags('past', 'already', 'just', 'ago');
const BY_ITSELF = new Set([
  'xong xuoi',
  'xong tron',
  'xong tron ven',
  'dau vao day',
  'xong dau vao day',
  'xong han',
  'thanh cong',
]);

/** Whether a clause speaks of what has happened: `đã`, `rồi`, `hôm qua`, `mới xong`. */
export function isSettled(parts: readonly Part[]): boolean {
  return parts.some(
    (part, at) =>
      SETTLED.holds(part) ||
      saysPast(part) ||
      (part.tag === 'complete' && part.tokens.length > 1 && BY_ITSELF.has(foldedWords(part))) ||
      (part.tag === 'newly' && isJustNow(parts, at)),
  );
}

const NOT_UNTIL = tags('ahead', 'day', 'within', 'today', 'already', 'if', 'whenever', 'after');

/** `mới xong`; in `mai mới xong` it is not before then. */
export function isJustNow(parts: readonly Part[], at: number): boolean {
  return VERBS.holds(parts[at + 1]) && !find(parts, NOT_UNTIL, 0, at);
}

/** `đã chuẩn bị`, `đã nắm`: a phrase that holds its own `đã`. */
export function saysPast(part: Part): boolean {
  return part.tokens.length > 1 && part.tokens[0]!.fold === 'da' && VERBS.holds(part);
}

/** Whether a part may be a verb of an office that was typed without its marks. */
export function mayBeVerb({ guesses }: Part): boolean {
  return guesses.some((guess) => VERBS.has(guess));
}

/** Whether a part is, or may be, a verb of an office. */
export function isVerb(part: Part | undefined): boolean {
  return part !== undefined && (VERBS.holds(part) || mayBeVerb(part));
}

/** Whether a part is a word that no table knows: a name, a thing, or a verb that is missing there. */
export function isUnknownWord(part: Part | undefined): boolean {
  return part?.tag === null && part.tokens[0]!.kind === 'word';
}

/** `đến`, `tới` */
export function isUpTo({ tag, tokens }: Part): boolean {
  return tag === 'at' && tokens.length === 1 && /^(?:den|toi)$/.test(tokens[0]!.fold);
}

/** Whether a part is a figure. */
export function isNumber(part: Part | undefined): boolean {
  const kind = part?.tokens[0]?.kind;
  return kind === 'number' || kind === 'percent' || (kind === 'ratio' && part!.tag === null);
}

const MONEY = new Set(['trieu', 'tr', 'nghin', 'ngan', 'k', 'ty', 'ti', 'dong', 'd', 'vnd', 'usd']);

/** Whether a figure is an amount of money, which says nothing of how far the work is. */
export function isMoney(parts: readonly Part[], at: number): boolean {
  const token = parts[at]?.tokens[0];
  if (token?.kind !== 'number') return false;
  return MONEY.has(parts[at + 1]?.tokens[0]!.fold ?? '') || /^\d{1,3}(?:\.\d{3}){2,}$/.test(token.raw);
}

/** The last part that is no small word. */
export function lastSpoken(parts: readonly Part[]): Part | undefined {
  return parts.findLast((part) => !LIGHT.holds(part) && part.tokens[0]!.kind !== 'emoji');
}

/** `làm sớm nhé`, `nộp trước 15h nha`: what sounds done may be asked for. */
export const endsInPlea = (parts: readonly Part[]): boolean => /^nh[ea]n?$/.test(foldedWords(parts.at(-1)));

/** `chỉnh hình nữa thôi`: no more than that is left. */
export function isNoMoreThan(parts: readonly Part[], from = 0): boolean {
  const more = indexOf(parts, 'more', from);
  return more >= 0 && parts.slice(more + 1).some((part) => foldedWords(part) === 'thoi');
}
