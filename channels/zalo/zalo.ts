import type { Logger } from 'pino';
import type { ChannelTimeouts } from '../http/call.js';
import type { Capabilities, Channel, ChatAddress, Intake, KeyedEvent } from '../channel.js';
import { createCaller } from './call.js';
import { createBotClient, type BotClient, type Me } from './client.js';
import { diagnose } from './diagnose.js';
import { knowsOnePersonId, modestPace } from './guesses.js';
import { createBackOff } from '../intake/back-off.js';
import { createListener } from '../intake/listen.js';
import { parseUpdate, unwrap } from './parse.js';
import { plainText } from './plain-text.js';
import { poll } from './poll.js';
import { textLimit, type Renderer, type Shown } from './render.js';
import { createSender, refuseEdit } from './send.js';
import { createTrouble } from '../intake/trouble.js';
import { unknownFields } from './update-schema.js';
import { createWebhook, webhookPath } from './webhook.js';

export interface ZaloTimeouts extends ChannelTimeouts {
  /** How long Zalo holds an empty poll. Short, because a stop waits for it: see `poll`. */
  pollSeconds: number;
  /** The least from one poll to the next when nothing came. */
  leastPollMs: number;
  /** How long a stop waits for the poll under way and for an update that can't be stored. */
  stopMs: number;
}

export interface ZaloBotOptions extends Renderer {
  /** From Zalo Bot Creator. */
  token: string;
  /** `https://bot-api.zaloplatforms.com`, or a fake. */
  apiRoot: string;
  /** The name that stands behind @ in a mention, such as "Bot Giao ban"; '' when it is not known. */
  botName: string;
  /** Without it updates are polled. The secret has 8 to 256 characters. */
  webhook?: { secret: string; publicUrl: string };
  pace?: Capabilities['pace'];
  /** Messages a month that the account's plan allows; 0 is no limit. */
  monthlyLimit?: number;
  log: Logger;
  clock?: { now(): Date };
  timeouts?: Partial<ZaloTimeouts>;
}

const defaultTimeouts: ZaloTimeouts = {
  sendMs: 20_000,
  connectMs: 8_000,
  pollSeconds: 5,
  leastPollMs: 1_000,
  backOffMs: 1_000,
  stopMs: 7_000,
};

/** A wrong token stays wrong until a restart. */
const minimums = { unauthorized: 60, 'not-found': 30, 'webhook-active': 30 };

const platform = { name: 'zalo', label: 'Zalo' };

const token = { setting: 'ZALO_BOT_TOKEN', place: 'Zalo Bot Creator' };

const advice = {
  unauthorized:
    'Zalo does not know this bot token. Copy the token again from Zalo Bot Creator into ZALO_BOT_TOKEN and restart; trying again slowly.',
  'not-found':
    'Zalo does not know this bot or this address. Check ZALO_BOT_TOKEN and ZALO_API_ROOT; trying again slowly.',
  'webhook-active':
    'Another program has set a webhook for this bot, so its messages go there. Stop that program, then restart this one.',
  network: 'Zalo cannot be reached. Check the network, the name server and ZALO_API_ROOT; trying again.',
  throttled: 'Zalo asks for a pause, or the messages of the month are used up; trying again later.',
  intake: 'A message from Zalo could not be stored. It is kept in memory until it is; check the database.',
  other: 'Zalo did not answer as expected; trying again.',
};

/** The Zalo Bot Platform: groups people already have, plain text, no buttons. */
export function createZaloBotChannel(options: ZaloBotOptions): Channel {
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const { log, webhook } = options;
  const botName = options.botName.trim().replace(/^@/, '');
  const client = createBotClient(createCaller({ ...options, ...timeouts }));
  const trouble = createTrouble(log, { platform: 'Zalo', advice, token });
  const backOff = createBackOff(timeouts.backOffMs, minimums);
  const webhookUrl = webhook ? webhook.publicUrl.replace(/\/+$/, '') + webhookPath : null;
  const { parse, meet } = createReader(options, botName);
  const listener = createListener({
    async connect(signal) {
      meet(await client.getMe({ signal }));
      if (webhook && webhookUrl) await client.setWebhook(webhookUrl, webhook.secret, { signal });
      else await client.deleteWebhook({ signal });
    },
    ...(webhook
      ? {}
      : {
          poll: (signal, store) => poll({ client, parse, store, trouble, backOff, log, ...timeouts }, signal),
        }),
    ...{ trouble, backOff },
  });

  return {
    ...platform,
    capabilities: describeCapabilities(options),
    botName: `@${botName || 'Bot'}`,
    ...(webhook
      ? { webhook: createWebhook({ ...webhook, ...timeouts, parse, log, track: listener.track }) }
      : {}),
    start: (intake: Intake) => listener.start((events) => intake('zalo', events)),
    stop: () => listener.stop(),
    send: createSender((to, shown) => show(client, to, shown), options),
    edit: refuseEdit,
    inviteLink: () => null,
    trouble: trouble.current,
    diagnose: () => diagnose(client, { botName, webhookUrl }),
  };
}

/** Reads payloads; once the account is met, its own names are taken off mentions too. */
function createReader({ log, clock }: ZaloBotOptions, botName: string) {
  const noteFields = createFieldNotes(log);
  let names = [botName];
  return {
    meet: ({ display_name = '', account_name }: Me) => {
      names = [botName, display_name, account_name];
    },
    parse: (payload: unknown): KeyedEvent | null => {
      noteFields(unwrap(payload));
      return parseUpdate(payload, { names, now: clock?.now() ?? new Date() });
    },
  };
}

function show(client: BotClient, { externalId }: ChatAddress, shown: Shown): Promise<string> {
  return 'photo' in shown
    ? client.sendPhoto(externalId, shown.photo, shown.caption)
    : client.sendMessage(externalId, shown.text);
}

/** Says each new field's name once: how Zalo marks replies and mentions is written nowhere. */
function createFieldNotes(log: Logger): (update: unknown) => void {
  const seen = new Set<string>();
  return (update) => {
    const fields = unknownFields(update).filter((field) => !seen.has(field) && seen.size < 100);
    if (fields.length === 0) return;
    for (const field of fields) seen.add(field);
    log.info({ fields }, 'Zalo sent fields that are not known yet');
  };
}

function describeCapabilities({ pace = modestPace, monthlyLimit = 0 }: ZaloBotOptions): Capabilities {
  return {
    ...plainText,
    needsMention: true,
    privateDays: 0,
    onePersonId: knowsOnePersonId,
    monthlyLimit,
    textLimit,
    captionLimit: textLimit,
    pace,
  };
}
