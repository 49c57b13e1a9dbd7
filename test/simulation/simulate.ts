import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { openServers } from '../harness/servers.js';
import { check } from './properties.js';
import { sayDifferences, sayRun, sayViolations } from './report.js';
import type { Options } from './run.js';
import { simulate } from './simulation.js';

const usage = `npm run simulate -- [--units 200] [--days 90] [--seed 1] [--backend servers|embedded] [--start 2027-01-04]`;
const print = (line: string) => void process.stdout.write(`${line}\n`);

function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      units: { type: 'string', default: '200' },
      days: { type: 'string', default: '90' },
      seed: { type: 'string', default: '1' },
      backend: { type: 'string', default: 'servers' },
      start: { type: 'string', default: '2027-01-04' },
    },
  });
  const [units, days, seed] = [values.units, values.days, values.seed].map(Number);
  const { backend, start } = values;
  const isRight =
    Number.isInteger(units) && units! >= 8 && Number.isInteger(days) && days! >= 1 && Number.isInteger(seed);
  if (!isRight || (backend !== 'servers' && backend !== 'embedded') || !/^\d{4}-\d\d-\d\d$/.test(start))
    throw new Error(usage);
  return { units: units!, days: days!, seed: seed!, backend, start };
}

async function main(): Promise<void> {
  const options = readOptions();
  const bar = new SingleBar({
    format: '{bar} {value}/{total} days · {messages} messages · {differences} differ',
    hideCursor: true,
  });
  const opened = await openServers();
  const startedAt = performance.now();
  bar.start(options.days, 0, { messages: 0, differences: 0 });
  try {
    const run = await simulate(opened.servers, options, (days, { seen, differences }) =>
      bar.update(Math.min(options.days, Math.floor(days)), {
        messages: seen.length,
        differences: differences.length,
      }),
    );
    bar.stop();
    for (const line of sayRun(run, (performance.now() - startedAt) / 1000)) print(line);
    for (const line of [...sayDifferences(run, options), ...sayViolations(run)]) print(line);
    process.exitCode = run.differences.length > 0 || check(run).length > 0 ? 1 : 0;
  } finally {
    bar.stop();
    await opened.stop();
  }
}

await main().catch((error: Error) => {
  process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exitCode = 1;
});
