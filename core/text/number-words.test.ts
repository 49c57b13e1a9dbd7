import { expect, test } from 'vitest';
import { readNumberWords } from './number-words.js';

test.each([
  ['mười hai', 12],
  ['hai mươi mốt', 21],
  ['bảy lăm', 75],
  ['hai mốt', 21],
  ['ba tư', 34],
  ['một trăm linh năm', 105],
  ['hai triệu rưỡi', 2_500_000],
  ['twenty-five', 25],
  ['hai ba', null],
  ['một lăm', null],
])('%s', (words, number) => {
  expect(readNumberWords(words)).toBe(number);
});
