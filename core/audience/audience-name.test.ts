import { expect, test } from 'vitest';
import { parseAudience } from './audience.js';
import { checkAudienceName } from './audience-name.js';
import { resolveAudience } from './resolve-audience.js';

const units = [
  { id: 1, parentId: null, code: 'HUYEN', tags: [] },
  { id: 2, parentId: 1, code: 'XA01', tags: ['ven biển'] },
  { id: 3, parentId: 1, code: 'XA02', tags: ['xa'] },
];

test.each([
  ['vùngtrũng', null],
  ['vung-trung_2', null],
  ['xa01', 'unit'],
  ['XÀ', 'tag'],
  ['12', 'form'],
  ['hai từ', 'form'],
  ['tatca', 'form'],
  ['hạn', 'form'],
  ['#xa', 'form'],
  ['a'.repeat(31), 'form'],
])('the name %s is refused as %s', (name, problem) => {
  expect(checkAudienceName(name, units)).toBe(problem);
});

test('a saved audience is taken in and left out like a tag, within reach, and never taken for a unit', () => {
  const saved = [{ name: 'vùngtrũng', terms: parseAudience('HUYEN+ -XA02') }];
  const ids = (text: string, reach: 'all' | number[] = 'all', of = units) =>
    resolveAudience(parseAudience(text), of, reach, saved);
  expect(ids('vungtrung').unitIds).toEqual([1, 2]);
  expect(ids('all -VÙNGTRŨNG').unitIds).toEqual([3]);
  expect(ids('vungtrung', [2])).toMatchObject({ unitIds: [2], outside: [] });
  const twin = { id: 4, parentId: 1, code: 'VUNGTRUNG', tags: [] };
  expect(ids('vungtrung', 'all', [...units, twin])).toMatchObject({ unitIds: [], ambiguous: ['vùngtrũng'] });
});
