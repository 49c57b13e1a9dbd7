import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPaceGuard } from './pace-guard.js';

/** A clock that is at the next thing to happen as soon as everything waits. */
function createPlannedClock() {
  let now = 0;
  let planned: { when: number; run: () => void }[] = [];
  const at = (when: number) => new Promise<void>((resolve) => void planned.push({ when, run: resolve }));
  return {
    now: () => new Date(now),
    sleep: (ms: number) => at(now + ms),
    async run() {
      await new Promise((resolve) => setImmediate(resolve));
      while (planned.length > 0) {
        planned.sort((a, b) => a.when - b.when);
        const [next, ...rest] = planned;
        planned = rest;
        now = Math.max(now, next!.when);
        next!.run();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

/** Sends one message after each gap; gives the moments at which they arrived. */
async function play(perSecond: number, sends: { gapMs: number; thereMs: number }[], tripMs: number) {
  const clock = createPlannedClock();
  const guard = createPaceGuard(perSecond, clock);
  const arrivals: number[] = [];
  let plannedAt = 0;
  const all = sends.map(async ({ gapMs, thereMs }) => {
    plannedAt += gapMs;
    await clock.sleep(plannedAt);
    await guard(async () => {
      await clock.sleep(tripMs + thereMs);
      arrivals.push(clock.now().getTime());
      await clock.sleep(tripMs);
    });
  });
  await clock.run();
  await Promise.all(all);
  return arrivals.sort((a, b) => a - b);
}

const fullest = (arrivals: number[]) =>
  Math.max(...arrivals.map((end) => arrivals.filter((at) => at > end - 1_000 && at <= end).length));

test('no second holds more than the limit, however messages are held up on their way', async () => {
  const sends = fc.array(fc.record({ gapMs: fc.nat(300), thereMs: fc.nat(60) }), {
    minLength: 20,
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(sends, fc.integer({ min: 1, max: 50 }), async (list, tripMs) => {
      // One message in the window arrives unhindered, as one in thirty surely does.
      const messages = list.map((send, index) => (index % 5 === 0 ? { ...send, thereMs: 0 } : send));
      const arrivals = await play(5, messages, tripMs);
      expect(arrivals).toHaveLength(messages.length);
      expect(fullest(arrivals)).toBeLessThanOrEqual(5);
    }),
    { numRuns: 40 },
  );
});

test('an even pace below the limit is not slowed down', async () => {
  const arrivals = await play(
    30,
    Array.from({ length: 120 }, () => ({ gapMs: 34, thereMs: 0 })),
    2,
  );
  expect(arrivals.at(-1)! - arrivals[0]!).toBe(119 * 34);
});

test('a message that never gets an answer holds up nobody', async () => {
  const clock = createPlannedClock();
  const guard = createPaceGuard(2, clock);
  void guard(() => new Promise(() => undefined));
  const sent = Promise.all([guard(async () => undefined), guard(async () => clock.now().getTime())]);
  await clock.run();
  expect((await sent)[1]).toBe(1_001);
});

test('without a limit there is no guard', async () => {
  const guard = createPaceGuard(0, createPlannedClock());
  expect(await Promise.all(Array.from({ length: 50 }, (_, at) => guard(async () => at)))).toHaveLength(50);
});
