import { readLeadingNumber, type FoundNumber } from '../../text/read-number.js';
import { parseSyllable } from '../../text/syllable.js';
import type { Token } from '../../text/tokens.js';
import { toMeasure } from './asked.js';
import { isPart, STARTS, UNMARKED_STARTS, SCALE_STARTS, UNMARKED_PARTS } from './number-parts.js';
import type { Words } from './phrase-list.js';
import type { Quantity, Source } from './source.js';
import { withMeasure } from './with-measure.js';
import { isEitherTail, isOddForm } from './written-forms.js';

export type { Quantity, Source } from './source.js';

/** Persons and days that bear a number as their name, and words that make no number of the one behind: `cả hai điểm`. */
const NAMED_BY_IT =
  /^(?:anh|chi|chị|co|cô|chu|chú|bac|bác|di|dì|ong|ông|ba|bà|thu|thứ|ca|cả|thang|tháng|dau|đầu|trong|moi|mỗi|nga|ngã)$/i;
const NO_NUMBER = new Set(
  'một cửa, một số, một vài, một ít, một phần, một lần, một chút, một bên, một mặt, một nửa, ba mẹ, ba má, năm nay, năm ngoái, năm học, năm trước, năm sau, năm mới, hai bên, ba gác, ba lô, tư nhân, hai lúa, bốn mùa, bốn bên, one of, ten la, bon minh, bon em, bon tui, bon toi'.split(
    ', ',
  ),
);

const HALF = parseSyllable('nửa').key;

/** `khoảng chục hộ` may be eight. */
const VAGUE = /^(?:may|vai|hang|khoang|tam|co|hon|gan|chung|ca|nhieu|duoi|tren|them)$/;

function startsWords(source: Source, at: number): boolean {
  const { tokens, isMarked } = source;
  const [before, token, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  // `52 triệu/người/năm`
  if (token.kind !== 'word' || before?.raw === '/') return false;
  if (!STARTS.has(token.key)) {
    if (isMarked || token.marks !== '') return false;
    const goesOn = next !== undefined && /^(?:muoi|chuc|tram|nghin|ngan|trieu)$/.test(next.fold);
    if (!UNMARKED_STARTS.has(token.fold) && !(goesOn && UNMARKED_PARTS.has(token.fold))) return false;
  }
  // `ba con` without marks are neighbours as well.
  if (!isMarked && next?.kind === 'number') return false;
  if (!isMarked && token.raw === 'ba' && next?.raw === 'con') return false;
  if (next && NO_NUMBER.has(`${token.raw.toLowerCase()} ${next.raw.toLowerCase()}`)) return false;
  // `cuối năm`
  if (token.fold === 'nam' && /^(?:cuoi|dau|giua|trong|qua|ca|moi|hang)$/.test(before?.fold ?? ''))
    return false;
  const isLong = isPart(next, source);
  return isLong || before?.kind !== 'word' || !NAMED_BY_IT.test(before.raw);
}

const DOZEN = parseSyllable('tá').key;

/** The number that begins at a token; null where none does. */
export function readQuantity(source: Source, at: number): Quantity | null {
  const quantity = readOne(source, at);
  const isDozen = quantity?.measure === null && source.tokens[quantity.to]?.key === DOZEN;
  if (!isDozen) return quantity;
  return { ...quantity, number: quantity.number === null ? null : quantity.number * 12, to: quantity.to + 1 };
}

function readOne(source: Source, at: number): Quantity | null {
  const { tokens, text } = source;
  const token = tokens[at]!;
  if (token.kind === 'percent') return readShare(source, at);
  if (token.kind === 'word') return readHalf(source, at) ?? readDecimal(source, at) ?? readSpoken(source, at);
  if (token.kind !== 'number') return null;
  // `am 20 do`
  const isBelow =
    tokens[at - 1]?.raw.toLowerCase() === 'âm' ||
    (tokens[at - 1]?.raw.toLowerCase() === 'am' && source.measures.get(at + 1)?.tags[0]?.startsWith('heat'));
  const sign =
    isBelow || (text[token.start - 1] === '-' && (token.start === 1 || text[token.start - 2] === ' '))
      ? '-'
      : '';
  let until = at + 1;
  while (until < tokens.length && until < at + 8 && mayGoOn(source, until)) until += 1;
  const slice = text.slice(token.start, tokens[until - 1]!.end);
  const found =
    readMixed(slice) ?? readLeadingNumber(sign + (source.isCounted ? withThousands(slice) : slice));
  const to = found ? behind(source, token.start + slice.length - found.rest.length) : at + 1;
  const isUnclear = isEitherWay(source, at, to) || isOddForm(text, token) || isEitherTail(slice);
  return withMeasure(source, {
    number: isUnclear ? null : (found?.number ?? null),
    measure: null,
    to,
  });
}

/** `8,2%`, `8 phần trăm 2` */
function readShare({ tokens }: Source, at: number): Quantity {
  const number = Number.parseFloat(tokens[at]!.raw.replace(',', '.'));
  const measure = { of: 'share', factor: 1 };
  const [tail, next] = [tokens[at + 1], tokens[at + 2]];
  const isTenths =
    Number.isInteger(number) &&
    /\p{L}$/u.test(tokens[at]!.raw) &&
    /^\d$/.test(tail?.raw ?? '') &&
    next?.kind !== 'word';
  return isTenths
    ? { number: number + Number(tail!.raw) / 10, measure, to: at + 2 }
    : { number, measure, to: at + 1 };
}

/** `1 trăm lẻ 4`, `1 trăm 2 chục`: as if it were spelled out. */
function readMixed(slice: string): FoundNumber | null {
  const words = slice.trim().split(' ');
  const scaled = readScaled(slice.trim());
  if (scaled) return scaled;
  if (words.length < 3 || !words.every((word) => /^(?:[1-9]|\p{L}{2,6})$/u.test(word))) return null;
  if (!words.slice(1).some((word) => /^\d$/.test(word))) return null;
  const found = readLeadingNumber(words.map((word) => DIGIT_WORDS[Number(word)] ?? word).join(' '));
  return found?.rest === '' ? found : null;
}

/** `22 triệu một trăm nghìn`: digits before the first scale, and words behind it. */
function readScaled(slice: string): FoundNumber | null {
  const [, first = '', rest = ''] = /^(\d[\d.,]* ?\p{L}+) (\p{L}+ \p{L}[\p{L} ]*)$/u.exec(slice) ?? [];
  const [large, small] = [readLeadingNumber(first), readLeadingNumber(rest)];
  if (large?.rest !== '' || small?.rest !== '') return null;
  // `1 nghìn hai trăm năm mươi`
  const isHundreds = /ng[aà]n|ngh[iì]n/iu.test(first) && /^\p{L}+ tr[aă]m/iu.test(rest) && small.number < 1e3;
  const isNext = small.number >= 1e3 && small.number * 10 <= large.number;
  return isNext || isHundreds ? { number: large.number + small.number, rest: '' } : null;
}

const DIGIT_WORDS = ' một hai ba bốn năm sáu bảy tám chín'.split(' ');

const STATIONS = /^(?:bien|y|bom|xa|can|thu|xang|dien|kiem|truc|cap)$/;

/** `trạm` is no `trăm`: only what is spelled so goes on with a number. */
const mayGoOn = (source: Source, at: number): boolean => {
  const token = source.tokens[at]!;
  // `2 tram bien ap`
  if (token.raw.toLowerCase() === 'tram' && STATIONS.test(source.tokens[at + 1]?.fold ?? '')) return false;
  // `6 ngàn 5 một ký`
  if (token.fold === 'mot' && source.tokens[at - 1]!.kind === 'number' && source.measures.has(at + 1))
    return false;
  return token.kind === 'number' || isPart(token, source) || /^(?:k|tr)$/i.test(token.raw);
};

/** The first token that begins there or later. */
function behind({ tokens }: Words, place: number): number {
  const at = tokens.findIndex(({ start }) => start >= place);
  return at < 0 ? tokens.length : at;
}

/** `1,250` may be 1.25 or 1,250, unless something is measured or counted by it or a scale follows. */
function isEitherWay(source: Source, at: number, to: number): boolean {
  const { measures, tokens } = source;
  const measured = measures.get(at + 1)?.tags[0];
  const isMeasured = measured !== undefined && !measured.startsWith('money');
  return THOUSANDS.test(tokens[at]!.raw) && to === at + 1 && !source.isCounted && !isMeasured;
}

const THOUSANDS = /^[1-9]\d{0,2},\d{3}$/;

/** `1,320` pupils, as English and tables write it. */
const withThousands = (slice: string): string => (THOUSANDS.test(slice) ? slice.replace(',', '') : slice);

/** `nửa tỷ`, `nửa ha`; any other half is of something. */
function readHalf(source: Source, at: number): Quantity | null {
  const { tokens, isMarked } = source;
  const [token, next] = [tokens[at]!, tokens[at + 1]];
  if (token.key !== HALF && !(token.raw === 'nua' && !isMarked)) return null;
  const scale = next && /^(?:ty|ti|trieu)$/.test(next.fold) ? readLeadingNumber(`1 ${next.raw}`) : null;
  if (scale) return { number: scale.number / 2, measure: { of: 'money', factor: 1 }, to: at + 2 };
  const measure = source.measures.get(at + 1);
  if (measure) return { number: 0.5, measure: toMeasure(measure.tags[0]!), to: measure.to };
  return token.marks === '' ? null : { number: null, measure: null, to: at + 1 };
}

const POINT = parseSyllable('phẩy').key;

/** `một phẩy năm phần trăm`, `không phẩy tám`; what has a point, and is not so, is no number that anybody could tell. */
function readDecimal(source: Source, at: number): Quantity | null {
  const { tokens, isMarked } = source;
  const point = tokens.findIndex(
    ({ key, raw }, place) => place > at && place < at + 5 && (key === POINT || (!isMarked && raw === 'phay')),
  );
  if (point < 0 || point === at || !tokens.slice(at, point).every((token) => isPart(token, source)))
    return null;
  let to = point + 1;
  while (to < point + 4 && isPart(tokens[to], source)) to += 1;
  // `năm mươi`, `không năm`
  const places = tokens.slice(point + 1, to).map(({ raw }) => readLeadingNumber(raw)?.number ?? 10);
  const whole = readLeadingNumber(
    tokens
      .slice(at, point)
      .map(({ raw }) => raw)
      .join(' '),
  );
  const isClear = whole?.rest === '' && places.length > 0 && places.every((digit) => digit < 10);
  const number = isClear ? Number(`${whole.number}.${places.join('')}`) : null;
  return withMeasure(source, { number, measure: null, to });
}

/** `mười hai`, `trăm rưỡi`, `mỗi chục` */
function readSpoken(source: Source, at: number): Quantity | null {
  const { tokens, text, isMarked } = source;
  const [token, next] = [tokens[at]!, tokens[at + 1]];
  const isScale =
    SCALE_STARTS.has(token.key) || (!isMarked && /^(?:tram|nghin|ngan|trieu)$/.test(token.raw.toLowerCase()));
  const isSpokenScale =
    isScale &&
    next !== undefined &&
    (/^(?:ruoi)$/.test(next.fold) || (token.marks !== '' && startsWords(source, at + 1)));
  if (token.fold === 'chuc' && isScale && !isPart(next, source))
    return { number: VAGUE.test(tokens[at - 1]?.fold ?? '') ? null : 10, measure: null, to: at + 1 };
  if (!isSpokenScale && !startsWords(source, at)) return null;
  let to = at + 1;
  while (to < tokens.length && to < at + 16) {
    // `forty-three`
    if (tokens[to]!.raw === '-' && /ty$/.test(tokens[to - 1]!.fold) && isPart(tokens[to + 1], source))
      to += 2;
    // `mười tám nghìn rưỡi một cân`
    else if (tokens[to - 1]!.fold === 'ruoi' && !/^(?:nghin|ngan|trieu|ty|ti)$/.test(tokens[to]!.fold)) break;
    else if (isPart(tokens[to], source)) to += 1;
    else break;
  }
  // `ba ngày`, `hai không`
  while (to > at + 1 && /^(?:khong|and|linh|le)$/.test(tokens[to - 1]!.fold)) to -= 1;
  const slice = `${isSpokenScale ? 'một ' : ''}${text.slice(token.start, tokens[to - 1]!.end)}`;
  const found = readLeadingNumber(slice.replace(/-/g, ' '));
  const number = found?.rest === '' ? found.number : twoDigits(tokens.slice(at, to));
  return withMeasure(source, { number, measure: null, to });
}

/** `hai chín` is 29; `hai ba`, `năm bảy` are some. */
function twoDigits(words: readonly Token[]): number | null {
  const digits = words.map(({ raw }) => readLeadingNumber(raw)?.number ?? 10);
  const [tens = 0, ones = 0] = digits;
  const isClear = digits.length === 2 && tens > 1 && tens < 10 && tens !== 5 && ones < 10;
  return isClear && (ones > tens + 2 || ones < tens) && ones > 0 ? tens * 10 + ones : null;
}
