import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachUpload } from '../core/files/upload-ref.js';
import { openTestDatabase } from '../test/harness/database.js';
import type { Database } from './db.js';
import { createUpload, findUpload, forgetLooseUploads } from './uploads.js';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.$disconnect());

const day = (date: number) => new Date(Date.UTC(2026, 10, date));
const bytes = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 255]);
const keep = (date: number) =>
  createUpload(db, { personId: 1, kind: 'document', name: 'a.pdf', bytes, createdAt: day(date) });

test('a file that no directive has goes when its time is over, once; one that a directive has stays', async () => {
  const [loose, dropped, waiting, used] = [await keep(1), await keep(1), await keep(1), await keep(1)];
  const young = await keep(9);
  const { id: personId } = await db.person.create({ data: { name: 'Hạnh' } });
  const chat = await db.chat.create({ data: { channel: 'sandbox', externalId: '1', role: 'private' } });
  for (const [state, id] of [
    ['discarded', dropped],
    ['scheduled', waiting],
    ['open', used],
  ] as const)
    await db.directive.create({
      data: {
        ...{ kind: 'task', state, audience: 'all', unitIds: [], title: 'A', body: '' },
        ...{ issuerId: personId, issuerChatId: chat.id, createdAt: day(1) },
        attachments: [{ ...attachUpload({ id, kind: 'document', name: 'a.pdf', size: 6 }) }],
      },
    });
  const gone = await Promise.all([
    forgetLooseUploads(db, day(5), day(8)),
    forgetLooseUploads(db, day(5), day(8)),
  ]);
  expect(gone[0] + gone[1]).toBe(2);
  expect(await forgetLooseUploads(db, day(5), day(8))).toBe(0);
  expect([await findUpload(db, loose), await findUpload(db, dropped)]).toEqual([null, null]);
  expect((await findUpload(db, used))?.bytes).toEqual(bytes);
  await db.directive.updateMany({
    where: { state: { in: ['scheduled', 'open'] } },
    data: { state: 'discarded' },
  });
  expect(await forgetLooseUploads(db, day(5), day(8))).toBe(1);
  expect([await findUpload(db, waiting), (await findUpload(db, used))?.name]).toEqual([null, 'a.pdf']);
  expect(await findUpload(db, young)).not.toBeNull();
});
