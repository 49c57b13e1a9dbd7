import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { withBar } from './with-bar.js';

function openTerminal() {
  const shown: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      shown.push(chunk.toString());
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY: true, columns: 80 }), text: () => shown.join('') };
}

/** What the bar writes when it ends: lines wrap again. */
const wrapsAgain = '\u001b[?7h';

describe('withBar', () => {
  test('shows how far the work is', async () => {
    const { stream, text } = openTerminal();
    const result = await withBar({ isTty: true, stream }, 'rows', async (bar) => {
      bar.start(4);
      bar.increment(1);
      bar.update(4);
      return Promise.resolve('done');
    });
    expect(result).toBe('done');
    expect(text()).toMatch(/rows \[=+\] 4\/4/);
    expect(text()).toContain(wrapsAgain);
  });

  test('ends with work that fails: nothing keeps the command alive', async () => {
    const { stream, text } = openTerminal();
    const work = withBar({ isTty: true, stream }, 'rows', async (bar) => {
      bar.start(4);
      await Promise.reject(new Error('no space left'));
    });
    await expect(work).rejects.toThrow('no space left');
    expect(text()).toContain(wrapsAgain);
  });

  test('is silent where nobody watches', async () => {
    const { stream, text } = openTerminal();
    await withBar({ isTty: false, stream }, 'rows', (bar) => Promise.resolve(bar.start(4)));
    expect(text()).toBe('');
  });
});
