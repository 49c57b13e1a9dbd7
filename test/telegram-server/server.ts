import { waitForShown } from '../chat-server/wait-for-shown.js';
import { listen } from '../chat-server/wire.js';
import { bulk } from './bulk.js';
import { controlHandler } from './control.js';
import type { FaultHandle, FaultRule } from './faults.js';
import { createHttp } from './http.js';
import type { BotSetting, WorldOptions } from './options.js';
import { groups } from './people-groups.js';
import { talk } from './people-talk.js';
import type { RateSetting } from './rate.js';
import { shownIn } from './shown.js';
import type { CallbackAnswer, CallRecord, ShownMessage } from './types.js';
import { World } from './world.js';

export interface TelegramServerOptions extends WorldOptions {
  port?: number;
  tokens?: BotSetting[];
}

export const DEFAULT_BOT: BotSetting = {
  token: '7000000001:AAGiaobanLocalTestToken_0123456789abc',
  username: 'giaoban_bot',
  id: 7_000_000_001,
};

export type TelegramServer = Awaited<ReturnType<typeof startTelegramServer>>;

/** A local Telegram Bot API server with the people and groups around the bot. */
export async function startTelegramServer(options: TelegramServerOptions = {}) {
  const world = new World(options);
  for (const setting of options.tokens ?? [DEFAULT_BOT]) world.addBot(setting);
  const people = { ...talk(world), ...groups(world) };
  const tools = { ...people, ...bulk(world, people), ...settings(world) };
  const http = createHttp(world, controlHandler(world, tools));
  const { url, port, close } = await listen(http, options.port);
  return {
    ...tools,
    ...transcript(world),
    url,
    port,
    token: world.bot().token,
    world,
    close: async (): Promise<void> => {
      for (const { updates } of world.bots.values()) updates.close();
      await close();
    },
  };
}

function settings(world: World) {
  return {
    fault: (rule: FaultRule): FaultHandle => world.faults.add(rule),
    clearFaults: (): void => world.faults.clear(),
    setRate: ({ rate }: { rate: RateSetting }): void => world.rate.set(rate),
    setPrivacy: ({ on, token }: { on: boolean; token?: string }): void => {
      world.bot(token).privacy = on;
    },
    /** Moves the server's clock forward. */
    advance: ({ ms }: { ms: number }): void => {
      world.skewMs += ms;
    },
    /** The next updates (one unless said) are delivered twice under the same update_id. */
    duplicateNextUpdate: ({ count = 1, token }: { count?: number; token?: string } = {}): void => {
      world.bot(token).updates.duplicateNext += count;
    },
    /** Delivers an update again, the latest unless said; false when it is not remembered. */
    redeliver: ({ updateId, token }: { updateId?: number; token?: string } = {}): boolean => {
      const { updates } = world.bot(token);
      return updates.redeliver(updateId ?? updates.lastId);
    },
    pendingUpdates: ({ token }: { token?: string } = {}): number => world.bot(token).updates.pending,
  };
}

function transcript(world: World) {
  const shown = (chatId: number, token?: string): ShownMessage[] => {
    const record = chatId < 0 ? world.chats.get(chatId) : world.bot(token).privates.get(chatId);
    return record ? shownIn(world, record) : [];
  };
  return {
    shown,
    /** The messages of a chat as soon as they satisfy the condition. */
    waitForShown: (chatId: number, wanted: (shown: ShownMessage[]) => boolean, timeoutMs = 5_000) =>
      waitForShown(world.changed, () => shown(chatId), wanted, timeoutMs),
    calls: (method?: string): CallRecord[] =>
      method === undefined ? world.calls : world.calls.filter((call) => call.method === method),
    callCounts: (): Record<string, number> => Object.fromEntries(world.counts),
    callbackAnswers: (): CallbackAnswer[] => world.callbackAnswers,
    rateRefusals: (): Record<'chat' | 'group' | 'overall', number> => ({ ...world.rate.refusals }),
  };
}
