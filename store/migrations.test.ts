import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { applyMigrations, migrationsFolder } from './migrations.js';

test.each(['postgres://nobody@127.0.0.1:1/none', 'postgres://nobody@localhost:1/none'])(
  'a database that does not answer is named with its setting: %s',
  async (url) => {
    await expect(applyMigrations(url)).rejects.toThrow(
      /^the database cannot be opened \(.*ECONNREFUSED.*\): start PostgreSQL or correct DATABASE_URL\.$/,
    );
  },
);

test('the schema has no change that no migration makes', () => {
  const read = (folder: string) => readFileSync(path.join(folder, 'schema.prisma'), 'utf8');
  expect(read(migrationsFolder)).toBe(read(path.dirname(migrationsFolder)));
});
