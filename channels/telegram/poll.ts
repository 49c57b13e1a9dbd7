import { SendError } from '../../core/errors.js';
import type { KeyedEvent } from '../channel.js';
import { pause, type BackOff } from '../intake/back-off.js';
import type { Call } from '../http/call.js';
import type { Trouble } from '../intake/trouble.js';

/** Listed in full: what is left out keeps its former setting. https://core.telegram.org/bots/api#getupdates */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
  'message_reaction',
];

export interface PollOptions {
  call: Call;
  parse: (update: unknown) => KeyedEvent | null;
  store: (events: KeyedEvent[]) => Promise<void>;
  trouble: Trouble;
  pollSeconds: number;
  backOff: BackOff;
}

/** What the platform may take to answer beyond the time it was asked to wait. */
const answerSlackMs = 15_000;

/**
 * Reads updates until `signal` aborts. A batch is stored first and confirmed by the next call's offset, so what is not
 * stored comes again; what comes twice has the same key. Resolves when no batch is in hand.
 */
export async function poll(options: PollOptions, signal: AbortSignal): Promise<void> {
  let offset: number | undefined;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const updates = await fetchUpdates(options, offset, signal);
      const events = updates.map(options.parse).filter((event) => event !== null);
      if (events.length > 0) await options.store(events);
      offset = nextOffset(updates) ?? offset;
      options.trouble.over();
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      options.trouble.report(error);
      await pause(options.backOff(error, failures), signal);
    }
  }
}

async function fetchUpdates(
  options: PollOptions,
  offset: number | undefined,
  signal: AbortSignal,
): Promise<unknown[]> {
  const params = {
    timeout: options.pollSeconds,
    allowed_updates: allowedUpdates,
    ...(offset === undefined ? {} : { offset }),
  };
  const timeoutMs = options.pollSeconds * 1_000 + answerSlackMs;
  const updates = await options.call('getUpdates', params, { timeoutMs, signal });
  if (Array.isArray(updates)) return updates as unknown[];
  throw new SendError({ kind: 'unknown' }, 'bad-answer', 'getUpdates: the answer is no list');
}

function nextOffset(updates: unknown[]): number | undefined {
  const last: unknown = updates.at(-1);
  const id = typeof last === 'object' && last !== null && 'update_id' in last ? last.update_id : undefined;
  return typeof id === 'number' ? id + 1 : undefined;
}
