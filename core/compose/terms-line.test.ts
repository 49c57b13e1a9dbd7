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
