import { startTelegramServer, type TelegramServerOptions } from './server.js';

export interface Answer {
  ok: boolean;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
  result?: unknown;
}

export interface Update {
  update_id: number;
  message?: Record<string, unknown> & { message_id: number; text?: string };
  edited_message?: { text?: string };
  callback_query?: { id: string; data: string; message: { date: number } };
  my_chat_member?: { old_chat_member: { status: string }; new_chat_member: { status: string } };
  message_reaction?: { new_reaction: { emoji: string }[] };
}

/** A server with one commune's group and three people, and raw calls to it. */
export async function startFixture(options: TelegramServerOptions = {}) {
  const server = await startTelegramServer(options);
  const an = server.addUser({ name: 'An', username: 'an_xa' });
  const binh = server.addUser({ name: 'Bình' });
  const outsider = server.addUser({ name: 'Chi' });
  const group = server.addGroup({ title: 'Xã Hòa Bình', owner: an.id, members: [binh.id] });

  const call = async (method: string, params: object = {}): Promise<Answer> => {
    const answer = await fetch(`${server.url}/bot${server.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    return (await answer.json()) as Answer;
  };
  const send = async (text: string, more: object = {}): Promise<number> => {
    const answer = await call('sendMessage', { chat_id: group.id, text, ...more });
    if (!answer.ok) throw new Error(answer.description);
    return (answer.result as { message_id: number }).message_id;
  };
  let offset = 0;
  const getUpdates = async (params: object = {}): Promise<Update[]> => {
    const updates = (await call('getUpdates', { offset, ...params })).result as Update[];
    offset = Math.max(offset, (updates.at(-1)?.update_id ?? 0) + 1);
    return updates;
  };
  const error = async (method: string, params: object): Promise<string | undefined> =>
    (await call(method, { chat_id: group.id, ...params })).description;
  return { server, an, binh, outsider, group, call, send, error, getUpdates };
}

export const buttons = (...data: string[]) => ({
  reply_markup: { inline_keyboard: data.map((one) => [{ text: `Nút ${one}`, callback_data: one }]) },
});
