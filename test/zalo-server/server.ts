import { controlHandler } from '../chat-server/control.js';
import type { FaultHandle } from '../chat-server/faults.js';
import { waitForShown } from '../chat-server/wait-for-shown.js';
import { listen } from '../chat-server/wire.js';
import type { Behaviour } from './behaviour.js';
import { bulk } from './bulk.js';
import { createHttp } from './http.js';
import { openWebhook } from './methods-webhook.js';
import { people } from './people.js';
import type { QuotaOption } from './quota.js';
import { shownIn } from './shown.js';
import type { CallRecord, FaultRule, ShownMessage } from './types.js';
import { World, type WorldOptions } from './world.js';

export interface ZaloServerOptions extends WorldOptions {
  port?: number;
}

export type ZaloServer = Awaited<ReturnType<typeof startZaloServer>>;

/** A local Zalo Bot Platform with the people and groups around the bot. */
export async function startZaloServer(options: ZaloServerOptions = {}) {
  const world = new World(options);
  const acting = people(world);
  const tools = { ...acting, ...bulk(world, acting), ...settings(world) };
  const http = createHttp(world, controlHandler({ ...tools, ...overHttp(world) }));
  const { url, port, close } = await listen(http, options.port);
  world.url = url;
  return {
    ...tools,
    ...transcript(world),
    fault: (rule: FaultRule): FaultHandle => world.faults.add(rule),
    url,
    port,
    token: world.token,
    botName: world.speaker.name,
    world,
    close: async (): Promise<void> => {
      world.updates.close();
      await close();
    },
  };
}

function settings(world: World) {
  return {
    clearFaults: (): void => world.faults.clear(),
    /** Changes what the platform does from now on. */
    behave: (behaviour: Partial<Behaviour>): void => {
      world.behaviour = { ...world.behaviour, ...behaviour };
      if (behaviour.webhookOutOfOrder !== undefined || behaviour.webhookRetriesMs) openWebhook(world);
    },
    setQuota: ({ quota }: { quota: QuotaOption }): void => world.quota.set(quota),
    /** Uses up messages of the month. */
    useQuota: ({ messages }: { messages: number }): void => world.quota.count('out', messages),
    quotaUsed: (): number => world.quota.used,
    /** Moves the server's clock forward. */
    advance: ({ ms }: { ms: number }): void => {
      world.skewMs += ms;
    },
    /** The next updates (one unless said) are delivered twice. */
    duplicateNextUpdate: ({ count = 1 }: { count?: number } = {}): void => {
      world.updates.duplicateNext += count;
    },
    /** Delivers an update again, the latest unless said; false when it is not remembered. */
    redeliver: ({ messageId }: { messageId?: string } = {}): boolean =>
      world.updates.redeliver(messageId ?? world.updates.lastMessageId),
    pendingUpdates: (): number => world.updates.pending,
    /** Polls that are held open now: a program that stores what it reads before it polls again is idle then. */
    waitingPolls: (): number => world.updates.waitingPolls,
    /** Answers the polls that wait as if their time were over. */
    endPolls: (): void => world.updates.endPolls(),
    /** How many updates nobody will ever see. */
    lostUpdates: (): number => world.lost,
  };
}

function calls(world: World, method?: string): CallRecord[] {
  return method === undefined ? world.calls : world.calls.filter((call) => call.method === method);
}

function overHttp(world: World) {
  return {
    fault: (rule: FaultRule): void => void world.faults.add(rule),
    shown: ({ chat }: { chat: string }) => shownIn(world, chat),
    calls: ({ method }: { method?: string }) => calls(world, method),
  };
}

function transcript(world: World) {
  const shown = (chatId: string): ShownMessage[] => shownIn(world, chatId);
  return {
    shown,
    /** The messages of a chat as soon as they satisfy the condition. */
    waitForShown: (chatId: string, wanted: (shown: ShownMessage[]) => boolean, timeoutMs = 5_000) =>
      waitForShown(world.changed, () => shown(chatId), wanted, timeoutMs),
    calls: (method?: string): CallRecord[] => calls(world, method),
    callCounts: (): Record<string, number> => Object.fromEntries(world.counts),
  };
}
