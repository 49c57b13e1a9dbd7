import { afterAll, beforeAll, expect, test } from 'vitest';
import { runTick } from '../../jobs/run-tick.js';
import { apiOf, openApi, type ApiClient } from '../../test/harness/api.js';
import type { Person } from '../../test/harness/people.js';
import { startWorld, type World } from '../../test/harness/world.js';

let world: World;
let hanh: Person;
let api: ApiClient;
let groups: Record<string, number>;
const db = () => world.app.runtime.db;
const meeting = {
  kind: 'acknowledge',
  to: 'XA01 XA02',
  title: 'Họp giao ban tuần',
  due: '2026-11-27T17:00:00+07:00',
};
const once = (key: string) => ({ 'idempotency-key': key });
const heard = (code: string) =>
  world.shown(groups[code]!).filter(({ text }) => text.includes(meeting.title)).length;

beforeAll(async () => {
  world = await startWorld('servers', { rate: 'off' });
  hanh = await world.owner();
  groups = await world.bindUnits(hanh, ['XA01 Xã An Bình', 'XA02 Xã Bình Minh']);
  ({ api } = await apiOf(world, String(hanh.id), ['read', 'send']));
});
afterAll(() => world.stop());

test('keeps a draft, sends it once, and never again', async () => {
  const { status, body: draft } = await api.post('/directives', meeting);
  expect(status).toBe(201);
  expect(draft).toMatchObject({ state: 'draft', number: null, units: 2 });
  expect(draft.dueAt).toBe('2026-11-27T10:00:00.000Z');
  await world.settle();
  expect(heard('XA01')).toBe(0);
  const both = await Promise.all([1, 2].map(() => api.post(`/drafts/${draft.id}/send`)));
  expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
  await world.settle();
  expect([heard('XA01'), heard('XA02')]).toEqual([1, 1]);
  expect((await api.get(`/drafts/${draft.id}`)).body).toMatchObject({ state: 'open', number: 1 });
});

test('sends at once, later, or lets a draft go', async () => {
  const now = (await api.post('/directives', { ...meeting, title: 'Nộp danh sách', send: 'now' })).body;
  expect(now).toMatchObject({ state: 'open', number: 2 });
  const later = (await api.post('/directives', { ...meeting, title: 'Tổng kiểm kê', send: '8h thứ 5' })).body;
  expect(later).toMatchObject({ state: 'scheduled', sendAt: '2026-11-26T01:00:00.000Z' });
  expect((await api.post(`/drafts/${later.id}/drop`)).body.said).toContain('Tổng kiểm kê');
  const { body: draft } = await api.post('/directives', { ...meeting, title: 'Trực Tết' });
  const when = '2026-11-25T09:00:00+07:00';
  expect((await api.post(`/drafts/${draft.id}/schedule`, { when })).body.sendAt).toBe(
    '2026-11-25T02:00:00.000Z',
  );
});

test('every fault is told, and nothing is kept', async () => {
  const before = await db().directive.count();
  const { status, body } = await api.post('/directives', {
    to: 'XA99',
    title: '',
    due: 'hôm kia',
    send: 'now',
  });
  expect([status, body.code]).toEqual([422, 'composing.fault.all']);
  expect(body.detail?.split('\n')).toHaveLength(3);
  expect(await db().directive.count()).toBe(before);
});

test('a repeated request gets the same answer and does nothing again', async () => {
  const wish = { ...meeting, title: 'Kiểm kê vật tư', send: 'now' };
  const first = await api.post('/directives', wish, once('a1'));
  const again = await api.post('/directives', wish, once('a1'));
  expect(again.body).toEqual(first.body);
  expect([first.status, again.status]).toEqual([201, 201]);
  expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
  expect(await db().directive.count({ where: { title: wish.title } })).toBe(1);
  const other = await api.post('/directives', { ...wish, title: 'Kiểm kê lần hai' }, once('a1'));
  expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  expect((await api.post('/directives', wish, once('two words'))).status).toBe(400);
  // Somebody else's key of the same name is another one.
  const { api: second } = await apiOf(world, String(hanh.id), ['send']);
  expect((await second.post('/directives', { ...wish, title: 'Của mã khác' }, once('a1'))).status).toBe(201);
});

test('of several at once with one key, one writes it', async () => {
  const wish = { ...meeting, title: 'Rà soát hộ nghèo', send: 'now' };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => api.post('/directives', wish, once('race'))),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
  expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
  expect(await db().directive.count({ where: { title: wish.title } })).toBe(1);
});

test('what came to nothing may be tried again with its key, and after a day the key is free', async () => {
  const early = { ...meeting, title: 'Gửi trước', to: 'XA03', send: 'now' };
  expect((await api.post('/directives', early, once('b1'))).status).toBe(422);
  await world.bindUnits(hanh, ['XA03 Xã Cẩm Sơn']);
  expect((await api.post('/directives', early, once('b1'))).status).toBe(201);
  world.clock.moveTo(new Date(world.clock.now().getTime() + 25 * 3600_000));
  await runTick(world.app.runtime);
  await runTick(world.app.runtime);
  expect(await db().apiAnswer.count()).toBe(0);
});

test('whoever the bot cannot write to, and whoever lost the right, sends nothing', async () => {
  const { personId, token } = await apiOf(world, String(hanh.id), ['send']);
  await db().role.updateMany({ where: { personId }, data: { kind: 'viewer' } });
  const viewer = await openApi(world.app.runtime, token);
  expect((await viewer.post('/directives', meeting)).status).toBe(403);
  await db().role.updateMany({ where: { personId }, data: { kind: 'owner' } });
  await db().chat.updateMany({ where: { personId }, data: { state: 'unreachable' } });
  expect((await viewer.post('/directives', meeting)).body.code).toBe('admin.fault.noChat');
});
