import { expect, test } from 'vitest';
import { readDecision } from './read-decision.js';

test.each([
  ['đồng ý', { isGranted: true }],
  ['OK!', { isGranted: true }],
  ['không, vì tỉnh cần sớm', { isGranted: false, word: 'vì tỉnh cần sớm' }],
  ['khong dong y: can som', { isGranted: false, word: 'can som' }],
  ['no', { isGranted: false, word: '' }],
  ['17:00 5/12', null],
  ['November 5', null],
  ['đồng ý 17:00 5/12', null],
])('%s', (text, decision) => {
  expect(readDecision(text)).toEqual(decision);
});
