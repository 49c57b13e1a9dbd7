import { createServer } from 'node:net';
import pg from 'pg';
import { pino } from 'pino';
import type { Channel } from '../channels/channel.js';
import { openChannels } from '../config/channels.js';
import { systemClock } from '../config/clock.js';
import { startEmbeddedPostgres } from '../config/embedded-postgres.js';
import { createLedger } from '../config/ledger.js';
import { openRedis } from '../config/redis.js';
import { SettingsError, type Settings } from '../config/settings.js';
import { openDatabase } from '../store/db.js';
import { findPendingMigrations } from '../store/migrations.js';
import { listen } from '../web/listen.js';

interface Finding {
  ok: boolean;
  text: string;
}

/** BullMQ needs at least this; older ones lack commands it uses (https://docs.bullmq.io/guide/redis-tm-compatibility). */
const minimumRedis = [6, 2] as const;
/** Deadlines are minutes: a clock that is off by more than this reminds at wrong times. */
const maxSkewMs = 5_000;

/** Checks all that has to be right and says how to mend each fault. Returns 0 when all is well, else 1. */
export async function doctor(load: () => Settings, write: (line: string) => void): Promise<number> {
  let isWell = true;
  const report = (finding: Finding) => {
    isWell &&= finding.ok;
    write(`${finding.ok ? 'ok   ' : 'FAULT'} ${finding.text}`);
  };
  try {
    const settings = load();
    report({ ok: true, text: 'settings: readable.' });
    for (const check of [checkDatabase, checkRedis, checkPort, checkChannels])
      for (const finding of await check(settings)) report(finding);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    report({ ok: false, text: `settings: ${error.message}` });
  }
  return isWell ? 0 : 1;
}

async function checkDatabase(settings: Settings): Promise<Finding[]> {
  const server = await openGuest(settings).catch((error: Error) => error);
  if (server instanceof Error) return [{ ok: false, text: `database: ${server.message}` }];
  const pool = new pg.Pool({
    connectionString: server.url,
    max: 1,
    connectionTimeoutMillis: 5_000,
  });
  pool.on('error', () => undefined);
  try {
    const { rows } = await pool.query<{ version: string; now: Date }>(
      `select current_setting('server_version') as version, clock_timestamp() as now`,
    );
    const kind = server.folder ? `built in, data in ${server.folder}` : 'as DATABASE_URL says';
    return [
      { ok: true, text: `database: PostgreSQL ${rows[0]?.version} answers (${kind}).` },
      checkClock(rows[0]?.now),
      await checkMigrations(pool),
    ];
  } catch (error) {
    return [
      {
        ok: false,
        text: `database: ${(error as Error).message || 'no answer'}. Start PostgreSQL or correct DATABASE_URL.`,
      },
    ];
  } finally {
    await pool.end();
    await server.stop();
  }
}

/** The database as a guest beside the program, which may be running. */
async function openGuest({ DATABASE_URL: url, DATA_DIR }: Settings) {
  return url ? { url, folder: null, stop: async () => undefined } : startEmbeddedPostgres(DATA_DIR, 'guest');
}

function checkClock(databaseNow: Date | undefined): Finding {
  const skew = Math.abs(Date.now() - (databaseNow?.getTime() ?? 0));
  if (skew <= maxSkewMs) return { ok: true, text: 'clock: this machine and the database agree.' };
  return {
    ok: false,
    text: `clock: this machine and the database differ by ${Math.round(skew / 1000)} s. Set both by NTP (timedatectl set-ntp true).`,
  };
}

async function checkMigrations(pool: pg.Pool): Promise<Finding> {
  const pending = await findPendingMigrations(pool);
  if (pending.length === 0) return { ok: true, text: 'migrations: all applied.' };
  return {
    ok: false,
    text: `migrations: ${pending.length} not applied. Run "npm run -s giaoban -- migrate" (a start does it too).`,
  };
}

async function checkRedis(settings: Settings): Promise<Finding[]> {
  if (!settings.REDIS_URL) return [{ ok: true, text: 'queue: in the database (REDIS_URL is not set).' }];
  const redis = await openRedis(settings.REDIS_URL, () => undefined).catch((error: Error) => error);
  if (redis instanceof Error) return [{ ok: false, text: `queue: ${redis.message}` }];
  try {
    const info = await redis.info();
    const version = /redis_version:([\d.]+)/.exec(info)?.[1] ?? '0';
    const policy = /maxmemory_policy:(\S+)/.exec(info)?.[1] ?? 'unknown';
    return [checkRedisVersion(version), checkPolicy(policy)];
  } catch (error) {
    return [
      {
        ok: false,
        text: `queue: Redis does not tell about itself (${(error as Error).message}). Let the user of REDIS_URL run INFO.`,
      },
    ];
  } finally {
    redis.disconnect();
  }
}

function checkRedisVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > minimumRedis[0] || (major === minimumRedis[0] && minor >= minimumRedis[1]);
  return {
    ok,
    text: ok
      ? `queue: Redis ${version} answers.`
      : `queue: Redis ${version} is too old. Install ${minimumRedis.join('.')} or newer.`,
  };
}

function checkPolicy(policy: string): Finding {
  if (policy === 'noeviction') return { ok: true, text: 'queue: Redis keeps all keys (noeviction).' };
  return {
    ok: false,
    text: `queue: Redis may throw keys away (maxmemory-policy ${policy}). Run "redis-cli config set maxmemory-policy noeviction" and put it into redis.conf.`,
  };
}

/** Listens there for a moment, as a start would: a wrong address and a port one may not use show in nothing else. */
async function checkPort(settings: Settings): Promise<Finding[]> {
  const server = createServer();
  try {
    await listen(server, settings);
    return [{ ok: true, text: `page: port ${settings.PORT} is free.` }];
  } catch (error) {
    const { message, cause } = error as Error;
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE')
      return [{ ok: false, text: `page: ${message}` }];
    return [{ ok: true, text: `page: port ${settings.PORT} is in use (by Giaoban, if it runs).` }];
  } finally {
    server.close();
  }
}

/** With the database, for a channel whose tokens are kept there; without it as far as that goes. */
async function checkChannels(settings: Settings): Promise<Finding[]> {
  const server = await openGuest(settings).catch(() => null);
  const db = server && openDatabase(server.url, 2);
  try {
    const log = pino({ level: 'silent' });
    const findings: Finding[] = [];
    for (const channel of openChannels(settings, log, db && createLedger(db, systemClock)).values())
      findings.push(...(await diagnose(channel)));
    return findings;
  } finally {
    await db?.$disconnect();
    await server?.stop();
  }
}

const diagnose = async (channel: Channel) =>
  (await channel.diagnose()).map(({ ok, text }) => ({ ok, text: `${channel.name}: ${text}` }));
