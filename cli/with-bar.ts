import { SingleBar } from 'cli-progress';

export interface Bar {
  start: (total: number) => void;
  update: (done: number) => void;
  increment: (by: number) => void;
}

/**
 * Shows on a terminal how far a piece of work is. However the work ends, the bar ends: its clock would keep a command
 * that failed alive, without a word.
 */
export async function withBar<T>(
  { isTty, stream = process.stderr }: { isTty: boolean; stream?: NodeJS.WritableStream },
  what: string,
  work: (bar: Bar) => Promise<T>,
): Promise<T> {
  const bar = isTty ? new SingleBar({ format: `${what} [{bar}] {value}/{total}`, stream }) : null;
  try {
    return await work({
      start: (total) => bar?.start(total, 0),
      update: (done) => bar?.update(done),
      increment: (by) => bar?.increment(by),
    });
  } finally {
    bar?.stop();
  }
}
