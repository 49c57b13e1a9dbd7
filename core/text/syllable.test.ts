import { expect, test } from 'vitest';
import { parseSyllable } from './syllable.js';

test('the old place of a tone is as good as the new one', () => {
  expect(parseSyllable('hoà').key).toBe(parseSyllable('hòa').key);
});

test.each(['nôp', 'đươc', 'biêt', 'côc'])(
  '%s has no tone where one must be: its marks are a slip',
  (slip) => {
    expect(parseSyllable(slip).marks).toBe('');
  },
);

test.each(['nộp', 'được', 'tôi', 'kết', 'đêm'])('%s keeps its marks', (word) => {
  expect(parseSyllable(word).marks).not.toBe('');
});
