import { expect, test } from 'vitest';
import { openTestDatabase } from '../test/harness/database.js';
import { personColumns } from './account-links.js';

test('every column that holds a person’s id is taken over when two persons are joined', async () => {
  const db = await openTestDatabase();
  const named = await db.$queryRaw<{ table: string; column: string }[]>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and column_name ~ '^(person|issuer|.*By)Id$'`;
  const references = await db.$queryRaw<{ table: string; column: string }[]>`
    select c.conrelid::regclass::text as table, a.attname as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid = '"Person"'::regclass`;
  const found = [...named, ...references].map(
    ({ table, column }) => `${table.replaceAll('"', '')}.${column}`,
  );
  expect([...new Set(found)].sort()).toEqual(personColumns.map((pair) => pair.join('.')).sort());
  expect(found.length).toBeGreaterThan(20);
  await db.$disconnect();
});
