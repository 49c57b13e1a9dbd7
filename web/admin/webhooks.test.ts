import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTick } from '../../jobs/run-tick.js';
import type { Answer, Browser } from '../../test/harness/browser.js';
import { browserOf } from '../../test/harness/district.js';
import type { Person } from '../../test/harness/people.js';
import { startReceiver, type Receiver } from '../../test/harness/receiver.js';
import { startWorld, type World } from '../../test/harness/world.js';

let world: World;
let hanh: Person;
let page: Browser;
let receiver: Receiver;
const db = () => world.app.runtime.db;
const act = (name: string, form: Record<string, string> = {}, who = page) =>
  who.post('/admin/access', { act: name, ...form });
/** What the next page says. */
const said = (answer: Answer) => page.notice(answer);
const secretIn = ({ html }: Answer) => /class="secret"[^>]*>([^<]+)</.exec(html)?.[1] ?? html;
const html = async (who = page) => (await who.get('/admin/access')).html;
const ids = async () =>
  (await db().webhookEndpoint.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => String(id));

beforeAll(async () => {
  world = await startWorld('servers', { rate: 'off', settings: { WEBHOOK_PRIVATE: 'on' } });
  receiver = await startReceiver();
  hanh = await world.owner();
  await world.bindUnits(hanh, ['XA01 Xã An Bình']);
  ({ browser: page } = await browserOf(world, String(hanh.id)));
});
afterAll(async () => {
  await receiver.close();
  await world.stop();
});

test('an endpoint is added, its secret is shown once, and a test reaches it', async () => {
  const added = await act('addWebhook', { url: receiver.url, events: 'done' });
  const secret = secretIn(added);
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
  expect(await html()).toContain('đang gửi');
  expect(await html()).not.toContain(secret);
  const [id] = await ids();
  expect(await said(await act('test', { id: id! }))).toContain('gửi thử');
  await world.settle();
  expect(receiver.received.map(({ body }) => body)).toMatchObject([{ type: 'test', data: {} }]);
  expect(await html()).toMatch(/Gửi thử.*đã nhận.*nơi nhận trả lời 200/s);
  const log = (await page.get('/admin/organisation?show=log')).html;
  expect(log).toContain('thêm nơi nhận sự kiện 127.0.0.1');
  expect(log).not.toMatch(/geheim|whsec/);
});

test('what failed is told with why, and when it is tried again', async () => {
  receiver.answers(503);
  const [id] = await ids();
  await act('test', { id: id! });
  await world.settle();
  expect(await html()).toMatch(/chờ gửi.*nơi nhận trả lời 503.*thử lại/s);
  expect(await html()).toContain('chưa gửi được từ');
  receiver.answers(200);
});

test('one that is off is sent nothing, and what waited is let go', async () => {
  const [id] = await ids();
  expect(await said(await act('turnOff', { id: id! }))).toContain('Đã tắt 127.0.0.1');
  expect(await said(await act('turnOff', { id: id! }))).toContain('Không còn nơi nhận này');
  expect(await said(await act('test', { id: id! }))).toContain('Không còn nơi nhận này');
  expect(await db().webhookCall.count({ where: { state: 'skipped' } })).toBe(1);
  const before = receiver.received.length;
  await runTick(world.app.runtime);
  await world.settle();
  expect(receiver.received).toHaveLength(before);
  expect(await said(await act('turnOn', { id: id! }))).toContain('Đã bật lại');
  expect(await said(await act('removeWebhook', { id: id! }))).toContain('Đã bỏ');
  expect(await db().webhookCall.count()).toBe(0);
});

describe('another secret', () => {
  /** A day is too long for a browser that does nothing. */
  const minutes = async (count: number) => {
    world.clock.moveTo(new Date(world.clock.now().getTime() + count * 60_000));
    ({ browser: page } = await browserOf(world, String(hanh.id)));
  };
  let secrets: string[];
  let id: string;
  /** Which of the secrets signed the newest call, as a receiver finds out. */
  const signers = async () => {
    await act('test', { id });
    await world.settle();
    const { raw, headers, id: eventId } = receiver.received.at(-1)!;
    const at = new Date(Number(headers['webhook-timestamp']) * 1000);
    const signatures = String(headers['webhook-signature']).split(' ');
    const signed = secrets.map((secret) => signatures.includes(new Webhook(secret).sign(eventId, at, raw)));
    return { signed, count: signatures.length };
  };
  const renew = async () => {
    const shown = await act('renewWebhook', { id });
    expect(shown.html).toMatch(
      /Đã đổi mã bí mật của 127\.0\.0\.1.*Mã cũ còn dùng được đến \d\d:\d\d \d\d\/11\/2026/,
    );
    secrets.push(secretIn(shown));
  };

  beforeAll(async () => {
    secrets = [secretIn(await act('addWebhook', { url: receiver.url, events: 'done' }))];
    [id] = (await ids()) as [string];
  });
  afterAll(() => act('removeWebhook', { id }));

  test('signs at once, the one before for a day', async () => {
    expect(await signers()).toEqual({ signed: [true], count: 1 });
    await renew();
    expect(secrets[1]).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(await signers()).toEqual({ signed: [true, true], count: 2 });
    expect(await html()).toContain('mã bí mật cũ còn dùng được đến');
    for (const secret of secrets) expect(await html()).not.toContain(secret);
    await minutes(24 * 60 - 5);
    expect(await signers()).toEqual({ signed: [true, true], count: 2 });
    await minutes(10);
    expect(await signers()).toEqual({ signed: [false, true], count: 1 });
    expect(await html()).not.toContain('mã bí mật cũ');
    await runTick(world.app.runtime);
    expect(await db().webhookEndpoint.findFirstOrThrow()).toMatchObject({ oldSecrets: [] });
  });

  test('made twice at once or again within the day breaks nothing', async () => {
    secrets = secrets.slice(-1);
    await Promise.all([renew(), renew()]);
    await minutes(60);
    await renew();
    expect(await signers()).toEqual({ signed: [true, true, true, true], count: 4 });
    await minutes(24 * 60 - 30);
    const { signed, count } = await signers();
    expect([signed[0], signed[3], count]).toEqual([false, true, 2]);
  });

  test('made over and over leaves a header that can be sent', async () => {
    for (let at = 0; at < 6; at += 1) await renew();
    expect(await signers()).toMatchObject({ count: 5 });
  });

  test('stands in the log as a change, and nowhere as a word', async () => {
    const log = (await page.get('/admin/organisation?show=log')).html;
    expect(log).toContain('đổi mã bí mật của nơi nhận sự kiện 127.0.0.1');
    expect(log).not.toContain('whsec');
    expect(await said(await act('renewWebhook', { id: '999999' }))).toContain('Không còn nơi nhận này');
  });
});

test.each([
  [{ url: 'example.org' }, 'Địa chỉ chưa đúng'],
  [{ url: 'https://a:b@example.org/' }, 'tên và mật khẩu'],
  [{ url: 'https://example.org/', events: '' }, 'chưa hiểu thao tác'],
  [{ url: 'https://example.org/', events: 'everything' }, 'chưa hiểu thao tác'],
])('%j is not taken', async (form, words) => {
  expect(await said(await act('addWebhook', { events: 'done', ...form }))).toContain(words);
  expect(await ids()).toEqual([]);
});

test('without the setting no address of the own network is taken, and nothing but https', async () => {
  const { settings } = world.app.runtime;
  settings.WEBHOOK_PRIVATE = 'off';
  const add = async (url: string) => said(await act('addWebhook', { events: 'done', url }));
  expect(await add(receiver.url)).toContain('bắt đầu bằng https');
  for (const host of ['127.0.0.1', '10.0.0.1', '169.254.169.254', '[::1]', '2130706433'])
    expect(await add(`https://${host}/`)).toContain('mạng nội bộ');
  expect(await ids()).toEqual([]);
  settings.WEBHOOK_PRIVATE = 'on';
});

test('only who looks after access sees or changes them, and there is an end to how many', async () => {
  for (let at = 0; at < 10; at += 1) await act('addWebhook', { url: receiver.url, events: 'done' });
  expect(await said(await act('addWebhook', { url: receiver.url, events: 'done' }))).toContain(
    'Đã có 10 nơi nhận',
  );
  const lan = world.person('Lan');
  await world.says(lan, lan, '/start');
  const { browser, personId } = await browserOf(world, String(lan.id));
  await db().role.create({ data: { personId, kind: 'issuer', unitId: null } });
  expect(await html(browser)).not.toContain('127.0.0.1');
  const [id] = await ids();
  for (const name of ['test', 'turnOff', 'renewWebhook', 'removeWebhook'])
    expect((await act(name, { id: id! }, browser)).html).toMatch(/phân quyền/);
  expect((await act('addWebhook', { url: receiver.url, events: 'done' }, browser)).html).toMatch(
    /phân quyền/,
  );
  expect(await ids()).toHaveLength(10);
});
