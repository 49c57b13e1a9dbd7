import type { KeyedEvent } from '../channel.js';
import { pause, type BackOff } from './back-off.js';
import type { Trouble } from './trouble.js';

/** Puts events where they are safe. */
export type Store = (events: KeyedEvent[]) => Promise<void>;

export interface ListenerOptions {
  connect: (signal: AbortSignal, store: Store) => Promise<void>;
  /** Runs until `signal` aborts; left out where updates come by HTTP. */
  poll?: (signal: AbortSignal, store: Store) => Promise<void>;
  trouble: Trouble;
  backOff: BackOff;
}

export interface Listener {
  start(store: Store): Promise<void>;
  stop(): Promise<void>;
  /** Counts a piece of work that `stop` must wait for. */
  track(this: void, work: Promise<void>): Promise<void>;
}

/** How long a start waits for the platform before it goes on in the background. */
const firstConnectMs = 1_500;

/** Connects with back-off, then polls where that is how updates come. */
export function createListener(options: ListenerOptions): Listener {
  const stopped = new AbortController();
  const underWay = new Set<Promise<void>>();
  let listening: Promise<void> = Promise.resolve();
  return {
    async start(store) {
      const scene = { signal: stopped.signal, store };
      const first = tryConnect(options, scene);
      listening = listen(options, first, scene);
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

interface Scene {
  signal: AbortSignal;
  store: Store;
}

/** `first` is the first attempt, already under way: its error, or null when it worked. */
async function listen(options: ListenerOptions, first: Promise<unknown>, scene: Scene): Promise<void> {
  const { signal, store } = scene;
  let error = await first;
  for (let failures = 1; error !== null && !signal.aborted; failures += 1) {
    await pause(options.backOff(error, failures), signal);
    if (!signal.aborted) error = await tryConnect(options, scene);
  }
  if (!signal.aborted) await options.poll?.(signal, store);
}

async function tryConnect({ connect, trouble }: ListenerOptions, { signal, store }: Scene): Promise<unknown> {
  try {
    await Promise.race([connect(signal, store), untilAborted(signal)]);
    trouble.over();
    return null;
  } catch (error) {
    if (!signal.aborted) trouble.report(error);
    return error ?? new Error('no connection');
  }
}

/** So that a stop does not wait for a platform that does not answer. */
function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
