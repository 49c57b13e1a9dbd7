import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../test/harness/database.js';
import type { Database } from './db.js';
import { recordReply, type NewReply } from './replies.js';
import { forgetFailedEvents, forgetWording } from './retention.js';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.$disconnect());

const at = new Date('2026-01-10T08:00:00Z');
const said = {
  status: 'in_progress',
  percent: 70,
  doneCount: null,
  totalCount: null,
  value: null,
  note: 'thiếu thuyền',
  difficulty: 'thiếu thuyền',
};

test('replies past their time lose their wording once and keep their figures', async () => {
  const person = await db.person.create({ data: { name: 'An' } });
  const reply = {
    assignmentId: null,
    directiveId: null,
    directiveVersion: null,
    unitId: null,
    chatId: 1,
    personId: person.id,
    messageId: '5',
  };
  const more = { source: 'text', state: 'read', text: 'đã làm 70%, thiếu thuyền', attachments: [], at };
  const id = await recordReply(db, { ...reply, ...more, said } as unknown as NewReply, null);
  expect(await forgetWording(db, at)).toBe(0);
  expect(await forgetWording(db, new Date(at.getTime() + 1))).toBe(1);
  expect(await forgetWording(db, new Date(at.getTime() + 1))).toBe(0);
  const kept = await db.reply.findUniqueOrThrow({ where: { id }, include: { versions: true } });
  expect(kept).toMatchObject({
    text: '',
    note: '',
    difficulty: null,
    parts: null,
    personId: null,
    percent: 70,
    status: 'in_progress',
  });
  expect(kept.versions[0]).toMatchObject({
    text: '',
    personId: null,
    reading: { note: '', difficulty: null, percent: 70 },
  });
});

test('events that failed are kept for a while, then forgotten', async () => {
  await db.inbox.create({
    data: { channel: 'telegram', eventKey: '1', chatKey: 'x', event: {}, state: 'failed', receivedAt: at },
  });
  expect(await forgetFailedEvents(db, at)).toBe(0);
  expect(await forgetFailedEvents(db, new Date(at.getTime() + 1))).toBe(1);
});
