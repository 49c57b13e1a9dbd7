import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileLimit } from '../../services/drafts/keep-file.js';
import { forgetLooseUploads } from '../../store/uploads.js';
import { apiOf, openApi, type ApiClient } from '../../test/harness/api.js';
import type { Person } from '../../test/harness/people.js';
import { startWorld, type World } from '../../test/harness/world.js';

let world: World;
let hanh: Person;
let api: ApiClient;
let groups: Record<string, number>;
const db = () => world.app.runtime.db;
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const pdf = bytesOf('%PDF-1.7 ke hoach');
const words = { kind: 'acknowledge', to: 'XA01 XA02', title: 'Kế hoạch tuần', send: 'now' };

beforeAll(async () => {
  world = await startWorld('servers', { rate: 'off' });
  hanh = await world.owner();
  groups = await world.bindUnits(hanh, ['XA01 Xã An Bình', 'XA02 Xã Bình Minh']);
  ({ api } = await apiOf(world, String(hanh.id), ['read', 'send']));
});
afterAll(() => world.stop());

describe('a file that is brought', () => {
  test('goes along with a directive, and over the line once', async () => {
    const name = encodeURIComponent('../Kế hoạch “48”.exe');
    const { status, body: file } = await api.bring(`/files?name=${name}`, pdf);
    expect(status).toBe(201);
    expect(file).toEqual({
      ...{ id: file.id, kind: 'document', name: 'Kế hoạch “48”.exe.pdf', size: pdf.length },
    });
    const { body: sent } = await api.post('/directives', { ...words, fileId: file.id });
    expect(sent).toMatchObject({ state: 'open', attachments: 1 });
    await world.settle();
    for (const group of Object.values(groups))
      expect(world.last(group).attachments).toMatchObject([{ fileName: 'Kế hoạch “48”.exe.pdf' }]);
    expect(world.telegram.calls().filter(({ uploaded }) => uploaded)).toHaveLength(1);
    expect((await api.get(`/directives/${sent.number}/file`)).bytes).toEqual(pdf);
    expect((await api.get(`/drafts/${sent.id}`)).body).toMatchObject({ attachments: 1 });
  });

  test.each([
    ['a.html', '<!doctype html>', 422, 'files.fault.kind'],
    ['a.jpg', '<svg xmlns="http://www.w3.org/2000/svg">', 422, 'files.fault.kind'],
    ['a.pdf', '', 422, 'files.fault.kind'],
    ['', '%PDF-1.7', 422, 'invalid'],
    ['a'.repeat(501), '%PDF-1.7', 422, 'invalid'],
  ])('named %j and beginning with %j is refused', async (name, text, status, code) => {
    const before = await db().upload.count();
    const answer = await api.bring(`/files?name=${name}`, bytesOf(text));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await db().upload.count()).toBe(before);
  });

  test('has a name, a type and a size that are as they must be', async () => {
    expect(await api.bring('/files', pdf)).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(await api.post('/files?name=a.pdf', {})).toMatchObject({ status: 415 });
    const whole = new Uint8Array(fileLimit);
    whole.set(pdf);
    expect((await api.bring('/files?name=a.pdf', whole)).status).toBe(201);
    const more = new Uint8Array(fileLimit + 1);
    more.set(pdf);
    expect(await api.bring('/files?name=a.pdf', more)).toMatchObject({
      ...{ status: 413, body: { code: 'too-large' } },
    });
  });

  test('twice with one key is one, and the same key with another file a mistake', async () => {
    const once = { 'idempotency-key': 'f1' };
    const answers = await Promise.all([1, 2, 3].map(() => api.bring('/files?name=a.pdf', pdf, once)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    for (const [path, bytes] of [
      ['/files?name=a.pdf', bytesOf('%PDF-1.7 khac')],
      ['/files?name=b.pdf', pdf],
    ] as const)
      expect((await api.bring(path, bytes, once)).body.code).toBe('idempotency-key-reused');
  });

  test('is read from nobody unknown, and by a token for reading neither', async () => {
    const before = await db().upload.count();
    const stranger = await openApi(world.app.runtime, null);
    expect((await stranger.bring('/files?name=a.pdf', pdf)).status).toBe(401);
    const { api: reader } = await apiOf(world, String(hanh.id), ['read', 'write']);
    expect((await reader.bring('/files?name=a.pdf', pdf)).body.code).toBe('scope');
    expect(await db().upload.count()).toBe(before);
  });

  test('is not taken without end', async () => {
    const { api: busy } = await apiOf(world, String(hanh.id), ['send']);
    const answers = await Promise.all(Array.from({ length: 22 }, () => busy.bring('/files?name=a.pdf', pdf)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
  });
});

describe('a directive takes no file', () => {
  const bring = async () => {
    const { api: fresh } = await apiOf(world, String(hanh.id), ['send']);
    const { status, body } = await fresh.bring('/files?name=a.pdf', pdf);
    expect(status).toBe(201);
    return body.id;
  };
  const refused = { status: 422, body: { code: 'files.fault.unknown' } };

  test('of somebody else', async () => {
    const binh = world.person('Bình');
    await world.says(binh, binh, '/start');
    const { api: other, personId } = await apiOf(world, String(binh.id), ['read', 'send']);
    await db().role.create({ data: { personId, kind: 'admin' } });
    const before = await db().directive.count();
    expect(await other.post('/directives', { ...words, fileId: await bring() })).toMatchObject(refused);
    expect(await db().directive.count()).toBe(before);
  });

  test('that is not there, or no more', async () => {
    for (const fileId of [999_999, 2_147_483_647])
      expect(await api.post('/directives', { ...words, fileId })).toMatchObject(refused);
    expect((await api.post('/directives', { ...words, fileId: 0 })).status).toBe(422);
    expect((await api.post('/directives', { ...words, fileId: 2 ** 40 })).body.code).toBe('invalid');
    const fileId = await bring();
    const later = new Date(world.clock.now().getTime() + 1);
    await forgetLooseUploads(db(), later, later);
    expect(await api.post('/directives', { ...words, fileId })).toMatchObject(refused);
  });

  test('that is let go of at the same moment: either it goes out with it, or nothing does', async () => {
    for (let round = 0; round < 10; round += 1) {
      const fileId = await bring();
      await db().upload.update({ where: { id: fileId }, data: { createdAt: new Date(0) } });
      const later = world.clock.now();
      const draft = { ...words, title: `Vòng ${round}`, send: 'draft', fileId };
      const [answer] = await Promise.all([
        api.post('/directives', draft),
        forgetLooseUploads(db(), later, later),
      ]);
      expect(await db().upload.count({ where: { id: fileId } })).toBe(answer.status === 201 ? 1 : 0);
      expect([201, 422]).toContain(answer.status);
    }
  });
});
