import { setTimeout as sleep } from 'node:timers/promises';
import { startApp, type App } from '../app.js';
import { reminderPlan } from '../config/rules.js';
import { parseSettings } from '../config/settings.js';
import { wakeSenders } from '../jobs/wake.js';
import { openDirective } from '../store/directives.js';
import type { Backends, BotServer } from './servers.js';

export interface Organisation {
  app: App;
  unitIds: number[];
}

/** The whole program against a local Bot API server, with one unit bound to each of `count` groups. */
export async function startOrganisation(
  backends: Backends,
  server: BotServer,
  count: number,
  settings: Record<string, string>,
): Promise<Organisation> {
  const database = await backends.createDatabase();
  const app = await startApp(
    parseSettings({
      DATABASE_URL: database,
      REDIS_URL: backends.redis,
      QUEUE_PREFIX: database.split('/').at(-1),
      TELEGRAM_BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.url,
      PORT: '0',
      LOG_LEVEL: 'error',
      ...settings,
    }),
  );
  // One more than the units' groups: the office, where the card goes.
  const { ids } = await server.control<{ ids: number[] }>('addGroups', { count: count + 1 });
  const office = ids.pop();
  const { db, channels, clock } = app.runtime;
  const channel = [...channels.keys()][0] ?? '';
  const units = await db.unit.createManyAndReturn({
    data: ids.map((_, index) => ({ code: `XA${index + 1}`, name: `Xã số ${index + 1}` })),
  });
  const unitIds = units.map(({ id }) => id);
  await db.chat.createMany({
    data: ids.map((id, index) => ({
      channel,
      externalId: String(id),
      role: 'unit' as const,
      unitId: unitIds[index] ?? 0,
      title: `Xã số ${index + 1}`,
      boundAt: clock.now(),
    })),
  });
  await db.chat.create({ data: { channel, externalId: String(office), role: 'office', title: 'Văn phòng' } });
  await db.person.create({ data: { name: 'Văn phòng', roles: { create: { kind: 'owner' } } } });
  return { app, unitIds };
}

/** Opens one directive to all units; resolves when its transaction is committed. Returns the directive's id. */
export async function sendDirective({ app, unitIds }: Organisation): Promise<number> {
  const { runtime } = app;
  const issuer = await runtime.db.person.findFirstOrThrow();
  const chat = await runtime.db.chat.findFirstOrThrow({ where: { role: 'office' } });
  const directive = await runtime.db.directive.create({
    data: {
      kind: 'task',
      audience: 'all',
      title: 'Kiểm tra phương án phòng chống lụt bão',
      body: 'Các đơn vị rà soát vật tư, phương tiện, lực lượng tại chỗ và báo cáo kết quả.',
      issuerId: issuer.id,
      issuerChatId: chat.id,
    },
  });
  const now = runtime.clock.now();
  await runtime.db.$transaction(
    (tx) =>
      openDirective(tx, {
        directiveId: directive.id,
        unitIds,
        now,
        from: 'draft',
        reminders: reminderPlan(runtime.settings),
      }),
    { timeout: 60_000 },
  );
  wakeSenders(runtime);
  return directive.id;
}

/** Asks every few milliseconds until it is so. Throws after ten minutes. */
export async function until(isSo: () => Promise<boolean>, everyMs = 10): Promise<void> {
  for (const deadline = Date.now() + 600_000; Date.now() < deadline; await sleep(everyMs))
    if (await isSo()) return;
  throw new Error('It does not come to an end.');
}

/** How many of a directive's messages to groups are out. */
export async function countSent({ app }: Organisation, directiveId: number): Promise<number> {
  return app.runtime.db.delivery.count({ where: { directiveId, kind: 'directive', state: 'sent' } });
}
