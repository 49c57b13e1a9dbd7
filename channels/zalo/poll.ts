import type { Logger } from 'pino';
import type { KeyedEvent } from '../channel.js';
import { pause, type BackOff } from '../intake/back-off.js';
import type { BotClient } from './client.js';
import { safeReason, type Trouble } from '../intake/trouble.js';

export interface PollOptions {
  client: BotClient;
  parse: (update: unknown) => KeyedEvent | null;
  store: (events: KeyedEvent[]) => Promise<void>;
  trouble: Trouble;
  log: Logger;
  pollSeconds: number;
  /** An empty poll that comes back sooner came from a gateway; those answer pages when asked too fast. */
  leastPollMs: number;
  backOff: BackOff;
  /** First pause while a stop waits. */
  backOffMs: number;
  /** How long a stop waits for an update in hand. */
  stopMs: number;
}

/**
 * Reads updates until `signal` aborts. The platform forgets what it handed over, so an update is kept here until it is
 * stored, however long that takes, and the next is not asked for before. For the same reason a stop does not cut the
 * poll under way: what it might carry would be gone. Resolves when nothing is in hand.
 */
export async function poll(options: PollOptions, signal: AbortSignal): Promise<void> {
  const hard = createDeadline(signal, options.stopMs);
  let failures = 0;
  try {
    while (!signal.aborted) {
      const begun = performance.now();
      try {
        const updates = await options.client.getUpdates(options.pollSeconds, { signal: hard.signal });
        await keep(options, updates, { signal, hard: hard.signal });
        options.trouble.over();
        failures = 0;
        if (updates.length === 0) await pause(options.leastPollMs - (performance.now() - begun), signal);
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        options.trouble.report(error);
        await pause(options.backOff(error, failures), signal);
      }
    }
  } finally {
    hard.clear();
  }
}

/** Stores what was handed over, again and again until it is safe or a stop has waited long enough. */
async function keep(
  { parse, store, trouble, log, backOff, backOffMs }: PollOptions,
  updates: unknown[],
  { signal, hard }: { signal: AbortSignal; hard: AbortSignal },
): Promise<void> {
  const events = updates.map(parse).filter((event) => event !== null);
  if (events.length === 0) return;
  for (let failures = 1; ; failures += 1) {
    try {
      return await store(events);
    } catch (error) {
      trouble.report(error);
      if (hard.aborted) {
        const keys = events.map(({ eventKey }) => eventKey);
        log.error(
          { keys, reason: safeReason(error) },
          'Stopped with a message from Zalo that could not be stored; it is lost.',
        );
        return;
      }
      // Once a stop was asked for, there is no time for long pauses.
      await pause(signal.aborted ? backOffMs : backOff(error, failures), signal.aborted ? hard : signal);
    }
  }
}

/** A signal that fires `ms` after `signal` does. */
function createDeadline(signal: AbortSignal, ms: number): { signal: AbortSignal; clear(): void } {
  const hard = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    timer = setTimeout(() => hard.abort(), ms);
  };
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true });
  return { signal: hard.signal, clear: () => clearTimeout(timer) };
}
