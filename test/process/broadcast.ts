import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import type { DeliveryState } from '../../generated/prisma/enums.js';
import { openDatabase, type Database } from '../../store/db.js';
import { createDatabase, type Backend } from '../harness/database.js';
import { startTelegramServer, type TelegramServer } from '../telegram-server/server.js';
import { bindGroups, openToAll } from './organisation.js';

export const groups = 60;

/** A directive that is open to 60 groups and has not left, and what the programs that are to send it need. */
export interface Broadcast {
  telegram: TelegramServer;
  db: Database;
  settings: Record<string, string>;
  directiveId: number;
  ids: number[];
  /** How often a group shows the directive. */
  shownIn: (id: number) => number;
  /** Waits until the broadcast is in its middle: at least so many have left, and others wait. */
  untilSent: (count: number) => Promise<void>;
  /** Waits until no delivery is queued or under way. */
  untilSettled: () => Promise<void>;
  close: () => Promise<void>;
}

export async function prepareBroadcast(backend: Backend): Promise<Broadcast> {
  const telegram = await startTelegramServer({ rate: 'off' });
  const url = await createDatabase(backend);
  const db = openDatabase(url, 2);
  const queue: Record<string, string> =
    backend === 'servers'
      ? { REDIS_URL: inject('servers').redis, QUEUE_PREFIX: url.split('/').at(-1) ?? '' }
      : {};
  const settings = {
    DATABASE_URL: url,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    TELEGRAM_RATE_PER_SECOND: '40',
    ...queue,
  };
  const ids = await bindGroups(db, telegram, groups);
  const directiveId = await openToAll(db);
  const count = (states: DeliveryState[]) =>
    db.delivery.count({ where: { directiveId, kind: 'directive', state: { in: states } } });
  return {
    ...{ telegram, db, settings, directiveId, ids },
    shownIn: (id) =>
      telegram.shown(id).filter(({ fromBot, text }) => fromBot && text.includes('Kiểm kê vật tư')).length,
    untilSent: (wanted) => until(async () => (await count(['sent'])) >= wanted, 5),
    untilSettled: () => until(async () => (await count(['queued', 'sending'])) === 0, 25),
    async close() {
      await db.$disconnect();
      await telegram.close();
    },
  };
}

/** Asks every `everyMs`; ends with the test's own time limit, which names the test. */
async function until(isTrue: () => Promise<boolean>, everyMs: number): Promise<void> {
  while (!(await isTrue())) await sleep(everyMs);
}
