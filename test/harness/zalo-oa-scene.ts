import { PassThrough } from 'node:stream';
import { pino } from 'pino';
import type { InboundEvent, Intake } from '../../channels/channel.js';
import type { OaTokens, StoredTokens, TokenStore } from '../../channels/zalo-oa/token-store.js';
import { createZaloOaChannel } from '../../channels/zalo-oa/zalo-oa.js';
import { startOaServer, type OaServerOptions } from '../zalo-server/oa/server.js';
import { openWebhookPlace } from './webhook-place.js';

const closers: (() => unknown)[] = [];
/** For afterEach. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

function createStore(): TokenStore {
  let row: StoredTokens | null = null;
  let claimedUntil = new Date(0);
  return {
    load: async () => row,
    claim: async (version, now, until) =>
      (row?.version ?? 0) === version && claimedUntil <= now && ((claimedUntil = until), true),
    save: async (version: number, tokens: OaTokens) => {
      claimedUntil = new Date(0);
      row = { ...tokens, version: version + 1 };
      return true;
    },
  };
}

/** An Official Account with one group, and the channel for it. */
export async function begin(
  behaviour: NonNullable<OaServerOptions['behaviour']> = {},
  limits: { sendMs?: number } = {},
) {
  const server = await startOaServer({ behaviour: { retriesMs: [50, 50, 50], ...behaviour } });
  closers.push(server.close);
  const hoa = server.addUser({ name: 'Hoa' });
  const group = server.addGroup({ title: 'Xã An Phú', owner: hoa.id });
  const passed = { ms: 0 };
  const logged: string[] = [];
  const stream = new PassThrough().on('data', (line: Buffer) => logged.push(line.toString()));
  const { appId, appSecret, webhookSecret } = server.credentials;
  const channel = createZaloOaChannel({
    appId,
    appSecret,
    webhookSecret,
    refreshToken: server.grant().refreshToken,
    name: 'UBND huyện Mẫu Sơn',
    tokens: createStore(),
    apiRoot: server.url,
    oauthRoot: server.url,
    clock: { now: () => new Date(Date.now() + passed.ms) },
    log: pino({ level: 'debug' }, stream),
    timeouts: { backOffMs: 20, ...limits },
  });
  closers.push(() => channel.stop());
  const events: InboundEvent[] = [];
  const keys: string[] = [];
  const intake: Intake = async (_name, keyed) => {
    events.push(...keyed.map(({ event }) => event));
    keys.push(...keyed.map(({ eventKey }) => eventKey));
  };
  const place = await openWebhookPlace();
  closers.push(place.close);
  place.take(channel, intake);
  server.setWebhook({ url: `${place.url}/webhooks/zalo-oa` });
  const to = { externalId: group.id, threadId: '', isGroup: true };
  const says = (text: string, replyTo?: string) =>
    server.says({ chat: group.id, from: hoa.id, text, ...(replyTo ? { replyTo } : {}) });
  return { server, hoa, group, channel, events, keys, intake, logged, passed, to, says, place };
}

export type Begun = Awaited<ReturnType<typeof begin>>;
