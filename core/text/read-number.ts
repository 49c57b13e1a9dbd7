import { foldText } from './fold.js';
import { readNumberWords } from './number-words.js';

const SCALES: Record<string, number> = {
  // `12 chức danh` counts no tens.
  chuc: 10,
  dozen: 12,
  k: 1e3,
  nghin: 1e3,
  ngan: 1e3,
  tram: 100,
  tr: 1e6,
  trieu: 1e6,
  ty: 1e9,
  ti: 1e9,
  thousand: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
};
const SCALE =
  '(chuc(?! (?:danh|sac|vu|nang|trach))|dozen|k|nghin|ngan|tram|trieu|tr|ty|ti|thousand|million|billion)';
const DIGITS = String.raw`([+-]?\d{1,15}(?:[.,]\d{1,15}){0,5})`;
const WRITTEN = new RegExp(
  `^${DIGITS}(?: ?${SCALE}(?![a-z]))?(?: ?(\\d{1,3})(?![\\d/-]|[.,]\\d)| ?(ruoi)(?![a-z]))?(?: ${SCALE}(?![a-z]))?`,
);

/** A number at the beginning of a text and how much of the folded text it took. */
export interface FoundNumber {
  number: number;
  rest: string;
}

/**
 * Reads a number as Vietnamese write it: `1.250`, `1,5 triệu`, `2tr3` (2.3 million), `50k`, `mười hai`.
 * The rest is what follows it, folded.
 */
export function readLeadingNumber(text: string): FoundNumber | null {
  const words = foldText(text);
  const match = WRITTEN.exec(words);
  if (!match) return readWords(words);
  const base = readDigits(match[1]!);
  const [scale, tail, half, second] = [match[2], match[3], match[4], match[5]];
  if (base === null) return null;
  let number = base * (scale === undefined ? 1 : SCALES[scale]!);
  let length = match[0].length;
  if (scale !== undefined && half !== undefined) number += SCALES[scale]! / 2;
  else if (scale !== undefined && tail !== undefined) {
    // `2tr3` is 2.3 million, `2 tr 350` 2.35 million: the digits after the scale are the places behind its comma.
    number += (Number(tail) / 10 ** tail.length) * SCALES[scale]!;
  } else if (tail !== undefined || half !== undefined) length = match[1]!.length;
  if (second !== undefined && length === match[0].length && tail === undefined) number *= SCALES[second]!;
  return { number: round(number), rest: words.slice(length).trim() };
}

/** `1.250` and `1.250.000` are thousands; `1,5` and `1.5` have a decimal part. Null when the form is neither. */
export function readDigits(text: string): number | null {
  if (/^[+-]?\d+$/.test(text)) return Number(text);
  if (/^[+-]?\d{1,3}(?:\.\d{3})+$/.test(text)) return Number(text.replaceAll('.', ''));
  if (/^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (/^[+-]?\d{1,3}(?:,\d{3}){2,}$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/.test(text)) return Number(text.replaceAll(',', ''));
  return /^[+-]?\d+[.,]\d+$/.test(text) ? Number(text.replace(',', '.')) : null;
}

function readWords(words: string): FoundNumber | null {
  const parts = words.split(' ').slice(0, 16);
  for (let count = parts.length; count > 0; count -= 1) {
    const number = readNumberWords(parts.slice(0, count).join(' '));
    if (number === null) continue;
    // `hai ba chục`, `một trăm năm`: more of it follows, in a way that is not read.
    return goesOn(parts.slice(count - 1)) ? null : { number, rest: words.split(' ').slice(count).join(' ') };
  }
  return null;
}

const MORE_OF_IT = new Set('mot hai ba bon bay chin chuc dozen'.split(' '));

function goesOn([last, next = '']: readonly string[]): boolean {
  return MORE_OF_IT.has(next) || (next === 'nam' && /^(?:tram|nghin|ngan)$/.test(last!));
}

/** `2.3 × 10⁶` in binary is not quite 2,300,000. */
function round(number: number): number {
  return Math.round(number * 1e6) / 1e6;
}
