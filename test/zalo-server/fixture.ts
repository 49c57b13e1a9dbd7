import { startReceiver } from '../chat-server/receiver.js';
import { startZaloServer, type ZaloServerOptions } from './server.js';

export interface Answer {
  ok?: boolean;
  error_code?: number | string;
  description?: string;
  result?: Record<string, unknown>;
}

export interface Received {
  event_name: string;
  message: Record<string, unknown> & {
    from: { id: string; display_name: string; is_bot: boolean };
    chat: { id: string; chat_type: string };
    message_id: string;
    text?: string;
    date: number;
  };
}

const closers: (() => Promise<void>)[] = [];

/** Closes what the fixtures of a test have opened. */
export async function closeFixtures(): Promise<void> {
  for (const close of closers.splice(0)) await close();
}

/** A server with one commune's group and two people, and raw calls to it. */
export async function startFixture(options: ZaloServerOptions = {}) {
  const server = await startZaloServer(options);
  closers.push(server.close);
  const an = server.addUser({ name: 'An' });
  const binh = server.addUser({ name: 'Bình' });
  const group = server.addGroup({ title: 'Xã Hòa Bình', owner: an.id, members: [binh.id] });

  const raw = (method: string, params: object = {}, signal?: AbortSignal): Promise<Response> =>
    fetch(`${server.url}/bot${server.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
      ...(signal ? { signal } : {}),
    });
  const call = async (method: string, params: object = {}): Promise<Answer> =>
    (await (await raw(method, params)).json()) as Answer;
  const send = async (text: string, chat_id = group.id): Promise<string> => {
    const { ok, result, description } = await call('sendMessage', { chat_id, text });
    if (!ok) throw new Error(description);
    return String(result?.message_id);
  };
  const error = async (method: string, params: object = {}): Promise<string | undefined> =>
    (await call(method, { chat_id: group.id, ...params })).description;
  /** One update, or undefined when none waits. */
  const poll = async (timeout = 0): Promise<Received | undefined> =>
    (await call('getUpdates', { timeout })).result as Received | undefined;
  const says = (text: string, more: object = {}) =>
    server.says({ chat: group.id, from: an.id, text, ...more });
  const writes = (text: string) => server.says({ chat: an.id, from: an.id, text });
  return { server, an, binh, group, raw, call, send, error, poll, says, writes };
}

export async function receiver(answer?: (count: number) => number | undefined) {
  const started = await startReceiver(answer);
  closers.push(started.close);
  return started;
}
