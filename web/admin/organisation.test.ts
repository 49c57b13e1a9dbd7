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
});
afterAll(() => world.stop());

const page = async (query = '') => (await owner.get(`/admin/organisation${query}`)).html;
/** The words of each line of the page's lists. */
const lines = (html: string) =>
  [...html.matchAll(/<li(?=[ >])(?! data-top)[^>]*>(.*?)<\/li>/gs)].map(([, inner]) =>
    inner!
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
const levelOf = (html: string, code: string) =>
  new RegExp(`<li class="level-(\\d)"[^>]*><span class="what"><a[^>]*><strong>${code}</strong>`).exec(
    html,
  )?.[1];
const move = (code: string, parent: string) =>
  owner.post('/admin/organisation', { act: 'move', code, parent });
/** What the page says after an act. */
const said = async (path: string, form: Record<string, string> | [string, string][] | FormData) =>
  owner.notice(await owner.post(`/admin/organisation${path}`, form));

test('shows the tree with its groups, and what needs care of them', async () => {
  const html = await page();
  expect(levelOf(html, 'HUYEN')).toBe('0');
  expect(levelOf(html, 'XA01')).toBe('1');
  const line = (code: string) => lines(html).find((text) => text.startsWith(code));
  expect(line('XA11')).toContain('mất liên lạc');
  expect(line('XA12')).toContain('chưa có nhóm');
  expect(line('XA01')).toMatch(/tin gần nhất: \d+/);
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

test('a unit is added, changed and removed, and a list is imported whole or not at all', async () => {
  const added = {
    act: 'addUnit',
    code: 'tx01',
    name: 'Thị xã Tân Lập',
    parent: 'huyen',
    tags: '#thixa, ven',
  };
  expect(await said('', added)).toContain('Đã thêm TX01 – Thị xã Tân Lập, thuộc HUYEN, #thixa, #ven');
  expect(await said('', added)).toContain('đã dùng cho');
  const facts = { act: 'reviseUnit', name: 'Thị xã Tân Lập Đông', parent: '', tags: '#thixa', timeZone: '' };
  expect(await said('/units/TX01', facts)).toContain('Đã sửa: TX01 – Thị xã Tân Lập Đông, #thixa');
  expect(await said('/units/TX01', { ...facts, timeZone: 'Asia/Hanoi' })).toContain('Không có múi giờ');
  expect(await said('/units/XA07', { act: 'removeUnit' })).toContain('đã có phần việc');
  expect(await said('/units/TX01', { act: 'removeUnit' })).toContain('Đã xóa TX01');
  const list = (text: string) => {
    const form = new FormData();
    form.set('act', 'importUnits');
    form.set('list', new File([text], 'donvi.csv', { type: 'text/csv' }));
    return form;
  };
  const before = await db().unit.count();
  const refused = await said('', list('mã,tên,cấp trên\nTR01,Trạm một,HUYEN\nTR02,,HUYEN\nTR03,Trạm ba,NHA'));
  expect(refused.split('\n').map((line) => line.slice(0, 7))).toEqual(['Chưa nh', 'Dòng 3,', 'Dòng 4,']);
  expect(await said('', list('không phải danh sách'))).toContain('không chia cột');
  expect(await db().unit.count()).toBe(before);
  expect(await said('', list('mã,tên,cấp trên\nTR01,Trạm một,HUYEN'))).toContain('Đã nhập 1 đơn vị: 1 mới');
  expect(await said('', list('x'.repeat(11 * 1024 * 1024)))).toContain('nặng quá 10 MB');
});

test('a role is given and taken, and nobody is left without an owner', async () => {
  const { id } = await db().person.create({
    data: {
      name: 'Đỗ Văn Kiên',
      accounts: { create: { channel: 'sandbox', externalId: 'kien', name: 'Kiên', username: 'kien' } },
    },
  });
  expect(lines(await page('?show=people&roles=none&q=@kien'))[0]).toContain('Đỗ Văn Kiên');
  expect(
    await said('?show=people', { act: 'grantRole', kind: 'lead', code: 'XA01', who: '@KIEN' }),
  ).toContain('Đã cấp quyền phụ trách XA01');
  expect(await said('?show=people', { act: 'grantRole', kind: 'lead', code: '', who: '@kien' })).toContain(
    'cần mã',
  );
  expect(await said(`/people/${id}`, { act: 'grantRole', kind: 'viewer', code: '' })).toContain(
    'theo dõi cho Đỗ Văn Kiên',
  );
  const shown = (await owner.get(`/admin/organisation/people/${id}`)).html;
  expect(lines(shown).filter((line) => line.includes('Thu hồi'))).toHaveLength(2);
  const take = { act: 'revokeRole', kind: 'lead', code: 'XA01', person: String(id) };
  expect(await said('/units/XA01', take)).toContain('Đã thu hồi quyền');
  expect(await said('/units/XA01', take)).toContain('không có quyền');
  const { personId } = await db().role.findFirstOrThrow({ where: { kind: 'owner' } });
  const last = { act: 'revokeRole', kind: 'owner', code: '', person: String(personId) };
  expect(await said(`/people/${personId}`, last)).toContain('quản trị chính duy nhất');
});

test('a code is made, shown with how to use it, used or withdrawn', async () => {
  expect(await said('?show=invites', { act: 'inviteGroup', code: 'xa12' })).toContain('Mã gắn nhóm cho XA12');
  expect(await said('?show=invites', { act: 'inviteRole', kind: 'lead', code: 'XA12' })).toContain(
    'phụ trách XA12',
  );
  const made = await db().invite.findMany({ where: { usedAt: null }, orderBy: { id: 'desc' }, take: 2 });
  const html = await page('?show=invites');
  expect(html).toContain(`/gan ${made[1]!.code}`);
  expect(html).toContain(`/start ${made[0]!.code}`);
  const { externalId } = district.groupOf('XA10');
  await district.stage.says({ id: 'vd-xa10-1', name: 'Cán bộ' }, externalId, `/gan ${made[1]!.code}`);
  expect(await db().chat.findFirst({ where: { unit: { code: 'XA12' } } })).toMatchObject({ externalId });
  const end = { act: 'withdraw', id: String(made[0]!.id) };
  expect(await said('/units/XA12', end)).toContain('Đã thu hồi mã');
  expect(await said('/units/XA12', end)).toContain('đã dùng, đã thu hồi');
  expect(await page('?show=invites')).not.toContain(made[0]!.code);
});

test('days, hours and leaves are set as in the chat', async () => {
  const days = {
    act: 'setDays',
    verb: 'off',
    code: '',
    first: '2026-12-02',
    last: '2026-12-03',
    note: 'diễn tập',
  };
  expect(await said('?show=calendar', days)).toContain('Đã đặt ngày nghỉ cho tất cả đơn vị');
  expect(
    lines(await page('?show=calendar')).some((line) => line.includes('03/12/2026: nghỉ (diễn tập)')),
  ).toBe(true);
  expect(await said('?show=calendar', { ...days, verb: 'clear' })).toContain('Đã bỏ ngày đặt riêng');
  expect(await said('?show=calendar', { ...days, first: '2026-01-02' })).toContain('đã qua');
  expect(await said('?show=calendar', { ...days, last: '2026-12-01' })).toContain('không đúng');
  const hours: [string, string][] = [
    ...Object.entries({ act: 'setHours', code: 'XA01', from: '07:00', until: '16:30' }),
    ...['1', '2', '6'].map((day): [string, string] => ['days', day]),
  ];
  expect(await said('/units/XA01', hours)).toContain('07:00–16:30, thứ Hai, thứ Ba, thứ Bảy');
  expect(await said('/units/XA01', { act: 'clearHours', code: 'XA01' })).toContain('giờ làm việc chung');
  const leave = { act: 'giveLeave', code: 'XA01', first: '2026-12-07', last: '', note: '' };
  expect(await said('/units/XA01', leave)).toContain('được miễn thứ Hai 07/12/2026');
  expect(await said('/units/XA01', { act: 'endLeave', code: 'XA01' })).toContain('làm việc trở lại');
});

test('audiences, the letterhead and what a group is told by are set', async () => {
  expect(
    await said('?show=saved', { act: 'keepAudience', name: 'bonxa', words: 'XA01 XA02 XA03 XA04' }),
  ).toContain('4 đơn vị');
  expect(await said('?show=saved', { act: 'forgetAudience', name: 'bonxa' })).toContain('Đã xóa nhóm nhận');
  const fields = Object.fromEntries(
    [...(await page('?show=settings')).matchAll(/name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value],
    ),
  );
  const letterhead = {
    ...fields,
    act: 'setLetterhead',
    of: 'vi',
    place: 'Mẫu Sơn',
    addressees: 'Sở A\n\nSở B',
    recipients: '',
  };
  expect(await said('?show=settings', letterhead)).toBe('Đã lưu.');
  expect(await page('?show=settings')).toContain('Quy tắc đang áp dụng');
  const { value } = await db().setting.findUniqueOrThrow({ where: { key: 'profile.vi' } });
  expect(value).toMatchObject({ place: 'Mẫu Sơn', addressees: ['Sở A', 'Sở B'], recipients: [] });
  const { id } = await db().chat.findFirstOrThrow({ where: { unit: { code: 'XA01' } } });
  await said('/units/XA01', { act: 'setLanguage', group: String(id), locale: 'en' });
  await said('/units/XA01', { act: 'setNaming', group: String(id), naming: 'off' });
  expect(await db().chat.findUnique({ where: { id } })).toMatchObject({ locale: 'en', naming: false });
});
