import type { Runtime } from '../config/runtime.js';
import { wakeSenders } from '../jobs/wake.js';
import type { Locale } from '../locales/texts.js';
import { texts } from '../locales/texts.js';
import { transact } from '../store/db.js';
import { queueDeliveries } from '../store/deliveries.js';
import type { Speaker } from '../store/people.js';
import type { Deed } from './deed.js';

/** Does something for a person in one transaction, then what was to be done once it stands. A chat's events have bot/handle-event.ts. */
export async function runDeed<T>(
  runtime: Runtime,
  { speaker, locale }: { speaker: Speaker; locale: Locale },
  work: (deed: Deed) => Promise<T>,
): Promise<T> {
  const afterCommit: Deed['afterCommit'] = [];
  const result = await transact(runtime.db, async (db) => {
    const now = runtime.clock.now();
    const outbox: Deed['outbox'] = [];
    const deed: Deed = { runtime, db, now, speaker, locale, t: texts[locale], outbox, afterCommit };
    const done = await work(deed);
    await queueDeliveries(db, outbox, now);
    return done;
  });
  for (const step of afterCommit) await step();
  wakeSenders(runtime);
  return result;
}
