import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../test/harness/database.js';
import type { Database } from './db.js';
import { countFullGroups, countUnasked } from './group-days.js';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.$disconnect());

test('a message that was held over the days off is one of the day on which it went out', async () => {
  const since = new Date('2027-02-12T00:00:00+07:00');
  const unit = await db.unit.create({ data: { code: 'XA01', name: 'Xã An Bình' } });
  const data = { channel: 'telegram', externalId: '-1', role: 'unit', unitId: unit.id } as const;
  const { id: chatId } = await db.chat.create({ data });
  const write = (createdAt: string, sentAt: string | null) =>
    db.delivery.create({
      data: {
        ...{ channel: 'telegram', chatId, kind: 'escalation', createdAt: new Date(createdAt) },
        ...(sentAt ? { state: 'sent', claimedAt: new Date(sentAt), sentAt: new Date(sentAt) } : {}),
      },
    });
  await write('2027-02-05T16:00:00+07:00', '2027-02-12T08:00:00+07:00');
  await write('2027-02-11T16:00:00+07:00', '2027-02-11T16:00:00+07:00');
  const waiting = await write('2027-02-12T09:00:00+07:00', null);
  expect(await countUnasked(db, waiting.id, since)).toBe(1);
  expect(await countFullGroups(db, [unit.id], { since, limit: 1 })).toBe(1);
  expect(await countFullGroups(db, [unit.id], { since, limit: 2 })).toBe(0);
});

test('what is on its way when a reminder asks is counted, whatever was written first', async () => {
  const since = new Date('2027-03-01T00:00:00+07:00');
  const data = { channel: 'telegram', externalId: '-2', role: 'unit' } as const;
  const { id: chatId } = await db.chat.create({ data });
  const claim = (kind: 'reminder' | 'directive', claimedAt: string) =>
    db.delivery.create({
      data: { channel: 'telegram', chatId, kind, state: 'sending', claimedAt: new Date(claimedAt) },
    });
  const first = await claim('reminder', '2027-03-01T08:00:02+07:00');
  const second = await claim('reminder', '2027-03-01T08:00:02+07:00');
  expect(await countUnasked(db, first.id, since)).toBe(0);
  expect(await countUnasked(db, second.id, since)).toBe(1);
  await claim('directive', '2027-03-01T08:00:02+07:00'); // at the same moment
  await claim('directive', '2027-03-01T08:00:01+07:00'); // written last, claimed first
  await claim('directive', '2027-03-01T08:00:03+07:00'); // behind them
  expect(await countUnasked(db, first.id, since)).toBe(2);
  expect(await countUnasked(db, second.id, since)).toBe(3);
});

test('of two messages that name a person and are claimed at one moment, the first goes', async () => {
  const since = new Date('2027-03-01T00:00:00+07:00');
  const data = { channel: 'telegram', externalId: '-3', role: 'unit' } as const;
  const { id: chatId } = await db.chat.create({ data });
  const claim = (step: string) => {
    const claimedAt = new Date('2027-03-01T19:00:00+07:00');
    return db.delivery.create({
      data: { channel: 'telegram', chatId, kind: 'escalation', step, state: 'sending', claimedAt },
    });
  };
  const first = await claim('parent');
  const second = await claim('parent');
  expect(await countUnasked(db, first.id, since)).toBe(0);
  expect(await countUnasked(db, second.id, since)).toBe(1);
  await claim('follow-up'); // asks nobody
  expect(await countUnasked(db, first.id, since)).toBe(1);
});
