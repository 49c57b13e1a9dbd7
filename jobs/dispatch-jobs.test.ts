import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseSettings } from '../config/settings.js';
import { createWebhookRequester } from '../config/webhook-requester.js';
import type { Runtime } from '../config/runtime.js';
import { scheduleDraft } from '../store/drafts.js';
import type { Database } from '../store/db.js';
import { openTestDatabase } from '../test/harness/database.js';
import { createMovedClock, type MovedClock } from '../test/harness/clock.js';
import { now, seedDraft } from '../test/harness/ledger.js';
import { openScheduled } from './open-scheduled.js';
import { refreshCard } from './refresh-card.js';
import { sweepCards } from './sweep-cards.js';
import { sweepScheduled } from './sweep-scheduled.js';

describe('the jobs that send directives', () => {
  let db: Database;
  let clock: MovedClock;
  let runtime: Runtime;
  let woken: string[];
  beforeEach(async () => {
    db = await openTestDatabase();
    clock = createMovedClock(now);
    woken = [];
    const queue = { wake: (_queue: string, name: string, id = '') => void woken.push(`${name} ${id}`) };
    const settings = parseSettings({});
    runtime = {
      settings,
      webhooks: createWebhookRequester(settings),
      db,
      clock,
      queue: queue as unknown as Runtime['queue'],
      log: pino({ level: 'silent' }),
      stopping: new AbortController().signal,
      channels: new Map(),
    };
  });
  afterEach(() => db.$disconnect());

  const schedule = async () => {
    const { draft } = await seedDraft(db, 2);
    await db.role.create({ data: { personId: draft.issuerId, kind: 'admin' } });
    await scheduleDraft(db, draft.id, new Date(now.getTime() + 3_600_000));
    return String(draft.id);
  };
  const minutes = (count: number) => clock.moveTo(new Date(now.getTime() + count * 60_000));

  test('open a scheduled directive at its time and not before, also long after', async () => {
    const id = await schedule();
    minutes(59);
    expect(await sweepScheduled.run(runtime)).toEqual({ woken: 0 });
    expect(await openScheduled.run(runtime, id)).toEqual({ opened: 0 });
    minutes(3 * 24 * 60);
    expect(await sweepScheduled.run(runtime)).toEqual({ woken: 1 });
    expect(woken).toEqual([`open-scheduled ${id}`]);
    expect(await openScheduled.run(runtime, id)).toEqual({ opened: 1 });
    expect(await openScheduled.run(runtime, id)).toEqual({ opened: 0 });
    expect(await sweepScheduled.run(runtime)).toEqual({ woken: 0 });
    expect(await db.delivery.count({ where: { kind: 'directive' } })).toBe(2);
  });

  test('open it once when they race', async () => {
    const id = await schedule();
    minutes(61);
    const counts = await Promise.all([1, 2, 3].map(() => openScheduled.run(runtime, id)));
    expect(counts.map(({ opened }) => opened).sort()).toEqual([0, 0, 1]);
    expect(await db.delivery.count({ where: { kind: 'directive' } })).toBe(2);
  });

  test('queue a card once for many changes, at most every five seconds', async () => {
    const id = await schedule();
    minutes(61);
    await openScheduled.run(runtime, id);
    const at = clock.now();
    await db.delivery.updateMany({ where: { kind: 'card' }, data: { state: 'sent', claimedAt: at } });
    await db.card.updateMany({ data: { dirtyAt: at } });
    expect(await sweepCards.run(runtime)).toEqual({ woken: 1 });
    await Promise.all([1, 2].map(() => refreshCard.run(runtime, id)));
    const cards = await db.delivery.findMany({ where: { kind: 'card' } });
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject({ state: 'queued', notBefore: new Date(at.getTime() + 5_000) });
    expect(await sweepCards.run(runtime)).toEqual({ woken: 0 });
    expect(await refreshCard.run(runtime, id)).toEqual({ queued: 1 });
  });

  test('leave a card dirty that is being sent', async () => {
    const id = await schedule();
    minutes(61);
    await openScheduled.run(runtime, id);
    await db.delivery.updateMany({ where: { kind: 'card' }, data: { state: 'sending' } });
    await db.card.updateMany({ data: { dirtyAt: clock.now() } });
    expect(await refreshCard.run(runtime, id)).toEqual({ queued: 0 });
    expect(await sweepCards.run(runtime)).toEqual({ woken: 1 });
  });
});
