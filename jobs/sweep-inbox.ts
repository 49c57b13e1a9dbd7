import { forgetEvents, hasNewEvents } from '../store/inbox.js';
import type { Sweep } from './sweep.js';
import { wakeInbox } from './wake.js';

/** Telegram repeats an update for a day at most; handled events are kept twice as long to know them again. */
const keepMs = 48 * 3600 * 1000;

export const sweepInbox: Sweep = {
  name: 'sweep-inbox',
  async run(runtime) {
    const now = runtime.clock.now();
    const forgotten = await forgetEvents(runtime.db, new Date(now.getTime() - keepMs));
    const hasNew = await hasNewEvents(runtime.db, now);
    if (hasNew) wakeInbox(runtime);
    return { forgotten, woken: hasNew ? 1 : 0 };
  },
};
