import { readFile } from 'node:fs/promises';
import type { Organisation } from './organisation.js';
import type { BotServer } from './servers.js';

/** Milliseconds on a processor for one item, by process. */
export interface Cost {
  program: number;
  database: number;
  server: number;
}

/** Does the work and tells what each of its items cost, on Linux; elsewhere only the program's own share is known. */
export async function measureCost<T>(
  server: BotServer,
  organisation: Organisation | null,
  items: number,
  work: () => Promise<T>,
): Promise<[T, Cost]> {
  const before = await readAll(server, organisation);
  const result = await work();
  const after = await readAll(server, organisation);
  const spent = (name: keyof Cost) => (after[name] - before[name]) / items;
  return [result, { program: spent('program'), database: spent('database'), server: spent('server') }];
}

async function readAll({ pid }: BotServer, organisation: Organisation | null): Promise<Cost> {
  const { user, system } = process.cpuUsage();
  const database = organisation ? await readBackends(organisation) : 0;
  return { program: (user + system) / 1000, database, server: await readMs(pid) };
}

async function readBackends({ app }: Organisation): Promise<number> {
  const backends = await app.runtime.db.$queryRaw<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database()`;
  const times = await Promise.all(backends.map(({ pid }) => readMs(pid)));
  return times.reduce((sum, ms) => sum + ms, 0);
}

/** https://docs.kernel.org/scheduler/sched-stats.html: the first figure is time spent on a processor, in nanoseconds. */
async function readMs(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => '0');
  return Number(text.split(' ')[0]) / 1e6;
}
