import { foldText } from './fold.js';

const DIGITS = new Map(
  Object.entries({
    khong: 0,
    mot: 1,
    hai: 2,
    ba: 3,
    bon: 4,
    tu: 4,
    nam: 5,
    lam: 5,
    nham: 5,
    sau: 6,
    bay: 7,
    bay_: 7,
    tam: 8,
    chin: 9,
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
);
const SCALES = new Map(
  Object.entries({
    nghin: 1e3,
    ngan: 1e3,
    trieu: 1e6,
    ty: 1e9,
    ti: 1e9,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
  }),
);

/** What one of a scale is worth, 1 of any other word: `triệu`, folded, is a million. */
export const scaleOf = (word: string): number => SCALES.get(word) ?? 1;

const AFTER_TENS = new Set(['lam', 'nham', 'mot', 'tu']);
const VIETNAMESE_SCALES = new Set(['tram', 'nghin', 'ngan', 'trieu', 'ty', 'ti']);
const FILLERS = new Set(['linh', 'le']);

/** A number while its words are read: what is finished, the hundreds and tens that grow, the last digit. */
interface Sum {
  total: number;
  group: number;
  unit: number | null;
  /** The last scale that was named, to take half of it. */
  last: number;
}

/**
 * Reads a number in words (`mười hai`, `một trăm linh năm`, `hai triệu rưỡi`, `một nghìn hai`, `twenty-five`); null when it is
 * none, or could be two.
 */
export function readNumberWords(text: string): number | null {
  const words = foldText(text)
    .split(/[ -]+/)
    .filter((word) => word !== 'and');
  if (words.length > 24) return null;
  const sum: Sum = { total: 0, group: 0, unit: null, last: 1 };
  for (const [index, word] of words.entries()) if (!addWord(sum, word, index)) return null;
  return withLeftOut(sum, words);
}

function addWord(sum: Sum, word: string, index: number): boolean {
  const digit = DIGITS.get(word);
  const scale = SCALES.get(word);
  if (digit !== undefined) return addDigit(sum, word, digit);
  if (word === 'muoi' || word === 'chuc') grow(sum, 10);
  else if (word === 'tram' || word === 'hundred') grow(sum, 100);
  else if (word === 'dozen') grow(sum, 12);
  // `hăm lăm`: the southern word for twenty goes on with a digit.
  else if (word === 'ham' && index === 0) grow(sum, 20);
  else if (scale !== undefined) {
    if (index === 0) return false;
    sum.total += (sum.group + (sum.unit ?? 0)) * scale;
    [sum.group, sum.unit, sum.last] = [0, null, scale];
  } // `bảy trăm rưỡi nghìn`: of the hundreds, which the scale behind them makes thousands.
  else if (word === 'ruoi' && index > 0 && sum.last < 1e3) sum.group += sum.last / 2;
  else if (word === 'ruoi' && index > 0) sum.total += sum.last / 2;
  else return FILLERS.has(word) && index > 0;
  return true;
}

function addDigit(sum: Sum, word: string, digit: number): boolean {
  const { unit } = sum;
  // `bảy lăm`, `hai mốt`: the word for ten is left out.
  if (unit !== null && unit > 1 && unit < 10 && AFTER_TENS.has(word)) sum.unit = unit * 10 + digit;
  else if (unit !== null && (unit < 20 || digit > 9)) return false;
  else sum.unit = (unit ?? 0) + digit;
  return true;
}

function grow(sum: Sum, scale: number): void {
  sum.group += (sum.unit ?? 1) * scale;
  [sum.unit, sum.last] = [null, scale];
}

/** The sum, with the last scale that is not spoken: `một trăm hai` is 120, `hai triệu ba` 2.3 million. */
function withLeftOut({ total, group, unit, last }: Sum, words: readonly string[]): number | null {
  const [before, word] = [words.at(-2), words.at(-1)!];
  if (before !== undefined && VIETNAMESE_SCALES.has(before) && unit !== null && unit > 0) {
    // `một trăm năm`: 150, 105, or years.
    if (word === 'nam' && last <= 1e3) return null;
    return total + group + (unit * last) / 10;
  }
  const rest = group + (unit ?? 0);
  const scale = words.findLast((each) => SCALES.has(each));
  // `một triệu hai trăm` is 1.2 million; of `một triệu hai mươi` nobody knows.
  if (
    rest > 0 &&
    total >= 1e6 &&
    scale !== undefined &&
    VIETNAMESE_SCALES.has(scale) &&
    scaleOf(scale) >= 1e6
  )
    return group < 100 ? null : total + (rest * scaleOf(scale)) / 1e3;
  return total + rest;
}
