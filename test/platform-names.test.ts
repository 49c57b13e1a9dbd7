import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

function filesOf(entry: string): string[] {
  if (!statSync(entry).isDirectory())
    return entry.endsWith('.ts') && !entry.endsWith('.test.ts') ? [entry] : [];
  return readdirSync(entry).flatMap((name) => filesOf(path.join(entry, name)));
}

test('only channels/ and config/ name a platform', () => {
  const rooms = ['main.ts', 'app.ts', 'core', 'bot', 'jobs', 'store', 'web', 'cli'].map((room) =>
    path.join(root, room),
  );
  // Members write such words in their replies: what reads them may list them.
  const isReading = (file: string) => path.relative(root, file).startsWith(path.join('core', 'reading'));
  // A comment may point at a platform's page; code may not decide by a platform's name.
  const code = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const naming = rooms
    .flatMap(filesOf)
    .filter((file) => !isReading(file) && /telegram|telegraf|zalo/i.test(code(file)));
  expect(naming.map((file) => path.relative(root, file))).toEqual([]);
});
