import type { Token } from '../../text/tokens.js';
import { STOP, type Found, type Sayings } from './answer.js';
import type { Figure } from './figure.js';
import type { Source } from './quantity.js';

/** A figure with the words around it that are its own. */
export function withWords(answer: Sayings, each: Found, last?: Found, next?: Found): Figure {
  const { tokens } = answer;
  const before = wordsBefore(answer, last ? last.to : 0, each.from);
  const after = wordsAfter(answer, each.to, next ? next.from : tokens.length);
  const own = last ? before.filter((at) => at >= splitAt(answer, last, each)) : before;
  const tail = next ? after.filter((at) => at < splitAt(answer, each, next)) : after;
  const { tags } = answer;
  // `14 empty beds`
  const noun =
    tags[each.to]?.length && !answer.things.has(each.to) && isEnglish(tokens, each.to)
      ? each.to + 1
      : each.to;
  const behind = kindsAt(answer, noun);
  const kinds = behind.size > 0 ? behind : kindsBefore(answer, each.from, own);
  return {
    ...each,
    kinds,
    before: own,
    after: tail,
    relations: relationsOf(answer, [...ledBy(answer, last, each), ...own], tail, each),
    isOfOne: isOfOne(answer, each, last),
    isResult: last !== undefined && next === undefined && isLedByIs(answer, own, each),
    sign: signOf(tokens, each.from),
  };
}

/** `=> 225` is what the others come to. */
const signOf = (tokens: readonly Token[], from: number): string => {
  const raw = tokens[from - 1]?.raw ?? '';
  if (raw === '→' || (raw === '>' && /^[=-]$/.test(tokens[from - 2]?.raw ?? ''))) return '=';
  return /^[=+]$/.test(raw) ? raw : '';
};

/** `là 600`, `thêm nhà bà Bảy nữa là bốn` */
const isLedByIs = ({ tokens, tags }: Sayings, before: readonly number[], { from }: Found): boolean =>
  before.at(-1) === from - 1 &&
  tokens[from - 1]!.fold === 'la' &&
  (before.every((at) => /^(?:la|vay|thi|con)$/.test(tokens[at]!.fold)) ||
    before.some((at) => tags[at]!.includes('change')));

function wordsBefore({ tokens }: Source, from: number, to: number): number[] {
  const words: number[] = [];
  // `it was -17`: the minus is its own.
  const isSigned = tokens[to - 1]?.raw === '-' && tokens[to - 1]!.end === tokens[to]?.start && to - 1 > from;
  for (let at = isSigned ? to - 2 : to - 1; at >= from && !STOP.test(tokens[at]!.raw); at -= 1)
    if (tokens[at]!.kind === 'word') words.unshift(at);
  return words;
}

function wordsAfter({ tokens }: Source, from: number, to: number): number[] {
  const words: number[] = [];
  for (let at = from; at < to && !STOP.test(tokens[at]!.raw) && tokens[at]!.raw !== ':'; at += 1)
    if (tokens[at]!.kind === 'word') words.push(at);
  return words;
}

/** `báo động 2 là 20 phân`: what leads the number of the name leads the figure. */
function ledBy(answer: Sayings, last: Found | undefined, { from }: Found): number[] {
  const { tokens } = answer;
  // `lũy kế 10 tháng được 96 tỷ`: of how long a time it is told.
  const isOfTime =
    last?.measure?.of === 'time' && !tokens.slice(last.to, from).some(({ raw }) => STOP.test(raw));
  if (isOfTime) return wordsBefore(answer, 0, last.from);
  const isLed = last !== undefined && from === last.to + 1 && /^(?:la|is|was|=)$/.test(tokens[last.to]!.fold);
  return isLed && last.measure === null && !answer.things.has(last.to)
    ? wordsBefore(answer, 0, last.from)
    : [];
}

/** Without a stop what names the thing belongs to the figure before: `phát 40 thùng còn 12`, `330 suất mặn 15 suất chay`. */
function splitAt(answer: Sayings, { from: start, to: from }: Found, { from: to, to: end }: Found): number {
  const { tokens, tags, things: named } = answer;
  for (let at = from; at < to; at += 1) if (STOP.test(tokens[at]!.raw)) return at;
  for (let at = from; at < to; at += 1) if (tokens[at]!.raw === ':' && at > from) return at;
  for (let at = from; at < to; at += 1) if (tags[at]!.includes('so')) return at;
  // `5 nam 7 nữ`: of each the word behind it tells who they are.
  if (isOfSex(tags[from]) && isOfSex(tags[end])) return from + 1;
  // `hu 3 con 17`: what is left.
  if (to === from + 1 && tokens[from]!.raw.toLowerCase() === 'con') return from;
  const noun = named.get(from);
  const isFirst = start === 0 || STOP.test(tokens[start - 1]!.raw);
  const isLast = end === tokens.length || STOP.test(tokens[end]!.raw);
  // `thi 15 em đạt giải 6`: nothing else tells what the latter is.
  if (noun && isLast && !isFirst) return noun.to;
  for (let at = noun?.to ?? from; at < to; at += 1)
    if (tags[at]!.length > 0 || /^(?:va|voi|co|trong|thi|ma|la)$/.test(tokens[at]!.fold)) return at;
  // `4 đầy 2 vỏ`: each is told by what stands behind it.
  return noun || (isFirst && !isLast) ? to : from;
}

const isOfSex = (tags: readonly string[] | undefined): boolean =>
  tags !== undefined && (tags.includes('men') || tags.includes('women'));

const isEnglish = (tokens: readonly Token[], at: number): boolean =>
  /^(?:empty|vacant|new|broken|expired|missing|spare|absent|sick)$/i.test(tokens[at]!.raw);

/** The kinds that the noun right behind a figure may mean; of `60 cái màn` that behind the counter. */
function kindsAt(answer: Sayings, at: number, isCounter = false): ReadonlySet<string> {
  const { tokens, things, names } = answer;
  const place = things.get(at);
  if (!place || isCalled(answer, at, isCounter)) return new Set();
  const kinds = place.tags.filter((tag) => tag !== '');
  // `2 cụm thôn 4`: where they are
  const isName = isCounter && tokens[names.get(at)?.to ?? -1]?.kind === 'number';
  if (isName) return new Set();
  // `67 cây quạt`
  const more = tokens[at]!.fold === 'cay' ? kindsAt(answer, place.to, true) : [];
  return kinds.length === 0 ? kindsAt(answer, place.to, true) : new Set([...kinds, ...more]);
}

/** `5 cai co oi`, `412 nha`: who is spoken to, or how. */
const isCalled = ({ tokens }: Sayings, at: number, isCounter: boolean): boolean =>
  (isCounter && /^(?:co|thay|em|anh|chi|bac|ban|chau|be|cu)$/.test(tokens[at]!.raw)) ||
  tokens[at]!.raw.toLowerCase() === 'cho' ||
  (/^nha$/i.test(tokens[at]!.raw) &&
    !(
      tokens[at + 1]?.kind === 'word' &&
      !/^(?:a|ah|anh|chi|c|em|e|co|thay|sep|bac|ban|minh|oi|ca)$/.test(tokens[at + 1]!.fold)
    ));

/** `ghế 19 cái` */
function kindsBefore(
  { things: named, names, talk }: Sayings,
  from: number,
  own: readonly number[],
): ReadonlySet<string> {
  const place = own.map((at) => ({ at, ...named.get(at) })).find(({ to }) => to === from);
  // `trẻ em 20` may be whose the things are.
  if (!place?.tags || names.has(place.at) || talk[place.at]!.length > 0 || place.tags.includes('người'))
    return new Set();
  return new Set(place.tags.filter((tag) => tag !== ''));
}

const isPlace = (token: Token | undefined): boolean =>
  /^(?:thon|ap|xom|to|ho|xa|lop|em|nguoi|truong|ngay|buoi|ca|tuan|thang|doi|khu|khoi|phong|nha|chau|bua|suat|thung|bao|hop|gio|don vi|km|ha)$/.test(
    token?.fold ?? '',
  );

/** `28k/suất`, `500ml` of a bottle, `x 50 cái` */
function isOfOne(
  { tokens, things: named }: Sayings,
  { from, to, measure, outOf }: Found,
  last?: Found,
): boolean {
  if (tokens[to]?.raw === '/' && tokens[to + 1]?.kind === 'word' && outOf === null) return true;
  // `5 cây/thôn`
  const noun = named.get(to);
  if (noun && tokens[noun.to]?.raw === '/' && isPlace(tokens[noun.to + 1])) return true;
  if (/^[x×*]$/i.test(tokens[from - 1]?.raw ?? '')) return true;
  if (measure?.of !== 'mass' && measure?.of !== 'volume') return false;
  // `3 xe 2 tấn`, `24 sacks of 50 kg`
  const isOfSize = tokens[from - 1]?.fold === 'of' && last?.to === from - 2;
  const isCounted = last?.measure === null && (named.get(last.to)?.to === from || isOfSize);
  if (isCounted && last?.number !== null) return true;
  return [...named].some(
    ([, { tags, to: end }]) =>
      end === from && /^(?:thùng|bình|gói|bao|hộp|chai|lọ|can|cái|bồn)/.test(tags[0]!),
  );
}

/** Behind a figure these tell of something else: `1 giường ở phòng 108`. */
const BEFORE_ONLY = /^(?:place|morning|noon|afternoon|evening|whole|equals|part|each|outof|ahead)$/;
const MOVED = /^(?:len|dang|rut|xuong|ha)$/;
export const PERIOD = /^(?:thang|quy|tuan|dot|ky)$/;

function relationsOf(
  { tokens, tags, things: named, periods }: Sayings,
  before: readonly number[],
  after: readonly number[],
  { from, to, measure }: Found,
): ReadonlySet<string> {
  const all = new Set(
    before.flatMap((at) => (isOnly(tokens, at, from) || isStorey(tokens, at, from) ? [] : tags[at]!)),
  );
  for (const at of after)
    for (const tag of tags[at]!) {
      // `31 con`
      if (at < (named.get(to)?.to ?? 0) && tag !== 'group') continue;
      // `bà con` without marks
      if (tokens[at]!.raw === 'con' && tokens[at - 1]?.raw === 'ba') continue;
      // `41,8% kế hoạch`; `dự kiến 80% kế hoạch` is none yet.
      if (measure?.of === 'share' && tag === 'plan' && !all.has('maybe')) continue;
      // `1 nặng`, of which no noun stands between
      const isPart = tag === 'part' && at === to;
      const isOnlyBefore =
        !isPart && BEFORE_ONLY.test(tag) && !/^(?:morning|afternoon|evening)$/.test(tokens[at]!.fold);
      if (!isOnlyBefore && !(tokens[at]!.raw === 'con' && at < after[0]! + 2)) all.add(tag);
    }
  // `thêm 2 nữa là 12` tells all.
  if (tokens[from - 1]?.fold === 'la' && before.length > 2 && all.delete('change')) all.add('equals');
  // `lên 20 phân` tells by how much, `lên tới 20 phân` how high.
  if (measure?.of === 'length' && MOVED.test(tokens[from - 1]?.fold ?? '')) all.add('change');
  // `tháng 9 này` is now, `tháng 8` another.
  if (before.some((at) => tokens[at]!.fold === 'nay')) all.add('now');
  if (
    !all.has('now') &&
    isOneOfTimes(tokens, tags) &&
    before.some(
      (at) =>
        PERIOD.test(tokens[at]!.fold) &&
        !periods.has(tokens[at]!.fold) &&
        tags[at]!.length === 0 &&
        tokens[at + 1]?.kind === 'number',
    )
  )
    all.add('then');
  return all;
}

/** Whether more times than one are told of; `Tháng 9 tiếp nhận 14 đơn` alone is of the time that is asked for. */
const isOneOfTimes = (tokens: readonly Token[], tags: Sayings['tags']): boolean =>
  tags.some((all) => all.includes('now')) ||
  tokens.filter(({ fold }, at) => PERIOD.test(fold) && tokens[at + 1]?.kind === 'number').length > 1;

/** `Tang 1 co 2 binh`: what rose tells by how many. */
const isStorey = (tokens: readonly Token[], at: number, from: number): boolean =>
  tokens[at]!.raw.toLowerCase() === 'tang' && tokens[at + 1]?.kind === 'number' && at + 1 < from;

/** `được mỗi 5 đơn`: no more than that. */
const isOnly = (tokens: readonly Token[], at: number, from: number): boolean =>
  at === from - 1 && /^m(?:ỗ|o)i$/.test(tokens[at]!.raw.toLowerCase());
