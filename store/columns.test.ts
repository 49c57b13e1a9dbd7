import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storedStates } from '../core/summary/item-table.js';
import { openTestDatabase } from '../test/harness/database.js';
import { figures, moments, placeIn, readFigures, readMoments, readTexts, texts } from './columns.js';
import { Prisma, type Database } from './db.js';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.$disconnect());

async function columnOf(column: Prisma.Sql, rows: Prisma.Sql): Promise<string> {
  const [row] = await db.$queryRaw<[{ text: string }]>`select ${column} as text from ${rows}`;
  return row.text;
}

const figure = fc.oneof(fc.constantFrom(0, 1, 2 ** 31 - 1), fc.nat());
const moment = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });

test('figures and moments come back as they were, in one order, with what is missing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.option(figure), fc.option(moment))), async (rows) => {
      const json = JSON.stringify(rows.map(([n, at]) => ({ n, at })));
      const row = Prisma.sql`jsonb_to_recordset(${json}::jsonb) as row(n int, at timestamptz)`;
      expect([...readFigures(await columnOf(figures(Prisma.sql`n`), row))]).toEqual(
        rows.map(([n]) => n ?? -1),
      );
      expect([...readMoments(await columnOf(moments(Prisma.sql`at`), row))]).toEqual(
        rows.map(([, at]) => at?.getTime() ?? NaN),
      );
    }),
    { numRuns: 30 },
  );
});

test('texts come back as they were, but for what stands between them', async () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'đã\u001Fxong', '\n', '"'));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1 }), async (list) => {
      const row = Prisma.sql`jsonb_array_elements_text(${JSON.stringify(list)}::jsonb) row(t)`;
      const read = readTexts(await columnOf(texts(Prisma.sql`t`), row));
      expect(read).toEqual(list.map((one) => one.replaceAll('\u001F', ' ')));
    }),
    { numRuns: 30 },
  );
});

test('every state that an assignment can have has its place in what is stored', async () => {
  const states = Prisma.sql`unnest(enum_range(null::"AssignmentState")) state`;
  const places = readFigures(await columnOf(figures(placeIn(storedStates, Prisma.sql`state`)), states));
  const names = await db.$queryRaw<{ name: string }[]>`select state::text as name from ${states}`;
  expect(Array.from(places, (place) => storedStates[place])).toEqual(names.map(({ name }) => name));
});
