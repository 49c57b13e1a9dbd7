import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApp, type App } from '../../app.js';
import { parseSettings } from '../../config/settings.js';
import { runTick } from '../../jobs/run-tick.js';
import { startOaServer, type OaServer } from '../zalo-server/oa/server.js';
import { startZaloServer, type ZaloServer } from '../zalo-server/server.js';
import { wakeSenders } from '../../jobs/wake.js';
import { startTelegramServer, type TelegramServer } from '../telegram-server/server.js';
import { createMovedClock, type MovedClock } from './clock.js';
import { leaseDatabase } from './database-pool.js';
import { findNextMoment, isQuiet } from './quiet.js';
import { createPeople, type People } from './people.js';
import type { Backend, TestServers } from './servers.js';

export type PlatformName = 'telegram' | 'sandbox' | 'zalo' | 'zalo-oa';

export interface WorldOptions {
  /** Platforms that are on; Telegram unless said. */
  platforms?: readonly PlatformName[];
  /** Local time in Ho Chi Minh City, e.g. `2026-11-23T08:00`; a Monday morning unless said. */
  now?: string;
  settings?: Record<string, string>;
  /** Telegram's limits are real unless switched off. */
  rate?: 'real' | 'off';
}

/** The whole program on one backend, with its platforms and their people around it, in a time that moves when told. */
export interface World extends People {
  app: App;
  telegram: TelegramServer;
  /** Null unless it is one of the platforms. */
  zalo: ZaloServer | null;
  /** Null unless it is one of the platforms. */
  oa: OaServer | null;
  clock: MovedClock;
  /** Waits until every update is handled and every due delivery sent. */
  settle(): Promise<void>;
  /** Runs `look` now and whenever the world has come to rest. */
  watch(look: () => Promise<void>): void;
  /** Lets `30m`, `2h`, `3d` pass, stopping at every moment something is due. */
  fastForward(duration: string): Promise<void>;
  /** Lets time pass until this local time in Ho Chi Minh City. */
  until(local: string): Promise<void>;
  /** Stops the program and starts it anew on the same database, at this local time if said. */
  restart(at?: string): Promise<void>;
  stop(): Promise<void>;
}

const units: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
export const ownerCode = 'chu-so-huu';

/** Starts it on a database and queue of its own of these servers. */
export async function openWorld(
  servers: TestServers,
  backend: Backend,
  options: WorldOptions = {},
): Promise<World> {
  const clock = createMovedClock(local(options.now ?? '2026-11-23T08:00'));
  const { platforms = ['telegram'] } = options;
  const now = () => clock.now().getTime();
  const telegram = await startTelegramServer({ clock: now, rate: options.rate ?? 'real' });
  const zalo = platforms.includes('zalo') ? await startZaloServer({ clock: now }) : null;
  const oa = platforms.includes('zalo-oa') ? await startOaServer({ clock: now }) : null;
  const database = await leaseDatabase(servers, backend);
  const { runId, redis } = servers;
  const settings = parseSettings({
    DATABASE_URL: database.url,
    ...(backend === 'servers'
      ? { REDIS_URL: redis, QUEUE_PREFIX: `${runId}_${randomBytes(4).toString('hex')}` }
      : {}),
    ...(platforms.includes('telegram')
      ? { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url }
      : {}),
    ...(zalo ? { ZALO_BOT_TOKEN: zalo.token, ZALO_API_ROOT: zalo.url, ZALO_BOT_NAME: zalo.botName } : {}),
    ...(oa ? accountSettings(oa) : {}),
    SANDBOX: platforms.includes('sandbox') ? 'on' : 'off',
    ORG_NAME: 'UBND huyện Mẫu Sơn',
    OWNER_CODE: ownerCode,
    PORT: '0',
    ESCALATION_AFTER: 'off', // stories of other matters need not hear of it
    SUMMARY_KINDS: 'week',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'error',
    ...options.settings,
  });
  const start = async () => {
    const app = await startApp(settings, { clock, ticks: false, connections: database.connections });
    oa?.setWebhook({ url: `${app.url}/webhooks/zalo-oa` });
    return app;
  };
  const world = { app: await start(), telegram, zalo, oa, clock } as World;
  const stop = async () => {
    const stopping = world.app.stop();
    zalo?.endPolls(); // a stop waits for the poll under way
    await stopping;
  };
  return Object.assign(world, createPeople(world), timeOf(world), {
    async restart(at?: string) {
      await stop();
      if (at !== undefined) clock.moveTo(local(at));
      world.app = await start();
    },
    async stop() {
      await stop();
      await zalo?.close();
      await oa?.close();
      await telegram.close();
      await database.release();
    },
  });
}

/** An Official Account whose owner has just agreed. */
function accountSettings({ url, credentials, grant, world }: OaServer): Record<string, string> {
  return {
    ZALO_OA_APP_ID: credentials.appId,
    ZALO_OA_SECRET: credentials.appSecret,
    ZALO_OA_WEBHOOK_SECRET: credentials.webhookSecret,
    ZALO_OA_REFRESH_TOKEN: grant().refreshToken,
    ZALO_OA_NAME: world.speaker.name,
    ZALO_OA_API_ROOT: url,
    ZALO_OA_OAUTH_ROOT: url,
  };
}

function local(text: string): Date {
  return new Date(`${text.length === 16 ? `${text}:00` : text}+07:00`);
}

/** A look costs what a small step of the program costs: what was just begun is given time before the first. */
const firstLookMs = 12;
const lookEveryMs = 5;
/** So often something is still on its way before the senders are woken. */
const wakeEvery = 25;

function timeOf(world: World) {
  const looks: (() => Promise<void>)[] = [];
  const settle = async () => {
    await sleep(firstLookMs);
    for (let calm = 0, tries = 0; calm < 2; tries += 1) {
      if (tries > 20_000) throw new Error('The world does not come to rest.');
      calm = (await isQuiet(world)) ? calm + 1 : 0;
      // One channel's pauses move the clock for all: what another one planned for a moment ahead may be due at once.
      if (calm === 0 && tries % wakeEvery === wakeEvery - 1) wakeSenders(world.app.runtime);
      await sleep(calm === 1 ? 2 : lookEveryMs);
    }
    for (const look of looks) await look();
  };
  const moveTo = async (target: Date) => {
    await settle();
    for (let now = world.clock.now(); now < target; now = world.clock.now()) {
      const next = await findNextMoment(world, now);
      world.clock.moveTo(next && next < target ? next : target);
      await runTick(world.app.runtime);
      await settle();
    }
  };
  return {
    settle,
    watch: (look: () => Promise<void>) => void looks.push(look),
    fastForward: (duration: string) => {
      const [, amount, unit] = /^(\d+)([smhd])$/.exec(duration) ?? [];
      return moveTo(new Date(world.clock.now().getTime() + Number(amount) * (units[unit ?? ''] ?? NaN)));
    },
    until: (text: string) => moveTo(local(text)),
  };
}
