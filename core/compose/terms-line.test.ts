import { describe, expect, test } from 'vitest';
import { parseRequest } from './request.js';
import { changeTerms, readTermsLine, takeTermsWords } from './terms-line.js';

describe('whether work is accepted, as it is said', () => {
  test.each([
    ['#xa hạn 17:00 30/11 nghiệm thu', '#xa hạn 17:00 30/11', true],
    ['#xa nghiệm thu hạn 17:00 30/11', '#xa  hạn 17:00 30/11', true],
    ['#xa hạn mai, cần nghiệm thu', '#xa hạn mai,', true],
    ['#xa co nghiem thu han mai', '#xa  han mai', true],
    ['all due tomorrow with acceptance', 'all due tomorrow', true],
    ['all không nghiệm thu', 'all', false],
    ['all without acceptance due friday', 'all  due friday', false],
    ['#nghiemthu hạn mai', '#nghiemthu hạn mai', undefined],
    ['#xa hạn mai', '#xa hạn mai', undefined],
  ])('%s', (line, rest, acceptance) => {
    expect(takeTermsWords(line)).toEqual({ rest, said: acceptance === undefined ? {} : { acceptance } });
  });

  test.each([
    ['Cần nghiệm thu.', { acceptance: true }],
    ['không cần nghiệm thu', { acceptance: false }],
    ['with acceptance', { acceptance: true }],
    ['Nghiệm thu', null],
    ['Nghiệm thu công trình thôn 3', null],
  ])('the line %s', (line, said) => {
    expect(readTermsLine(line)).toEqual(said);
  });

  test('stands with the other lines in any order, and a title is left alone', () => {
    const lines = ['cần nghiệm thu', 'nhắc 1d', 'hỏi số lớp'];
    const orders = [lines, [...lines].reverse(), [lines[2], lines[0], lines[1]]];
    for (const order of orders)
      expect(parseRequest(['all hạn mai', ...order, 'Số lớp'].join('\n'), true)).toMatchObject({
        title: 'Số lớp',
        body: '',
        terms: { acceptance: true },
        answer: { type: 'number', unit: 'lớp' },
      });
    expect(parseRequest('all\nNghiệm thu\nSân trường', false)).toMatchObject({
      title: 'Nghiệm thu',
      terms: {},
    });
  });

  test('changes only what is said', () => {
    expect(changeTerms({ acceptance: true }, {})).toEqual({ acceptance: true });
    expect(changeTerms({ acceptance: true }, { acceptance: false })).toEqual({});
    expect(changeTerms({}, { acceptance: true })).toEqual({ acceptance: true });
  });
});

describe('which requests for more time are granted by themselves, as it is said', () => {
  test.each([
    ['#xa hạn 17:00 30/11 tự gia hạn 2 ngày', '#xa hạn 17:00 30/11', 2],
    ['#xa tự gia hạn tối đa 3 ngày hạn mai', '#xa  hạn mai', 3],
    ['#xa hạn mai, khong tu gia han', '#xa hạn mai,', 0],
    ['all due friday auto-extend up to 1 day', 'all due friday', 1],
  ])('%s', (line, rest, moreTimeDays) => {
    expect(takeTermsWords(line)).toEqual({ rest, said: { moreTimeDays } });
  });

  test('with other terms, in a line of its own, and changed', () => {
    expect(takeTermsWords('#xa người trả lời: phụ trách tự gia hạn 2 ngày nghiệm thu')).toEqual({
      rest: '#xa',
      said: { acceptance: true, moreTimeDays: 2, quorum: { who: 'lead' } },
    });
    expect(readTermsLine('Tự gia hạn 2 ngày.')).toEqual({ moreTimeDays: 2 });
    expect(readTermsLine('Tự gia hạn hợp đồng 2 ngày')).toBeNull();
    expect(readTermsLine('Xin gia hạn 2 ngày')).toBeNull();
    expect(changeTerms({ acceptance: true, moreTimeDays: 2 }, { moreTimeDays: 0 })).toEqual({
      acceptance: true,
      moreTimeDays: 0,
    });
    expect(changeTerms({ moreTimeDays: 2 }, { acceptance: true })).toEqual({
      acceptance: true,
      moreTimeDays: 2,
    });
  });
});
