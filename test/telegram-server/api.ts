import type { Call } from './access.js';
import { ApiError } from './errors.js';
import * as bot from './methods-bot.js';
import * as chat from './methods-chat.js';
import * as edit from './methods-edit.js';
import * as send from './methods-send.js';

type Handler = (call: Call) => unknown;

/** A result that is JSON already. */
export class Raw {
  constructor(readonly json: string) {}
}

const HANDLERS: Record<string, Handler> = {
  ...send.sendMethods,
  ...edit.editMethods,
  ...chat.chatMethods,
  ...bot.botMethods,
  getUpdates: async ({ bot: { updates }, params, onClosed }) => new Raw(await updates.poll(params, onClosed)),
  setWebhook: (call) => bot.setWebhook(call, runReply),
};

/** Method names are not case-sensitive. */
const BY_LOWER_NAME = new Map(
  Object.entries(HANDLERS).map(([name, run]) => [name.toLowerCase(), { name, run }]),
);

export function findMethod(name: string): { name: string; run: Handler } {
  const found = BY_LOWER_NAME.get(name.toLowerCase());
  if (!found) throw new ApiError(404, 'Not Found: method not found');
  return found;
}

export function writeResult(result: unknown): string {
  if (result instanceof Raw) return `{"ok":true,"result":${result.json}}`;
  if (result instanceof bot.Described) {
    return JSON.stringify({ ok: true, result: true, description: result.description });
  }
  return result === true ? '{"ok":true,"result":true}' : `{"ok":true,"result":${JSON.stringify(result)}}`;
}

export function writeError({ code, message, parameters }: ApiError): string {
  return JSON.stringify({
    ok: false,
    error_code: code,
    description: message,
    ...(parameters ? { parameters } : {}),
  });
}

/** Nobody learns how a call written into a webhook's answer ended. */
function runReply(call: Call, body: Record<string, unknown>): void {
  try {
    const { name, run } = findMethod(String(body.method));
    const params = Object.assign(Object.create(call.params) as Call['params'], { values: body });
    const chatId = Number(body.chat_id);
    call.world.log({
      method: name,
      at: call.world.now(),
      status: 200,
      params: body,
      ...(chatId ? { chatId } : {}),
    });
    void run({ ...call, params });
  } catch {
    // As on the official server, the error goes nowhere.
  }
}
