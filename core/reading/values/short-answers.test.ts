import { expect, test } from 'vitest';
import type { AnswerSpec } from '../answer.js';
import { readValue } from '../read-value.js';

const chosen = (text: string, choices: string): string | null => {
  const read = readValue(text, { type: 'choice', choices: choices.split(' | ') });
  return 'value' in read && read.value.type === 'choice' ? read.value.choice : null;
};

const yesOrNo = 'Có | Không';
const shifts = 'Ca sáng | Ca chiều | Ca tối';
const dyke = 'Tốt | Hư nhẹ | Hư nặng';

test.each([
  ['k', yesOrNo, 'Không'],
  ['hông', yesOrNo, 'Không'],
  ['nope', yesOrNo, 'Không'],
  ['yes', yesOrNo, 'Có'],
  ['không biết', yesOrNo, null],
  ['không rõ nữa', yesOrNo, null],
  ['không nhiều', yesOrNo, null],
  ['hong', 'Tốt | Hỏng', 'Hỏng'],
  ['sáng nha', shifts, 'Ca sáng'],
  ['tối', shifts, 'Ca tối'],
  ['ca', shifts, null],
  ['chiều em báo lại', shifts, null],
  ['hư nhẹ', dyke, 'Hư nhẹ'],
  ['hư nhẹ thôi ạ', dyke, 'Hư nhẹ'],
  ['hy vọng là tốt', dyke, null],
  ['đoạn 1 tốt, đoạn 2 hư nhẹ', dyke, null],
  ['đạt hết', 'Đạt | Không đạt', 'Đạt'],
])('%j among %s is %s', (text, choices, choice) => expect(chosen(text, choices)).toBe(choice));

const signed: AnswerSpec = { type: 'ratio', total: 15 };

test.each([
  ['ký 12', 12],
  ['12 hộ đã ký', 12],
  ['đi gặp 12 hộ, ký 10', 10],
  ['đủ', 15],
  ['đủ hết rồi ạ', 15],
  ['chưa hộ nào', 0],
  ['đủ mặt là tốt rồi', null],
  ['gần đủ', null],
  ['chưa đủ', null],
  ['12 hoặc 13', null],
])('of 15 that sign %j tells %s', (text, done) => {
  const read = readValue(text, signed, 'Số hộ đã ký trên tổng số');
  expect('value' in read && read.value.type === 'ratio' ? read.value.done : null).toBe(done);
});
