import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReply } from '../core/reading/read-reply.js';

export interface Readings {
  /** Replies of about 80 characters, read on one core. */
  perSecond: number;
  /** The slowest of the texts of 4,000 characters that ask most of the reader. */
  longestMs: number;
}

const examples = join(process.cwd(), 'core/reading/examples');
// The compiler goes on making the reader faster until about here.
const warm = 60_000;
const counted = 60_000;
const longTexts = [
  'xong chưa ',
  '1.',
  '12/15 ',
  'chưa, ',
  'không không ',
  'vì ',
  '👍',
  'xong em ',
  'a@',
  '+84',
];

/** Reads the example replies in a warm loop. The processor's time counts: other programs may share the machine. */
export function measureReadings(): Readings {
  const texts = listTexts();
  readAll(texts, warm);
  const spentMs = timed(() => readAll(texts, counted));
  const longest = longTexts.map((text) => {
    const long = text.repeat(4_000).slice(0, 4_000);
    return Math.min(...Array.from({ length: 20 }, () => timed(() => readReply(long))));
  });
  return { perSecond: (counted / spentMs) * 1_000, longestMs: Math.max(...longest) };
}

/** Replies of 60 to 100 characters, of all tables. */
function listTexts(): string[] {
  const files = readdirSync(examples).filter((name) => name.endsWith('.tsv'));
  const rows = files.flatMap((name) => readFileSync(join(examples, name), 'utf8').split('\n').slice(1));
  const texts = rows.map((row) => row.split('\t')[0]!.replaceAll('\\n', '\n'));
  return texts.filter(({ length }) => length >= 60 && length <= 100);
}

function readAll(texts: readonly string[], times: number): void {
  for (let count = 0; count < times; count += 1) readReply(texts[count % texts.length]!);
}

function timed(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
