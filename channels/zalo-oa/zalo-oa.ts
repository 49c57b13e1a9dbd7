import type { Logger } from 'pino';
import type { ChannelTimeouts } from '../http/call.js';
import type { Capabilities, Channel, ChatAddress, Intake, KeyedEvent } from '../channel.js';
import { createBackOff } from '../intake/back-off.js';
import { createListener } from '../intake/listen.js';
import { plainText } from '../zalo/plain-text.js';
import type { Renderer, Shown } from '../zalo/render.js';
import { createRequester } from '../http/request.js';
import { createSender, refuseEdit } from '../zalo/send.js';
import { createTrouble, type Trouble } from '../intake/trouble.js';
import { createOaCaller } from './call.js';
import { createOaClient, type OaClient } from './client.js';
import { advice, diagnose, token } from './diagnose.js';
import { privateDays } from './errors.js';
import { modestPace, textLimit } from './guesses.js';
import { createNames } from './names.js';
import { openOwnGroups } from './own-groups.js';
import { addressReply, describeGroup, parseEvent } from './parse.js';
import { createRefresh } from './refresh.js';
import type { TokenStore } from './token-store.js';
import { createTokenKeeper } from './tokens.js';
import { createWebhook } from './webhook.js';

export type { OaTokens, StoredTokens, TokenStore } from './token-store.js';

export interface ZaloOaTimeouts extends ChannelTimeouts {
  /** How long one process has the right to refresh; longer than `sendMs`. */
  claimMs: number;
}

export interface ZaloOaOptions extends Renderer {
  appId: string;
  /** The app's secret, for the tokens. */
  appSecret: string;
  /** The first of the chain; those that follow live in `tokens`. A new one here begins a new chain. */
  refreshToken: string;
  /** The key on the account's webhook page, for signatures. */
  webhookSecret: string;
  /** The address at which the world reaches us, for advice. */
  webhookRoot?: string | undefined;
  /** The account's name as members mention it; '' when it is not known. */
  name?: string;
  tokens: TokenStore;
  /** Whether the bot sent this message: only then a quote of it concerns the bot. Other processes send too. */
  isOurs?: (groupId: string, messageId: string) => Promise<boolean>;
  /** `https://openapi.zalo.me`, or a fake. */
  apiRoot: string;
  /** `https://oauth.zaloapp.com`, or a fake. */
  oauthRoot: string;
  pace?: Capabilities['pace'];
  log: Logger;
  clock?: { now(): Date };
  timeouts?: Partial<ZaloOaTimeouts>;
}

const defaultTimeouts: ZaloOaTimeouts = {
  sendMs: 20_000,
  connectMs: 8_000,
  backOffMs: 1_000,
  claimMs: 30_000,
};

/**
 * A Zalo Official Account: its groups (GMF), in which all that is said is heard, and private chats with those who write to
 * it. Plain text only.
 */
export function createZaloOaChannel(options: ZaloOaOptions): Channel {
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const now = () => options.clock?.now() ?? new Date();
  const trouble = createTrouble(options.log, { platform: 'Zalo', advice, token });
  const { client, keeper } = openClient(options, timeouts, { trouble, now });
  const listener = createListener({
    async connect(signal, store) {
      const groups = await client.listGroups();
      if (groups.length > 0 && !signal.aborted)
        await store(groups.map((group) => describeGroup(group, now())));
    },
    trouble,
    backOff: createBackOff(timeouts.backOffMs, { unauthorized: 60 }),
  });
  const sent = createMemory();
  const parse = createReader(options, client, { now, isRemembered: sent.has });

  return {
    ...facts(options),
    webhook: createWebhook({ keys: options, parse, log: options.log, track: listener.track }),
    start: (intake: Intake) => listener.start((events) => intake('zalo-oa', events)),
    async stop() {
      await listener.stop();
      await keeper.close();
    },
    send: createSender(async (to, shown) => sent.add(await show(client, to, shown)), options),
    edit: refuseEdit,
    inviteLink: () => null,
    trouble: trouble.current,
    diagnose: () => diagnose(client, options.webhookRoot),
    ownGroups: openOwnGroups(client),
  };
}

interface Means {
  trouble: Trouble;
  now: () => Date;
}

function openClient(options: ZaloOaOptions, timeouts: ZaloOaTimeouts, means: Means) {
  const request = createRequester(timeouts.connectMs);
  const keeper = createTokenKeeper({
    store: options.tokens,
    refresh: createRefresh(request, { ...options, sendMs: timeouts.sendMs }),
    refreshToken: options.refreshToken,
    claimMs: Math.max(timeouts.claimMs, timeouts.sendMs + 2_000),
    ...means,
  });
  const call = createOaCaller(request, { ...options, ...timeouts, token: keeper.get });
  return { client: createOaClient(call), keeper };
}

interface Knowledge {
  now: () => Date;
  isRemembered: (messageId: string) => boolean;
}

/** Reads an event; of one that concerns the bot it also learns whom it quotes and what the sender is called. */
function createReader(options: ZaloOaOptions, client: OaClient, { now, isRemembered }: Knowledge) {
  const findName = createNames(client);
  const names = options.name ? [options.name] : [];
  return async (payload: unknown): Promise<KeyedEvent | null> => {
    const read = parseEvent(payload, { names, now: now() });
    if (read?.event.kind !== 'message') return read;
    const { chat, replyTo } = read.event;
    const isOurs =
      replyTo !== undefined &&
      (isRemembered(replyTo.messageId) ||
        ((await options.isOurs?.(chat.externalId, replyTo.messageId)) ?? false));
    const keyed = addressReply(read, isOurs);
    const { event } = keyed;
    if (event.kind !== 'message' || !event.addressed) return keyed;
    const name = await findName(event.sender.externalId, chat.isGroup ? chat.externalId : null);
    return { ...keyed, event: { ...event, sender: { ...event.sender, name } } };
  };
}

/** Ids of messages this process sent: a quote may come before the send is recorded. */
function createMemory(limit = 5_000) {
  const ids = new Set<string>();
  return {
    has: (id: string) => ids.has(id),
    add: (id: string) => {
      ids.add(id);
      if (ids.size > limit) ids.delete(ids.values().next().value ?? '');
      return id;
    },
  };
}

/** `[@id]` in a text would mention somebody, and `[@group]` everybody: nobody's words do that. */
const mentionPattern = /\[@([^\]\s]{1,80})\]/g;

function show(client: OaClient, { externalId, isGroup }: ChatAddress, shown: Shown): Promise<string> {
  const to = isGroup ? { group_id: externalId } : { user_id: externalId };
  const calm = (text: string) => text.replace(mentionPattern, '(@$1)');
  return 'photo' in shown
    ? client.sendPhoto(to, shown.photo, calm(shown.caption))
    : client.sendText(to, calm(shown.text));
}

function facts({
  name,
  pace = modestPace,
}: ZaloOaOptions): Pick<Channel, 'name' | 'label' | 'botName' | 'capabilities'> {
  return {
    name: 'zalo-oa',
    label: 'Zalo OA',
    botName: name ? `@${name}` : '',
    capabilities: {
      ...plainText,
      needsMention: false,
      privateDays,
      onePersonId: true,
      monthlyLimit: 0,
      textLimit,
      captionLimit: textLimit,
      pace,
    },
  };
}
