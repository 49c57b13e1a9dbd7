import { groupBy } from '../../group-by.js';
import type { Token } from '../../text/tokens.js';
import { WordSet } from '../../text/word-set.js';
import { ageAt, isAgeAt, isKindergartenClass, spokenIdsAt } from './spoken-ids.js';
import { idsAt, MONTH, monthOf, type Ids } from './title-ids.js';
import { isWrittenAt } from './title-verb.js';
import { MONTHS, PAPERS, PERIODS, PERSONS, SAME_KIND, TIMES, UNITS } from '../words/kinds.js';
import { foldsOf, THINGS, type Sort } from '../words/things.js';

/** A word for things of which one is named, and where it stands. */
export interface Kind {
  name: string;
  /** `name`: the first word of a name (`Cam` of `Cam Thanh`), which its neighbours often share. `thing`: `máy` of `máy in`. */
  sort: 'unit' | 'time' | 'paper' | 'name' | 'thing';
  tokens: readonly Token[];
  end: number;
}

const SORTS = [
  ['unit', UNITS],
  ['time', TIMES],
  ['paper', PAPERS],
] as const;

type Phrase = readonly [sort: Kind['sort'], words: readonly string[]];

// By the words that they begin with: most words begin none.
const BEGINNING = groupBy(
  SORTS.flatMap(([sort, phrases]) => phrases.map((words): Phrase => [sort, words])),
  ([, words]) => words[0]!,
);

const isAt = (tokens: readonly Token[], at: number, words: readonly string[]): boolean =>
  words.every((word, index) => tokens[at + index]?.fold === word);

type Things = (typeof THINGS)[number];

/** No other kind's: `máy 3` is one of several machines, whatever for. */
const nameOf = (head: Things[0]): string => `${foldsOf(head)} …`;

const THINGS_BEGINNING = groupBy(THINGS, ([head]) => head[0]!.fold);

const sortAt = (tokens: readonly Token[], at: number, sorts: readonly Sort[]): Sort | undefined =>
  sorts.find(({ words }) => isWrittenAt(tokens, at, words));

/** `máy` where it is said what for. */
function thingAt(tokens: readonly Token[], at: number): Kind | null {
  const found = THINGS_BEGINNING.get(tokens[at]!.fold)?.find(
    ([head, sorts]) => isWrittenAt(tokens, at, head) && sortAt(tokens, at + head.length, sorts),
  );
  if (!found) return null;
  const end = at + found[0].length;
  return { name: nameOf(found[0]), sort: 'thing', tokens: tokens.slice(at, end), end };
}

const FIRST_WORDS = new WordSet([
  ...BEGINNING.keys(),
  ...THINGS_BEGINNING.keys(),
  ...MONTHS.keys(),
  't',
  'tuoi',
]);

/** Whether a word may begin a kind: most begin none. */
export const mayBeKind = (token: Token): boolean =>
  token.kind === 'date' || FIRST_WORDS.holds(token) || IS_CAPITAL.test(token.raw);

export const IS_CAPITAL = /^\p{Lu}/u;

/** The kind whose words stand at a place: the longest of them. An English month is its own number. */
export function kindAt(tokens: readonly Token[], at: number): Kind | null {
  if (monthOf(tokens[at]) !== null || isMonthYear(tokens[at])) return monthFrom(at);
  if (isShortMonth(tokens, at)) return monthFrom(at + 1);
  if (isAgeAt(tokens, at)) return { name: AGE, sort: 'unit', tokens: [], end: at + 1 };
  if (isKindergartenClass(tokens, at)) return { name: KINDERGARTEN, sort: 'unit', tokens: [], end: at + 1 };
  return thingAt(tokens, at) ?? plainKindAt(tokens, at);
}

const AGE = 'tuoi';
const KINDERGARTEN = 'mam choi la';

function plainKindAt(tokens: readonly Token[], at: number): Kind | null {
  const found = BEGINNING.get(tokens[at]!.fold)?.find(([, words]) => isAt(tokens, at, words));
  if (!found) return null;
  const [sort, words] = found;
  const name = words.join(' ');
  const end = at + words.length;
  return { name: SAME_KIND.get(name) ?? name, sort, tokens: tokens.slice(at, end), end };
}

const monthFrom = (end: number): Kind => ({ name: 'thang', sort: 'time', tokens: [], end });

/** `T10/2026` */
const isMonthYear = (token: Token | undefined): boolean =>
  token?.kind === 'date' && /^t/i.test(token.raw) && MONTH.test(token.raw);

/** `T10`; `T5` is a day of the week. */
const isShortMonth = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.fold === 't' && tokens[at + 1]?.kind === 'number' && tokens[at + 1]!.start === tokens[at]!.end;

/** What tells one of a kind apart: its numbers, or what a paper is for (`hè` of `kế hoạch hè`). */
export function idsOf(tokens: readonly Token[], { name, sort, end }: Kind): Ids {
  if (sort === 'time') return timesAt(tokens, end);
  if (sort === 'thing') return sortsAt(tokens, end, SORTS_OF.get(name)!);
  if (name === AGE) return ageAt(tokens, end);
  if (name === KINDERGARTEN) {
    const { ids, end: last } = idsAt(tokens, end);
    return { ids: ids.map((id) => `${tokens[end - 1]!.fold} ${id}`), end: last };
  }
  if (sort !== 'paper') return unitsAt(tokens, end);
  const words = PERIODS.find((phrase) => isAt(tokens, end, phrase));
  return words ? { ids: [words.join(' ')], end: end + words.length } : { ids: [], end };
}

const isPersonal = (token: Token | undefined): boolean => token !== undefined && PERSONS.includes(token.fold);

/** `tổ 7`, `đợt hai` */
function unitsAt(tokens: readonly Token[], from: number): Ids {
  const found = idsAt(tokens, from);
  // `hộ ông Bảy`: a name
  const isPerson = isPersonal(tokens[from - 1]);
  return found.ids.length > 0 || isPerson ? found : spokenIdsAt(tokens, from);
}

const SORTS_OF = new Map(THINGS.map(([head, sorts]) => [nameOf(head), sorts]));
const AND = new Set(['va', 'voi', 'cung', ',', '&', '+']);

/** `trâu bò`, `in và máy scan`: the sorts that are named in a row. */
function sortsAt(tokens: readonly Token[], from: number, sorts: readonly Sort[]): Ids {
  const ids: string[] = [];
  let end = from;
  for (let at = from; at < tokens.length; at = AND.has(tokens[end]?.fold ?? '') ? end + 1 : end) {
    const found = sortAt(tokens, at, sorts);
    if (!found) break;
    ids.push(found.id);
    end = at + found.words.length;
  }
  return { ids, end };
}

const RELATIVE: ReadonlyMap<string, string> = new Map([
  ['nay', 'nay'],
  ['sau', 'sau'],
  ['toi', 'sau'],
  ['truoc', 'truoc'],
  ['ngoai', 'truoc'],
]);

/** Whether what tells a time apart counts from now: `tuần trước`. */
export const isRelative = (id: string): boolean => RELATIVE.get(id) === id;

function timesAt(tokens: readonly Token[], from: number): Ids {
  const found = unitsAt(tokens, from);
  const relative = found.ids.length === 0 ? RELATIVE.get(tokens[from]?.fold ?? '') : undefined;
  return relative === undefined ? found : { ids: [relative], end: from + 1 };
}
