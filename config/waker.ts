import type { Logger } from 'pino';

/** One add a name and id within this time: a burst of replies costs one wake, not hundreds. */
const wakeSpacingMs = 20;
/** A queue that is away must not hold the stop up. */
const closeTimeoutMs = 1_000;

interface Target {
  add(name: string, data: { id: string }): Promise<unknown>;
}

/** Adds wakes to queues, a burst of equal ones as one. Faults are logged, never thrown: the sweeps wake again. */
export function createWaker(queueOf: (name: string) => Target, log: Logger) {
  const pending = new Map<string, NodeJS.Timeout>();
  const adding = new Set<Promise<unknown>>();
  let isClosed = false;
  const add = (queue: string, name: string, id: string) => {
    const added = queueOf(queue)
      .add(name, { id })
      .catch((error: Error) => log.warn({ queue, job: name, error: error.message }, 'wake failed'))
      .finally(() => adding.delete(added));
    adding.add(added);
  };
  return {
    wake(queue: string, name: string, id = ''): void {
      const key = `${queue} ${name} ${id}`;
      if (isClosed || pending.has(key)) return;
      const fire = () => {
        pending.delete(key);
        add(queue, name, id);
      };
      pending.set(key, setTimeout(fire, wakeSpacingMs));
    },
    isIdle: () => pending.size === 0 && adding.size === 0,
    async close() {
      isClosed = true;
      for (const timer of pending.values()) clearTimeout(timer);
      await Promise.race([
        Promise.all(adding),
        new Promise((resolve) => setTimeout(resolve, closeTimeoutMs)),
      ]);
    },
  };
}
