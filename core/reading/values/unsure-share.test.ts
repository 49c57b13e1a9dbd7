import { expect, test } from 'vitest';
import { readValue } from '../read-value.js';

test.each([
  'dự kiến 12/15',
  'ước 12/15',
  'xin 12',
  'chưa được 12/15',
  'gần 12/15',
  '12/15?',
  'hình như 12/15',
  '12/15 hộ chưa tiêm',
  'còn 3 hộ',
  'hôm qua 12/15',
  'mai sẽ đủ 15/15',
  'mục tiêu 15/15',
  'không phải 12/15',
])('%s is no share of those that were vaccinated', (text) => {
  expect(readValue(text, { type: 'ratio', total: 15 }, 'Số hộ đã tiêm')).toMatchObject({
    problem: 'unreadable',
  });
});

test('a share may be of what the title asks for, and the rest told behind it', () => {
  const said = (text: string, title: string) => readValue(text, { type: 'ratio', total: 15 }, title);
  expect(said('còn 3/15 hộ chưa tiêm', 'Số hộ chưa tiêm')).toMatchObject({ value: { done: 3 } });
  expect(said('12/15 hộ, còn 3 hộ chưa', 'Số hộ đã tiêm')).toMatchObject({ value: { done: 12 } });
  expect(said('ngày 5/11 tiêm 12/15', 'Số hộ đã tiêm')).toMatchObject({ value: { done: 12 } });
});

test.each([
  ['không chắc', null],
  ['chắc có', null],
  ['có thể', null],
  ['hôm qua có', null],
  ['không phải không', null],
  ['có và không', null],
  ['có nhưng ít', null],
  ['co nhung it', null],
  ['không hẳn', null],
  ['không nhiều', null],
  ['có một ít', null],
  ['có ạ', 'Có'],
  ['ko ạ', 'Không'],
])('of yes and no %s chooses %s', (text, choice) => {
  const read = readValue(text, { type: 'choice', choices: ['Có', 'Không'] });
  expect('value' in read && read.value.type === 'choice' ? read.value.choice : null).toBe(choice);
});

test.each([
  ['sáng không được, chiều', ['Sáng', 'Chiều'], null],
  ['trừ sáng', ['Sáng', 'Chiều'], null],
  ['chiều chứ không phải sáng', ['Sáng', 'Chiều'], 'Chiều'],
  ['số 2', ['Sáng', 'Chiều'], 'Chiều'],
  ['k đạt', ['Đạt', 'Không đạt'], 'Không đạt'],
  ['gần đạt', ['Đạt', 'Không đạt'], null],
  ['không đạt lắm', ['Đạt', 'Không đạt'], null],
  ['khong dat lam', ['Đạt', 'Không đạt'], null],
  ['đạt một phần', ['Đạt', 'Không đạt'], null],
  ['cơ bản đạt', ['Đạt', 'Không đạt'], null],
  ['đạt nhưng còn lỗi nhỏ', ['Đạt', 'Không đạt'], null],
  ['không đạt ạ', ['Đạt', 'Không đạt'], 'Không đạt'],
])('%s of %j is %s', (text, choices, choice) => {
  const read = readValue(text, { type: 'choice', choices });
  expect('value' in read && read.value.type === 'choice' ? read.value.choice : null).toBe(choice);
});
