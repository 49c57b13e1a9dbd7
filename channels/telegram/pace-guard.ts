import { setTimeout as sleep } from 'node:timers/promises';

/** As much of a clock as the guard needs; a moved one passes its sleeps at once. */
export interface GuardClock {
  now(): Date;
  sleep(ms: number): Promise<void>;
}

export const realClock: GuardClock = { now: () => new Date(), sleep: async (ms) => sleep(ms) };

const secondMs = 1_000;
/** Within it a message can count: one that was held up for a second still fills the second after it. */
const rememberedMs = 2 * secondMs;

interface Passed {
  startedAt: number;
  /** How long the answer took; null while it is awaited. */
  tookMs: number | null;
}

/**
 * The last check before a message leaves: never more than `perSecond` of them within a second *as the platform sees
 * it*. The ledger spaces the claims, but one message may be held up on its way and the next thirty not. When a message
 * arrived is known to the excess of its answer over the quickest answer: so much later its successor may start.
 */
export function createPaceGuard(
  perSecond: number,
  clock: GuardClock,
): <T>(send: () => Promise<T>) => Promise<T> {
  if (perSecond === 0) return (send) => send();
  let recent: Passed[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  const now = () => clock.now().getTime();

  async function enter(): Promise<Passed> {
    for (let wait = waitMs(recent, perSecond, now()); wait > 0; wait = waitMs(recent, perSecond, now()))
      await clock.sleep(wait);
    const passed: Passed = { startedAt: now(), tookMs: null };
    recent = [...recent.filter(({ startedAt }) => startedAt > now() - rememberedMs), passed];
    return passed;
  }

  return async (send) => {
    const mine = turn.then(enter);
    turn = mine;
    const passed = await mine;
    try {
      return await send();
    } finally {
      passed.tookMs = now() - passed.startedAt;
    }
  };
}

/** How long the next message must wait. The clock counts whole milliseconds: one more is safe. */
function waitMs(recent: readonly Passed[], perSecond: number, now: number): number {
  if (recent.length < perSecond) return 0;
  const quickest = Math.min(...recent.flatMap(({ tookMs }) => tookMs ?? []));
  const heldUp = ({ tookMs }: Passed) => (tookMs === null ? 0 : Math.min(tookMs - quickest, secondMs));
  const arrivals = recent.map((passed) => passed.startedAt + heldUp(passed)).sort((a, b) => b - a);
  return (arrivals[perSecond - 1] ?? -Infinity) + secondMs + 1 - now;
}
