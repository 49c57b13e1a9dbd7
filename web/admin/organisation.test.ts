import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../test/harness/browser.js';
import { openDistrict, type District } from '../../test/harness/district.js';
import type { World } from '../../test/harness/world.js';

let world: World;
let district: District;
let owner: Browser;
const db = () => world.app.runtime.db;

beforeAll(async () => {
  ({ world, district, owner } = await openDistrict());
}, 60_000);
afterAll(() => world.stop());

const page = async (query = '') => (await owner.get(`/admin/organisation${query}`)).html;
/** The words of each line of the page's lists. */
const lines = (html: string) =>
  [...html.matchAll(/<li(?: class="[^"]*")?>(.*?)<\/li>/gs)].map(([, inner]) =>
    inner!
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
const levelOf = (html: string, code: string) =>
  new RegExp(`<li class="level-(\\d)"><span><strong>${code}</strong>`).exec(html)?.[1];
const move = (code: string, parent: string) =>
  owner.post('/admin/organisation', { act: 'move', code, parent });

test('shows the tree with its groups, and what needs care of them', async () => {
  const html = await page();
  expect(levelOf(html, 'HUYEN')).toBe('0');
  expect(levelOf(html, 'XA01')).toBe('1');
  const line = (code: string) => lines(html).find((text) => text.startsWith(code));
  expect(line('XA11')).toContain('mất liên lạc');
  expect(line('XA12')).toContain('chưa có nhóm');
  expect(line('XA01')).toMatch(/có tin gần nhất \d+/);
  const found = lines(await page('?q=ben tre'));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('XA09');
});

test('a unit is moved as by the chat’s command, and a circle is refused', async () => {
  expect((await move('XA02', 'xa01')).status).toBe(303);
  const html = await page();
  expect(html).toContain('Đã sửa: XA02');
  expect(levelOf(html, 'XA02')).toBe('2');
  expect(await db().unitPlace.count()).toBe(1);
  expect(await db().auditLog.count({ where: { action: 'change-unit', target: 'unit:XA02' } })).toBe(1);
  const refused = await move('XA01', 'XA02');
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('không thể thuộc chính mình');
  expect(refused.html).toMatch(/name="parent" value="XA02"/);
});

test('shows who may do what, days off, what is saved, and the log, page by page', async () => {
  const { personId } = await db().account.findFirstOrThrow({ where: { externalId: district.admin.id } });
  const [hostile, at] = ['<img src=x onerror=alert(1)>', world.clock.now()];
  await db().unit.update({ where: { code: 'XA03' }, data: { name: hostile } });
  await db().chat.updateMany({ where: { unit: { code: 'XA04' } }, data: { title: hostile } });
  const guest = await db().person.create({ data: { name: hostile } });
  const unit = await db().unit.findUniqueOrThrow({ where: { code: 'XA05' } });
  await db().role.create({ data: { personId: guest.id, kind: 'lead', unitId: unit.id } });
  await db().calendarDay.create({ data: { day: '2026-12-04', isWorked: false, note: hostile } });
  await db().savedAudience.create({
    data: { name: 'vung', fold: 'vung', words: `#xa -XA01 ${hostile}`, createdById: personId, createdAt: at },
  });
  const kind = 'task' as const;
  await db().directiveTemplate.create({
    data: {
      name: 'mau',
      hasDue: false,
      fold: 'mau',
      kind,
      audience: '#xa',
      title: hostile,
      body: '',
      createdById: personId,
      createdAt: at,
    },
  });
  const data = (n: number) => ({
    at,
    personId: guest.id,
    action: 'excuse-unit',
    target: 'directive:2',
    data: { unit: 'XA06', reason: `${hostile} ${n}` },
  });
  await db().auditLog.createMany({ data: Array.from({ length: 60 }, (_, n) => data(n)) });

  const shown = {
    people: 'phụ trách XA05',
    calendar: 'thứ Sáu 04/12/2026: nghỉ',
    saved: '11 đơn vị',
    log: '#2 miễn cho XA06: &lt;img src=x onerror=alert(1)&gt; 59',
    units: 'XA03 &lt;img',
  };
  for (const [name, words] of Object.entries(shown)) {
    const html = await page(`?show=${name}`);
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('&lt;img src=x');
    expect(lines(html).some((line) => line.includes(words))).toBe(true);
  }
  expect(lines(await page('?show=log&page=2')).some((line) => line.includes('alert(1)&gt; 3'))).toBe(true);
  const ofOne = lines(await page('?show=log&q=2+XA06'));
  expect(ofOne.every((line) => line.includes('XA06'))).toBe(true);
  expect(await page('?show=log&q=999')).toContain('#999');
  expect((await owner.get('/admin/organisation?show=constructor')).status).toBe(404);
});
