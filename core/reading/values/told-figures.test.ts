import { expect, test } from 'vitest';
import type { AnswerValue } from '../answer.js';
import { toldFigures } from './told-figures.js';

const households = { type: 'number' as const, unit: 'hộ', min: 0, max: 5000 };
const show = (value: AnswerValue) =>
  value.type === 'ratio' ? `${value.done}/${value.total}` : value.type === 'number' ? value.number : value;

test.each([
  ['12 hay 13 gì đó', [12, 13]],
  ['10-12 hộ', [10, 12]],
  ['khoảng 10 đến 12', [10, 12]],
  ['mười hai hoặc mười ba hộ', [12, 13]],
  ['1,250 hoặc 1,300 hộ', [1250, 1300]],
  ['1 250 hộ', [1250]],
  ['dự kiến 36', [36]],
  ['2 vạn 5 hay 12', [12]],
  ['thôn 1 có 5 hộ, thôn 2 có 7 hộ', [5, 7]],
  ['ngày 15/12 có 12 hoặc 13 hộ', [12, 13]],
  ['15 kg hay 12 hộ', [12]],
  ['7000 hay 12 hộ', [12]],
  ['12 hộ, sđt 0912345678', [12]],
  ['thôn 1: 5, thôn 2: 6, thôn 3: 7, thôn 4: 9', []],
  ['0912 345 678', []],
  ['theo công văn 115-KH/HU lúc 15h30', []],
  ['mấy chục hộ', []],
  ['', []],
])('of “%s” %j are told', (text, figures) => {
  expect(toldFigures(text, households, 'Số hộ phải di dời').map(show)).toEqual(figures);
});

test('of what may be a fraction both are told', () => {
  const tons = { type: 'number' as const, unit: 'tấn' };
  expect(toldFigures('1,250', tons, 'Khối lượng gạo tồn').map(show)).toEqual([1250, 1.25]);
});

test.each([
  ['đã tiêm 18 hộ trên 20', undefined, ['18/20']],
  ['12/15 hay 13/15', undefined, ['12/15', '13/15']],
  ['18 hoặc 19', 20, ['18/20', '19/20']],
  ['18 hay 25', 20, ['18/20']],
  ['nhiều lắm', 20, []],
])('of “%s” out of %j the shares %j are told', (text, total, shares) => {
  const spec = { type: 'ratio' as const, ...(total === undefined ? {} : { total }) };
  expect(toldFigures(text, spec).map(show)).toEqual(shares);
});
