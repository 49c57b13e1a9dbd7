import { readLeadingNumber } from '../../text/read-number.js';
import { parseSyllable } from '../../text/syllable.js';
import { toMeasure, type Measure } from './asked.js';
import { isPart } from './number-parts.js';
import type { Quantity, Source } from './source.js';

const SOME = parseSyllable('mấy').key;

/** `200m2`, `1200 m3`; `2m3` is a length. */
const POWERS: Readonly<Record<string, Measure>> = {
  '2': { of: 'area', factor: 0.0001 },
  '3': { of: 'volume', factor: 1_000 },
};

const COUNTED = /^(?:bo|em|ho|cai|chiec|nguoi|thung|bao|hop|suat|phong|may|ghe|ban|chau|cay)$/;

/** `2 tấn 3 gạo`: what is weighed. */
const STUFF = /^(?:gao|thoc|lua|rac|rau|thit|cat|dau|xang|ngo|phan|xi|da)$/;

/** With the measure behind it, and what follows that: `2 tấn 3`, `2m85`, `3 ha rưỡi`, `4 tấn 2 tạ`. */
export function withMeasure(source: Source, quantity: Quantity): Quantity {
  const { tokens, measures } = source;
  // `hai mươi mấy`
  if (tokens[quantity.to]?.key === SOME) return { ...quantity, number: null, to: quantity.to + 1 };
  const place = measures.get(quantity.to);
  // `phát 200 giờ còn 440`: now.
  if (
    tokens[quantity.to]?.fold === 'gio' &&
    /^(?:con|thi|la|duoc)$/.test(tokens[quantity.to + 1]?.fold ?? '')
  )
    return quantity;
  if (!place || place.tags[0]!.startsWith('thing')) return quantity;
  // `Tầng 1 năm bộ`: five of them.
  if (tokens[quantity.to]!.fold === 'nam' && COUNTED.test(tokens[quantity.to + 1]?.fold ?? ''))
    return quantity;
  const measure = toMeasure(place.tags[0]!);
  const [token, next] = [tokens[place.to], tokens[place.to + 1]];
  const whole = { ...quantity, measure, to: place.to };
  if (quantity.number === null || !token) return whole;
  if (/^ruo[i]$/.test(token.fold)) return { ...whole, number: quantity.number + 0.5, to: place.to + 1 };
  if (measure.of === 'time' || measure.of === 'money' || measure.of === 'age' || measure.of === 'heat')
    return whole;
  const isGlued = token.start === tokens[place.to - 1]!.end;
  const cubed = /^m$/i.test(tokens[place.to - 1]!.raw) && isGlued ? token.raw : '';
  const power = POWERS[cubed];
  if (power && (quantity.number > 9 || source.wanted === power.of))
    return { ...whole, measure: power, to: place.to + 1 };
  const tail = tailOf(source, place.to);
  if (tail === null) return whole;
  const lesser = measures.get(place.to + 1);
  if (lesser) {
    const { of, factor } = toMeasure(lesser.tags[0]!);
    if (of !== measure.of || factor >= measure.factor || tail.places > 2) return whole;
    return { ...whole, number: quantity.number + (tail.number * factor) / measure.factor, to: lesser.to };
  }
  // `2 tấn 3 xe` are two figures.
  const isEnd =
    !next ||
    next.kind !== 'word' ||
    STUFF.test(next.fold) ||
    /^(?:a|nha|nhe|roi|anh|chi|sep|em|thoi|co|thay|oi)$/.test(next.fold);
  if (!isGlued && !isEnd) return { ...whole, number: null, to: place.to + 1 };
  return { ...whole, number: quantity.number + tail.number / 10 ** tail.places, to: place.to + 1 };
}

function tailOf(source: Source, at: number): { number: number; places: number } | null {
  const token = source.tokens[at]!;
  if (token.kind === 'number')
    return /^\d{1,3}$/.test(token.raw) ? { number: Number(token.raw), places: token.raw.length } : null;
  if (token.kind !== 'word' || !isPart(token, source) || isPart(source.tokens[at + 1], source)) return null;
  const number = readLeadingNumber(token.raw)?.number;
  return number !== undefined && number < 10 ? { number, places: 1 } : null;
}
