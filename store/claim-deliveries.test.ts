import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDatabase } from '../test/harness/database.js';
import type { Database } from './db.js';
import {
  claimDeliveries,
  ensureChannel,
  findNextSendAt,
  pauseChannel,
  pauseChat,
} from './claim-deliveries.js';
import { queueDeliveries, recordOutcomes } from './deliveries.js';

const channel = 'telegram';
const pace = { perSecond: 30, chatPerSecond: 1, groupPerMinute: 20 };
const start = new Date('2026-11-23T01:00:00Z').getTime();

describe('claiming deliveries', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.$disconnect());
  beforeEach(async () => {
    await db.$executeRaw`truncate "Delivery", "Chat", "ChannelPace" cascade`;
    await ensureChannel(db, channel);
  });

  /** Groups, each with as many deliveries waiting as said; returns the groups' ids. */
  const fill = async (counts: number[], priority = 5) => {
    const groups = await db.chat.createManyAndReturn({
      data: counts.map((_, index) => ({ channel, externalId: `g${index}`, role: 'unit' as const })),
    });
    await queueDeliveries(
      db,
      groups.flatMap(({ id }, index) =>
        Array.from({ length: counts[index]! }, () => ({
          channel,
          chatId: id,
          kind: 'tell' as const,
          priority,
        })),
      ),
      new Date(start),
    );
    return groups.map(({ id }) => id);
  };
  const claim = (at: number, limit = 50) => claimDeliveries(db, channel, limit, { now: new Date(at), pace });

  /** Sends all that waits, the clock moving to each next moment; returns when each went out. */
  const drain = async (limit: number) => {
    const sends: { at: number; chatId: number; id: number }[] = [];
    for (let at = start, idle = 0; idle < 200;) {
      const claimed = await claim(at, limit);
      sends.push(...claimed.map(({ chatId, id }) => ({ at, chatId, id })));
      const outcomes = claimed.map(({ id }) => ({
        id,
        state: 'sent' as const,
        messageIds: ['1'],
        isComplete: true,
      }));
      await recordOutcomes(db, outcomes, new Date(at));
      idle = claimed.length > 0 ? 0 : idle + 1;
      const next = await findNextSendAt(db, channel);
      if (!next) return sends;
      at = Math.max(at + 1, next.getTime());
    }
    throw new Error('somebody starves');
  };

  const busiest = (times: number[], windowMs: number) =>
    Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));

  test('never exceeds any limit, and leaves nobody behind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 50 }),
        async (counts, limit) => {
          await db.$executeRaw`truncate "Delivery", "Chat", "ChannelPace" cascade`;
          await ensureChannel(db, channel);
          const groups = await fill(counts);
          const sends = await drain(limit);
          expect(sends).toHaveLength(counts.reduce((sum, count) => sum + count, 0));
          expect(new Set(sends.map(({ id }) => id)).size).toBe(sends.length);
          expect(
            busiest(
              sends.map(({ at }) => at),
              1_000,
            ),
          ).toBeLessThanOrEqual(pace.perSecond + 1);
          for (const id of groups) {
            const times = sends.filter(({ chatId }) => chatId === id).map(({ at }) => at);
            expect(busiest(times, 1_000)).toBeLessThanOrEqual(pace.chatPerSecond);
            expect(busiest(times, 60_000)).toBeLessThanOrEqual(pace.groupPerMinute);
          }
        },
      ),
      { numRuns: 6 },
    );
  }, 60_000);

  test('keeps a long broadcast within 30 a second over any longer time', async () => {
    await fill(Array.from({ length: 150 }, () => 1));
    const times = (await drain(50)).map(({ at }) => at);
    expect(times).toHaveLength(150);
    // 150 even slots of 1/30 s, of which the first two may go at once.
    expect(times.at(-1)! - times[0]!).toBeGreaterThanOrEqual((148 * 1_000) / 30 - 5);
    expect(times.at(-1)! - times[0]!).toBeLessThan(5_200);
  });

  const free = { perSecond: 0, chatPerSecond: 0, groupPerMinute: 0 };

  test.each([
    ['with limits within a chat', { ...free, chatPerSecond: 1, groupPerMinute: 20 }],
    ['without any limit', free],
  ])('never gives one row to two claimers %s', async (_, pace) => {
    await fill(Array.from({ length: 60 }, () => 1));
    const now = new Date(start);
    const ids: number[] = [];
    // How many of those that race get nothing is chance; of each round somebody gets a share.
    for (let round = 0; round < 6; round += 1) {
      const claims = await Promise.all(
        Array.from({ length: 6 }, () => claimDeliveries(db, channel, 20, { now, pace })),
      );
      ids.push(...claims.flat().map(({ id }) => id));
    }
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
    expect(await db.delivery.count({ where: { state: 'sending' } })).toBe(60);
  });

  test('without limits gives one a chat at a time, and none where the platform said to wait', async () => {
    const [busy, told] = await fill([2, 1]);
    const now = new Date(start);
    const claimFree = (at: number) => claimDeliveries(db, channel, 50, { now: new Date(at), pace: free });
    await pauseChat(db, told!, new Date(start + 5_000));
    expect(await claimFree(start)).toMatchObject([{ chatId: busy }]);
    expect(await claimFree(start)).toMatchObject([{ chatId: busy }]);
    expect(await claimFree(start + 4_999)).toEqual([]);
    expect(await claimFree(start + 5_000)).toMatchObject([{ chatId: told, channel, role: 'unit' }]);
    await pauseChannel(db, channel, new Date(start + 9_000));
    await queueDeliveries(db, [{ channel, chatId: busy!, kind: 'tell', priority: 5 }], now);
    expect(await claimFree(start + 8_999)).toEqual([]);
    expect(await claimFree(start + 9_000)).toHaveLength(1);
  });

  test('lets urgent deliveries overtake a long broadcast', async () => {
    const [first] = await fill(Array.from({ length: 40 }, () => 1));
    await claim(start);
    await queueDeliveries(
      db,
      [{ channel, chatId: first! + 39, kind: 'directive', priority: 2 }],
      new Date(start),
    );
    const [next] = await claim(start + 100);
    expect(next).toMatchObject({ chatId: first! + 39, kind: 'directive' });
  });

  test('goes on with the others while one group must wait', async () => {
    const [busy, quiet] = await fill([10, 1]);
    const sends = await drain(50);
    const first = (id: number) => sends.find(({ chatId }) => chatId === id)!.at;
    expect(first(quiet!) - first(busy!)).toBeLessThan(100);
  });
});
