import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../test/harness/database.js';
import { channel, now, reminders, seedDraft } from '../test/harness/ledger.js';
import { findCardFacts } from './card-facts.js';
import { transact, type Database } from './db.js';
import { openDirective, queueOpenDirectives } from './directives.js';
import { replaceGone, resendDeliveries, settleAsSent, settleUncertain } from './settlements.js';

describe('opening a directive', () => {
  let db: Database;
  beforeEach(async () => {
    db = await openTestDatabase();
  });
  afterEach(() => db.$disconnect());

  const seed = async (count: number) => {
    const world = await seedDraft(db, count);
    const unitIds = world.units.map(({ id }) => id);
    const open = () =>
      transact(db, (tx) =>
        openDirective(tx, { directiveId: world.draft.id, unitIds, now, from: 'draft', reminders }),
      );
    return { ...world, open };
  };
  const rows = (kind = 'directive') => db.delivery.findMany({ where: { kind }, orderBy: { id: 'asc' } });
  const state = (id: number, to: 'failed' | 'uncertain' | 'sent') =>
    db.delivery.update({ where: { id }, data: { state: to, errorCode: to === 'failed' ? 'refused' : null } });

  test('is done by one of many who try at once', async () => {
    const { open } = await seed(3);
    const opened = await Promise.all([open(), open(), open()]);
    expect(opened.filter((one) => one !== null)).toEqual([{ number: 1 }]);
    expect(await open()).toBeNull();
    expect(await rows()).toHaveLength(3);
    expect(await db.assignment.count()).toBe(3);
    expect(await db.directiveVersion.count()).toBe(1);
    expect(await rows('card')).toHaveLength(1);
  });

  test('takes 5,000 units in a few statements', async () => {
    const { open } = await seed(5_000);
    const startedAt = performance.now();
    await open();
    const elapsed = performance.now() - startedAt;
    expect(await rows()).toHaveLength(5_000);
    expect(elapsed).toBeLessThan(5_000);
    const [first] = await db.assignment.findMany({ take: 1 });
    expect(first?.nextReminderAt).toEqual(new Date('2026-11-30T01:00:00Z'));
  });

  test('gives a unit without a reachable group its part all the same, and names the unit', async () => {
    const { open, groups, draft, units } = await seed(3);
    await db.chat.update({ where: { id: groups[1]!.id }, data: { state: 'unreachable' } });
    await open();
    expect(await db.assignment.count()).toBe(3);
    const facts = await findCardFacts(db, draft.id, String);
    expect(facts).toMatchObject({ groups: 2, waiting: 2, missing: 0 });
    expect(facts?.unreached).toEqual([{ code: units[1]!.code, name: units[1]!.name, isLost: true }]);
  });

  test('reaches a group that is bound later, once, and not one that has it', async () => {
    const { open, groups, units } = await seed(2);
    await db.chat.update({ where: { id: groups[0]!.id }, data: { state: 'unreachable' } });
    await open();
    const fresh = await db.chat.create({
      data: { channel, externalId: 'new', role: 'unit', unitId: units[0]!.id, boundAt: now },
    });
    const counts = await Promise.all([
      queueOpenDirectives(db, fresh, now),
      queueOpenDirectives(db, fresh, now),
    ]);
    expect(counts.sort()).toEqual([0, 1]);
    expect(await queueOpenDirectives(db, groups[1]!, now)).toBe(0);
    expect(await rows()).toHaveLength(2);
  });

  test('is settled once by a reply, a tap, or sending again, whoever is first', async () => {
    const { open, groups, draft } = await seed(2);
    await open();
    const [one, two] = await rows();
    await state(one!.id, 'uncertain');
    await state(two!.id, 'uncertain');
    const by = { now, by: 'person:1' };
    const again = await Promise.all([1, 2, 3].map(() => resendDeliveries(db, { deliveryId: one!.id }, by)));
    expect(again.flat()).toHaveLength(1);
    expect(await settleAsSent(db, one!.id, by)).toBeNull();
    const at = { chatId: groups[1]!.id, directiveId: draft.id, now, by: 'press', messageId: '77' };
    const settled = await Promise.all([settleUncertain(db, at), settleUncertain(db, at)]);
    expect(settled.sort()).toEqual([false, true]);
    expect((await rows())[1]).toMatchObject({ state: 'sent', messageIds: ['77'], settledBy: 'press' });
    expect(await findCardFacts(db, draft.id, String)).toMatchObject({
      groups: 2,
      sent: 1,
      waiting: 1,
      twice: 0,
    });
  });

  test('is sent again to failed groups alone, and never from a delivery that has a newer one', async () => {
    const { open, draft } = await seed(3);
    await open();
    const [one, two] = await rows();
    await state(one!.id, 'failed');
    await state(two!.id, 'sent');
    const by = { now, by: 'person:1' };
    expect(await resendDeliveries(db, { directiveId: draft.id }, by)).toHaveLength(1);
    expect(await resendDeliveries(db, { directiveId: draft.id }, by)).toEqual([]);
    expect(await resendDeliveries(db, { deliveryId: one!.id }, by)).toEqual([]);
  });

  test('replaces a deleted message once, and does not count it as a second copy', async () => {
    const { open, groups, draft } = await seed(1);
    await open();
    const [one] = await rows();
    await state(one!.id, 'sent');
    const at = { directiveId: draft.id, chatId: groups[0]!.id };
    await Promise.all([replaceGone(db, at, now), replaceGone(db, at, now)]);
    const [, two, ...more] = await rows();
    expect(more).toEqual([]);
    await state(two!.id, 'sent');
    expect(await findCardFacts(db, draft.id, String)).toMatchObject({ groups: 1, sent: 1, twice: 0 });
  });
});
