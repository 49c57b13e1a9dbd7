import type { Clock } from '../../config/clock.js';

export interface MovedClock extends Clock {
  /** Moves on and calls what was planned meanwhile. */
  moveTo(when: Date): void;
}

/** A clock that stands still until it is moved. Short sleeps (the pace between sends) pass at once and move it. */
export function createMovedClock(start: string | Date): MovedClock {
  let now = new Date(start).getTime();
  let planned: { when: number; run: () => void }[] = [];
  return {
    now: () => new Date(now),
    async sleep(ms) {
      now += ms;
      await new Promise((resolve) => setImmediate(resolve));
    },
    at(when, run) {
      const entry = { when: when.getTime(), run };
      planned.push(entry);
      return () => {
        planned = planned.filter((other) => other !== entry);
      };
    },
    moveTo(when) {
      now = Math.max(now, when.getTime());
      const due = planned.filter((entry) => entry.when <= now);
      planned = planned.filter((entry) => entry.when > now);
      for (const entry of due) entry.run();
    },
  };
}
