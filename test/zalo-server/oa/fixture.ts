import { startReceiver } from '../../chat-server/receiver.js';
import { startOaServer, type OaServerOptions } from './server.js';

export interface Answer {
  error: number;
  message: string;
  data?: Record<string, unknown>;
}

export interface TokenAnswer {
  access_token?: string;
  refresh_token?: string;
  expires_in?: string | number;
  error?: number;
  error_name?: string;
}

const closers: (() => Promise<void>)[] = [];

/** Closes what the fixtures of a test have opened. */
export async function closeFixtures(): Promise<void> {
  for (const close of closers.splice(0)) await close();
}

/** An account with one commune's group and two people, signed in, and raw calls to it. */
export async function startFixture(options: OaServerOptions = {}) {
  const server = await startOaServer(options);
  closers.push(server.close);
  const an = server.addUser({ name: 'An', isOaAdmin: true });
  const binh = server.addUser({ name: 'Bình' });
  const group = server.addGroup({ title: 'Xã Hòa Bình', owner: an.id, members: [binh.id] });
  const pair = server.grant();

  const raw = (path: string, params?: object, headers: object = { access_token: pair.accessToken }) =>
    fetch(`${server.url}/v3.0/oa/${path}`, {
      method: params ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', ...headers },
      ...(params ? { body: JSON.stringify(params) } : {}),
    });
  const call = async (path: string, params?: object, headers?: object): Promise<Answer> =>
    (await (await raw(path, params, headers)).json()) as Answer;
  const send = (text: string, group_id = group.id): Promise<Answer> =>
    call('group/message', { recipient: { group_id }, message: { text } });
  const refreshRaw = (refresh_token: string, more: { secret?: string; app_id?: string } = {}) =>
    fetch(`${server.url}/v4/oa/access_token`, {
      method: 'POST',
      headers: { secret_key: more.secret ?? server.credentials.appSecret },
      body: new URLSearchParams({
        refresh_token,
        app_id: more.app_id ?? server.credentials.appId,
        grant_type: 'refresh_token',
      }),
    });
  const refresh = async (token: string, more: object = {}): Promise<TokenAnswer> =>
    (await (await refreshRaw(token, more)).json()) as TokenAnswer;
  const says = (text: string, more: object = {}) =>
    server.says({ chat: group.id, from: an.id, text, ...more });
  return { server, an, binh, group, pair, raw, call, send, refreshRaw, refresh, says };
}

/** A program behind the account's webhook. */
export async function receiver(
  server: { setWebhook: (args: { url: string }) => void },
  answer?: (count: number) => number | undefined,
) {
  const started = await startReceiver(answer);
  closers.push(started.close);
  server.setWebhook(started);
  return started;
}
