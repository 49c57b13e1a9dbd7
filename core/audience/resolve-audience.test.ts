import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAudience, type AudienceUnit } from './audience.js';
import { resolveAudience } from './resolve-audience.js';

/** HUYEN ─ XA01 ─ TH01; XA07 ─ TH07; DOI */
const units: AudienceUnit[] = [
  { id: 1, code: 'HUYEN', parentId: null, tags: [] },
  { id: 2, code: 'XA01', parentId: 1, tags: ['xa'] },
  { id: 3, code: 'TH01', parentId: 2, tags: ['truonghoc'] },
  { id: 4, code: 'XA07', parentId: 1, tags: ['xa', 'vùng trũng'] },
  { id: 5, code: 'TH07', parentId: 4, tags: ['trườnghọc'] },
  { id: 6, code: 'DOI-A', parentId: null, tags: [] },
];
const codesOf = (text: string, reach: 'all' | number[] = 'all') => {
  const { unitIds, unknown, outside } = resolveAudience(parseAudience(text), units, reach);
  const codes = unitIds.map((id) => units.find((unit) => unit.id === id)!.code).join(' ');
  return { codes, unknown, outside };
};

describe('an audience', () => {
  test.each([
    ['all', 'HUYEN XA01 TH01 XA07 TH07 DOI-A'],
    ['tất cả', 'HUYEN XA01 TH01 XA07 TH07 DOI-A'],
    ['TAT CA', 'HUYEN XA01 TH01 XA07 TH07 DOI-A'],
    ['tatca -XA07', 'HUYEN XA01 TH01 TH07 DOI-A'],
    ['tất cả, - XA07+', 'HUYEN XA01 TH01 DOI-A'],
    ['all –XA07', 'HUYEN XA01 TH01 TH07 DOI-A'],
    ['all -#truonghoc', 'HUYEN XA01 XA07 DOI-A'],
    ['XA01', 'XA01'],
    ['xa01,xa07', 'XA01 XA07'],
    ['XA01+', 'XA01 TH01'],
    ['HUYEN+ -XA01+', 'HUYEN XA07 TH07'],
    ['#truonghoc', 'TH01 TH07'],
    ['#TrườngHọc', 'TH01 TH07'],
    ['＃truonghoc', 'TH01 TH07'],
    ['#xa -XA07', 'XA01'],
    ['-XA07 #xa', 'XA01'],
    ['\u200Fall \u200F-\u200BXA07\u2066', 'HUYEN XA01 TH01 TH07 DOI-A'],
    ['XA01 -XA01', ''],
    ['-XA07', ''],
    ['DOI-A', 'DOI-A'],
    ['all -DOI-A -HUYEN+', ''],
    ['XA01 XA01 #xa', 'XA01 XA07'],
    ['', ''],
    ['truonghoc', 'TH01 TH07'],
    ['trường học', 'TH01 TH07'],
    ['các trường học', 'TH01 TH07'],
    ['tất cả các xã', 'XA01 XA07'],
    ['tất cả các đơn vị', 'HUYEN XA01 TH01 XA07 TH07 DOI-A'],
    ['all units except XA07', 'HUYEN XA01 TH01 TH07 DOI-A'],
    ['tất cả trừ XA07, TH07', 'HUYEN XA01 TH01 DOI-A'],
    ['các xã ngoại trừ XA07', 'XA01'],
    ['TH01, XA07 và TH07', 'TH01 XA07 TH07'],
    ['#vùng trũng', 'XA07'],
    ['-các xã all', 'HUYEN TH01 TH07 DOI-A'],
    ['các xã -trường học', 'XA01 XA07'],
  ])('%j is %j', (text, expected) => {
    expect(codesOf(text)).toEqual({ codes: expected, unknown: [], outside: [] });
  });

  test.each([
    ['XA1', [{ raw: 'XA1', near: ['XA01'] }]],
    ['XA01 XA0l', [{ raw: 'XA0l', near: ['XA01', 'XA07'] }]],
    ['all -XA99X9', [{ raw: '-XA99X9', near: [] }]],
    ['#truonghoo', [{ raw: '#truonghoo', near: ['#truonghoc'] }]],
    ['#truong', [{ raw: '#truong', near: ['#truonghoc'] }]],
    ['xã XA01', [{ raw: 'xã', near: ['#xa'] }]],
    ['cac truong', [{ raw: 'cac truong', near: ['#truonghoc'] }]],
    ['An Bình, Hoa Sen', [{ raw: 'An Bình Hoa Sen', near: [] }]],
    ['+', [{ raw: '+', near: [] }]],
    ['all -', [{ raw: '-', near: [] }]],
    ['#', [{ raw: '#', near: [] }]],
  ])('%j names what it does not know', (text, unknown) => {
    expect(codesOf(text).unknown).toEqual(unknown);
  });

  test('of a branch: words for many stay within it, a code outside it is named', () => {
    expect(codesOf('all', [2])).toEqual({ codes: 'XA01 TH01', unknown: [], outside: [] });
    expect(codesOf('#truonghoc', [2])).toEqual({ codes: 'TH01', unknown: [], outside: [] });
    expect(codesOf('XA01 XA07', [2])).toEqual({ codes: 'XA01', unknown: [], outside: ['XA07'] });
    expect(codesOf('HUYEN+', [2]).outside).toEqual(['HUYEN']);
    expect(codesOf('all -XA07', [2])).toEqual({ codes: 'XA01 TH01', unknown: [], outside: [] });
  });
});

test('a unit is known by its name, too; of one name for two none is chosen', () => {
  const named: AudienceUnit[] = [
    { id: 1, code: 'XA01', name: 'Xã An Bình', parentId: null, tags: ['xa'] },
    { id: 2, code: 'TH01', name: 'Trường Tiểu học An Bình', parentId: 1, tags: ['truonghoc'] },
    { id: 3, code: 'TH02', name: 'Trường Hoa Sen', parentId: null, tags: [] },
    { id: 4, code: 'MN02', name: 'Trường Hoa Sen', parentId: null, tags: [] },
  ];
  const read = (text: string) => resolveAudience(parseAudience(text), named, 'all');
  expect(read('truong tieu hoc an binh').unitIds).toEqual([2]);
  expect(read('Xã An Bình và TH02').unitIds).toEqual([1, 3]);
  expect(read('Xã An Bình+').unitIds).toEqual([1, 2]);
  expect(read('all -Xã An Bình').unitIds).toEqual([2, 3, 4]);
  expect(read('An Bình').unknown).toEqual([{ raw: 'An Bình', near: ['XA01', 'TH01'] }]);
  expect(read('Trường Hoa Sen').unknown).toEqual([{ raw: 'Trường Hoa Sen', near: ['TH02', 'MN02'] }]);
  expect(read('các trường').unitIds).toEqual([2, 3, 4]);
  expect(read('cac truong tieu hoc, xã an bình').unitIds).toEqual([1, 2]);
  expect(read('tất cả trừ các trường').unitIds).toEqual([1]);
  expect(read('các trường Hoa').unitIds).toEqual([3, 4]);
  expect(read('các trườn').unitIds).toEqual([]);
  expect(read('trường').unknown).toEqual([{ raw: 'trường', near: ['#truonghoc', 'TH01', 'TH02'] }]);
  expect(resolveAudience(parseAudience('các trường'), named, [1]).unitIds).toEqual([2]);
  const saved = [{ name: 'ven', terms: parseAudience('TH02') }];
  expect(resolveAudience(parseAudience('ven xã an bình'), named, 'all', saved).unitIds).toEqual([1, 3]);
});

describe('whatever the words', () => {
  const tree = fc.array(fc.nat(), { minLength: 1, maxLength: 30 }).map((parents) =>
    parents.map((parent, index) => ({
      id: index + 1,
      code: `U${index + 1}`,
      parentId: index === 0 ? null : (parent % index) + 1,
      tags: parent % 3 === 0 ? ['a'] : ['b'],
    })),
  );
  const term = fc.oneof(
    fc.constant('all'),
    fc.constantFrom('#a', '#b'),
    fc.tuple(fc.nat(29), fc.boolean()).map(([id, branch]) => `U${id + 1}${branch ? '+' : ''}`),
  );
  const terms = fc.array(fc.tuple(fc.boolean(), term).map(([out, word]) => (out ? `-${word}` : word)));
  const resolve = (text: string[], nodes: AudienceUnit[], reach: 'all' | number[] = 'all') =>
    resolveAudience(parseAudience(text.join(' ')), nodes, reach);

  test('the audience lies within the tree and the reach, each unit once', () => {
    fc.assert(
      fc.property(tree, terms, fc.nat(29), (nodes, words, top) => {
        const { unitIds } = resolve(words, nodes, [top + 1]);
        expect(new Set(unitIds).size).toBe(unitIds.length);
        const all = resolve([`U${top + 1}+`], nodes).unitIds;
        expect(unitIds.every((id) => all.includes(id))).toBe(true);
      }),
    );
  });

  test('exclusion wins', () => {
    fc.assert(
      fc.property(tree, terms, term, (nodes, words, out) => {
        const left = resolve([out], nodes).unitIds;
        const { unitIds } = resolve([...words, `-${out}`], nodes);
        expect(unitIds.some((id) => left.includes(id))).toBe(false);
      }),
    );
  });

  test('the order of the words does not matter', () => {
    fc.assert(
      fc.property(tree, terms, (nodes, words) => {
        const forth = resolve(words, nodes);
        const back = resolve([...words].reverse(), nodes);
        expect(back.unitIds).toEqual(forth.unitIds);
        expect(new Set(back.unknown.map(({ raw }) => raw))).toEqual(
          new Set(forth.unknown.map(({ raw }) => raw)),
        );
      }),
    );
  });

  test('any text is read', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        (text) => void resolveAudience(parseAudience(text), units, 'all'),
      ),
    );
  });
});
