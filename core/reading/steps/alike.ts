import { parseSyllable } from '../../text/syllable.js';
import type { Token } from '../../text/tokens.js';
import type { Part } from '../clause/part.js';
import { SAME_WORK } from '../words/same-work.js';
import { type Title, wordsOfTitle } from '../title/title.js';

/** Phrases as they are written, and without their marks. */
interface Phrases {
  keys: ReadonlySet<string>;
  folds: ReadonlySet<string>;
}

/** The phrases of a list, separated by commas. */
export function phrases(list: string): Phrases {
  const all = list.split(',').map((phrase) => phrase.trim().split(/\s+/).map(parseSyllable));
  return {
    keys: new Set(all.map((words) => words.map(({ key }) => key).join(' '))),
    folds: new Set(all.map((words) => words.map(({ fold }) => fold).join(' '))),
  };
}

const joinKeys = (tokens: readonly Token[]): string => tokens.map(({ key }) => key).join(' ');
const joinFolds = (tokens: readonly Token[]): string => tokens.map(({ fold }) => fold).join(' ');
const hasMarks = (tokens: readonly Token[]): boolean => tokens.some(({ marks }) => marks !== '');

/** Whether a part is one of the phrases; one that was typed without marks may be any that is written so. */
export const isOneOf = ({ tokens }: Part, { keys, folds }: Phrases): boolean =>
  hasMarks(tokens) ? keys.has(joinKeys(tokens)) : folds.has(joinFolds(tokens));

const LINES = SAME_WORK.map(([titled, told]) => ({
  begins: phrases(titled.replaceAll(/(?:^|,)\s*[^^,]+(?=,|$)/g, '').replaceAll('^', '')),
  holds: phrases(titled.replaceAll(/\^[^,]+,?/g, '')),
  told: phrases(told),
}));

const IS_NAME = /^\p{Lu}\p{Ll}+$/u;
const longestPhrase = 4;
const cache = new WeakMap<Title, readonly Phrases[]>();

/** Whether a deed tells of a title's work in other words: `chích xong` to `Tiêm phòng dại`. */
export function isAlike(act: Part, title: Title): boolean {
  let told = cache.get(title);
  if (!told) {
    told = toldOf(title);
    cache.set(title, told);
  }
  return told.some((list) => isOneOf(act, list));
}

/** What tells of a title's work, by its words; names say nothing of it. */
function toldOf(title: Title): Phrases[] {
  const all = wordsOfTitle(title);
  const words = all.filter(({ raw }, at) => at === 0 || !IS_NAME.test(raw));
  const isMarked = hasMarks(words);
  const join = isMarked ? joinKeys : joinFolds;
  const named = words.flatMap((_, at) =>
    Array.from({ length: longestPhrase }, (__, more) => join(words.slice(at, at + more + 1))),
  );
  const first = named.slice(0, longestPhrase);
  const listOf = ({ keys, folds }: Phrases) => (isMarked ? keys : folds);
  return LINES.flatMap(({ begins, holds, told }) =>
    named.some((phrase) => listOf(holds).has(phrase)) || first.some((phrase) => listOf(begins).has(phrase))
      ? [told]
      : [],
  );
}
