import type { EventEmitter } from 'node:events';

interface Showable {
  id: number | string;
  text: string;
  service?: string;
}

/** The messages of a chat once they satisfy the condition; an error that says what was there instead. */
export function waitForShown<Shown extends Showable>(
  changed: EventEmitter,
  read: () => Shown[],
  wanted: (shown: Shown[]) => boolean,
  timeoutMs: number,
): Promise<Shown[]> {
  return new Promise((resolve, reject) => {
    const check = (): void => {
      const now = read();
      if (!wanted(now)) return;
      end();
      resolve(now);
    };
    const timer = setTimeout(() => {
      end();
      const texts = read().map(({ id, text, service }) => `${id}: ${text.slice(0, 120) || (service ?? '')}`);
      reject(new Error(`not shown within ${timeoutMs} ms; the chat shows:\n${texts.join('\n')}`));
    }, timeoutMs);
    const end = (): void => {
      clearTimeout(timer);
      changed.off('change', check);
    };
    changed.on('change', check);
    check();
  });
}
