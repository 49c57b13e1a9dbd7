import { DateTime } from 'luxon';
import type { World } from '../harness/open-world.js';
import { dropKeys } from '../harness/servers.js';
import { throwDice } from './dice.js';
import { day, home, type Timed, type Trouble } from './types.js';

/** Two restarts a day, the queue emptied once a week, and once nothing runs for five hours on a Friday. */
export function planTroubles({
  start,
  days,
  seed,
}: {
  start: string;
  days: number;
  seed: number;
}): Timed<Trouble>[] {
  const troubles: Timed<Trouble>[] = [];
  let isStopped = false;
  for (let index = 0; index < days; index += 1) {
    const date = DateTime.fromISO(start, { zone: home }).plus({ days: index });
    const dice = throwDice(seed, 'troubles', index);
    const at = (hour: number) => date.set({ hour, minute: dice.whole(0, 59) }).toMillis();
    troubles.push({ at: at(dice.whole(7, 12)), deed: { do: 'restart' } });
    troubles.push({ at: at(dice.whole(13, 20)), deed: { do: 'restart' } });
    if (index % 7 === 2) troubles.push({ at: at(dice.whole(8, 16)), deed: { do: 'flush' } });
    if (isStopped || index < 3 || date.weekday !== 5) continue;
    isStopped = true;
    const from = date.set({ hour: 13, minute: 37, second: 30 }).toMillis();
    troubles.push({ at: from, deed: { do: 'stop', until: from + (5 / 24) * day } });
  }
  return troubles.sort((a, b) => a.at - b.at);
}

/** All that the queue holds is gone. Where it lies in the ledger's own server, nothing can empty it alone. */
export async function emptyQueue({ app }: World): Promise<void> {
  const { REDIS_URL: url, QUEUE_PREFIX: prefix } = app.runtime.settings;
  if (url) await dropKeys(url, `${prefix}:`);
}
