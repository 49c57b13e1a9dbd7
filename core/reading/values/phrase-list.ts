import { parseSyllable, type Syllable } from '../../text/syllable.js';
import type { Token } from '../../text/tokens.js';

/** A text's tokens, and whether it was typed with its marks. */
export interface Words {
  tokens: readonly Token[];
  isMarked: boolean;
}

/** A phrase where it begins: what it stands for, and the token behind it. */
export interface Place {
  tags: readonly string[];
  to: number;
}

interface Phrase {
  words: readonly Syllable[];
  tag: string;
  /** Counts only where it is typed with its marks: `!sắp` is not `sập`. */
  isStrict: boolean;
}

/** Phrases by the letters of their first word. */
export type PhraseList = ReadonlyMap<string, readonly Phrase[]>;

/** A list from rows of a tag and its phrases, parted by commas or lines. */
export function phraseList(rows: readonly (readonly [tag: string, phrases: string])[]): PhraseList {
  const list = new Map<string, Phrase[]>();
  for (const [tag, phrases] of rows)
    for (const written of phrases.split(/[,\n]/).map((each) => each.trim())) {
      if (written === '') continue;
      const isStrict = written.startsWith('!');
      const words = written
        .slice(isStrict ? 1 : 0)
        .split(' ')
        .map(parseSyllable);
      const { fold } = words[0]!;
      list.set(fold, [...(list.get(fold) ?? []), { words, tag, isStrict }]);
    }
  return list;
}

/** Whether a word of a text is the one that is looked for: as it is spelled, or without marks in a text that has none. */
export const isSameWord = (word: Token, { key, fold }: Syllable | Token, { isMarked }: Words): boolean =>
  word.key === key || (!isMarked && word.marks === '' && word.fold === fold);

/** Those of a list of measures, none that only begins a word: `ki-ốt`. */
export const measuresOf = (words: Words, list: PhraseList): Map<number, Place> =>
  new Map(
    [...placesOf(words, list)].filter(([, { to }]) => {
      const [last, dash, next] = words.tokens.slice(to - 1, to + 2);
      return !(
        dash?.raw === '-' &&
        dash.start === last!.end &&
        next?.kind === 'word' &&
        next.start === dash.end
      );
    }),
  );

/** Where the phrases of a list stand, from left to right, the longest first; of several as long the tags of all. */
export function placesOf(words: Words, list: PhraseList): Map<number, Place> {
  const places = new Map<number, Place>();
  for (let at = 0; at < words.tokens.length;) {
    const place = placeAt(words, at, list);
    if (place) places.set(at, place);
    at = place?.to ?? at + 1;
  }
  return places;
}

function placeAt(words: Words, at: number, list: PhraseList): Place | null {
  const { tokens } = words;
  const phrases = tokens[at]!.kind === 'word' ? (list.get(tokens[at]!.fold) ?? []) : [];
  let longest = 0;
  let tags: string[] = [];
  for (const phrase of phrases) {
    const { length } = phrase.words;
    if (length < longest || !phrase.words.every((word, step) => isMet(words, at + step, word, phrase)))
      continue;
    tags = length > longest ? [phrase.tag] : [...tags, phrase.tag];
    longest = length;
  }
  return longest > 0 ? { tags, to: at + longest } : null;
}

const isMet = (words: Words, at: number, word: Syllable, { isStrict }: Phrase): boolean => {
  const token = words.tokens[at];
  return token?.kind === 'word' && (isStrict ? token.key === word.key : isSameWord(token, word, words));
};

/** The phrases token by token: the tags of all that cover one. `places`: where they stand, if that is known. */
export function tagsOf(
  words: Words,
  list: PhraseList,
  places = placesOf(words, list),
): readonly (readonly string[])[] {
  const tags: (readonly string[])[] = words.tokens.map(() => []);
  for (const [from, { tags: all, to }] of places) for (let at = from; at < to; at += 1) tags[at] = all;
  return tags;
}
