import type { KeyedEvent } from '../channel.js';
import { pause, waitMs } from './back-off.js';
import { poll, type PollOptions } from './poll.js';
import type { Trouble } from './trouble.js';

type Store = (events: KeyedEvent[]) => Promise<void>;

export interface ListenerOptions {
  connect: (signal: AbortSignal) => Promise<void>;
  /** Null with a webhook: then updates come by HTTP. */
  poll: Omit<PollOptions, 'store' | 'trouble' | 'backOffMs'> | null;
  trouble: Trouble;
  backOffMs: number;
}

export interface Listener {
  start(store: Store): Promise<void>;
  stop(): Promise<void>;
  /** Counts a piece of work that `stop` must wait for. */
  track(this: void, work: Promise<void>): Promise<void>;
}

/** How long a start waits for the platform before it goes on in the background. */
const firstConnectMs = 1_500;

/** Connects with back-off, then polls; everything ends within a moment of `stop`. */
export function createListener(options: ListenerOptions): Listener {
  const stopped = new AbortController();
  const underWay = new Set<Promise<void>>();
  let listening: Promise<void> = Promise.resolve();
  return {
    async start(store) {
      const first = tryConnect(options, stopped.signal);
      listening = listen(options, { first, store, signal: stopped.signal });
      await Promise.race([first, pause(firstConnectMs, stopped.signal)]);
    },
    async stop() {
      stopped.abort();
      await listening;
      await Promise.allSettled(underWay);
    },
    async track(work) {
      underWay.add(work);
      try {
        await work;
      } finally {
        underWay.delete(work);
      }
    },
  };
}

interface Listening {
  /** The first attempt, already under way: its error, or null when it worked. */
  first: Promise<unknown>;
  store: Store;
  signal: AbortSignal;
}

async function listen(options: ListenerOptions, { first, store, signal }: Listening): Promise<void> {
  const { trouble, backOffMs } = options;
  let error = await first;
  for (let failures = 1; error !== null && !signal.aborted; failures += 1) {
    await pause(waitMs(error, failures, backOffMs), signal);
    if (!signal.aborted) error = await tryConnect(options, signal);
  }
  if (!options.poll || signal.aborted) return;
  await poll({ ...options.poll, store, trouble, backOffMs }, signal);
}

async function tryConnect({ connect, trouble }: ListenerOptions, signal: AbortSignal): Promise<unknown> {
  try {
    await connect(signal);
    trouble.over();
    return null;
  } catch (error) {
    if (!signal.aborted) trouble.report(error);
    return error;
  }
}
