import { createServer, type AddressInfo } from 'node:net';
import { expect, inject, test } from 'vitest';
import { parseSettings } from '../config/settings.js';
import { doctor } from './doctor.js';

/** What it says of one matter (`queue`, `page`) where the rest is well. */
async function diagnose(matter: string, env: Record<string, string>): Promise<string[]> {
  const lines: string[] = [];
  const { database } = inject('servers');
  await doctor(
    () => parseSettings({ DATABASE_URL: database, ...env }),
    (line) => lines.push(line),
  );
  return lines.filter((line) => line.slice(6).startsWith(`${matter}:`));
}

test('tells a Redis that refuses from one that does not answer', async () => {
  const redis = Object.assign(new URL(inject('servers').redis), { pathname: '99999' }).href;
  expect(await diagnose('queue', { REDIS_URL: redis })).toEqual([
    expect.stringMatching(/^FAULT queue: Redis refuses what REDIS_URL says \(ERR .*\): correct REDIS_URL/),
  ]);
  expect(await diagnose('queue', { REDIS_URL: 'redis://127.0.0.1:1' })).toEqual([
    expect.stringMatching(/^FAULT queue: Redis does not answer: start it, correct REDIS_URL/),
  ]);
  expect(await diagnose('queue', { REDIS_URL: inject('servers').redis })).toContainEqual(
    expect.stringMatching(/^ok {4}queue: Redis .* answers\.$/),
  );
});

test('listens where the page would be', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  expect(await diagnose('page', { PORT: String(port) })).toEqual([
    `ok    page: port ${port} is in use (by Giaoban, if it runs).`,
  ]);
  await new Promise((resolve) => taken.close(resolve));
  expect(await diagnose('page', { PORT: String(port) })).toEqual([`ok    page: port ${port} is free.`]);
  expect(await diagnose('page', { HOST: '203.0.113.1' })).toEqual([
    expect.stringMatching(/^FAULT page: nothing can listen on 203\.0\.113\.1:3000 .*set HOST/),
  ]);
});
