import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uploads } from '../core/files/upload-ref.js';
import { shareFile } from '../store/shared-files.js';
import { createUpload, forgetLooseUploads } from '../store/uploads.js';
import { openBrowser } from '../test/harness/browser.js';
import { startWorld, type World } from '../test/harness/world.js';

let world: World;
beforeAll(async () => {
  world = await startWorld('servers');
});
afterAll(() => world.stop());

const db = () => world.app.runtime.db;
const jpeg = '\xff\xd8\xff\xe0';
const page = '<!doctype html><script>alert(1)</script>';

/** Shares a file as it stands in the ledger, past the checks at the door. Returns its address. */
async function share(kind: 'photo' | 'document', name: string, content: string) {
  const bytes = new Uint8Array(Buffer.from(content, 'latin1'));
  const createdAt = world.clock.now();
  const id = await createUpload(db(), { personId: 1, kind, name, bytes, createdAt });
  return { id, path: await addressOf(uploads, String(id)) };
}
const addressOf = async (channel: string, ref: string) =>
  `/files/${await shareFile(db(), { channel, ref, now: world.clock.now() })}`;
const get = (path: string) => openBrowser(world.app.runtime).get(path);
const notFound = { status: 404, html: 'Not found.' };

test('a photo is shown as what it is', async () => {
  const { status, headers, html } = await get((await share('photo', 'de.jpg', `${jpeg} con de`)).path);
  expect([status, html.endsWith('con de')]).toEqual([200, true]);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=3600',
  });
  expect(headers.get('content-disposition')).toBeNull();
});

describe('a document is kept, never opened', () => {
  test.each([
    ['Kế hoạch.pdf', `filename="Ke hoach.pdf"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch.pdf`],
    [
      'a"; filename="b.html',
      `filename="a; filename=b.html"; filename*=UTF-8''a%22%3B%20filename%3D%22b.html`,
    ],
    [
      "a\r\nSet-Cookie: b='c'",
      `filename="aSet-Cookie: b='c'"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20b%3D%27c%27`,
    ],
    ['📄', `filename=""; filename*=UTF-8''%F0%9F%93%84`],
  ])('named %j', async (name, disposition) => {
    const { status, headers } = await get((await share('document', name, '%PDF-1.7')).path);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
    expect(headers.get('content-disposition')).toBe(`attachment; ${disposition}`);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('nothing is there', () => {
  test.each([
    ['a page called a photo', 'photo', 'anh.jpg', page],
    ['a page called a document', 'document', 'a.pdf', page],
    [
      'a drawing with a program in it',
      'photo',
      'a.png',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="x">',
    ],
    ['an empty file', 'photo', 'a.jpg', ''],
  ] as const)('for %s', async (_label, kind, name, content) => {
    expect(await get((await share(kind, name, content)).path)).toMatchObject(notFound);
  });

  test.each(['a', 'A'.repeat(32), '..%2f..%2fetc%2fpasswd', '%00', '1', "'%20or%20''='"])(
    'by the token %s',
    async (token) => {
      await share('photo', 'a.jpg', jpeg);
      expect((await get(`/files/${token}`)).status).toBe(404);
    },
  );

  test.each(['0', '-1', '1.5', '99999999999', '1 or 1=1', ''])('for the upload %j', async (ref) => {
    expect(await get(await addressOf(uploads, ref))).toMatchObject(notFound);
  });

  test('where the upload was let go of', async () => {
    const { id, path } = await share('photo', 'a.jpg', jpeg);
    const later = new Date(world.clock.now().getTime() + 1);
    expect((await get(path)).status).toBe(200);
    expect(await forgetLooseUploads(db(), later, later)).toBeGreaterThan(0);
    expect(await db().upload.count({ where: { id } })).toBe(0);
    expect(await get(path)).toMatchObject(notFound);
  });

  test('once the address is closed, though the file is kept', async () => {
    const { path } = await share('photo', 'a.jpg', jpeg);
    await db().sharedFile.deleteMany({ where: { token: path.split('/').at(-1)! } });
    expect(await get(path)).toMatchObject(notFound);
  });

  test('for a file of a channel that is not on', async () => {
    expect(await get(await addressOf('zalo', '12'))).toMatchObject(notFound);
  });
});
