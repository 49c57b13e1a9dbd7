import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { openDatabase, type Database } from '../../store/db.js';
import { backends, createDatabase, type Backend } from '../harness/database.js';
import { startTelegramServer, type TelegramServer } from '../telegram-server/server.js';
import { bindGroups, openToAll } from './organisation.js';
import { startProgram, type Program } from './program.js';

const groups = 60;
let telegram: TelegramServer;
let db: Database;
let program: Program | undefined;

afterEach(async () => {
  await program?.end('SIGKILL');
  await db.$disconnect();
  await telegram.close();
});

async function prepare(
  backend: Backend,
): Promise<{ settings: Record<string, string>; ids: number[]; prefix: string }> {
  telegram = await startTelegramServer({ rate: 'off' });
  const url = await createDatabase(backend);
  db = openDatabase(url, 2);
  const prefix = url.split('/').at(-1) ?? '';
  const queue: Record<string, string> =
    backend === 'servers' ? { REDIS_URL: inject('servers').redis, QUEUE_PREFIX: prefix } : {};
  const settings = {
    DATABASE_URL: url,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    TELEGRAM_RATE_PER_SECOND: '40',
    ...queue,
  };
  return { settings, ids: await bindGroups(db, telegram, groups), prefix };
}

const shownIn = (id: number) =>
  telegram.shown(id).filter(({ fromBot, text }) => fromBot && text.includes('Kiểm kê vật tư')).length;

async function untilSettled(directiveId: number): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const open = await db.delivery.count({
      where: { directiveId, kind: 'directive', state: { in: ['queued', 'sending'] } },
    });
    if (open === 0) return;
    await sleep(50);
  }
}

describe.each(backends)('on %s', (backend) => {
  test('a process killed while it sends leaves nothing twice and nothing unnamed', async () => {
    const { settings, ids } = await prepare(backend);
    const directiveId = await openToAll(db);
    for (let kills = 0; kills < 3; kills += 1) {
      program = await startProgram(settings);
      await sleep(250 + kills * 130);
      await program.end('SIGKILL');
      // Nobody will finish what the killed process had under way: an hour later it counts as abandoned.
      await db.$executeRaw`update "Delivery" set "claimedAt" = "claimedAt" - interval '1 hour' where state = 'sending'`;
    }
    program = await startProgram(settings);
    await untilSettled(directiveId);
    const rows = await db.delivery.findMany({
      where: { directiveId, kind: 'directive' },
      include: { chat: true },
    });
    expect(rows).toHaveLength(groups);
    for (const { state, chat } of rows) {
      const count = shownIn(Number(chat.externalId));
      if (state === 'sent') expect(count).toBe(1);
      else expect([state, count <= 1]).toEqual(['uncertain', true]);
    }
    expect(ids.map(shownIn).every((count) => count <= 1)).toBe(true);
    expect(rows.filter(({ state }) => state === 'sent').length).toBeGreaterThan(groups / 2);
  });
});

test('a Redis that is emptied in the middle of a broadcast costs no message', async () => {
  const { settings, ids, prefix } = await prepare('servers');
  const directiveId = await openToAll(db);
  program = await startProgram(settings);
  await sleep(300);
  const redis = new Redis(inject('servers').redis);
  for await (const keys of redis.scanStream({ match: `${prefix}*` }))
    if ((keys as string[]).length > 0) await redis.del(...(keys as string[]));
  redis.disconnect();
  await untilSettled(directiveId);
  expect(ids.map(shownIn)).toEqual(ids.map(() => 1));
});

test('three processes with a role each do the work of one', async () => {
  const { settings, ids } = await prepare('servers');
  const directiveId = await openToAll(db);
  const roles = [];
  for (const ROLE of ['web', 'bot', 'worker']) roles.push(await startProgram({ ...settings, ROLE }));
  await untilSettled(directiveId);
  expect(ids.map(shownIn)).toEqual(ids.map(() => 1));
  telegram.replies({ count: groups, texts: ['đã xong'] });
  for (
    let tries = 0;
    tries < 300 && (await db.assignment.count({ where: { state: 'done' } })) < groups;
    tries += 1
  )
    await sleep(50);
  expect(await db.assignment.count({ where: { state: 'done' } })).toBe(groups);
  for (const role of roles) expect(await role.end('SIGTERM')).toBe(0);
});
