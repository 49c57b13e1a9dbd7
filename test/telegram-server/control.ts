import type { ControlHandler } from './http.js';
import { shownIn } from './shown.js';
import type { World } from './world.js';

type Tool = (args: never) => unknown;

/**
 * The same people and settings over HTTP: POST /control/<name> with the one argument as JSON, answered by
 * {"ok":true,"result":…} or {"ok":false,"error":"…"}.
 */
export function controlHandler(world: World, tools: Record<string, Tool>): ControlHandler {
  const all: Record<string, Tool> = {
    ...tools,
    ...reading(world),
    fault: (rule) => void tools.fault?.(rule),
  };
  return async (path, body) => {
    try {
      const tool = Object.hasOwn(all, path) ? all[path] : undefined;
      if (!tool) throw new Error(`no control named ${path}; there are: ${Object.keys(all).join(', ')}`);
      const args: unknown = body.length > 0 ? JSON.parse(body.toString('utf8')) : {};
      const result = await tool(args as never);
      return { status: 200, json: JSON.stringify({ ok: true, result }) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { status: 400, json: JSON.stringify({ ok: false, error: message }) };
    }
  };
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

/** A client of the control endpoints, for another process. */
export function controlClient(url: string) {
  return async <T = unknown>(name: string, args: object = {}): Promise<T> => {
    const answer = await fetch(`${url}/control/${name}`, { method: 'POST', body: JSON.stringify(args) });
    const { ok, result, error } = (await answer.json()) as { ok: boolean; result: T; error?: string };
    if (!ok) throw new Error(`control ${name}: ${error ?? answer.status}`);
    return result;
  };
}
