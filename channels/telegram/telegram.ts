import type { Logger } from 'pino';
import { SendError } from '../../core/errors.js';
import type { Capabilities, Channel, Intake, KeyedEvent } from '../channel.js';
import { createCaller, type Call } from './call.js';
import { chooseIntake, fetchIdentity, type WebhookSettings } from './connect.js';
import { createCourtesies } from './courtesies.js';
import { diagnose } from './diagnose.js';
import { createListener } from './listen.js';
import { linkMessage } from './message-link.js';
import { parseUpdate, type Identity } from './parse.js';
import { createPaceGuard, realClock, type GuardClock } from './pace-guard.js';
import { captionLimit, textLimit } from './render.js';
import { openFile } from './open-file.js';
import { createSender } from './send.js';
import { createThrottleScope } from './throttle-scope.js';
import { createTrouble } from './trouble.js';
import { createWebhook } from './webhook.js';

export interface TelegramTimeouts {
  /** A send or an edit, from the first byte to the last. */
  sendMs: number;
  /** Reactions, answers to presses, the command menu. */
  courtesyMs: number;
  /** Name look-up, TCP and TLS; less than `sendMs`, because it fails for sure where that one fails in doubt. */
  connectMs: number;
  /** How long Telegram holds an empty poll. */
  pollSeconds: number;
  /** First pause after a fault of intake; it doubles. */
  backOffMs: number;
}

export interface TelegramOptions {
  token: string;
  apiRoot: string;
  webhook?: WebhookSettings;
  pace: Capabilities['pace'];
  log: Logger;
  clock?: GuardClock;
  timeouts?: Partial<TelegramTimeouts>;
}

const defaultTimeouts: TelegramTimeouts = {
  sendMs: 20_000,
  courtesyMs: 5_000,
  connectMs: 8_000,
  pollSeconds: 30,
  backOffMs: 1_000,
};

export function createTelegramChannel(options: TelegramOptions): Channel {
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  const now = () => options.clock?.now() ?? new Date();
  const call = createGuardedCaller(options, timeouts);
  let me: Identity | null = null;
  const identify = async (by: Call = call) => (me ??= await fetchIdentity(by));
  const listener = createListener({
    connect: async (signal) => {
      const abortable: Call = (method, params) => call(method, params, { signal });
      await identify(abortable);
      await chooseIntake(abortable, options.webhook);
    },
    poll: options.webhook
      ? null
      : { call, parse: (update) => (me ? parseUpdate(update, me, now()) : null), ...timeouts },
    trouble: createTrouble(options.log, Date.now),
    backOffMs: timeouts.backOffMs,
  });
  const parse = async (update: unknown): Promise<KeyedEvent | null> =>
    parseUpdate(update, await identify(), now());

  return {
    name: 'telegram',
    label: 'Telegram',
    capabilities: describeCapabilities(options.pace),
    get botName() {
      return me ? `@${me.username}` : '';
    },
    ...(options.webhook
      ? { webhook: createWebhook({ ...options.webhook, parse, log: options.log, track: listener.track }) }
      : {}),
    start: (intake: Intake) => listener.start((events) => intake('telegram', events)),
    stop: () => listener.stop(),
    ...createSender(call),
    ...createCourtesies(call, timeouts.courtesyMs, options.log),
    openFile: (ref) => openFile(call, options, ref),
    messageLink: linkMessage,
    inviteLink: (code) => (me ? `https://t.me/${me.username}?startgroup=${encodeURIComponent(code)}` : null),
    diagnose: () => diagnose(call, now, options.webhook),
  };
}

/** What the platform counts does not leave before its time. */
function createGuardedCaller(options: TelegramOptions, timeouts: TelegramTimeouts): Call {
  const call = createScopedCaller(options, timeouts);
  const guard = createPaceGuard(options.pace.perSecond, options.clock ?? realClock);
  return (method, params, limits) =>
    /^(send|edit)/.test(method) ? guard(() => call(method, params, limits)) : call(method, params, limits);
}

/** A 429 names no scope; several chats refused at once tell it. */
function createScopedCaller(options: TelegramOptions, timeouts: TelegramTimeouts): Call {
  const scopeOf = createThrottleScope(Date.now);
  return createCaller({
    token: options.token,
    apiRoot: options.apiRoot,
    sendMs: timeouts.sendMs,
    connectMs: Math.min(timeouts.connectMs, timeouts.sendMs / 2),
    onFault(error, params) {
      if (error.fault.kind !== 'throttled') return error;
      const chat = params['chat_id'];
      const scope = typeof chat === 'number' || typeof chat === 'string' ? scopeOf(String(chat)) : 'channel';
      return new SendError({ ...error.fault, scope }, error.code, error.message);
    },
  });
}

function describeCapabilities(pace: Capabilities['pace']): Capabilities {
  return {
    buttons: true,
    edits: true,
    reactions: true,
    replyTo: true,
    needsMention: false,
    files: 'own',
    monthlyLimit: 0,
    inviteLinks: true,
    textLimit,
    captionLimit,
    pace,
  };
}
