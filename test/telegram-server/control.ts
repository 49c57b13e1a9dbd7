import { controlHandler as handlerOf, type ControlHandler, type Tool } from '../chat-server/control.js';
import { shownIn } from './shown.js';
import type { World } from './world.js';

export { controlClient } from '../chat-server/control.js';

export function controlHandler(world: World, tools: Record<string, Tool>): ControlHandler {
  return handlerOf({ ...tools, ...reading(world), fault: (rule) => void tools.fault?.(rule) });
}

function reading(world: World): Record<string, Tool> {
  return {
    shown: ({ chat, token }: { chat: number; token?: string }) => {
      const record = chat < 0 ? world.chats.get(chat) : world.bot(token).privates.get(chat);
      return record ? shownIn(world, record) : [];
    },
    calls: ({ method }: { method?: string }) =>
      method === undefined ? world.calls : world.calls.filter((call) => call.method === method),
    callbackAnswers: () => world.callbackAnswers,
    addBot: (setting: { token: string; username: string; id: number }) => void world.addBot(setting),
  };
}
