import { describe, expect, test } from 'vitest';
import { nameWorks, namesSeveral } from './named-works.js';

const open = new Set([2, 3, 9, 10]);

describe('directives named without a #', () => {
  test.each([
    ['việc 2 xong, việc 3 70%', '#2 xong, #3 70%'],
    ['Dạ viec 2 xong, con viec 3 chua', 'Dạ #2 xong, con #3 chua'],
    ['việc số 2 và việc 3 đều xong', '#2 và #3 đều xong'],
    ['việc 2, 3 xong', '#2, #3 xong'],
    ['việc 2 và 3 đã xong', '#2 và #3 đã xong'],
    ['em làm xong việc 2, việc 3 mới 12/15', 'em làm xong #2, #3 mới 12/15'],
    ['task 2 done, task 3 in progress', '#2 done, #3 in progress'],
    ['việc 2: xong\nviệc 3: đang làm', '#2: xong\n#3: đang làm'],
    ['#9 xong 10 70%', '#9 xong #10 70%'],
    ['#2 xong, việc 3 70%', '#2 xong, #3 70%'],
    ['việc 2 xong, việc 99 70%', null],
    ['việc 2 xã chưa làm', null],
    ['còn 2 việc chưa xong', null],
    ['việc 3 hộ nghèo đã xong', null],
    ['9 xong 10 70%', null],
    ['10 70%', null],
    ['#9 có 10 xong, 2 chưa', null],
    ['việc 2%', null],
  ])('%j', (text, expected) => {
    expect(nameWorks(text, open)).toBe(expected ?? text);
  });

  test.each([
    ['việc 2 xong, việc 99 70%', true],
    ['9 xong 10 70%', true],
    ['9 xong, 10 chưa', true],
    ['hôm nay #2 xong rồi mà #3 thì 70%', true],
    ['việc 1 xong, việc 5 chưa', false],
    ['việc 2 xong', false],
    ['đã phát 9 hộ, 10 người', false],
    ['đã xong 70%', false],
  ])('%j speaks of several: %s', (text, expected) => {
    expect(namesSeveral(text, open)).toBe(expected);
  });
});
