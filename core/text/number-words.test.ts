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
  ['two dozen', 24],
  ['hăm lăm', 25],
  ['một nghìn hai', 1_200],
  ['một trăm hai', 120],
  ['hai nghìn ba trăm tư', 2_340],
  ['hai trăm hai lăm', 225],
  ['hai triệu ba', 2_300_000],
  ['một triệu hai trăm', 1_200_000],
  ['một tỷ ba trăm năm mươi', 1_350_000_000],
  ['một triệu hai trăm nghìn ba trăm', 1_200_300],
  ['một nghìn không trăm linh năm', 1_005],
  ['một nghìn hai trăm', 1_200],
  ['một nghìn hai mươi', 1_020],
  ['one thousand two', 1_002],
  ['two million three hundred', 2_000_300],
  ['một trăm năm', null],
  ['một triệu hai mươi', null],
  ['hai ba', null],
  ['một lăm', null],
])('%s', (words, number) => {
  expect(readNumberWords(words)).toBe(number);
});
