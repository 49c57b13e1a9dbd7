import { expect, test } from 'vitest';
import { splitCode, splitDirectives } from './code.js';

test.each([
  ['#12 xong', 12, 'xong'],
  ['# 12 xong', 12, 'xong'],
  ['#12: xong', 12, 'xong'],
  ['#12 - xong', 12, 'xong'],
  ['#12 -3', 12, '-3'],
  ['#12 - 3', 12, '3'],
  ['#12-3', 12, '3'],
  ['@GiaobanBot #12 xong', 12, 'xong'],
  ['@GiaobanBot xong', null, 'xong'],
  ['Dạ #12 đã xong', 12, 'Dạ đã xong'],
  ['xong #12', 12, 'xong'],
  ['mọi việc xong trừ #12', 12, 'trừ'],
  ['moi viec xong, ngoai tru viec #12', 12, 'ngoai tru viec'],
  ['#12/15 lớp', null, '#12/15 lớp'],
  ['#99999999999 xong', null, '#99999999999 xong'],
  ['#12', 12, ''],
  ['xong', null, 'xong'],
])('%j holds the code %s', (text, code, note) => {
  expect(splitCode(text)).toEqual({ code, note });
});

test.each([
  ['#12 xong, #13 70%', ['#12 xong', '#13 70%']],
  ['#12 xong\n#13 đang làm', ['#12 xong', '#13 đang làm']],
  ['#12, #13 và #14 xong', ['#12 xong', '#13 xong', '#14 xong']],
  ['Đã nhận #55; #50 thì xong từ tuần trước', ['#55 Đã nhận', '#50 thì xong từ tuần trước']],
  ['xong #12, đang làm #13', ['#12 xong', '#13 đang làm']],
  ['Nhận cả hai việc #8 #9', ['#8 Nhận cả hai việc', '#9 Nhận cả hai việc']],
  ['Thả giống xong (#7), còn hồ sơ (#8) vướng hoá đơn', ['#7 Thả giống xong', '#8 còn hồ sơ vướng hoá đơn']],
  ['cả #31 và #32 đều xong', ['#31 đều xong', '#32 đều xong']],
  ['#16 xong còn #17 mai nộp', ['#16 xong', '#17 mai nộp']],
  ['#9 đang làm, #10 cũng thế', ['#9 đang làm', '#10 đang làm']],
  ['#36 70%, #35', ['#36 70%', '#35 ']],
  ['#36/#35 xong', ['#36 xong', '#35 xong']],
  ['cả #36 lẫn #35 đều xong', ['#36 đều xong', '#35 đều xong']],
  ['#35-#37 xong', ['#35 ', '#37 ']],
  ['#35 đến #37 xong', ['#35 ', '#37 ']],
  ['#35-#36 xong', ['#35 xong', '#36 xong']],
  ['#36 chờ #35 xong mới làm được', ['#36 chờ #35 xong mới làm được']],
  ['#36 đang chờ, #35 xong', ['#36 đang chờ', '#35 xong']],
  ['#36 giống #35', ['#36 giống #35']],
  ['#36 xong trừ #35', ['#36 xong trừ', '#35 ']],
  ['#36 xong, còn #35', ['#36 xong', '#35 ']],
  ['#36 xong và #35', ['#36 xong', '#35 xong']],
  ['xong #36, #35', ['#36 xong', '#35 xong']],
  ['#12 xong', ['#12 xong']],
  ['xong', ['xong']],
])('%j is cut into directives', (text, pieces) => {
  expect(splitDirectives(text)).toEqual(pieces);
});
