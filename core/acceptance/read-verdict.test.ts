import { expect, test } from 'vitest';
import { readVerdict } from './read-verdict.js';

const back = (word: string) => ({ to: 'returned', word });

test.each([
  ['đạt', { to: 'accepted' }],
  ['Đạt yêu cầu.', { to: 'accepted' }],
  ['ok em', { to: 'accepted' }],
  ['đã duyệt', { to: 'accepted' }],
  ['Accepted!', { to: 'accepted' }],
  ['được rồi ạ', { to: 'accepted' }],
  ['trả lại: thiếu ảnh', back('thiếu ảnh')],
  ['Không đạt, số liệu lệch', back('số liệu lệch')],
  ['không', back('')],
  ['thiếu ảnh hiện trường', back('thiếu ảnh hiện trường')],
  ['còn thiếu thôn 3', back('còn thiếu thôn 3')],
  ['chưa có chữ ký', back('chưa có chữ ký')],
  ['bổ sung biên bản nhé', back('bổ sung biên bản nhé')],
  ['no: photos are missing', back('photos are missing')],
  ['cảm ơn xã', null],
  ['ảnh rõ quá', null],
  ['được 3 thôn thôi à', null],
])('%s', (text, verdict) => {
  expect(readVerdict(text)).toEqual(verdict);
});
