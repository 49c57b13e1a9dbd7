import { expect, test } from 'vitest';
import { takeCodes } from './named-codes.js';

const known = new Set(['XA01', 'XA02', 'XA03', 'NAM', 'HUYEN']);

test.each<[string, string[], string]>([
  ['XA01 lũ', ['XA01'], 'lũ'],
  ['XA01, XA02 lũ', ['XA01', 'XA02'], 'lũ'],
  ['XA01,XA02,xa03: lũ', ['XA01', 'XA02', 'xa03'], 'lũ'],
  ['xa01 xa02 và xa03 mất điện cả tuần', ['xa01', 'xa02', 'xa03'], 'mất điện cả tuần'],
  ['XA01; XA02 and XA03', ['XA01', 'XA02', 'XA03'], ''],
  ['XA01, lũ lụt, mất điện', ['XA01'], 'lũ lụt, mất điện'],
  ['XA01: XA02 đã làm thay', ['XA01'], 'XA02 đã làm thay'],
  ['XA01 nam giới đi vắng', ['XA01'], 'nam giới đi vắng'],
  ['XA01 NAM xong', ['XA01', 'NAM'], 'xong'],
  ['XA01, XA99 xong', ['XA01', 'XA99'], 'xong'],
  ['XA01 COVID19 bùng phát', ['XA01'], 'COVID19 bùng phát'],
  ['XA01 T6', ['XA01'], 'T6'],
  ['XA01 12/15', ['XA01'], '12/15'],
  ['XA01 và mọi người mệt', ['XA01'], 'và mọi người mệt'],
  ['xyz', ['xyz'], ''],
])('%s', (text, codes, words) => {
  expect(takeCodes(text, known)).toEqual({ codes, words });
});
