import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTick } from '../../jobs/run-tick.js';
import { openApi } from '../../test/harness/api.js';
import type { Browser } from '../../test/harness/browser.js';
import { browserOf } from '../../test/harness/district.js';
import type { Person } from '../../test/harness/people.js';
import { startWorld, type World } from '../../test/harness/world.js';

let world: World;
let hanh: Person;
let page: Browser;
const db = () => world.app.runtime.db;
const act = (name: string, form: Record<string, string> = {}, who = page) =>
  who.post('/admin/access', { act: name, ...form });
const secretIn = (html: string) => /class="secret"[^>]*>([^<]+)</.exec(html)?.[1] ?? html;
const token = { name: 'Bảng theo dõi', scopes: 'read', days: '90' };
const html = async (who = page) => (await who.get('/admin/access')).html;

beforeAll(async () => {
  world = await startWorld('servers', { rate: 'off' });
  hanh = await world.owner();
  await world.bindUnits(hanh, ['XA01 Xã An Bình']);
  ({ browser: page } = await browserOf(world, String(hanh.id)));
});
afterAll(() => world.stop());

describe('a token', () => {
  test('is shown once, works, and is told to its owner', async () => {
    const made = await act('makeToken', token);
    expect(made.headers.get('cache-control')).toBe('no-store');
    const secret = secretIn(made.html);
    expect(secret).toMatch(/^giaoban_[\w-]{43}$/);
    expect(await html()).toContain('Bảng theo dõi');
    expect(await html()).not.toContain(secret);
    const api = await openApi(world.app.runtime, secret);
    expect((await api.get('/me')).body).toMatchObject({ name: 'Hạnh', scopes: ['read'] });
    await world.settle();
    expect(world.last(hanh).text).toContain('Bảng theo dõi');
    const kept = await db().$queryRaw<{ found: number }[]>`
      select (select count(*) from "WebSession" where notice like ${`%${secret}%`})::int
        + (select count(*) from "Delivery" where content::text like ${`%${secret}%`})::int
        + (select count(*) from "AuditLog" where data::text like ${`%${secret}%`})::int as found`;
    expect(kept[0]!.found).toBe(0);
    expect((await page.get('/admin/organisation?show=log')).html).toContain(
      'tạo mã truy cập “Bảng theo dõi”',
    );
  });

  test('is not made without anything to do, for a strange time, or without end', async () => {
    expect((await act('makeToken', { name: 'Không phạm vi', days: '90' })).html).toContain(
      'ít nhất một việc',
    );
    expect((await act('makeToken', { ...token, days: '7' })).status).toBe(422);
    expect((await act('makeToken', { ...token, scopes: 'everything' })).status).toBe(422);
    expect(await db().apiToken.count()).toBe(1);
  });

  test('ends when it is revoked, and with its time', async () => {
    const secret = secretIn((await act('makeToken', { ...token, name: 'Tạm' })).html);
    const api = await openApi(world.app.runtime, secret);
    const { id } = await db().apiToken.findFirstOrThrow({ where: { name: 'Tạm' } });
    const done = await act('revoke', { id: String(id) });
    expect((await page.get(done.to!)).html).toContain('Đã thu hồi mã “Tạm”');
    expect((await api.get('/me')).status).toBe(401);
    expect((await act('revoke', { id: String(id) })).html).toContain('Không còn mã này');
    world.clock.moveTo(new Date(world.clock.now().getTime() + 91 * 24 * 3600_000));
    ({ browser: page } = await browserOf(world, String(hanh.id)));
    expect(await html()).toContain('hết hạn');
    world.clock.moveTo(new Date(world.clock.now().getTime() + 30 * 24 * 3600_000));
    await runTick(world.app.runtime);
    expect(await db().apiToken.count()).toBe(0);
    ({ browser: page } = await browserOf(world, String(hanh.id)));
  });

  test('is made by whom the table lets, and revoked by its owner or who looks after access', async () => {
    const lan = world.person('Lan');
    await world.says(lan, lan, '/start');
    const { browser, personId } = await browserOf(world, String(lan.id));
    const role = (kind: 'viewer' | 'lead' | 'issuer', unitId: number) =>
      db().role.create({ data: { personId, kind, unitId } });
    const { id: unitId } = await db().unit.findFirstOrThrow();
    await role('lead', unitId);
    expect((await browser.get('/admin/access')).status).toBe(403);
    expect((await act('makeToken', token, browser)).html).toContain('được phân quyền');
    await role('viewer', unitId);
    expect(secretIn((await act('makeToken', token, browser)).html)).toMatch(/^giaoban_/);
    await act('makeToken', { ...token, name: 'Của Hạnh' });
    const of = async (name: string) => String((await db().apiToken.findFirstOrThrow({ where: { name } })).id);
    expect(await html(browser)).not.toContain('Của Hạnh');
    expect((await act('revoke', { id: await of('Của Hạnh') }, browser)).html).toContain('Không còn mã này');
    expect(await html()).toContain('Lan');
    expect((await act('revoke', { id: await of('Bảng theo dõi') })).to).toBe('/admin/access');
  });
});
