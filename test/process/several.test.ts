import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { expect, inject, test } from 'vitest';
import { groups, prepareBroadcast } from './broadcast.js';
import { startProgram } from './program.js';

test('a Redis that is emptied in the middle of a broadcast costs no message', async () => {
  const { settings, ids, shownIn, untilSent, untilSettled, close } = await prepareBroadcast('servers');
  const program = await startProgram(settings);
  await untilSent(1);
  const redis = new Redis(inject('servers').redis);
  for await (const keys of redis.scanStream({ match: `${settings.QUEUE_PREFIX}*` }))
    if ((keys as string[]).length > 0) await redis.del(...(keys as string[]));
  redis.disconnect();
  await untilSettled();
  expect(ids.map(shownIn)).toEqual(ids.map(() => 1));
  await program.end('SIGTERM');
  await close();
});

test('three processes with a role each do the work of one', async () => {
  const { telegram, db, settings, ids, shownIn, untilSettled, close } = await prepareBroadcast('servers');
  const roles = await Promise.all(
    ['web', 'bot', 'worker'].map((ROLE) => startProgram({ ...settings, ROLE })),
  );
  await untilSettled();
  expect(ids.map(shownIn)).toEqual(ids.map(() => 1));
  telegram.replies({ count: groups, texts: ['đã xong'] });
  const countDone = () => db.assignment.count({ where: { state: 'done' } });
  for (let tries = 0; tries < 300 && (await countDone()) < groups; tries += 1) await sleep(50);
  expect(await countDone()).toBe(groups);
  for (const role of roles) expect(await role.end('SIGTERM')).toBe(0);
  await close();
});

test('a stop in the middle of a broadcast ends in order: nothing is under way, the rest waits', async () => {
  const { db, settings, directiveId, untilSent, close } = await prepareBroadcast('servers');
  const program = await startProgram({ ...settings, TELEGRAM_RATE_PER_SECOND: '5' });
  await untilSent(1);
  const startedAt = Date.now();
  expect(await program.end('SIGTERM')).toBe(0);
  expect(Date.now() - startedAt).toBeLessThan(10_000);
  const states = await db.delivery.groupBy({
    by: ['state'],
    where: { directiveId, kind: 'directive' },
    _count: true,
  });
  expect(states.map(({ state }) => state).sort()).toEqual(['queued', 'sent']);
  await close();
});
