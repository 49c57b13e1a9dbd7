import { inject } from 'vitest';
import { startApp, type App } from '../../app.js';
import { parseSettings } from '../../config/settings.js';
import { createDatabase, type Backend } from '../harness/database.js';

/** The program with no token at all: the sandbox is on. On a database of its own, in real time. */
export async function startSandbox(backend: Backend, settings: Record<string, string> = {}): Promise<App> {
  const databaseUrl = await createDatabase(backend);
  const { runId, redis } = inject('servers');
  const prefix = `${runId}_${databaseUrl.split('_').at(-1)}`;
  return startApp(
    parseSettings({
      DATABASE_URL: databaseUrl,
      ...(backend === 'servers' ? { REDIS_URL: redis, QUEUE_PREFIX: prefix } : {}),
      PORT: '0',
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'error',
      ...settings,
    }),
  );
}
