import { expect, test } from 'vitest';
import { foldText } from './fold.js';
import { parseSyllable } from './syllable.js';

test.each([
  ['Đã Hoàn Thành', 'da hoan thanh'],
  ['  Trường\u00a0 THCS\n số 1 ', 'truong thcs so 1'],
  ['xo\u200bng\u202e', 'xong'],
  ['hoàn'.normalize('NFD'), 'hoan'],
  ['OK', 'ok'],
  ['', ''],
])('%j folds to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('old and new tone placement are one word', () => {
  expect(parseSyllable('hoà').key).toBe(parseSyllable('hòa').key);
  expect(parseSyllable('thuỷ').key).toBe(parseSyllable('thủy').key);
});
