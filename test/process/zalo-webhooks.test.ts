import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findFreePort } from '../../config/free-port.js';
import { openDatabase, type Database } from '../../store/db.js';
import { createDatabase } from '../harness/database.js';
import { startOaServer, type OaServer } from '../zalo-server/oa/server.js';
import { startZaloServer, type ZaloServer } from '../zalo-server/server.js';
import { runDoctor, startProgram, type Program } from './program.js';

/** The program in a process of its own, reached by both of Zalo's APIs at its PUBLIC_URL. Steps go on from one another. */
let zalo: ZaloServer;
let oa: OaServer;
let db: Database;
let settings: Record<string, string>;
let program: Program;
let hanh: { id: string };
let lan: { id: string };

beforeAll(async () => {
  zalo = await startZaloServer({ behaviour: { localWebhooks: true } });
  oa = await startOaServer({ behaviour: { retriesMs: [50, 50] } });
  const url = await createDatabase('servers');
  db = openDatabase(url, 2);
  const port = await findFreePort(); // a public address is told before the program runs
  settings = {
    ...{ DATABASE_URL: url, REDIS_URL: inject('servers').redis, QUEUE_PREFIX: url.split('/').at(-1) ?? '' },
    ...{ PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, OWNER_CODE: 'chu-so-huu' },
    ...{ ZALO_BOT_TOKEN: zalo.token, ZALO_API_ROOT: zalo.url, ZALO_BOT_NAME: zalo.botName },
    ...{ ZALO_WEBHOOK_SECRET: 'mot-bi-mat-dai', ZALO_OA_APP_ID: oa.credentials.appId },
    ...{ ZALO_OA_SECRET: oa.credentials.appSecret, ZALO_OA_WEBHOOK_SECRET: oa.credentials.webhookSecret },
    ...{ ZALO_OA_REFRESH_TOKEN: oa.grant().refreshToken, ZALO_OA_NAME: oa.world.speaker.name },
    ...{ ZALO_OA_API_ROOT: oa.url, ZALO_OA_OAUTH_ROOT: oa.url, LOG_LEVEL: 'silent' },
  };
  program = await startProgram(settings);
  oa.setWebhook({ url: `${settings.PUBLIC_URL}/webhooks/zalo-oa` });
  hanh = zalo.addUser({ name: 'Hạnh' });
  lan = oa.addUser({ name: 'Lan' });
  oa.addGroup({ title: 'Xã An Phú', owner: lan.id });
});
afterAll(async () => {
  await program.end('SIGTERM');
  await db.$disconnect();
  await oa.close();
  await zalo.close();
});

const saysToBot = (text: string) => zalo.says({ chat: hanh.id, from: hanh.id, text });
const saysToAccount = (text: string) => oa.says({ chat: lan.id, from: lan.id, text });
const ofBot = () => zalo.shown(hanh.id).filter(({ fromBot }) => fromBot);
const ofAccount = () => oa.shown(lan.id).filter(({ fromBot }) => fromBot);
/** What was said; the account's group is learnt of at each start. */
const stored = (channel: string) =>
  db.inbox.count({ where: { channel, eventKey: { not: { startsWith: 'group-' } } } });

test('sets its webhook, and both answer at the public address', async () => {
  expect(zalo.world.webhook?.url).toBe(`${settings.PUBLIC_URL}/webhooks/zalo`);
  saysToBot('dangky chu-so-huu');
  saysToAccount('/start');
  await expect.poll(() => ofBot()[0]?.text).toContain('Anh/chị đã là quản trị chính.');
  await expect.poll(() => ofAccount()[0]?.text).toContain('Chào anh/chị Lan.');
});

test('the doctor finds both well, and may join groups', async () => {
  const { stdout } = await runDoctor(settings);
  const lines = stdout.split('\n').filter((line) => /zalo/.test(line));
  expect(lines).toEqual([
    expect.stringMatching(/^ok {4}zalo: Zalo knows the token/),
    'ok    zalo: The account may be added to Zalo groups.',
    `ok    zalo: In groups members call the bot @${zalo.botName}.`,
    `ok    zalo: The webhook points to ${settings.PUBLIC_URL}/webhooks/zalo.`,
    'ok    zalo-oa: The Zalo Official Account has 1 group.',
    `ok    zalo-oa: The webhook page of the app must name ${settings.PUBLIC_URL}/webhooks/zalo-oa.`,
  ]);
});

test('keeps nothing that is not signed right', async () => {
  zalo.behave({ webhookSecret: 'wrong' });
  oa.behave({ signature: 'wrong' });
  saysToBot('/donvi them XA01 Xã An Bình');
  saysToAccount('/viec');
  await expect.poll(() => [zalo.lostUpdates(), oa.lostUpdates()]).toEqual([1, 1]);
  for (const name of ['zalo', 'zalo-oa'])
    expect(
      (await fetch(`${settings.PUBLIC_URL}/webhooks/${name}`, { method: 'POST', body: '{}' })).status,
    ).toBe(401);
  expect([await stored('zalo'), await stored('zalo-oa')]).toEqual([1, 1]);
  zalo.behave({ webhookSecret: 'right' });
  oa.behave({ signature: 'right' });
});

test('takes what comes twice once', async () => {
  zalo.duplicateNextUpdate();
  oa.duplicateNextUpdate();
  saysToBot('/donvi them XA01 Xã An Bình');
  saysToAccount('/viec');
  await expect.poll(() => [ofBot().length, ofAccount().length]).toEqual([2, 2]);
  zalo.redeliver();
  oa.redeliver();
  await expect.poll(() => [zalo.pendingUpdates(), oa.pendingUpdates()]).toEqual([0, 0]);
  expect([await stored('zalo'), await stored('zalo-oa')]).toEqual([2, 2]);
});

test('a process killed right after it stored loses nothing, and a redelivery repeats nothing', async () => {
  await program.end('SIGTERM');
  // It takes what comes in and leaves the work to others, who are not there.
  const intake = await startProgram({ ...settings, ROLE: 'web' });
  saysToBot('/donvi them XA02 Xã Bình Minh');
  saysToAccount('/ngonngu en');
  await expect.poll(() => db.inbox.count({ where: { state: 'new' } })).toBe(2);
  await intake.end('SIGKILL');
  expect([ofBot().length, ofAccount().length]).toEqual([2, 2]);
  program = await startProgram(settings);
  zalo.redeliver();
  oa.redeliver();
  await expect
    .poll(() => [ofBot().at(-1)?.text, ofAccount().at(-1)?.text])
    .toEqual(['Đã thêm XA02 – Xã Bình Minh.', expect.stringContaining('English')]);
  expect([ofBot().length, ofAccount().length, await stored('zalo'), await stored('zalo-oa')]).toEqual([
    3, 3, 3, 3,
  ]);
});
