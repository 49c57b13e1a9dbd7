import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RoleKind } from '../../core/authorise.js';
import type { Browser } from '../../test/harness/browser.js';
import { browserOf, openDistrict, type District } from '../../test/harness/district.js';
import type { World } from '../../test/harness/world.js';

let world: World;
let district: District;
let hanh: Browser;
const db = () => world.app.runtime.db;
type Sent = Record<string, string> | FormData;

/** What the page says after an act. */
const act = async (who: Browser, path: string, form: Sent) =>
  who.notice(await who.post(`/admin${path}`, form));
const part = (number: number, code: string) =>
  db().assignment.findFirstOrThrow({ where: { directive: { number }, unit: { code } } });

beforeAll(async () => {
  ({ world, district, owner: hanh } = await openDistrict());
});
afterAll(() => world.stop());

describe('who may do what', () => {
  let quang: Browser;
  let personId: number;
  let ownerId: number;
  const groups: Record<string, string> = {};
  beforeAll(async () => {
    const clerk = { id: 'vd-th01-1', name: 'Lê Thị Mai' };
    await district.stage.says(clerk, district.groupOf('TH01').externalId, '/viec');
    ({ browser: quang, personId } = await browserOf(world, clerk.id));
    const chat = { channel: 'sandbox', externalId: 'mai', role: 'private' as const, title: 'Mai' };
    await db().chat.create({ data: { ...chat, personId } });
    ({ personId: ownerId } = await db().role.findFirstOrThrow({ where: { kind: 'owner' } }));
    for (const code of ['TH01', 'XA01'])
      groups[code] = String((await db().chat.findFirstOrThrow({ where: { unit: { code } } })).id);
  });
  const become = async (kind: RoleKind | null, code: string | null) => {
    await db().role.deleteMany({ where: { personId } });
    const unit = code === null ? null : await db().unit.findUniqueOrThrow({ where: { code } });
    if (kind) await db().role.create({ data: { personId, kind, unitId: unit?.id ?? null } });
  };
  const list = () => {
    const form = new FormData();
    form.set('act', 'importUnits');
    form.set('list', new File(['no list'], 'a.csv'));
    return form;
  };
  const refused = /(chưa|không) được phân quyền|Chỉ phụ trách của/;
  const span = { first: '2026-12-02', last: '', note: '' };
  /** Each is refused for another reason, or changes nothing, where it is allowed. */
  const acts = (): [string, Sent][] => [
    ['/organisation', { act: 'addUnit', code: '!', name: 'A', parent: '', tags: '' }],
    ['/organisation', list()],
    ['/organisation/units/XA01', { act: 'reviseUnit', name: '', parent: '', tags: '', timeZone: '' }],
    ['/organisation/units/TH01', { act: 'removeUnit' }],
    // roles: leads of two units, an admin, an owner; taken
    ['/organisation', { act: 'grantRole', kind: 'lead', code: 'TH01', who: '@nobody' }],
    ['/organisation', { act: 'grantRole', kind: 'lead', code: 'XA01', who: '@nobody' }],
    ['/organisation', { act: 'grantRole', kind: 'admin', code: '', who: '@nobody' }],
    ['/organisation', { act: 'grantRole', kind: 'owner', code: '', who: '@nobody' }],
    [
      `/organisation/people/${ownerId}`,
      { act: 'revokeRole', kind: 'viewer', code: '', person: String(ownerId) },
    ],
    // invitations
    ['/organisation', { act: 'inviteGroup', code: 'TH01' }],
    ['/organisation', { act: 'inviteRole', kind: 'lead', code: 'TH01' }],
    // calendar: of all, of two units
    ['/organisation', { act: 'setDays', verb: 'clear', code: '', ...span }],
    ['/organisation', { act: 'setDays', verb: 'clear', code: 'TH01', ...span }],
    ['/organisation/units/XA01', { act: 'endLeave', code: 'XA01' }],
    // audiences, letterhead, groups of two units
    ['/organisation', { act: 'keepAudience', name: '', words: '' }],
    ['/organisation', { act: 'setLetterhead' }],
    ['/organisation/units/TH01', { act: 'setLanguage', group: groups['TH01']!, locale: 'vi' }],
    ['/organisation/units/XA01', { act: 'setNaming', group: groups['XA01']!, naming: 'on' }],
    // parts and directives
    ['/directives/1/TH01', { act: 'oblige' }],
    ['/directives/2/XA01', { act: 'oblige' }],
    ['/directives/1', { act: 'merge', into: '2' }],
    ['/directives/2/XA01/pass', { act: 'pass', own: '', due: '' }],
  ];
  test.each([
    ['owner', null, '++++ +++++ ++ +++ ++++ ++++'],
    ['admin', null, '++++ +++-+ ++ +++ ++++ ++++'],
    ['issuer', 'HUYEN', '---- ++--- -+ -++ +--- ++++'],
    ['issuer', 'TH01', '---- +---- -+ -+- +--- +---'],
    ['lead', 'TH01', '---- ----- -- --- --+- ----'],
    ['lead', 'XA01', '---- ----- -- --- ---+ ---+'],
    ['viewer', 'HUYEN', '---- ----- -- --- ---- ----'],
    [null, null, '---- ----- -- --- ---- ----'],
  ] as const)('%s of %s', async (kind, code, expected) => {
    await become(kind, code);
    const done: string[] = [];
    for (const [path, form] of acts()) done.push(refused.test(await act(quang, path, form)) ? '-' : '+');
    expect(done.join('')).toBe(expected.replaceAll(' ', ''));
  });

  test('an issuer of a branch sees its people and codes alone', async () => {
    await become('issuer', 'TH01');
    expect((await quang.get(`/admin/organisation/people/${ownerId}`)).status).toBe(404);
    expect((await quang.get('/admin/organisation?show=people&roles=any')).html).not.toContain(
      'Hạnh</strong>',
    );
    const html = (await quang.get('/admin/organisation?show=invites')).html;
    expect(html).toContain('Mời người nhận vai trò');
    expect(html).not.toContain('/gan ');
    expect(html).toContain('/start ');
  });
});

test('a unit is excused, with a word to its group, and owes again', async () => {
  expect(await act(hanh, '/directives/2/XA11', { act: 'excuse', words: 'mất điện cả tuần' })).toContain(
    'Đã miễn #2',
  );
  expect((await part(2, 'XA11')).excused).toBe(true);
  expect((await hanh.get('/admin/directives/2/XA11')).html).toContain('value="oblige"');
  expect(await act(hanh, '/directives/2/XA11', { act: 'excuse', words: '' })).toContain('đã được miễn');
  expect(await act(hanh, '/directives/2/XA11', { act: 'oblige' })).toContain('Đã thôi miễn #2');
  expect((await part(2, 'XA11')).excused).toBe(false);
});

test('a part is passed on as it was looked at: to whom, with which words, until when', async () => {
  const { id: parentId } = await db().unit.findUniqueOrThrow({ where: { code: 'XA12' } });
  await db().unit.updateMany({ where: { code: { in: ['TH01', 'TH02'] } }, data: { parentId } });
  const path = '/directives/2/XA12/pass';
  const { html } = await hanh.get(`/admin${path}`);
  expect(html).toMatch(/value="TH01" checked/);
  const form = { act: 'preview', unit: 'TH02', own: 'Xã giao <b>các trường</b>', due: '8h mai' };
  const preview = (await hanh.post(`/admin${path}`, form)).html;
  expect(preview).toContain('&lt;b&gt;các trường');
  expect(preview).toContain('Nội dung #2:');
  expect(preview).not.toMatch(/value="TH01" checked/);
  expect(await act(hanh, path, { ...form, act: 'pass', due: 'hôm kia' })).toContain('hôm kia');
  expect(await act(hanh, path, { ...form, act: 'pass', unit: '' })).toContain('Chưa chọn nơi nhận');
  expect(await act(hanh, path, { ...form, act: 'pass' })).toContain('Đã gửi #');
  await world.settle();
  expect(district.shownIn('TH02').at(-1)).toContain('Xã giao <b>các trường</b>');
  expect((await part(2, 'XA12')).state).toBe('acknowledged');
  const again = await hanh.get(`/admin${path}`);
  expect(again.html).not.toContain('value="TH02"');
});

test('what was sent twice is merged, and the page leads to the one that stays', async () => {
  await hanh.post('/admin/compose', { act: 'review', kind: 'task', to: 'XA06 XA07', title: 'Rà soát cống' });
  const { id } = await db().directive.findFirstOrThrow({
    where: { state: 'draft' },
    orderBy: { id: 'desc' },
  });
  await hanh.post(`/admin/compose/${id}`, { act: 'send' });
  const { number } = await db().directive.findUniqueOrThrow({ where: { id } });
  const done = await hanh.post(`/admin/directives/${number}`, { act: 'merge', into: '#2' });
  expect(done.to).toBe('/admin/directives/2');
  expect((await hanh.get(done.to!)).html).toContain(`Đã gộp #${number} vào #2`);
  expect(await act(hanh, `/directives/${number}`, { act: 'merge', into: 'x' })).toContain(
    'chưa hiểu thao tác',
  );
});

test('the log is narrowed to a person and to what was until a day', async () => {
  const { personId } = await db().role.findFirstOrThrow({ where: { kind: 'owner' } });
  const other = await db().person.create({ data: { name: 'Vũ Văn Nhật' } });
  const entry = { action: 'excuse-unit', target: 'directive:1' };
  await db().auditLog.createMany({
    data: [
      { ...entry, at: new Date('2026-11-20T16:59Z'), personId: other.id, data: { unit: 'CŨ01' } },
      { ...entry, at: new Date('2026-11-20T17:01Z'), personId, data: { unit: 'CŨ02' } },
    ],
  });
  const log = async (query: string) => (await hanh.get(`/admin/organisation?show=log&${query}`)).html;
  expect(await log('')).toMatch(/CŨ01[^]*CŨ02|CŨ02[^]*CŨ01/);
  const his = await log(`who=${encodeURIComponent('vũ văn')}`);
  expect([his.includes('CŨ01'), his.includes('CŨ02')]).toEqual([true, false]);
  // The day ends by the organisation's clock, seven hours before UTC's.
  const before = await log('day=2026-11-20&q=1');
  expect([before.includes('CŨ01'), before.includes('CŨ02')]).toEqual([true, false]);
  expect(await log('day=nonsense&who=%25')).toContain('Nhật ký chưa có dòng nào');
});
