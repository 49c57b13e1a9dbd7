import type { Runtime } from '../config/runtime.js';
import { findDirtyCards } from '../store/cards.js';
import type { ClaimedDelivery } from '../store/claim-deliveries.js';
import type { Sweep } from './sweep.js';
import { wakeJob } from './wake.js';

/** How often the issuers' cards are brought up to date while directives go out. */
const spacingMs = 5_000;

/** Wakes a refresh for every card that no longer shows how things stand. Returns how many. */
export async function wakeDirtyCards(runtime: Runtime): Promise<number> {
  const ids = await findDirtyCards(runtime.db);
  for (const id of ids) wakeJob(runtime, 'refresh-card', id);
  return ids.length;
}

export const sweepCards: Sweep = {
  name: 'sweep-cards',
  run: async (runtime) => ({ woken: await wakeDirtyCards(runtime) }),
};

/** Follows one sending run: while directives go out, their cards are refreshed now and then, and once at the end. */
export function createCardWatch(runtime: Runtime) {
  let wokenAt: number | null = null; // null until a directive goes out
  return {
    see(claimed: readonly Pick<ClaimedDelivery, 'kind'>[]): void {
      if (wokenAt === null && claimed.some(({ kind }) => kind === 'directive'))
        wokenAt = runtime.clock.now().getTime();
    },
    async wake(): Promise<void> {
      const now = runtime.clock.now().getTime();
      if (wokenAt === null || now - wokenAt < spacingMs) return;
      wokenAt = now;
      await wakeDirtyCards(runtime);
    },
    async end(): Promise<void> {
      if (wokenAt !== null) await wakeDirtyCards(runtime);
    },
  };
}
