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

const AFTER_TENS = new Set(['lam', 'nham', 'mot', 'tu']);

/** Reads a number in words (`mười hai`, `một trăm linh năm`, `hai triệu rưỡi`, `twenty-five`), or null. */
export function readNumberWords(text: string): number | null {
  const words = foldText(text)
    .split(/[ -]+/)
    .filter((word) => word !== 'and');
  let total = 0;
  let group = 0;
  let unit: number | null = null;
  let last = 1;
  if (words.length > 24) return null;
  for (const [index, word] of words.entries()) {
    const digit = DIGITS.get(word);
    const scale = SCALES.get(word);
    if (digit !== undefined) {
      // `bảy lăm`, `hai mốt`: the word for ten is left out.
      if (unit !== null && unit > 1 && unit < 10 && AFTER_TENS.has(word)) unit *= 10;
      else if (unit !== null && (unit < 20 || digit > 9)) return null;
      unit = (unit ?? 0) + digit;
    } else if (word === 'muoi' || word === 'chuc') {
      group += (unit ?? 1) * 10;
      unit = null;
      last = 10;
    } else if (word === 'tram' || word === 'hundred') {
      group += (unit ?? 1) * 100;
      unit = null;
      last = 100;
    } else if (scale !== undefined) {
      if (index === 0) return null;
      total += (group + (unit ?? 0)) * scale;
      [group, unit, last] = [0, null, scale];
    } else if (word === 'ruoi' && index > 0) {
      total += last / 2;
    } else if (!['linh', 'le'].includes(word) || index === 0) return null;
  }
  return total + group + (unit ?? 0);
}
