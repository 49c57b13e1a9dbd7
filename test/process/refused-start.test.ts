import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { makeDataFolder } from '../harness/data-folder.js';
import { startProgram } from './program.js';

let folder: string;

beforeAll(async () => {
  folder = await makeDataFolder('gb-start-');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('a wrong setting stops the start with one sentence', async () => {
  const program = await startProgram({ ORG_TIME_ZONE: 'Hanoi' }, folder);
  expect(program.output()).toBe(
    'The setting ORG_TIME_ZONE must be an IANA time zone such as Asia/Ho_Chi_Minh.\n',
  );
  expect(await program.end('SIGTERM')).toBe(1);
});

test('a Redis that does not answer stops the start with one sentence', async () => {
  const program = await startProgram({ REDIS_URL: 'redis://127.0.0.1:1', LOG_LEVEL: 'silent' }, folder);
  expect(program.output()).toBe(
    'Giaoban could not start: Redis does not answer: start it, correct REDIS_URL, or unset it to keep the queue in the database.\n',
  );
  expect(await program.end('SIGTERM')).toBe(1);
});

const databaseOf = (url: string, number: string) => Object.assign(new URL(url), { pathname: number }).href;

test.each([
  [
    '99999',
    /Giaoban could not start: Redis refuses what REDIS_URL says \(ERR .*\): correct REDIS_URL, or unset it /,
  ],
  ['abc', /^The setting REDIS_URL must end with the number of a database.*\.\n$/],
])('a Redis without the database %s stops the start with one sentence', async (number, sentence) => {
  const settings = { REDIS_URL: databaseOf(inject('servers').redis, number), LOG_LEVEL: 'silent' };
  const program = await startProgram(settings, folder);
  expect(program.output()).toMatch(sentence);
  expect(program.output().split('\n')).toHaveLength(2);
  expect(await program.end('SIGTERM')).toBe(1);
});

test('a data folder that is a file stops the start with one sentence', async () => {
  const file = path.join(folder, 'file');
  await writeFile(file, '');
  const program = await startProgram({ DATA_DIR: file }, folder);
  expect(program.output()).toBe(
    `Giaoban could not start: the data folder ${file} is no folder or lies in none: set DATA_DIR to a folder in which Giaoban may write.\n`,
  );
  expect(await program.end('SIGTERM')).toBe(1);
});
