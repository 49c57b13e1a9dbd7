import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../test/harness/database.js';
import { channel, now, reminders, seedDraft } from '../test/harness/ledger.js';
import { findCardFacts } from './card-facts.js';
import { transact, type Database } from './db.js';
import { openDirective } from './directives.js';

describe("what a directive's card says of its groups", () => {
  let db: Database;
  beforeEach(async () => {
    db = await openTestDatabase();
  });
  afterEach(() => db.$disconnect());

  test('counts each by its newest message and names those that need somebody', async () => {
    const { draft, units } = await seedDraft(db, 6);
    // The first unit has a second group, on another platform.
    const twin = await db.chat.create({
      data: { channel: 'zalo', externalId: 'twin', role: 'unit', unitId: units[0]!.id, boundAt: now },
    });
    const opening = { directiveId: draft.id, unitIds: units.map(({ id }) => id), now, reminders };
    await transact(db, (tx) => openDirective(tx, { ...opening, from: 'draft' }));
    const sent = await db.delivery.findMany({ where: { kind: 'directive' }, orderBy: { chatId: 'asc' } });
    const ofUnit = (index: number) =>
      sent.find(({ chatId, assignmentId }) => chatId !== twin.id && assignmentId === parts[index]!.id)!;
    const parts = await db.assignment.findMany({ orderBy: { unitId: 'asc' } });
    const end = (id: number, state: 'failed' | 'uncertain' | 'sent' | 'skipped', facts = {}) =>
      db.delivery.update({ where: { id }, data: { state, ...facts } });
    await end(ofUnit(0).id, 'failed', { errorCode: 'kicked', reason: 'unreachable' });
    await end(sent.find(({ chatId }) => chatId === twin.id)!.id, 'sent');
    await end(ofUnit(1).id, 'failed', { errorCode: 'http-500', reason: 'gave-up' });
    await end(ofUnit(2).id, 'uncertain', { errorCode: 'timeout' });
    await end(ofUnit(3).id, 'sent');
    await end(ofUnit(4).id, 'skipped');
    const { channel: on, chatId, directiveId, assignmentId } = ofUnit(3);
    const copy = { channel: on, chatId, directiveId, assignmentId, kind: 'directive' };
    await db.delivery.create({ data: { ...copy, state: 'sent' } });
    await db.delivery.create({ data: { ...copy, state: 'failed', errorCode: 'kicked' } });
    const facts = await findCardFacts(db, draft.id, (name) => name.toUpperCase());
    expect(facts).toMatchObject({ groups: 7, sent: 2, waiting: 1, skipped: 1, twice: 1, missing: 0 });
    const named = (index: number, reason: string, platform = '') => {
      const { code, name } = units[index]!;
      return { deliveryId: ofUnit(index).id, code, name, reason, platform };
    };
    const platform = channel.toUpperCase();
    expect(facts?.failed).toEqual([named(0, 'kicked', platform), named(1, 'gave-up')]);
    expect(facts?.uncertain).toEqual([named(2, 'timeout')]);
  });
});
