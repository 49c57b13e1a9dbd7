import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserOf } from '../../test/harness/district.js';
import { startTelegramServer, type TelegramServer } from '../../test/telegram-server/server.js';
import { startWorld, type World } from '../../test/harness/world.js';
import { startZaloServer, type ZaloServer } from '../../test/zalo-server/server.js';
import { describeStart } from '../describe-start.js';

let platforms: { telegram: TelegramServer; zalo: ZaloServer };
let world: World;

beforeAll(async () => {
  platforms = { telegram: await startTelegramServer(), zalo: await startZaloServer() };
  world = await startWorld('servers', {
    platforms: ['sandbox'],
    settings: {
      ...{ TELEGRAM_BOT_TOKEN: '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw', ZALO_BOT_TOKEN: '1:wrong' },
      ...{ TELEGRAM_API_ROOT: platforms.telegram.url, ZALO_API_ROOT: platforms.zalo.url },
    },
  });
});
afterAll(async () => {
  await world.stop();
  await platforms.zalo.close();
  await platforms.telegram.close();
});

test('a token that its platform does not know stands in the start-up lines, and the page comes up', async () => {
  const { runtime, url } = world.app;
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const lines = await describeStart({ runtime, url, dataFolder: null });
  expect(lines).toMatch(
    /FAULT +telegram: .*does not know this bot token.*into TELEGRAM_BOT_TOKEN and restart/,
  );
  expect(lines).toMatch(/FAULT +zalo: .*into ZALO_BOT_TOKEN and restart/);
  expect(lines).not.toMatch(/FAULT +sandbox/);
});

test('and on the page of operations, with how to mend it', async () => {
  const { db } = world.app.runtime;
  await db.person.create({
    data: {
      name: 'Hạnh',
      accounts: { create: { channel: 'sandbox', externalId: 'hanh', name: 'Hạnh' } },
      roles: { create: { kind: 'owner' } },
    },
  });
  const { html } = await (await browserOf(world, 'hanh')).browser.get('/admin/operations');
  expect(html).toContain('Telegram không nhận mã truy cập (token) của bot. Hãy lấy lại mã ở @BotFather');
  expect(html).toContain('ghi vào ZALO_BOT_TOKEN rồi khởi động lại Giaoban.');
});
