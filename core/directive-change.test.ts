import { describe, expect, test } from 'vitest';
import { texts } from '../locales/texts.js';
import { buildChangeNote, findChanges, parseAmendment, type Wording } from './directive-change.js';
import { plainText } from './message.js';

const zone = 'Asia/Ho_Chi_Minh';
const before: Wording = {
  title: 'Tiêm chủng đợt 2',
  body: 'Tại trạm y tế xã.',
  dueAt: new Date('2026-11-27T10:00:00Z'),
};

describe('an amendment', () => {
  test.each([
    ['Tên mới\nNội dung mới\ndòng hai', { title: 'Tên mới', body: 'Nội dung mới\ndòng hai', deadline: null }],
    ['Tên mới', { title: 'Tên mới', body: null, deadline: null }],
    ['hạn 17:00 30/11/2026', { title: null, body: null, deadline: '17:00 30/11/2026' }],
    ['Hạn: 17:00 30/11\nTên mới\nNội dung', { title: 'Tên mới', body: 'Nội dung', deadline: '17:00 30/11' }],
    ['Tên mới\nNội dung\ndue Monday', { title: 'Tên mới', body: 'Nội dung', deadline: 'Monday' }],
    ['\n\n  Tên mới  \r\n\r\nNội dung\n', { title: 'Tên mới', body: 'Nội dung', deadline: null }],
    ['Hạn mặn năm 2027', { title: 'Hạn mặn năm 2027', body: null, deadline: null }],
    [
      'Tên mới\nHạn chế túi ni lông\nhạn thứ 6',
      { title: 'Tên mới', body: 'Hạn chế túi ni lông', deadline: 'thứ 6' },
    ],
    ['Tên mới\u2028Nội dung', { title: 'Tên mới', body: 'Nội dung', deadline: null }],
    ['\u202ETên đảo', { title: 'Tên đảo', body: null, deadline: null }],
    ['', { title: null, body: null, deadline: null }],
    ['bỏ hạn', { title: null, body: null, deadline: null, isFree: true }],
    ['Tên mới\nkhong co han', { title: 'Tên mới', body: null, deadline: null, isFree: true }],
    ['no deadline', { title: null, body: null, deadline: null, isFree: true }],
    ['Rà soát cống, hạn 20/12', { title: 'Rà soát cống', body: null, deadline: '20/12' }],
    ['Check drains, due Friday 5pm\nAll', { title: 'Check drains', body: 'All', deadline: 'Friday 5pm' }],
    ['Rà soát cống, hạn chế ngập', { title: 'Rà soát cống, hạn chế ngập', body: null, deadline: null }],
    ['Thuốc, hạn sử dụng', { title: 'Thuốc, hạn sử dụng', body: null, deadline: null }],
  ])('reads %j', (text, expected) => {
    expect(parseAmendment(text)).toEqual({ isFree: false, ...expected });
  });

  test('names the parts that differ', () => {
    expect(findChanges(before, before)).toEqual([]);
    expect(findChanges(before, { ...before, title: 'x', dueAt: null })).toEqual(['title', 'dueAt']);
  });

  test('is said in a few lines', () => {
    const after = { ...before, body: 'Tại nhà văn hóa.', dueAt: null };
    const note = { number: 4, before, after, count: 2, zone, withBody: false };
    expect(plainText(buildChangeNote(texts.vi, note))).toBe(
      'Sửa lần 2 của #4:\nNội dung đã thay đổi, xem tin được trả lời ở trên.\nBỏ hạn 17:00 thứ Sáu 27/11/2026',
    );
    expect(plainText(buildChangeNote(texts.en, { ...note, withBody: true }))).toContain(
      'New text:\nTại nhà văn hóa.',
    );
  });
});
