import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uploads } from '../../core/files/upload-ref.js';
import { createUpload } from '../../store/uploads.js';
import { apiScopes } from '../../core/api-scope.js';
import { apiOf, type ApiClient } from '../../test/harness/api.js';
import { openDistrict, type District } from '../../test/harness/district.js';
import type { World } from '../../test/harness/world.js';

/** The example district with a week's work in it, as in web/admin/pages.test.ts. */
let world: World;
let district: District;
let owner: ApiClient;

beforeAll(async () => {
  ({ world, district } = await openDistrict());
  owner = (await apiOf(world, district.admin.id, apiScopes)).api;
});
afterAll(() => world.stop());

describe('what is there', () => {
  test('is read as the page shows it', async () => {
    const { body: list } = await owner.get('/directives?q=cống');
    expect(list).toMatchObject({ total: 1, rows: [{ number: 2, total: 12, awaiting: 2 }] });
    const { body: parts } = await owner.get('/directives/2/parts?show=unreachable');
    expect(parts.rows.map(({ unitCode }) => unitCode)).toEqual(['XA11', 'XA12']);
    const page = (await owner.get('/directives/2/parts?limit=5&offset=10')).body;
    expect([page.rows.length, page.total]).toEqual([2, 12]);
    const { body: part } = await owner.get('/directives/2/parts/xa03');
    expect(part).toMatchObject({ state: 'blocked', unitCode: 'XA03' });
    expect(part.difficulty).toContain('chưa có máy múc');
    expect(part.replies[0]!.text).toContain('đề xuất huyện hỗ trợ');
    const kinds = (await owner.get('/today')).body.needs.map(({ kind }) => kind);
    for (const kind of ['moreTime', 'acceptance', 'question', 'blocked', 'overdue', 'unreachable'])
      expect(kinds).toContain(kind);
    expect((await owner.get('/units/TH02')).body.parts[0]).toMatchObject({ number: 1, state: 'done' });
    expect((await owner.get('/groups?state=unreachable')).body).toMatchObject({
      rows: [{ unitCode: 'XA11' }],
    });
    expect((await owner.get('/matrix')).body.units.length).toBeGreaterThan(12);
    expect((await owner.get('/log?q=2')).body.rows.length).toBeGreaterThan(0);
    expect((await owner.get('/operations')).body.channels[0]!.channel).toBe('sandbox');
    expect((await owner.get('/roles')).body.rows[0]!.kind).toBe('owner');
    for (const path of ['/templates', '/audiences', '/deliveries?state=failed'])
      expect((await owner.get(path)).status).toBe(200);
  });

  test('reports come as figures and in every format', async () => {
    const { body: report } = await owner.get('/reports/read?period=week');
    expect(report).toMatchObject({ id: null, isDraft: false, of: 'UBND huyện Mẫu Sơn' });
    expect(report.directives.length).toBe(3);
    const begins = { docx: 'PK', xlsx: 'PK', pdf: '%PDF', csv: '\uFEFF', png: '\u0089PNG' };
    for (const [format, sign] of Object.entries(begins)) {
      const { status, bytes } = await owner.get(`/reports/file?format=${format}`);
      const text = new TextDecoder(format === 'csv' ? 'utf-8' : 'latin1', { ignoreBOM: true }).decode(bytes);
      expect([status, text.startsWith(sign)]).toEqual([200, true]);
    }
    const { status, body: draft } = await owner.post('/reports', { period: 'week' });
    expect(status).toBe(201);
    expect((await owner.get(`/reports/read?id=${draft.id}`)).body.isDraft).toBe(true);
    expect((await owner.post(`/reports/${draft.id}/publish`)).body.said).toContain('1');
    expect((await owner.post(`/reports/${draft.id}/publish`)).status).toBe(409);
    expect((await owner.get('/reports')).body.rows[0]!.id).toBe(draft.id);
  });

  test('is acted on by the same code as on the page, and the groups hear it', async () => {
    await owner.post('/directives/2/parts/XA05/extend', { due: '2026-11-30T17:00:00+07:00' });
    await owner.post('/directives/2/parts/XA08/return', { words: 'thiếu ảnh tuyến 2' });
    await owner.post('/directives/2/parts/XA07/correct', { words: 'đang làm 40%' });
    await world.settle();
    expect(district.shownIn('XA05').at(-1)).toContain('17:00 thứ Hai 30/11/2026');
    expect(district.shownIn('XA08').at(-1)).toContain('thiếu ảnh tuyến 2');
    expect(district.shownIn('XA07').at(-1)).toContain('40%');
    expect((await owner.post('/directives/2/parts/XA02/accept')).body.said).toContain('XA02');
    expect((await owner.post('/directives/2/parts/XA02/accept')).status).toBe(409);
    const { body: amended } = await owner.post('/directives/2/amend', {
      title: 'Rà soát cống trước mùa mưa',
    });
    expect(amended.said).toContain('#2');
    expect((await owner.get('/directives/2')).body.versions).toHaveLength(2);
    expect((await owner.post('/directives/3/close')).status).toBe(200);
    expect(await owner.post('/directives/3/close')).toMatchObject({
      status: 409,
      body: { code: 'change.over.closed' },
    });
    const english = await owner.post('/directives/3/close', {}, { 'accept-language': 'en-GB' });
    expect(english.body.detail).toMatch(/closed/);
  });
});

test('what else the page changes, programs change too', async () => {
  const did = async (path: string, body: unknown = {}) => {
    const { status, body: answer } = await owner.post(path, body);
    return `${status} ${answer.said ?? answer.number ?? answer.code}`;
  };
  expect(await did('/directives/2/parts/XA10/excuse', { words: 'đang sáp nhập' })).toMatch(/^200 .*XA10/);
  expect((await owner.get('/directives/2')).body).toMatchObject({ excused: [{ unitCode: 'XA10' }] });
  const { excused } = (await owner.get('/reports/read?period=week')).body;
  expect(excused).toMatchObject([
    { unitCode: 'XA10', number: 2, title: expect.stringContaining('cống') as string },
  ]);
  expect(await did('/directives/2/parts/XA10/oblige')).toMatch(/^200 /);
  expect(await did('/units', { code: 'XA04-A', name: 'Thôn Đông', parent: 'XA04', tags: ['thon'] })).toMatch(
    /^201 /,
  );
  expect(await did('/units/XA04-A/revise', { name: 'Thôn Đông Hạ' })).toMatch(/^200 .*Thôn Đông Hạ/);
  const { body: unit } = await owner.get('/units?q=XA04-A');
  expect(unit.rows[0]).toMatchObject({ name: 'Thôn Đông Hạ', parent: 'XA04', tags: ['thon'] });
  const passed = await owner.post('/directives/2/parts/XA04/pass', { own: 'Làm đoạn đầu thôn trước.' });
  expect(passed.status).toBe(201);
  const { body: below } = await owner.get(`/directives/${passed.body.number}`);
  expect(below).toMatchObject({ state: 'open', audience: 'XA04-A' });
  expect(JSON.stringify(below)).toContain('Làm đoạn đầu thôn trước.');
  expect(await did('/directives/2/parts/XA04/pass')).toBe('422 cascade.already');
  expect(await did('/units/XA04-A/remove')).toMatch(/^422 /);
  expect(await did('/calendar/days', { as: 'off', first: '2026-12-24', note: 'Hội nghị' })).toMatch(/^200 /);
  expect(await did('/units/XA09/leave', { first: '2026-12-07', last: '2026-12-11' })).toMatch(/^200 .*XA09/);
  const calendar = JSON.stringify((await owner.get('/calendar')).body);
  expect(calendar).toMatch(/Hội nghị.*XA09/);
  expect(await did('/units/XA09/return')).toMatch(/^200 /);
  expect(await did('/calendar/days', { as: 'off', first: '2026-11-01' })).toBe('422 calendar.problem.past');
  expect(await did('/audiences', { name: 'vungthap', words: 'XA01 XA02' })).toMatch(/^201 /);
  expect(await did('/audiences/forget', { name: 'vungthap' })).toMatch(/^200 /);
  expect(await did('/templates', { name: 'quanso', to: '#xa', title: 'Báo quân số' })).toMatch(/^201 /);
  expect(await did('/templates/forget', { name: 'quanso' })).toMatch(/^200 /);
  expect(await did('/directives/1/merge', { into: 2 })).toMatch(/^422 correct\./);
  expect((await owner.get('/directives/2/file')).status).toBe(404);
});

test('a file comes as a download, whatever its name', async () => {
  const { db } = world.app.runtime;
  const file = {
    personId: 1,
    kind: 'document' as const,
    name: 'kế\r\nhoạch".html',
    createdAt: world.clock.now(),
  };
  const id = await createUpload(db, { ...file, bytes: new TextEncoder().encode('<script>') });
  const attachments = [{ channel: uploads, ref: String(id), kind: 'document', name: file.name }];
  await db.directive.update({ where: { number: 3 }, data: { attachments } });
  const { status, headers, bytes } = await owner.get('/directives/3/file');
  expect([status, new TextDecoder().decode(bytes)]).toEqual([200, '<script>']);
  expect(headers.get('content-type')).toBe('application/octet-stream');
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename=/);
});
