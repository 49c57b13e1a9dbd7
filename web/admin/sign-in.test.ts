import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Browser } from '../../test/harness/browser.js';
import { startWorld, type World } from '../../test/harness/world.js';
import type { Person } from '../../test/harness/people.js';
import { issueOwnerLink } from '../../store/web-links.js';

let world: World;
let hanh: Person;
const db = () => world.app.runtime.db;
const browser = () => openBrowser(world.app.runtime);
const askLink = async (who: Person = hanh) => {
  await world.says(who, who, '/web');
  return /http\S+/.exec(world.last(who).text)?.[0] ?? `no link in: ${world.last(who).text}`;
};
const pathOf = (link: string) => link.slice(new URL(link).origin.length);
const signedIn = async (): Promise<Browser> => {
  const one = browser();
  expect((await one.signIn(await askLink())).to).toBe('/admin');
  return one;
};

beforeAll(async () => {
  world = await startWorld('servers', { rate: 'off' });
  hanh = await world.owner();
});
afterAll(() => world.stop());

describe('the link', () => {
  test('opens the page once, and looking at it does not use it up', async () => {
    const link = await askLink();
    const one = browser();
    for (const _ of [1, 2]) {
      const door = await one.get(pathOf(link));
      expect(door.status).toBe(200);
      expect(door.html).toContain('đăng nhập với tên Hạnh');
    }
    expect((await one.get('/admin/today')).to).toBe('/admin/sign-in');
    expect((await one.signIn(link)).to).toBe('/admin');
    expect((await one.get('/admin/today')).html).toContain('<h1>Hôm nay</h1>');
    expect((await browser().signIn(link)).status).toBe(410);
  });

  test('lets in one of two who press at once', async () => {
    const link = await askLink();
    const both = await Promise.all([browser().signIn(link), browser().signIn(link)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 410]);
  });

  test('is void after five minutes, and when another one was asked for', async () => {
    const [old, other] = [await askLink(), await askLink()];
    expect((await browser().signIn(old)).status).toBe(410);
    await world.fastForward('6m');
    expect((await browser().signIn(other)).status).toBe(410);
  });

  test('stands nowhere in the ledger', async () => {
    const key = new URL(await askLink()).searchParams.get('key')!;
    const rows = await db().$queryRaw<{ found: number }[]>`
      select (select count(*) from "Delivery" where content::text like ${`%${key}%`})::int
        + (select count(*) from "WebLink" where "keyHash" = ${key})::int as found`;
    expect(rows[0]!.found).toBe(0);
  });

  test('is for people with a role, in private', async () => {
    const binh = world.person('Bình');
    expect(await askLink(binh)).toContain('chưa được phân quyền');
    const link = await askLink();
    await db().role.deleteMany();
    expect((await browser().signIn(link)).status).toBe(403);
    const { personId } = await db().account.findFirstOrThrow({ where: { externalId: String(hanh.id) } });
    await db().role.create({ data: { personId, kind: 'owner' } });
    expect((await browser().signIn(link)).status).toBe(303);
  });

  test('that is printed at the start lets the owner in, once', async () => {
    const key = await issueOwnerLink(db(), new Date(world.clock.now().getTime() + 60_000));
    const link = `http://localhost:3000/admin/sign-in?key=${key}`;
    expect((await browser().signIn(link)).status).toBe(303);
    expect((await browser().signIn(link)).status).toBe(410);
  });

  test('cannot be tried for ever', async () => {
    const one = browser();
    const tries = await Promise.all(
      Array.from({ length: 25 }, () => one.post('/admin/sign-in', { key: 'x'.repeat(43) })),
    );
    expect(tries.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(5);
  });
});

describe('the session', () => {
  test('is kept in a cookie that no script sees, as a hash in the ledger', async () => {
    const one = browser();
    const cookie = (await one.signIn(await askLink())).headers.get('set-cookie');
    expect(cookie).toMatch(/^giaoban=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const hashes = await db().webSession.findMany({ select: { keyHash: true } });
    expect(hashes.map(({ keyHash }) => keyHash)).not.toContain(one.cookies.get('giaoban'));
  });

  test('holds the rights its person has now', async () => {
    const one = await signedIn();
    const { id, personId, kind } = await db().role.findFirstOrThrow();
    await db().role.delete({ where: { id } });
    expect((await one.get('/admin/today')).status).toBe(403);
    await db().role.create({ data: { personId, kind } });
    expect((await one.get('/admin/today')).status).toBe(200);
  });

  test('ends when it is left, here or everywhere, and after half a day of rest', async () => {
    const [one, two, three] = [await signedIn(), await signedIn(), await signedIn()];
    await one.post('/admin/account', { leave: 'here' });
    expect(one.cookies.size).toBe(0);
    expect((await two.get('/admin/today')).status).toBe(200);
    await two.post('/admin/account', { leave: 'everywhere' });
    expect((await three.get('/admin/today')).to).toBe('/admin/sign-in');
    const four = await signedIn();
    await world.fastForward('11h');
    expect((await four.get('/admin/today')).status).toBe(200);
    await world.fastForward('13h');
    expect((await four.get('/admin/today')).status).toBe(303);
  });

  test('tells htmx where to go when it is over', async () => {
    const { status, headers } = await browser().get('/admin/today', { 'hx-request': 'true' });
    expect([status, headers.get('hx-redirect')]).toEqual([401, '/admin/sign-in']);
  });
});

describe('what changes something', () => {
  test.each([
    {
      label: 'from another site',
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    },
    { label: 'from a page without origin', headers: { origin: 'null' } },
    { label: 'from nowhere', headers: {} },
  ])('$label is refused', async ({ headers }) => {
    const one = await signedIn();
    expect((await one.post('/admin/account', { leave: 'here' }, headers)).status).toBe(403);
    expect((await one.get('/admin/today')).status).toBe(200);
  });

  test('from a page of ours is taken, also over plain HTTP, where browsers say the origin alone', async () => {
    const one = await signedIn();
    const headers = { origin: 'http://localhost:3000' };
    expect((await one.post('/admin/account', { locale: 'en' }, headers)).status).toBe(303);
    expect((await one.get('/admin/today')).html).toContain('<h1>Today</h1>');
  });
});

test('every page tells the browser to trust nothing but our own files', async () => {
  const { headers } = await browser().get('/admin/sign-in');
  const policy = headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('behind HTTPS the cookie is this host’s and secure, and the public origin is ours', async () => {
  const { runtime } = world.app;
  const settings = { ...runtime.settings, PUBLIC_URL: 'https://giaoban.example.vn' };
  const one = openBrowser({ ...runtime, settings });
  const { headers } = await one.signIn(await askLink());
  expect(headers.get('set-cookie')).toMatch(
    /^__Host-giaoban=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(headers.get('strict-transport-security')).toBe('max-age=15552000');
  const form = { locale: 'vi' };
  const from = async (origin: string) => (await one.post('/admin/account', form, { origin })).status;
  expect([await from('https://giaoban.example.vn'), await from('https://evil.example')]).toEqual([303, 403]);
});
