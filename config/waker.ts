import type { Logger } from 'pino';

/** One add a name and id within this time: a burst of replies costs two wakes, not hundreds. */
const wakeSpacingMs = 20;
/** A queue that is away must not hold the stop up. */
const closeTimeoutMs = 1_000;

type Add = (queue: string, name: string, id: string) => Promise<unknown>;

/** A wake that went out lately, and whether an equal one was asked for since. */
interface Spacing {
  timer: NodeJS.Timeout;
  again: boolean;
}

/**
 * Adds wakes to queues: the first of a burst at once, the equal ones behind it as one. Faults are logged, never
 * thrown: the sweeps wake again.
 */
export function createWaker(addJob: Add, log: Logger) {
  const spacings = new Map<string, Spacing>();
  const adding = new Set<Promise<unknown>>();
  let isClosed = false;
  const add = (queue: string, name: string, id: string) => {
    const added = addJob(queue, name, id)
      .catch((error: Error) => log.warn({ queue, job: name, error: error.message }, 'wake failed'))
      .finally(() => adding.delete(added));
    adding.add(added);
  };
  const wake = (queue: string, name: string, id = ''): void => {
    if (isClosed) return;
    const key = `${queue} ${name} ${id}`;
    const spacing = spacings.get(key);
    if (spacing) {
      spacing.again = true;
      return;
    }
    add(queue, name, id);
    const open = () => {
      const isWanted = spacings.get(key)?.again;
      spacings.delete(key);
      if (isWanted) wake(queue, name, id);
    };
    spacings.set(key, { timer: setTimeout(open, wakeSpacingMs), again: false });
  };
  return {
    wake,
    /** Such a job begins here and now: it will see all that equal wakes were asked for so far. */
    begin(queue: string, name: string, id: string) {
      const spacing = spacings.get(`${queue} ${name} ${id}`);
      if (spacing) spacing.again = false;
    },
    isIdle: () => adding.size === 0 && [...spacings.values()].every(({ again }) => !again),
    async close() {
      isClosed = true;
      for (const { timer } of spacings.values()) clearTimeout(timer);
      await waitForAll(adding);
    },
  };
}

async function waitForAll(adding: Set<Promise<unknown>>): Promise<void> {
  const tooLate = new Promise((resolve) => setTimeout(resolve, closeTimeoutMs));
  await Promise.race([Promise.all(adding), tooLate]);
}
