import { expect, it } from 'vitest';
import { makeStorable, storableJson } from './storable.js';

it.each([
  ['#12 xong\0', '#12 xong'],
  ['#12 xong \ud83d', '#12 xong \ufffd'],
  ['\udc4d xong 👍', '\ufffd xong 👍'],
  ['\\u0000 gõ tay', '\\u0000 gõ tay'],
])('%j becomes %j, wherever it stands', (text, mended) => {
  const event = { text, more: [{ name: text, at: 12, none: null }] };
  const stored = { text: mended, more: [{ name: mended, at: 12, none: null }] };
  expect(makeStorable(event)).toEqual(stored);
  expect(JSON.parse(storableJson(event))).toEqual(stored);
});

it('leaves all other data as it is', () => {
  const event = { text: 'Đã làm 70% 👍🏽' };
  expect(makeStorable(event)).toBe(event);
  expect(storableJson(event)).toBe(JSON.stringify(event));
});
