import { rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDataFolder } from '../test/harness/data-folder.js';
import { makeFolder } from './make-folder.js';

let folder: string;

beforeAll(async () => {
  folder = await makeDataFolder('gb-folder-');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('makes a folder with those above it, and takes one that is there', async () => {
  const wanted = path.join(folder, 'a/b');
  await makeFolder(wanted, 0o700);
  await makeFolder(wanted, 0o700);
  expect((await stat(wanted)).mode & 0o777).toBe(0o700);
});

test('says in one sentence what to set where it cannot, and does not try for ever', async () => {
  const file = path.join(folder, 'file');
  await writeFile(file, '');
  for (const wanted of [file, path.join(file, 'data')])
    await expect(makeFolder(wanted)).rejects.toThrow(
      `the data folder ${wanted} is no folder or lies in none: set DATA_DIR to a folder in which Giaoban may write.`,
    );
  if (process.platform === 'linux')
    await expect(makeFolder('/proc/giaoban/data')).rejects.toThrow(
      /^the data folder \/proc\/giaoban\/data cannot be made or written \(E\w+\): set DATA_DIR to/,
    );
});
