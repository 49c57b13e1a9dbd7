import type { Token } from '../../text/tokens.js';
import { STOP, type Answer, type Found, type Sayings } from './answer.js';
import { withWords } from './around-figure.js';
import { toMeasure, type Asked, type Measure } from './asked.js';
import { wordsOf } from './marked-words.js';
import { isNameAt, isQuantityAt, sidesOf } from './no-quantity.js';
import { isSameWord, placesOf, tagsOf, type Words } from './phrase-list.js';
import { readQuantity, type Source } from './quantity.js';
import { doers, measures, nameWords, relations, slangMeasures, talk, things } from './words/phrases.js';

/** Words that join two figures to one of which nobody knows which. */
const EITHER = /^(?:-|–|~|den|toi|hay|hoac|or|to|hay la)$/;

/** More of them are a table, which nobody weighs. */
const mostFigures = 12;

/** The figures of an answer, none of what only looks like one; null where they are too many. */
export function findFigures(text: string, asked: Asked): Answer | null {
  const words = wordsOf(text);
  const slang = asked.measure ? [...placesOf(words, slangMeasures)] : [];
  const all = new Map([
    ...slang.filter(([, { tags }]) => tags[0]!.startsWith(`${asked.measure!.of}\t`)),
    ...placesOf(words, measures),
  ]);
  const source: Source = { ...words, text, measures: all };
  const named = placesOf(words, things);
  // `34 can` of houses
  if (asked.measure === null)
    for (const [at, { tags }] of named) if (tags.some((tag) => asked.kinds.has(tag))) all.delete(at);
  const answer = {
    ...source,
    things: named,
    tags: relationTags(words, asked),
    talk: tagsOf(words, talk),
    names: placesOf(words, nameWords),
    doers: tagsOf(words, doers),
  };
  const numbers = numbersOf(answer, asked);
  if (numbers.length > mostFigures) return null;
  const found = joinEither(source, numbers);
  return {
    ...answer,
    figures: found.map((each, at) => withWords(answer, each, found[at - 1], found[at + 1])),
  };
}

/** The relations token by token. A word of the title means there what it means in the title; a name (`xóm Trên`) means none. */
function relationTags(words: Words, asked: Asked): readonly (readonly string[])[] {
  const { tokens, isMarked } = words;
  const places = placesOf(words, relations);
  return tagsOf(words, relations, places).map((tags, at) => {
    if (tags.length === 0 || places.get(at)?.to !== at + 1) return tags;
    const token = tokens[at]!;
    const isName = isMarked && at > 0 && tokens[at - 1]!.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(token.raw);
    if (isName) return [];
    const isAsked =
      token.fold !== 'chua' && asked.title.tokens.some((word) => isSameWord(token, word, words));
    return isAsked ? tags.filter((tag) => asked.relations.has(tag)) : tags;
  });
}

function numbersOf(source: Sayings, asked: Asked): Found[] {
  const found: Found[] = [];
  const { tokens, names, things: named } = source;
  let lastName = 0;
  for (let at = 0; at < tokens.length && found.length <= mostFigures;) {
    const token = tokens[at]!;
    const isRatio = token.kind === 'ratio' && isQuantityAt(source, named, at);
    const pair = isRatio ? sidesOf(token.raw) : [];
    const quantity = isRatio ? { number: pair[0]!, ...measureAt(source, at + 1) } : readQuantity(source, at);
    const tags = source.tags[at - 1] ?? [];
    if (quantity) {
      const isName =
        isNameAt(source, names, { at, quantity, asked, tags }) ||
        (lastName > 0 &&
          !named.has(quantity.to) &&
          quantity.measure === null &&
          isNextName(tokens.slice(lastName, at), tokens[quantity.to]));
      if (isName) lastName = quantity.to;
      else found.push({ ...quantity, outOf: pair[1] ?? null, from: at });
    }
    at = Math.max(quantity?.to ?? 0, at + 1);
  }
  return found;
}

/** `20/35 ha` */
function measureAt({ measures: all }: Source, at: number): { measure: Measure | null; to: number } {
  const place = all.get(at);
  return place ? { measure: toMeasure(place.tags[0]!), to: place.to } : { measure: null, to: at };
}

/** `phòng 7, 9 và 11` */
const isNextName = (between: readonly Token[], next: Token | undefined): boolean =>
  between.length === 1 &&
  (between[0]!.raw === ',' ? next?.kind !== 'word' : /^(?:va|voi|and)$/.test(between[0]!.fold));

/** `10-15`, `3 đến 4 triệu`: one figure, and nobody knows which. */
function joinEither({ tokens }: Source, found: readonly Found[]): Found[] {
  const joined: Found[] = [];
  for (const each of found) {
    const last = joined.at(-1);
    const between = last ? tokens.slice(last.to, each.from) : [];
    const words = between.filter(({ kind }) => kind === 'word' || kind === 'punct').map(({ fold }) => fold);
    const isEither =
      last !== undefined &&
      words.length > 0 &&
      words.length < 3 &&
      words.some((word) => EITHER.test(word)) &&
      isTight(between, words) &&
      (words[0] === '-' ||
        !last.number ||
        !each.number ||
        /^(?:hay|hoac|or)$/.test(words.join(' ')) ||
        last.number < each.number);
    // `-3` behind a figure is the end of a span.
    const isSpan =
      last !== undefined && words.length === 0 && tokens[each.from]!.start > 0 && (each.number ?? 0) < 0;
    if (isEither || isSpan) joined[joined.length - 1] = { ...each, number: null, from: last.from };
    else joined.push(each);
  }
  return joined;
}

/** Of two words the other one must be a measure: `20 hộ đến 25`. */
const isTight = (between: readonly Token[], words: readonly string[]): boolean =>
  words.length === 1 || !between.some(({ raw }) => STOP.test(raw) && raw !== '-');
