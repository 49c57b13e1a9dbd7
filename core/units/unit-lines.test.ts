import { describe, expect, test } from 'vitest';
import { UserError } from '../errors.js';
import { parseUnitLines } from './unit-lines.js';

const add = { op: 'add', code: 'XA01', name: 'Xã An Bình', parent: 'HUYEN', tags: ['#xa'] };

describe('a line of /units', () => {
  test.each([
    ['add XA01 Xã An Bình under HUYEN #xa', [add]],
    ['thêm XA01 Xã An Bình thuộc HUYEN #xa', [add]],
    ['them XA01 Xã An Bình thuoc HUYEN #xa', [add]],
    ['THÊM  XA01  Xã   An Bình #xa thuộc HUYEN', [add]],
    ['add XA01 Xã An Bình', [{ ...add, parent: '', tags: [] }]],
    [
      'add TT Tổ trực thuộc Sở Y tế under SYT',
      [{ ...add, code: 'TT', name: 'Tổ trực thuộc Sở Y tế', parent: 'SYT', tags: [] }],
    ],
    [
      'add XA01 Xã An Bình under HUYEN #xa\nXA02 Xã An Hòa',
      [add, { ...add, code: 'XA02', name: 'Xã An Hòa', parent: '', tags: [] }],
    ],
    ['add\nXA01 Xã An Bình under HUYEN #xa', [add]],
    ['rename XA01 An Bình Đông', [{ op: 'rename', code: 'XA01', name: 'An Bình Đông' }]],
    ['đổi tên XA01 An Bình Đông', [{ op: 'rename', code: 'XA01', name: 'An Bình Đông' }]],
    ['move XA01 under H2', [{ op: 'move', code: 'XA01', parent: 'H2' }]],
    ['chuyển XA01 thuộc H2', [{ op: 'move', code: 'XA01', parent: 'H2' }]],
    ['move XA01 H2', [{ op: 'move', code: 'XA01', parent: 'H2' }]],
    ['chuyển XA01 gốc', [{ op: 'move', code: 'XA01', parent: '' }]],
    ['nhãn XA01 #bien -#nui', [{ op: 'tag', code: 'XA01', add: ['#bien'], drop: ['#nui'] }]],
    [
      'xoá XA01\nXA02',
      [
        { op: 'remove', code: 'XA01' },
        { op: 'remove', code: 'XA02' },
      ],
    ],
    ['XA01', null],
    ['', null],
  ])('%s', (line, expected) => {
    expect(parseUnitLines(line)).toEqual(expected);
  });

  test.each([
    ['add', 'add'],
    ['add\nrename', 'rename'],
    ['add XA01', 'add'],
    ['add XA01 under HUYEN', 'add'],
    ['add XA01 Xã An Bình under', 'add'],
    ['add #xa XA01', 'add'],
    ['rename XA01', 'rename'],
    ['move XA01', 'move'],
    ['move XA01 under H2 H3', 'move'],
    ['tag XA01', 'tag'],
    ['tag XA01 xa', 'tag'],
    ['remove', 'remove'],
    ['remove XA01 XA02', 'remove'],
  ])('%s is answered with the right form', (line, op) => {
    expect(() => parseUnitLines(line)).toThrow(new UserError(`units.form.${op}`));
  });
});
