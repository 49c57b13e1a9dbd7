import type { Token } from '../../text/tokens.js';
import { STOP, type Found, type Sayings } from './answer.js';
import type { Figure } from './figure.js';
import type { Source } from './quantity.js';

/** A figure with the words around it that are its own. */
export function withWords(answer: Sayings, each: Found, last?: Found, next?: Found): Figure {
  const { tokens } = answer;
  const before = wordsBefore(answer, last ? last.to : 0, each.from);
  const after = wordsAfter(answer, each.to, next ? next.from : tokens.length);
  const kinds = kindsAt(answer, each.to);
  const own = last ? before.filter((at) => at >= splitAt(answer, last.to, each.from)) : before;
  const tail = next ? after.filter((at) => at < splitAt(answer, each.to, next.from)) : after;
  return {
    ...each,
    kinds,
    before: own,
    after: tail,
    relations: relationsOf(answer, own, tail, each),
    isOfOne: isOfOne(answer, each),
    sign: /^[=+]$/.exec(tokens[each.from - 1]?.raw ?? '')?.[0] ?? '',
  };
}

function wordsBefore({ tokens }: Source, from: number, to: number): number[] {
  const words: number[] = [];
  for (let at = to - 1; at >= from && !STOP.test(tokens[at]!.raw); at -= 1)
    if (tokens[at]!.kind === 'word') words.unshift(at);
  return words;
}

function wordsAfter({ tokens }: Source, from: number, to: number): number[] {
  const words: number[] = [];
  for (let at = from; at < to && !STOP.test(tokens[at]!.raw) && tokens[at]!.raw !== ':'; at += 1)
    if (tokens[at]!.kind === 'word') words.push(at);
  return words;
}

/** Without a stop what names the thing belongs to the figure before: `phát 40 thùng còn 12`, `330 suất mặn 15 suất chay`. */
function splitAt(answer: Sayings, from: number, to: number): number {
  const { tokens, tags, things: named } = answer;
  for (let at = from; at < to; at += 1) if (STOP.test(tokens[at]!.raw)) return at;
  const noun = named.get(from);
  for (let at = noun?.to ?? from; at < to; at += 1)
    if (tags[at]!.length > 0 || /^(?:va|voi|co|trong|thi|ma)$/.test(tokens[at]!.fold)) return at;
  if (noun) return to;
  return from;
}

/** The kinds that the noun right behind a figure may mean; of `60 cái màn` that behind the counter. */
function kindsAt(answer: Sayings, at: number): ReadonlySet<string> {
  const place = answer.things.get(at);
  const kinds = place?.tags.filter((tag) => tag !== '') ?? [];
  return place && kinds.length === 0 ? kindsAt(answer, place.to) : new Set(kinds);
}

/** `28k/suất`, `500ml` of a bottle, `x 50 cái` */
function isOfOne({ tokens, things: named }: Sayings, { from, to, measure, outOf }: Found): boolean {
  if (tokens[to]?.raw === '/' && tokens[to + 1]?.kind === 'word' && outOf === null) return true;
  if (/^[x×*]$/i.test(tokens[from - 1]?.raw ?? '')) return true;
  if (measure?.of !== 'mass' && measure?.of !== 'volume') return false;
  return [...named].some(
    ([, { tags, to: end }]) =>
      end === from && /^(?:thùng|bình|gói|bao|hộp|chai|lọ|can|cái|bồn)/.test(tags[0]!),
  );
}

/** Behind a figure these tell of something else: `1 giường ở phòng 108`. */
const BEFORE_ONLY = /^(?:place|morning|noon|afternoon|evening|whole|equals|part|each|outof|ahead)$/;
const PERIOD = /^(?:thang|quy|tuan|dot|ky)$/;

function relationsOf(
  { tokens, tags, things: named }: Sayings,
  before: readonly number[],
  after: readonly number[],
  { from, to }: Found,
): ReadonlySet<string> {
  const all = new Set(before.flatMap((at) => (isOnly(tokens, at, from) ? [] : tags[at]!)));
  for (const at of after)
    for (const tag of tags[at]!) {
      // `31 con`
      if (at < (named.get(to)?.to ?? 0) && tag !== 'group') continue;
      const isOnlyBefore = BEFORE_ONLY.test(tag) && !/^(?:morning|afternoon|evening)$/.test(tokens[at]!.fold);
      if (!isOnlyBefore && !(tokens[at]!.raw === 'con' && at < after[0]! + 2)) all.add(tag);
    }
  // `tháng 9 này` is now, `tháng 8` another.
  if (before.some((at) => tokens[at]!.fold === 'nay')) all.add('now');
  if (
    !all.has('now') &&
    before.some((at) => PERIOD.test(tokens[at]!.fold) && tokens[at + 1]?.kind === 'number')
  )
    all.add('then');
  return all;
}

/** `được mỗi 5 đơn`: no more than that. */
const isOnly = (tokens: readonly Token[], at: number, from: number): boolean =>
  at === from - 1 && /^m(?:ỗ|o)i$/.test(tokens[at]!.raw.toLowerCase());
