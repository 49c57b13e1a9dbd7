import type { Token } from '../text/tokens.js';
import type { Syllable } from '../text/syllable.js';
import { WordSet } from '../text/word-set.js';
import { idAt, idsAt, MONTH, monthOf, type Ids } from './title-ids.js';
import type { Title } from './title.js';
import { MONTHS, PAPERS, PERIODS, SAME_KIND, TIMES, UNITS } from './words/kinds.js';
import { foldsOf, THINGS, type Sort } from './words/things.js';

/** What a title names one of, or several: `tổ 7`, `tháng 10`, `lớp Lá`, `đợt 1 và 2`, `kế hoạch hè`. */
export interface Instance {
  kind: Kind;
  /** Numbers, letters, codes and periods, without marks; none where it has a name. */
  ids: readonly string[];
  name: readonly Token[];
}

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
const BEGINNING = new Map<string, Phrase[]>();
for (const [sort, phrases] of SORTS)
  for (const words of phrases) BEGINNING.set(words[0]!, [...(BEGINNING.get(words[0]!) ?? []), [sort, words]]);

const isAt = (tokens: readonly Token[], at: number, words: readonly string[]): boolean =>
  words.every((word, index) => tokens[at + index]?.fold === word);

type Things = (typeof THINGS)[number];

/** No other kind's: `máy 3` is one of several machines, whatever for. */
const nameOf = (head: Things[0]): string => `${foldsOf(head)} …`;

const THINGS_BEGINNING = new Map<string, Things[]>();
for (const things of THINGS) {
  const first = things[0][0]!.fold;
  THINGS_BEGINNING.set(first, [...(THINGS_BEGINNING.get(first) ?? []), things]);
}

const isWrittenAt = (tokens: readonly Token[], at: number, words: readonly Syllable[]): boolean =>
  words.every(({ key, fold }, index) => {
    const token = tokens[at + index];
    return token !== undefined && (token.key === key || (token.marks === '' && token.fold === fold));
  });

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

const FIRST_WORDS = new WordSet([...BEGINNING.keys(), ...THINGS_BEGINNING.keys(), ...MONTHS.keys(), 't']);

/** Whether a word may begin a kind: most begin none. */
export const mayBeKind = (token: Token): boolean =>
  token.kind === 'date' || FIRST_WORDS.holds(token) || IS_CAPITAL.test(token.raw);

const IS_CAPITAL = /^\p{Lu}/u;

/** The kind whose words stand at a place: the longest of them. An English month is its own number. */
export function kindAt(tokens: readonly Token[], at: number): Kind | null {
  if (monthOf(tokens[at]) !== null || isMonthYear(tokens[at])) return monthFrom(at);
  if (isShortMonth(tokens, at)) return monthFrom(at + 1);
  return thingAt(tokens, at) ?? plainKindAt(tokens, at);
}

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
  if (sort !== 'paper') return idsAt(tokens, end);
  const words = PERIODS.find((phrase) => isAt(tokens, end, phrase));
  return words ? { ids: [words.join(' ')], end: end + words.length } : { ids: [], end };
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
  const found = idsAt(tokens, from);
  const relative = found.ids.length === 0 ? RELATIVE.get(tokens[from]?.fold ?? '') : undefined;
  return relative === undefined ? found : { ids: [relative], end: from + 1 };
}

const IS_NAME = /^\p{Lu}\p{Ll}*$/u;
const longestName = 3;

/** `Trần Phú` */
function nameAt(tokens: readonly Token[], at: number): Token[] {
  const words = tokens.slice(at, at + longestName);
  const end = words.findIndex(({ kind, raw }) => kind !== 'word' || !IS_NAME.test(raw));
  return words.slice(0, end < 0 ? longestName : end);
}

// A day or a time by which something is due is none that the work is about.
const DUE = new Set(
  'truoc den toi het trong tu hoi dau cuoi giua sau khoang tam qua by before until till since from in on last end early late during'.split(
    ' ',
  ),
);

/** `từ tháng 10`, `ngày 3 tháng 10`: when, not what. */
export function saysWhen(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && (before.kind === 'number' || before.kind === 'date' || DUE.has(before.fold));
}

// Where something leads: `thi thử vào lớp 10`.
const INTO = new Set(['vao', 'vo', 'len', 'sang', 'into']);

const cache = new WeakMap<Title, readonly Instance[]>();

/** The instances that a title names. */
export function readInstances(title: Title): readonly Instance[] {
  const known = cache.get(title) ?? findInstances(title);
  cache.set(title, known);
  return known;
}

function findInstances(title: Title): Instance[] {
  const tokens = [...title.verb.slice(0, 1), ...title.words()];
  const found: Instance[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const kind = kindAt(tokens, at);
    if (kind === null && at > 0) found.push(...namedAt(tokens, at));
    if (
      kind === null ||
      (kind.sort === 'time' && saysWhen(tokens, at)) ||
      INTO.has(tokens[at - 1]?.fold ?? '')
    )
      continue;
    const { ids } = idsOf(tokens, kind);
    const isOpen = ids.length === 0 && kind.sort === 'unit';
    const name = isOpen ? nameAt(tokens, kind.end) : [];
    const code = isOpen && name.length === 0 ? codeBehind(tokens, kind.end) : [];
    if (ids.length + name.length + code.length > 0) found.push({ kind, ids: [...ids, ...code], name });
    at = Math.max(at, kind.end - 1);
  }
  return found;
}

/** `Cam Thanh`, where no word before it says what it is. */
function namedAt(tokens: readonly Token[], at: number): Instance[] {
  const name = IS_NAME.test(tokens[at - 1]!.raw) ? [] : nameAt(tokens, at);
  if (name.length < 2) return [];
  const kind = { name: name[0]!.fold, sort: 'name', tokens: name.slice(0, 1), end: at + 1 } as const;
  return [{ kind, ids: [], name: name.slice(1) }];
}

/** The first word of a name like this one, where it stands as a name. */
export function nameLike(tokens: readonly Token[], at: number, { name }: Kind): Kind | null {
  const token = tokens[at]!;
  return token.fold === name && IS_NAME.test(token.raw) && IS_NAME.test(tokens[at + 1]?.raw ?? '')
    ? { name, sort: 'name', tokens: [token], end: at + 1 }
    : null;
}

const farthestCode = 3;

/** `SH204` of `lô siro ho SH204` */
function codeBehind(tokens: readonly Token[], from: number): string[] {
  for (let at = from; at < from + farthestCode; at += 1) {
    const id = tokens[at]?.kind === 'word' ? idAt(tokens, at)?.id : undefined;
    if (id !== undefined && id.length >= shortestCode && /\d/.test(id)) return [id];
  }
  return [];
}

// A code is known by itself; a number of one or two figures is not.
const shortestCode = 3;

/** Whether a name or a code stands there without its kind: `2207 giao xong`, `còn Toán thì chưa`. */
export function isAlone(tokens: readonly Token[], at: number, { ids, name }: Instance): boolean {
  if (name.length > 0) return name.every(({ fold }, index) => tokens[at + index]?.fold === fold);
  return ids.some((own) => own.length >= shortestCode && idAt(tokens, at)?.id === own);
}
