import { foldText } from '../../text/fold.js';
import { scaleOf } from '../../text/number-words.js';
import type { Token } from '../../text/tokens.js';
import type { AnswerSpec } from '../answer.js';
import { wordsOf } from './marked-words.js';
import { measuresOf, placesOf, tagsOf, type PhraseList, type Words } from './phrase-list.js';
import { deeds, measures, plain, relations, things } from './words/phrases.js';

/** What is measured (`mass`) and how many of the first unit of that kind one of it is. */
export interface Measure {
  of: string;
  factor: number;
}

/** What a *collect* directive asks for, as far as unit and title tell. */
export interface Asked {
  /** Folded; '' for none. */
  unit: string;
  /** All words of unit and title: they may stand before a figure. */
  words: ReadonlySet<string>;
  /** Those of the title that tell one figure from another. */
  telling: readonly Token[];
  title: Words;
  /** The things that count, by the first name of their line; none where the title names none. */
  kinds: ReadonlySet<string>;
  /** The word behind `số` where no table has it: `camera`. */
  head: Token | null;
  /** The words that name them. */
  thingWords: ReadonlySet<string>;
  /** Those, and what titles say of when and where: what else they say must be told of a figure. */
  plainWords: ReadonlySet<string>;
  measure: Measure | null;
  isMoney: boolean;
  /** `đồng/kg`: what is told for one piece is what is asked for. */
  isEach: boolean;
  /** Relations that the title itself speaks of. */
  relations: ReadonlySet<string>;
  /** Those of its own words; a title of costs speaks of plans without one. */
  states: ReadonlySet<string>;
  /** What the title tells of the things: `dọn` of `Số cây đổ đã dọn`. */
  main: Token | null;
  /** What was done, not how things stand. */
  isDeed: boolean;
  /** The months, weeks and such that it names. */
  periods: ReadonlySet<string>;
  /** What each word of the title says of how things stand. */
  titleTags: readonly (readonly string[])[];
}

/** Words that titles share, whatever they ask for; `trồng`, `đổ`, `cửa` are none of them. */
const COMMON = new Set(
  'so số si sĩ tong tổng luong lượng da đã cac các cua của o ở la là duoc được bi bị co có va và cho den đến toi tới nhung những moi mới mỗi trong theo tai tại do number of the in on'.split(
    ' ',
  ),
);

const isCommon = ({ raw }: Token): boolean => COMMON.has(raw.normalize('NFC').toLowerCase());

/** What a title may ask of the things that it names. */
export const STATES = 'absent present broken good vacant taken late women men left undone plan ahead'.split(
  ' ',
);

/** What is asked for; a title may end with its unit: `Khối lượng rác (kg)`. */
export function readAsked(spec: AnswerSpec & { type: 'number' }, title: string): Asked {
  const bracketed = /\(([^()]{1,24})\)\s*$/.exec(title)?.[1];
  const written = spec.unit ?? bracketed ?? '';
  const words = wordsOf(title.replace(/\([^()]*\)/g, ' '));
  const named = kindsOf(wordsOf(written), words);
  const measure = measureOf(written, words, named);
  const head = named.size === 0 && measure === null && written === '' ? headOf(words) : null;
  const kinds = head ? new Set([HEAD]) : named;
  const thingWords = new Set([...placedWords(words, things), ...(head ? [head.key] : [])]);
  const titleTags = titleTagsOf(words);
  const states = new Set(titleTags.flat());
  const related = new Set(states);
  if (/^kinh ph/.test(foldText(title))) for (const tag of ['plan', 'maybe']) related.add(tag);
  // `xin thêm 15 bao` is what is wanted.
  if (/(?:bo sung|ho tro|them)/.test(foldText(title)) && related.has('plan')) related.add('change');
  return {
    unit: foldText(written),
    words: new Set(
      foldText(`${written} ${title}`)
        .split(/[^a-z]+/)
        .filter((word) => word !== ''),
    ),
    telling: words.tokens.filter((token) => token.kind === 'word' && !isCommon(token)),
    title: words,
    kinds,
    head,
    thingWords,
    plainWords: new Set([...thingWords, ...placedWords(words, plain)]),
    measure,
    isMoney: measure?.of === 'money',
    isEach: written.includes('/') || related.has('each'),
    relations: related,
    states,
    main: mainOf(words),
    isDeed:
      !['plan', 'must', 'ahead'].some((tag) => states.has(tag)) &&
      [...placesOf(words, deeds).values()].some(({ tags }) => tags.includes('deed')),
    periods: new Set(words.tokens.flatMap(({ fold }) => (PERIOD.test(fold) ? [fold] : []))),
    titleTags,
  };
}

/** Persons or things, of which there are no fractions and never fewer than none. */
export const isCount = ({ kinds, measure }: Asked): boolean => measure === null && kinds.size > 0;

export const PERIOD = /^(?:thang|quy|tuan|dot|ky)$/;

/** The kind of a thing that no table has. */
export const HEAD = 'head';

/** `loa` of `Số lượng loa hỏng` */
function headOf({ tokens }: Words): Token | null {
  const at = tokens.findIndex(({ fold }, place) => !/^(?:tong|so|luong|cac)$/.test(fold) || place > 3);
  const isCounted = tokens.slice(0, at).some(({ fold }) => fold === 'so');
  return isCounted && tokens[at]?.kind === 'word' && tokens[at].fold.length > 1 ? tokens[at] : null;
}

/** `So con heo` are not those that are left. */
const titleTagsOf = (words: Words): readonly (readonly string[])[] =>
  tagsOf(words, relations).map((tags, at) =>
    words.tokens[at]!.raw === 'con' && words.tokens[at - 1]?.fold === 'so' ? [] : tags,
  );

/** The word behind the last that leads to it. */
function mainOf({ tokens, isMarked }: Words): Token | null {
  const leads = isMarked ? /^(?:đã|bị|phải|chưa|còn|được)$/i : /^(?:da|bi|phai|chua|con|duoc)$/i;
  const at = tokens.findLastIndex(({ raw }) => leads.test(raw));
  return at < 0 ? null : (tokens[at + 1] ?? null);
}

/** The thing that a unit is, or else the first that the title names. */
function kindsOf(unit: Words, title: Words): ReadonlySet<string> {
  const places = [...placesOf(unit, things), ...placesOf(title, things)].map(([from, place]) => ({
    from,
    ...place,
  }));
  const first = places.findIndex(({ tags }) => tags.some((tag) => tag !== ''));
  const [head, next] = [places[first], places[first + 1]];
  // `Số chăn màn`: both.
  const isJoined = head !== undefined && next?.from === head.to;
  return new Set([...(head?.tags ?? []), ...(isJoined ? next.tags : [])].filter((tag) => tag !== ''));
}

const placedWords = (title: Words, list: PhraseList): ReadonlySet<string> =>
  new Set(
    [...placesOf(title, list)].flatMap(([from, { to }]) =>
      title.tokens.slice(from, to).map(({ key }) => key),
    ),
  );

function measureOf(written: string, title: Words, kinds: ReadonlySet<string>): Measure | null {
  const [unit = ''] = foldText(written).split('/');
  if (unit === '%') return { of: 'share', factor: 1 };
  if (unit === 'm2') return { of: 'area', factor: 0.0001 };
  if (/^(?:°|do |o)?c$/.test(unit)) return { of: 'heat', factor: 1 };
  if (unit === 'm3') return { of: 'volume', factor: 1_000 };
  const [first = '', ...others] = unit.split(' ');
  const scale = scaleOf(first);
  // `triệu m3`, `nghìn tấn`
  const scaled = scale > 1 && others.length > 0 ? measureOf(others.join(' '), title, kinds) : null;
  if (scaled && scaled.of !== 'money') return { ...scaled, factor: scaled.factor * scale };
  if (scale > 1) return { of: 'money', factor: scale };
  const [measured] = placesOf(wordsOf(written.split('/')[0]!), measures).values();
  if (measured) return toMeasure(measured.tags[0]!);
  // `Số kg gạo đã cấp`: right behind `số`.
  const behind = title.tokens.findIndex(({ fold }) => fold === 'so') + 1;
  const named = behind > 0 && behind < 3 && measuresOf(title, measures).get(behind);
  if (named && unit === '' && !/^(?:can|phan|tan)$/.test(title.tokens[behind]!.raw))
    return toMeasure(named.tags[0]!);
  if (kinds.has('đồng')) return { of: 'money', factor: 1 };
  const said = title.tokens.map(({ fold }) => fold).join(' ');
  if (unit !== '') return null;
  if (/^(?:nhiet do)/.test(said)) return { of: 'heat', factor: 1 };
  return /^(?:ty le|ti le)/.test(said) ? { of: 'share', factor: 1 } : null;
}

export function toMeasure(tag: string): Measure {
  const [of = '', factor = '1'] = tag.split('\t');
  return { of, factor: Number(factor) };
}
