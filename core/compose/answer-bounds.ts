import { foldText } from '../text/fold.js';
import { readLeadingNumber } from '../text/read-number.js';

/** `isWrong`: bounds were meant, but no number lies within them or one of them can't be read. */
export type BoundsReading = { min?: number; max?: number; unit: string } | { isWrong: true };

const scale = String.raw`(?:nghìn|nghin|ngàn|ngan|triệu|trieu|tr|tỷ|tỉ|ty|k|thousand|million|billion)(?!\p{L})`;
const number = String.raw`-?\d+(?:[.,]\d+)*(?: ?${scale}\d{0,3})?`;
const dots = new RegExp(String.raw`(?<![\p{L}\d])(${number})?\s*(?:\.{2,3}|…)\s*(${number})?`, 'iu');
const span = new RegExp(
  String.raw`(?:(?<![\p{L}\d])(?:từ|tu|from|between)\s+(${number})\s+(?:đến|den|tới|toi|to|and|-|–)\s+(${number})|(?<![\p{L}\d.,/-])(${number})\s*[-–—]\s*(${number}))$`,
  'iu',
);
/** `lớp 1-5` behind other words, `2021-2025`: the name of what is counted. */
const named =
  /\S\s+(?:lop|khoi|thon|to|xom|ap|quy|thang|tuan|nam|tuoi|ngay|khoa|phuong|duoi|tren|grades?|class|age|ages)$/;
const year = /^(?:19|20)\d\d$/;

/** Whether bounds stand in the words as nobody would write them in a title: with dots between them. */
export const hasDots = (words: string): boolean => /\d/.test(dots.exec(words)?.[0] ?? '');

/**
 * The bounds of a number and what is counted: `lớp 0..50`, `lớp 0-50`, `lớp từ 0 đến 50`, `tiền 0..5 triệu`. What is no
 * pair of bounds stays what is counted: `trẻ 0-5 tuổi`.
 */
export function readBounds(words: string): BoundsReading {
  const found = hasDots(words) ? dots.exec(words) : findSpan(words);
  if (!found) return { unit: words.replace(dots, ' ').replace(/\s+/g, ' ').trim() };
  const [low, high] = [found[1] ?? found[3], found[2] ?? found[4]];
  const { unit, scaled } = splitUnit(words, found, high ?? low);
  const shared = /\p{L}/u.test(low ?? '') ? '' : scaled;
  const [min, max] = [toNumber(low, shared), toNumber(high, scaled)];
  const isUnread = [min, max].some((bound) => bound !== undefined && !Number.isFinite(bound));
  // `0..50..`
  if (isUnread || /\.\.|…/.test(unit) || (min !== undefined && max !== undefined && min > max))
    return { isWrong: true };
  return { unit, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function findSpan(words: string): RegExpExecArray | null {
  const found = span.exec(words);
  if (!found) return null;
  const isOfYears = [found[3], found[4]].every((bound) => year.test(bound ?? ''));
  return isOfYears || named.test(foldText(words.slice(0, found.index)).trim()) ? null : found;
}

/** What is counted, and the scale of the last bound, which holds for the first as well: `tiền 1..5 triệu`; null: none does. */
function splitUnit(
  words: string,
  found: RegExpExecArray,
  last = '',
): { unit: string; scaled: string | null } {
  const before = words.slice(0, found.index).trim();
  const rest = words.slice(found.index + found[0].length).trim();
  const scaled = new RegExp(String.raw`(?<=\d ?)${scale}$`, 'iu').exec(last)?.[0] ?? '';
  // `0..5 triệu đồng` with nothing before it: what is counted are millions.
  if (before === '' && scaled !== '' && /^(?:dong|vnd|d)(?![a-z])/.test(foldText(rest)))
    return { unit: `${scaled} ${rest}`, scaled: null };
  // `tiền 0..5 triệu đồng`, `cây 0..50 cây`
  const isTwice = foldText(before) === foldText(rest) || (/^tien$/.test(foldText(before)) && rest !== '');
  return { unit: isTwice ? rest : `${before} ${rest}`.replace(/\s+/g, ' ').trim(), scaled };
}

/** As a figure is read: `1.000` is a thousand, `1,5` one and a half. */
function toNumber(bound: string | undefined, scaled: string | null): number | undefined {
  if (bound === undefined) return undefined;
  const isScaled = /\p{L}/u.test(bound);
  const written =
    scaled === null
      ? bound.replace(new RegExp(String.raw` ?${scale}$`, 'iu'), '')
      : isScaled
        ? bound
        : `${bound} ${scaled}`.trim();
  const read = readLeadingNumber(written);
  return read?.rest === '' ? read.number : NaN;
}
