import type { Token } from '../../text/tokens.js';
import { STOP, type Answer, type Found, type Sayings } from './answer.js';
import { withWords } from './around-figure.js';
import { HEAD, isCount, toMeasure, type Asked, type Measure } from './asked.js';
import { wordsOf } from './marked-words.js';
import { isNameAt, isQuantityAt, sidesOf } from './no-quantity.js';
import { isSameWord, measuresOf, placesOf, tagsOf, type Words } from './phrase-list.js';
import { readQuantity, type Source } from './quantity.js';
import { isSpaced } from './written-forms.js';
import {
  doers,
  measures,
  nameWords,
  relations,
  slangMeasures,
  slips,
  talk,
  things,
} from './words/phrases.js';

/** Words that join two figures to one of which nobody knows which. */
const EITHER = /^(?:-|–|~|den|toi|hay|hoac|or|to|hay la)$/;

/** More of them are a table, which nobody weighs. */
const mostFigures = 12;

/** The figures of an answer, none of what only looks like one; null where they are too many. `isApart`: `10-15` is two of them. */
export function findFigures(text: string, asked: Asked, isApart = false): Answer | null {
  const words = wordsOf(text);
  const slang = asked.measure ? [...placesOf(words, slangMeasures)] : [];
  const all = new Map([
    ...measuresOf(words, measures),
    ...slang.filter(([, { tags }]) => tags[0]!.startsWith(`${asked.measure!.of}\t`)),
  ]);
  const source = { ...words, text, measures: all, wanted: asked.measure?.of, isCounted: isCount(asked) };
  const named = placesOf(words, things);
  words.tokens.forEach((token, at) => {
    if (asked.head && !(named.has(at) && words.isMarked) && isSameWord(token, asked.head, words))
      named.set(at, { tags: [HEAD], to: at + 1 });
  });
  // `34 can` of houses
  if (asked.measure === null)
    for (const [at, { tags }] of named) if (tags.some((tag) => asked.kinds.has(tag))) all.delete(at);
  const answer = {
    ...source,
    things: named,
    tags: relationTags(words, asked),
    talk: tagsOf(words, talk),
    slips: tagsOf(words, slips),
    names: placesOf(words, nameWords),
    periods: asked.periods,
    doers: tagsOf(words, doers),
  };
  for (const [at, { tags, to }] of named)
    if (to === at + 1 && !tags.some((tag) => asked.kinds.has(tag)) && isOtherTitleWord(answer, at, asked))
      named.delete(at);
  const numbers = numbersOf(answer, asked);
  if (numbers.length > mostFigures) return null;
  const found = isApart ? numbers : joinEither(source, numbers);
  return {
    ...answer,
    figures: found.map((each, at) => withWords(answer, each, found[at - 1], found[at + 1])),
  };
}

/** `du hop` of a title with `dự họp` is no box. */
const isOtherTitleWord = (words: Words, at: number, { title, thingWords }: Asked): boolean =>
  title.tokens.some((word) => !thingWords.has(word.key) && isSameWord(words.tokens[at]!, word, words));

/** The relations token by token. A word of the title means there what it means in the title; a name (`xóm Trên`) means none. */
function relationTags(words: Words, asked: Asked): readonly (readonly string[])[] {
  const { tokens, isMarked } = words;
  const places = placesOf(words, relations);
  const all = new Set(
    tokens.flatMap((_, at) => {
      const end = endOfAll(words, at);
      return end === null ? [] : tokens.slice(at, end).map((__, step) => at + step);
    }),
  );
  return tagsOf(words, relations, places).map((tags, at) => {
    if (all.has(at)) return ['whole'];
    if (isInside(words, at) && !asked.relations.has('vacant')) return [];
    if (tags.includes('unsure') && isCountedAgain(words, at)) return [];
    if (tags.length === 0 || places.get(at)?.to !== at + 1) return tags;
    const token = tokens[at]!;
    const isBehindPlace = (tags.length > 0 && PLACES.test(tokens[at - 1]?.fold ?? '')) || isMarked;
    const isName =
      isBehindPlace && at > 0 && tokens[at - 1]!.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(token.raw);
    if (isName) return [];
    const named =
      token.fold === 'chua' ? -1 : asked.title.tokens.findIndex((word) => isSameWord(token, word, words));
    return named < 0 ? tags : meantByTitle(tags, asked, named);
  });
}

/** `con 2 ta gao trong kho`: what has no marks is empty only where nothing follows. */
const isInside = ({ tokens, isMarked }: Words, at: number): boolean =>
  !isMarked && tokens[at]!.raw.toLowerCase() === 'trong' && tokens[at + 1]?.kind === 'word';

/** `em đếm lại rồi là 133`, `kiểm tra lại thì còn 12`; `để em đếm lại` has yet to be done. */
function isCountedAgain({ tokens }: Words, at: number): boolean {
  const again = tokens.findIndex(({ fold }, place) => place >= at && place < at + 3 && fold === 'lai');
  return again > 0 && /^(?:roi|xong|thi)$/.test(tokens[again + 1]?.fold ?? '');
}

/** `tồn 14` is of the `tồn đọng` that are asked for. */
const meantByTitle = (tags: readonly string[], asked: Asked, at: number): readonly string[] => [
  ...new Set([...tags.filter((tag) => asked.relations.has(tag)), ...asked.titleTags[at]!]),
];

const PLACES = /^(?:thon|ap|xom|ban|khu|cho|duong|cau|to|xa|lang|khom|buon)$/;

const PARTS_OF_ALL =
  /^(?:ngay|buoi|ca|thon|ap|xom|lop|khoi|thang|dot|lan|cho|noi|doi|to|xa|kho|diem|ben|loai|phong|chuyen|tang|truong|quay|shop|khu|cum|tuan|quy|ban|khoa)$/;

/** The end of what `cả 2 ngày` or `cộng 3 thôn` names before a figure; `at`: of its number, which is none of what is asked for. */
function endOfAll({ tokens }: Words, at: number): number | null {
  const isNumber = tokens[at]?.kind === 'number' || SPOKEN.test(tokens[at]?.fold ?? '');
  const isLed = /^(?:cả|ca|cộng|cong|tổng|tong|gộp|gop|tổng cộng|cong)$/i.test(tokens[at - 1]?.raw ?? '');
  if (!isNumber || !isLed || !PARTS_OF_ALL.test(tokens[at + 1]?.fold ?? '')) return null;
  const behind = tokens.slice(at + 2, at + 6);
  const figure = behind.findIndex(
    ({ kind, fold, raw }) => kind === 'number' || SPOKEN.test(fold) || (STOP.test(raw) && raw !== '='),
  );
  return figure >= 0 && !STOP.test(behind[figure]!.raw) ? at + 2 + figure : null;
}

const SPOKEN = /^(?:hai|ba|bon|sau|bay|tam|chin|muoi|tram)$/;

function numbersOf(source: Sayings, asked: Asked): Found[] {
  const found: Found[] = [];
  const { tokens, things: named } = source;
  let lastName = 0;
  for (let at = 0; at < tokens.length && found.length <= mostFigures;) {
    const token = tokens[at]!;
    const isRatio = token.kind === 'ratio' && isQuantityAt(source, named, at);
    const pair = isRatio ? sidesOf(token.raw) : [];
    let quantity = isRatio ? { number: pair[0]!, ...measureAt(source, at + 1) } : readQuantity(source, at);
    const tags = source.tags[at - 1] ?? [];
    if (quantity) {
      const isName =
        endOfAll(source, at) !== null ||
        isNameAt(source, source, { at, quantity, asked, tags }) ||
        (lastName > 0 &&
          !named.has(quantity.to) &&
          quantity.measure === null &&
          isNextName(tokens.slice(lastName, at), tokens[quantity.to]));
      if (isName) lastName = quantity.to;
      else if (isSpaced(token, tokens[at + 1])) {
        const rest = readQuantity(source, at + 1);
        quantity = { measure: null, to: at + 2, ...rest, number: null };
        found.push({ ...quantity, outOf: null, from: at });
      } else found.push({ ...withHalf(source, quantity), outOf: pair[1] ?? null, from: at });
    }
    at = Math.max(quantity?.to ?? 0, at + 1);
  }
  return found;
}

/** `2 thùng rưỡi`; without marks `2 con ruoi` may be flies. */
function withHalf<T extends Pick<Found, 'number' | 'measure' | 'to'>>(
  { tokens, things }: Sayings,
  found: T,
): T {
  const noun = found.measure === null ? things.get(found.to) : undefined;
  const half = noun && tokens[noun.to];
  if (found.number === null || half?.fold !== 'ruoi' || tokens[noun!.to - 1]!.fold === 'con') return found;
  return /^r(?:uoi|ư[ỡởơ]i)$/i.test(half.raw.normalize('NFC'))
    ? { ...found, number: found.number + 0.5 }
    : found;
}

/** `20/35 ha` */
function measureAt({ measures: all }: Source, at: number): { measure: Measure | null; to: number } {
  const place = all.get(at);
  return place ? { measure: toMeasure(place.tags[0]!), to: place.to } : { measure: null, to: at };
}

/** `phòng 7, 9 và 11` */
const isNextName = (between: readonly Token[], next: Token | undefined): boolean =>
  between.length === 1 &&
  (between[0]!.raw === ',' ? next?.kind !== 'word' : /^(?:va|voi|and|-|–)$/.test(between[0]!.fold));

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
