import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planUnits, type UnitFacts, type UnitRow } from './plan-units.js';
import { readTable } from './read-table.js';

const unit = (code: string, parentCode: string | null = null, more: Partial<UnitFacts> = {}): UnitFacts => ({
  code,
  name: `Đơn vị ${code}`,
  parentCode,
  tags: [],
  timeZone: null,
  ...more,
});
const row = (line: number, code: string, more: Partial<UnitRow> = {}): UnitRow => ({
  line,
  code,
  name: 'Xã',
  ...more,
});

describe('a list of units', () => {
  test.each<[string, UnitRow, string]>([
    ['no code', row(2, ' '), 'noCode'],
    ['a code with accents', row(2, 'XÃ01'), 'badCode'],
    ['a code with a plus', row(2, 'XA+'), 'badCode'],
    ['a code of 33 signs', row(2, 'X'.repeat(33)), 'badCode'],
    ['a reserved code', row(2, 'all'), 'reservedCode'],
    ['no name', row(2, 'XA01', { name: ' \u200b ' }), 'noName'],
    ['a name of 201 signs', row(2, 'XA01', { name: 'x'.repeat(201) }), 'longName'],
    ['a parent nobody knows', row(2, 'XA01', { parent: 'TINH' }), 'unknownParent'],
    ['a unit under itself', row(2, 'XA01', { parent: 'xa01' }), 'cycle'],
    ['a tag with a sign', row(2, 'XA01', { tags: 'xa @@' }), 'badTag'],
    ['a time zone that is none', row(2, 'XA01', { timeZone: 'Hà Nội' }), 'badZone'],
    ['an offset instead of a zone', row(2, 'XA01', { timeZone: '+07:00' }), 'badZone'],
  ])('%s is named', (_label, bad, kind) => {
    const { problems } = planUnits([bad], [unit('HUYEN')]);
    expect(problems.map((problem) => [problem.line, problem.kind])).toEqual([[2, kind]]);
  });

  test('a parent may come after its children, in any letter case', () => {
    const { added, problems } = planUnits([row(2, 'xa01', { parent: 'huyen' }), row(3, 'HUYEN')], []);
    expect(problems).toEqual([]);
    expect(added.map(({ code, parentCode }) => [code, parentCode])).toEqual([
      ['XA01', 'HUYEN'],
      ['HUYEN', null],
    ]);
  });

  test('a circle over known units is named with its way', () => {
    const known = [unit('A'), unit('B', 'A'), unit('C', 'B')];
    const { problems } = planUnits([row(2, 'A', { parent: 'C' })], known);
    expect(problems[0]).toMatchObject({ kind: 'cycle', value: 'A → C → B → A' });
  });

  test('a column that is not there leaves what is known', () => {
    const known = [unit('A', null, { tags: ['xa'], timeZone: 'Asia/Bangkok' })];
    expect(planUnits([row(2, 'A')], known).changed[0]).toEqual({ ...known[0], name: 'Xã' });
    expect(planUnits([row(2, 'A', { name: known[0]!.name, tags: '' })], known).changed[0]!.tags).toEqual([]);
  });

  test('the same list twice changes nothing the second time', () => {
    const rows = [row(2, 'A', { tags: '#xa | bien, #XA' }), row(3, 'B', { parent: 'A' })];
    const { added } = planUnits(rows, []);
    expect(planUnits(rows, added)).toMatchObject({ added: [], changed: [], unchanged: 2, problems: [] });
  });

  test('whatever the rows: without problems the outcome is a tree in which every parent is known', () => {
    const code = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'all', 'x y', '');
    const rows = fc.array(
      fc.record({ code, parent: fc.option(code, { nil: undefined }), tags: fc.string() }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(rows, (cells) => {
        const known = [unit('A'), unit('B', 'A'), unit('C', 'B')];
        const plan = planUnits(
          cells.map((cell, index) => ({ ...cell, line: index + 2, name: 'Xã' })),
          known,
        );
        expect(new Set(plan.problems.map(({ line }) => line)).size).toBeLessThanOrEqual(cells.length);
        if (plan.problems.length > 0) return;
        const after = new Map([...known, ...plan.added, ...plan.changed].map((one) => [one.code, one]));
        for (const { code: start } of after.values()) {
          const seen = new Set<string>();
          for (let at: string | null = start; at !== null; at = after.get(at)!.parentCode) {
            expect(seen.has(at)).toBe(false);
            seen.add(at);
            expect(after.has(at)).toBe(true);
          }
        }
      }),
    );
  });
});

describe('the heading of a list', () => {
  const read = (...rows: string[][]) => readTable(rows.map((cells, index) => ({ line: index + 1, cells })));

  test.each([
    [['code', 'name', 'parent', 'tags', 'timeZone']],
    [['CODE', 'Name', 'PARENT', 'Tag', 'time_zone']],
    [['Mã', 'Tên', 'Cấp trên', 'Nhãn', 'Múi giờ']],
    [['ma don vi', 'Tên đơn vị', 'thuộc', 'thẻ', 'MÚI GIỜ']],
  ])('%j is understood', (heading) => {
    const table = read(heading, ['XA01', 'Xã An Bình', 'HUYEN', 'xa', 'UTC']);
    expect(table).toMatchObject({
      rows: [{ line: 2, code: 'XA01', name: 'Xã An Bình', parent: 'HUYEN', tags: 'xa', timeZone: 'UTC' }],
      ignored: [],
    });
  });

  test('what is no list is said to be none', () => {
    expect(read([' ', ''])).toEqual({ kind: 'empty' });
    expect(read(['code', 'name'])).toEqual({ kind: 'empty' });
    expect(read(['name'], ['x'])).toEqual({ kind: 'noColumn', column: 'code' });
    expect(read(['mã', 'code', 'tên'], ['x'])).toEqual({ kind: 'columnTwice', column: 'code' });
    expect(read(['code', 'name'], ['A', 'x', '', 'y'])).toMatchObject({
      problems: [{ line: 2, kind: 'tooManyCells' }],
    });
  });
});
