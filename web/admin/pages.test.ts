import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeOf } from '../../config/rules.js';
import type { RoleKind } from '../../core/authorise.js';
import { totalCounts } from '../../core/summary/figures.js';
import { periodOf } from '../../core/summary/period.js';
import { transact } from '../../store/db.js';
import { countPeriod } from '../../store/summary-history.js';
import { countRunning } from '../../store/week-classes.js';
import type { Browser } from '../../test/harness/browser.js';
import { browserOf, openDistrict, type District } from '../../test/harness/district.js';
import type { World } from '../../test/harness/world.js';

/** The example district with a week's work in it: #1 for the schools, #2 (to be accepted) and #3 for the communes. */
let world: World;
let district: District;
let hanh: Browser;
const db = () => world.app.runtime.db;
const notAllowed = /(chưa|không) được phân quyền/;
const act = (path: string, name: string, form: Record<string, string> = {}, who = hanh) =>
  who.post(`/admin${path}`, { act: name, ...form });
/** What the page says after an act. */
const said = async (path: string, name: string, form: Record<string, string> = {}) =>
  hanh.notice(await act(path, name, form));
const part = (number: number, code: string) =>
  db().assignment.findFirstOrThrow({ where: { directive: { number }, unit: { code } } });

beforeAll(async () => {
  ({ world, district, owner: hanh } = await openDistrict());
});
afterAll(() => world.stop());

describe('who sees and does what', () => {
  let quang: Browser;
  let personId: number;
  beforeAll(async () => {
    const clerk = { id: 'vd-th01-1', name: 'Lê Thị Mai' };
    await district.stage.says(clerk, district.groupOf('TH01').externalId, '/viec');
    ({ browser: quang, personId } = await browserOf(world, clerk.id));
    await db().chat.create({
      data: { channel: 'sandbox', externalId: 'mai', role: 'private', personId, title: 'Mai' },
    });
  });
  const become = async (kind: RoleKind | null, code: string | null) => {
    await db().role.deleteMany({ where: { personId } });
    const unit = code === null ? null : await db().unit.findUniqueOrThrow({ where: { code } });
    if (kind) await db().role.create({ data: { personId, kind, unitId: unit?.id ?? null } });
  };
  const may = async (path: string, name: string, form: Record<string, string> = {}) =>
    !notAllowed.test((await act(path, name, form, quang)).html);

  // today | #1 | #1 TH01 | #2 XA01 | compose | operations | matrix of XA01 | organisation, its people, its log; whether the report shows TH01
  // remind #1 | correct TH01 | correct XA01 | publish | write to XA01 | move a unit
  const signs: Record<number, string> = { 200: '+', 403: 'x', 404: '.' };
  test.each([
    ['owner', null, '++++++++++ +', '++++++'],
    ['admin', null, '+++++x++++ +', '++++++'],
    ['issuer', 'HUYEN', '+++++x++++ +', '+++-+-'],
    ['issuer', 'TH01', '+++.+x.+++ +', '-+----'],
    ['lead', 'TH01', '+++.xx.+.. +', '------'],
    ['lead', 'XA01', '+..+xx++.. -', '------'],
    ['viewer', 'HUYEN', '++++xx++.. +', '------'],
    ['viewer', 'TH02', '++..xx.+.. -', '------'],
    [null, null, 'xxxxxxxxxx -', '------'],
  ] as const)('%s of %s', async (kind, code, pages, acts) => {
    await become(kind, code);
    let seen = '';
    const shown = ['/today', '/directives/1', '/directives/1/TH01', '/directives/2/XA01'];
    const parts = ['/organisation', '/organisation?show=people', '/organisation?show=log'];
    for (const path of [...shown, '/compose', '/operations', '/matrix/XA01', ...parts])
      seen += signs[(await quang.get(`/admin${path}`)).status];
    const report = (await quang.get('/admin/reports/read?unit=TH01')).html;
    expect(`${seen} ${report.includes('TH01 Trường') ? '+' : '-'}`).toBe(pages);
    const done = [
      await may('/directives/1', 'remind'),
      await may('/directives/1/TH01', 'correct', { words: 'xong' }),
      await may('/directives/2/XA01', 'correct', { words: '75%' }),
      await may('/reports/read', 'publish', { id: '999' }),
      await may('/compose', 'review', { to: 'XA01', title: 'Họp' }),
      await may('/organisation', 'move', { code: 'NOWHERE', parent: '' }),
    ];
    expect(done.map((isDone) => (isDone ? '+' : '-')).join('')).toBe(acts);
  });

  test('a lead sees the own unit’s part alone', async () => {
    await become('lead', 'TH03');
    const { html } = await quang.get('/admin/today');
    expect(html).toContain('TH03');
    expect(html).not.toMatch(/TH04|XA0/);
    const page = (await quang.get('/admin/directives/1')).html;
    expect(page).toContain('0/1 đã hoàn thành');
    expect(page).not.toContain('TH02');
    expect(page).not.toContain('value="remind"');
    const tree = (await quang.get('/admin/organisation')).html;
    expect(tree).toContain('TH03');
    expect(tree).not.toMatch(/TH04|XA0|HUYEN|value="move"/);
  });

  test('an issuer of a branch reads the log of that branch alone, and its roles', async () => {
    await become('issuer', 'TH01');
    const read = async (query: string) => (await quang.get(`/admin/organisation?show=${query}`)).html;
    expect(await read('log')).toContain('trong phạm vi của anh/chị');
    expect(await read('log')).not.toContain('gửi tới 12 đơn vị');
    expect(await read('log&q=XA01')).toMatch(notAllowed);
    expect(await read('log&q=TH01')).not.toMatch(notAllowed);
    expect(await read('people')).toMatch(/Lê Thị Mai/);
    expect(await read('people')).not.toContain('quản trị chính');
  });
});

describe('what is written', () => {
  test('is text, whatever it holds', async () => {
    const hostile = '<img src=x onerror=alert(1)>"><script>alert(2)</script>';
    await district.answer('XA09', 2, `vướng: ${hostile}`);
    await db().unit.update({ where: { code: 'XA10' }, data: { name: hostile } });
    for (const path of [
      '/today',
      '/directives',
      '/directives/2',
      '/directives/2/XA09',
      '/directives/2/XA10',
    ]) {
      const { html } = await hanh.get(`/admin${path}`);
      expect(html).not.toMatch(/<img src=x|<script>/);
      if (path !== '/directives') expect(html).toContain('&lt;img src=x');
    }
    const found = await hanh.get(`/admin/directives/2?q=${encodeURIComponent(hostile)}`);
    expect(found.html).not.toMatch(/<img src=x|<script>/);
  });

  test('and what nobody sends is refused in a sentence', async () => {
    expect(await said('/directives/2', 'constructor')).toContain('chưa hiểu thao tác');
    expect(await said('/directives/2/XA01', 'giveBack', { words: '' })).toContain('chưa hiểu thao tác');
    expect((await act('/directives/999', 'remind')).status).toBe(404);
    expect((await hanh.get('/admin/directives/x')).status).toBe(404);
    expect((await hanh.get('/admin/nowhere')).status).toBe(404);
  });
});

describe('today', () => {
  test('names what waits, each with the way to it', async () => {
    const { html } = await hanh.get('/admin/today');
    for (const kind of ['moreTime', 'acceptance', 'question', 'blocked', 'overdue', 'unreachable'])
      expect(html).toContain(`id="need-${kind}"`);
    expect(html).toContain('href="/admin/directives/2/XA05"');
    expect(html).toContain('lớp ghép thì tính là một hay hai lớp?');
  });

  test('counts the week as the report on it does', async () => {
    const now = world.clock.now();
    const week = periodOf('week', now, placeOf(world.app.runtime.settings));
    const report = await transact(db(), (tx) => countPeriod(tx, { ...week, endsAt: now }));
    const running = await countRunning(db(), {
      ...{ watcher: { unitIds: null, personId: 0 }, startsAt: week.startsAt, now },
    });
    expect(running).toEqual(totalCounts(report));
  });
});

describe('an act on the page', () => {
  test('grants more time as the chat does, and the group hears it', async () => {
    expect(await said('/directives/2/XA05', 'extend', { words: 'yes' })).toContain('đã gia hạn #2 cho XA05');
    await world.settle();
    expect((await part(2, 'XA05')).dueAt?.toISOString()).toBe('2026-11-30T10:00:00.000Z');
    expect(district.shownIn('XA05').at(-1)).toContain('17:00 thứ Hai 30/11/2026');
    const { id } = await db().approval.findFirstOrThrow({ where: { kind: 'more-time' } });
    const late = await said('/directives/2/XA05', 'refuse', { id: String(id), words: '' });
    expect(late).toContain('đã có quyết định');
  });

  test('accepts work, gives it back, and enters an answer', async () => {
    expect(await said('/directives/2/XA02', 'accept')).toContain('XA02');
    expect((await part(2, 'XA02')).state).toBe('accepted');
    await said('/directives/2/XA08', 'giveBack', { words: 'thiếu ảnh tuyến 2' });
    await world.settle();
    expect((await part(2, 'XA08')).state).toBe('returned');
    expect(district.shownIn('XA08').at(-1)).toContain('thiếu ảnh tuyến 2');
    await said('/directives/2/XA07', 'correct', { words: 'đang làm 40%' });
    await world.settle();
    expect((await part(2, 'XA07')).percent).toBe(40);
    expect(district.shownIn('XA07').at(-1)).toContain('40%');
  });

  test('keeps what was typed when it cannot be taken', async () => {
    const { status, html } = await act('/directives/2', 'extend', { due: 'hôm kia' });
    expect(status).toBe(422);
    expect(html).toMatch(/<details class="fold" open[^>]*><summary>Gia hạn/);
    expect(html).toContain('value="hôm kia"');
  });

  test('amends, and shows both wordings', async () => {
    const form = { title: 'Rà soát cống trước mùa mưa', body: 'Kiểm tra từng tuyến cống chính.' };
    expect(await said('/directives/2', 'amend', form)).toContain('#2');
    const { html } = await hanh.get('/admin/directives/2');
    expect(html).toContain('2 lần ban hành');
    expect(html).toContain('nạo vét đoạn tắc');
  });

  test('says once what it came to', async () => {
    const done = await act('/directives/3', 'close');
    expect((await hanh.get(done.to!)).html).toContain('class="notice done"');
    expect((await hanh.get(done.to!)).html).not.toContain('class="notice');
  });

  test('that fails half-way leaves nothing behind', async () => {
    const before = await db().auditLog.count();
    expect(await said('/directives/3', 'extend', { due: '8h sáng nay' })).not.toBe('');
    expect(await db().auditLog.count()).toBe(before);
  });
});

describe('the table of units', () => {
  const codes = async (query: string) =>
    [
      ...(await hanh.get(`/admin/directives/2${query}`)).html.matchAll(
        /<th scope="row"><a[^>]*><strong>(\w+)/g,
      ),
    ].map(([, code]) => code);
  test('is narrowed by state and name, and put in order', async () => {
    expect((await codes('')).length).toBe(12);
    expect(await codes('?show=unreachable')).toEqual(['XA11', 'XA12']);
    expect(await codes('?q=ben tre')).toEqual(['XA09']);
    expect(await codes('?q=xa0&sort=said')).toContain('XA01');
    expect((await codes('?sort=state')).slice(0, 2)).toEqual(['XA11', 'XA12']);
  });
});
