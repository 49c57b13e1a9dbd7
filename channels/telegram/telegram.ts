import type { Logger } from 'pino';
import { SendError } from '../../core/errors.js';
import type { Capabilities, Channel, Intake, KeyedEvent } from '../channel.js';
import type { Call, ChannelTimeouts } from '../http/call.js';
import { advice, minimums, token } from './advice.js';
import { createCaller } from './call.js';
import { chooseIntake, fetchIdentity, type WebhookSettings } from './connect.js';
import { createCourtesies } from './courtesies.js';
import { diagnose } from './diagnose.js';
import { createBackOff } from '../intake/back-off.js';
import { createListener, type Listener } from '../intake/listen.js';
import { linkMessage } from './message-link.js';
import { parseUpdate, type Identity } from './parse.js';
import { createPaceGuard, realClock, type GuardClock } from './pace-guard.js';
import { poll } from './poll.js';
import { captionLimit, textLimit } from './render.js';
import { openFile } from './open-file.js';
import { createSender } from './send.js';
import { createThrottleScope } from './throttle-scope.js';
import { createTrouble, type Trouble } from '../intake/trouble.js';
import { createWebhook } from './webhook.js';

export interface TelegramTimeouts extends ChannelTimeouts {
  /** Reactions, answers to presses, the command menu. */
  courtesyMs: number;
  /** How long Telegram holds an empty poll. */
  pollSeconds: number;
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
  const trouble = createTrouble(options.log, { platform: 'Telegram', advice, token });
  const listener = listen(options, timeouts, {
    trouble,
    call,
    identify,
    parse: (update) => (me ? parseUpdate(update, me, now()) : null),
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
    trouble: trouble.current,
    diagnose: () => diagnose(call, now, options.webhook),
  };
}

interface Ways {
  trouble: Trouble;
  call: Call;
  identify: (by: Call) => Promise<Identity>;
  parse: (update: unknown) => KeyedEvent | null;
}

/** Learns who we are, chooses how updates come, and polls where there is no webhook. */
function listen({ webhook }: TelegramOptions, timeouts: TelegramTimeouts, ways: Ways): Listener {
  const { trouble, call, identify, parse } = ways;
  const backOff = createBackOff(timeouts.backOffMs, minimums);
  const options = { parse, call, trouble, backOff, pollSeconds: timeouts.pollSeconds };
  return createListener({
    async connect(signal) {
      const abortable: Call = (method, params) => call(method, params, { signal });
      await identify(abortable);
      await chooseIntake(abortable, webhook);
    },
    ...(webhook ? {} : { poll: (signal, store) => poll({ ...options, store }, signal) }),
    ...{ trouble, backOff },
  });
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
    keepsFiles: true,
    monthlyLimit: 0,
    inviteLinks: true,
    privateDays: 0,
    onePersonId: true,
    textLimit,
    captionLimit,
    pace,
  };
}
