import { controlHandler } from '../../chat-server/control.js';
import type { FaultHandle } from '../../chat-server/faults.js';
import { waitForShown } from '../../chat-server/wait-for-shown.js';
import { listen } from '../../chat-server/wire.js';
import { bulk } from '../bulk.js';
import { shownIn } from '../shown.js';
import type { CallRecord, ShownMessage } from '../types.js';
import type { Behaviour } from './behaviour.js';
import { openWebhook } from './events.js';
import { createHttp } from './http.js';
import { people } from './people.js';
import type { TokenPair } from './tokens.js';
import { OaWorld, type OaFaultRule, type OaWorldOptions } from './world.js';

export interface OaServerOptions extends OaWorldOptions {
  port?: number;
}

export type OaServer = Awaited<ReturnType<typeof startOaServer>>;

/** A local API of one Official Account, its token endpoint, and the people in its groups. */
export async function startOaServer(options: OaServerOptions = {}) {
  const world = new OaWorld(options);
  const acting = people(world);
  const tools = { ...acting, ...bulk(world, acting), ...settings(world) };
  const http = createHttp(world, controlHandler({ ...tools, ...overHttp(world) }));
  const { url, port, close } = await listen(http, options.port);
  world.url = url;
  const shown = (chatId: string): ShownMessage[] => shownIn(world, chatId);
  return {
    ...tools,
    shown,
    /** The messages of a group as soon as they satisfy the condition. */
    waitForShown: (chatId: string, wanted: (shown: ShownMessage[]) => boolean, timeoutMs = 5_000) =>
      waitForShown(world.changed, () => shown(chatId), wanted, timeoutMs),
    calls: (method?: string): CallRecord[] => calls(world, method),
    callCounts: (): Record<string, number> => Object.fromEntries(world.counts),
    fault: (rule: OaFaultRule): FaultHandle => world.faults.add(rule),
    url,
    port,
    credentials: world.credentials,
    world,
    close: async (): Promise<void> => {
      world.webhook?.close();
      await close();
    },
  };
}

function settings(world: OaWorld) {
  return {
    clearFaults: (): void => world.faults.clear(),
    /** Changes what the platform does from now on. */
    behave: (behaviour: Partial<Behaviour>): void => {
      world.behaviour = { ...world.behaviour, ...behaviour };
      if (behaviour.outOfOrder !== undefined || behaviour.answerLimitMs) openWebhook(world);
    },
    /** Enters the webhook's address in the developer's page; '' takes it out. */
    setWebhook: ({ url }: { url: string }): void => {
      world.webhookUrl = url;
      openWebhook(world);
    },
    /** The account's owner agrees anew: a first pair of tokens. */
    grant: (): TokenPair => world.tokens.grant(),
    /** Ends every access token at once. */
    expireAccess: (): void => world.tokens.expireAccess(),
    /** Moves the server's clock forward. */
    advance: ({ ms }: { ms: number }): void => {
      world.skewMs += ms;
    },
    /** The next events (one unless said) are posted twice. */
    duplicateNextUpdate: ({ count = 1 }: { count?: number } = {}): void => {
      world.duplicateNext += count;
    },
    /** Posts a message's event again as a redelivery, the latest event unless said; false when it is not remembered. */
    redeliver: ({ messageId }: { messageId?: string } = {}): boolean => redeliver(world, messageId),
    pendingUpdates: (): number => world.pending,
    /** Events that were refused and wait for their next time. */
    retryingUpdates: (): number => world.webhook?.retrying ?? 0,
    lostUpdates: (): number => world.lost,
  };
}

function redeliver(world: OaWorld, messageId: string | undefined): boolean {
  const event = world.lastEvents.findLast((one) => messageId === undefined || one.messageId === messageId);
  if (!event || !world.webhook) return false;
  world.webhook.repeat(event);
  return true;
}

function calls(world: OaWorld, method?: string): CallRecord[] {
  return method === undefined ? world.calls : world.calls.filter((call) => call.method === method);
}

function overHttp(world: OaWorld) {
  return {
    fault: (rule: OaFaultRule): void => void world.faults.add(rule),
    shown: ({ chat }: { chat: string }) => shownIn(world, chat),
    calls: ({ method }: { method?: string }) => calls(world, method),
  };
}
