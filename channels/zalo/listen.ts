import { pause, waitMs } from './back-off.js';
import type { Trouble } from './trouble.js';

export interface ListenerOptions {
  connect: (signal: AbortSignal) => Promise<void>;
  /** Runs until `signal` aborts; left out where updates come by HTTP. */
  poll?: (signal: AbortSignal) => Promise<void>;
  trouble: Trouble;
  backOffMs: number;
}

export interface Listener {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Counts a piece of work that `stop` must wait for. */
  track(this: void, work: Promise<void>): Promise<void>;
}

/** How long a start waits for the platform before it goes on in the background. */
const firstConnectMs = 1_500;

/** Connects with back-off, then polls. */
export function createListener(options: ListenerOptions): Listener {
  const stopped = new AbortController();
  const underWay = new Set<Promise<void>>();
  let listening: Promise<void> = Promise.resolve();
  return {
    async start() {
      const first = tryConnect(options, stopped.signal);
      listening = listen(options, first, stopped.signal);
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

/** `first` is the first attempt, already under way: its error, or null when it worked. */
async function listen(options: ListenerOptions, first: Promise<unknown>, signal: AbortSignal): Promise<void> {
  let error = await first;
  for (let failures = 1; error !== null && !signal.aborted; failures += 1) {
    await pause(waitMs(error, failures, options.backOffMs), signal);
    if (!signal.aborted) error = await tryConnect(options, signal);
  }
  if (!signal.aborted) await options.poll?.(signal);
}

async function tryConnect({ connect, trouble }: ListenerOptions, signal: AbortSignal): Promise<unknown> {
  try {
    await Promise.race([connect(signal), untilAborted(signal)]);
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
