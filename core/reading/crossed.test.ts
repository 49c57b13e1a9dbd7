import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { foldText } from '../text/fold.js';
import { readReply } from './read-reply.js';

// So many of each frame, always the same ones.
const perFrame = 60;

const rowsOf = (name: string): string[][] =>
  readFileSync(fileURLToPath(new URL(`crossed/${name}.tsv`, import.meta.url)), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'));

const fillers = rowsOf('words') as [string, string][];
const wordsFor = (gap: string): string[] => fillers.flatMap(([name, word]) => (name === gap ? word : []));
const gaps = new Map(['do', 'who', 'of', 'harm', 'lack', 'paper'].map((gap) => [gap, wordsFor(gap)]));

/** The n-th way to fill a frame: each gap walks through its words at a pace of its own. */
function fill(frame: string, n: number): { text: string; title: string } {
  let gap = 0;
  let title = '';
  const text = frame.replace(/\{(\w+)\}/g, (_, name: string) => {
    const all = gaps.get(name)!;
    const word = all[(n * (2 * gap + 7) + gap * 5) % all.length]!;
    gap += 1;
    if (name === 'do') title = word[0]!.toUpperCase() + word.slice(1);
    return word;
  });
  return { text, title: n % 2 === 0 ? title : '' };
}

test.each(rowsOf('frames') as [string, string][])('%s', (frame, wanted) => {
  const misread: string[] = [];
  for (let n = 0; n < perFrame; n += 1) {
    const { text, title } = fill(frame, n);
    for (const said of [text, foldText(text)]) {
      const { status } = readReply(said, title);
      const isRight = wanted === '!done' ? status !== 'done' : status === null || status === wanted;
      if (!isRight) misread.push(`${said} [${title}]: ${status}`);
    }
  }
  expect(misread).toEqual([]);
});
