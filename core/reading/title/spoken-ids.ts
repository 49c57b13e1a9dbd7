import type { Token } from '../../text/tokens.js';
import { parseSyllable, type Syllable } from '../../text/syllable.js';
import type { Ids } from './title-ids.js';

const NUMBERS: ReadonlyMap<string, number> = new Map(
  ['một nhất', 'hai nhì', 'ba', 'bốn tư', 'năm', 'sáu', 'bảy bẩy', 'tám', 'chín', 'mười'].flatMap(
    (words, at) => words.split(' ').map((word) => [parseSyllable(word).key, at + 1] as const),
  ),
);
const UNMARKED: ReadonlyMap<string, number> = new Map([
  ...'mot hai ba bon nam sau bay tam chin muoi'.split(' ').map((word, at) => [word, at + 1] as const),
  ['nhat', 1],
]);
const FIVE = 5;
const TEN = 10;

// `một số hộ`, `ba mẹ`, `năm nay`, `tháng sau nộp`: the word is none of a row.
const NEXT = new Set(
  'so vai it phan nua chut minh me nay ngoai truoc tuoi toi sau hoc muoi tram nghin trieu cai con nguoi'.split(
    ' ',
  ),
);
// Words that stand behind a kind in other senses too, where they were typed without marks.
const UNSURE = new Set(['nam', 'sau', 'bay']);

/** The number that is written as a word behind a kind: `quý Ba`, `đợt hai`, `năm nhất`, `tháng mười một`. */
export function spokenIdsAt(tokens: readonly Token[], at: number): Ids {
  const first = numberOf(tokens[at]);
  if (first === undefined) return { ids: [], end: at };
  const second = first === TEN ? numberOf(tokens[at + 1]) : undefined;
  const end = second !== undefined && second < 3 ? at + 2 : at + 1;
  if (NEXT.has(tokens[end]?.fold ?? '')) return { ids: [], end: at };
  return { ids: [String(end === at + 2 ? first + second! : first)], end };
}

/** What a word counts as a number. */
export function numberOf(token: Token | undefined): number | undefined {
  if (token?.kind !== 'word') return undefined;
  const known = NUMBERS.get(token.key);
  if (known !== undefined) return known;
  return token.marks === '' && !UNSURE.has(token.fold) ? UNMARKED.get(token.fold) : undefined;
}

const YEARS = parseSyllable('tuổi');

const isYears = (token: Token | undefined): boolean => token !== undefined && isSyllable(token, YEARS);

const isSyllable = (token: Token, { key, fold }: Syllable): boolean =>
  token.key === key || (token.marks === '' && token.fold === fold);

// `trẻ dưới 5 tuổi`, `từ 3 đến 5 tuổi`: several years.
const SPANS = new Set('duoi tren tu den toi va hon voi qua du - – , +'.split(' '));

/** Whether `tuổi` stands there beside one number: `5 tuổi`, `trẻ năm tuổi`, `tuổi 17`. */
export const isAgeAt = (tokens: readonly Token[], at: number): boolean =>
  isYears(tokens[at]) && ageAt(tokens, at + 1).ids.length > 0;

/** The age that is told by the `tuổi` before `end`. */
export function ageAt(tokens: readonly Token[], end: number): Ids {
  const before = countOf(tokens[end - 2]);
  if (before !== undefined) return { ids: SPANS.has(tokens[end - 3]?.fold ?? '') ? [] : [before], end };
  const behind = countOf(tokens[end]);
  return behind === undefined ? { ids: [], end } : { ids: [behind], end: end + 1 };
}

/** The number that a word or a figure stands for: `5`, `năm`. */
export function countOf(token: Token | undefined): string | undefined {
  const count = token?.kind === 'number' ? Number(token.raw) : token?.fold === 'nam' ? FIVE : numberOf(token);
  return count === undefined || !Number.isInteger(count) ? undefined : String(count);
}

const CLASSES = /^(?:mam|choi|la)$/;
const GROUP = /^(?:\d{1,2}|\p{Lu})$/u;

/** Whether one of the classes of a kindergarten is named, which go by a name and a number: `Chồi 2`, `Lá A`. */
export const isKindergartenClass = (tokens: readonly Token[], at: number): boolean =>
  /^\p{Lu}/u.test(tokens[at]!.raw) && CLASSES.test(tokens[at]!.fold) && GROUP.test(tokens[at + 1]?.raw ?? '');
