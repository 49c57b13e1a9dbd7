import { expect, test } from 'vitest';
import { readDecision } from './read-decision.js';

test.each([
  ['đồng ý', { isGranted: true }],
  ['OK!', { isGranted: true }],
  ['không, vì tỉnh cần sớm', { isGranted: false, word: 'vì tỉnh cần sớm' }],
  ['khong dong y: can som', { isGranted: false, word: 'can som' }],
  ['KHÔNG', { isGranted: false, word: '' }],
  ['từ chối', { isGranted: false, word: '' }],
  ['từ chối vì tỉnh cần sớm', { isGranted: false, word: 'vì tỉnh cần sớm' }],
  ['không được', { isGranted: false, word: '' }],
  ['chưa được, tỉnh cần sớm', { isGranted: false, word: 'tỉnh cần sớm' }],
  ['không duyệt', { isGranted: false, word: '' }],
  ['được', { isGranted: true }],
  ['duyệt ạ', { isGranted: true }],
  ['không 5/12', null],
  ['được đến 5/12', null],
  ['no', { isGranted: false, word: '' }],
  ['17:00 5/12', null],
  ['November 5', null],
  ['đồng ý 17:00 5/12', null],
])('%s', (text, decision) => {
  expect(readDecision(text)).toEqual(decision);
});
