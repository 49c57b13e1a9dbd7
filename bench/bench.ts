import type { Cost } from './cost.js';
import { median } from './median.js';
import { measurePaced } from './paced.js';
import { measurePages } from './pages.js';
import { measureReadings, type Readings } from './readings.js';
import { measureReports, type ReportRun } from './reports.js';
import { measureResting } from './resting.js';
import { openBackends } from './servers.js';
import { measureTick, type TickRun } from './tick.js';
import { measureUnpaced, type Unpaced } from './unpaced.js';

/** Pairs of program and yardstick; the median of their ratios is told, for the machine's speed drifts. */
const passes = 5;

const print = (line: string) => void process.stdout.write(`${line}\n`);
const row = (...cells: string[]) => print(`| ${cells.join(' | ')} |`);

/** `npm run bench -- tick` measures those rows alone. */
const alone = {
  readings: () => tellReadings(measureReadings()),
  unpaced: measureUnpacedAlone,
  reports: measureAllReports,
  tick: measureAllTicks,
  pages: measureAllPages,
} as const;
type Alone = keyof typeof alone;
const isAlone = (name: string): name is Alone => Object.hasOwn(alone, name);

const usage = `npm run bench [-- ${Object.keys(alone).join('|')}]`;
const asked = process.argv.slice(2);
if (asked.length > 1 || !asked.every(isAlone)) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}
const [only] = asked;
const readings = only ? null : measureReadings(); // first, while nothing else runs
const backends = await openBackends();
try {
  if (readings) await measureAll(readings);
  else if (only) await alone[only]();
} finally {
  await backends.stop();
}

async function measureAll(readings: Readings): Promise<void> {
  const rounds = await measureRounds();
  const paced = await measurePaced(backends);
  const resting = await measureResting(backends);
  const result = {
    pacedShare: Number(paced.share.toFixed(4)),
    paced429: paced.refused,
    deliverRatio: Number(median(rounds.map(deliverRatio)).toFixed(3)),
    intakeRatio: Number(median(rounds.map(intakeRatio)).toFixed(3)),
    readingsPerSecond: Math.round(readings.perSecond),
    restingMb: Math.round(Math.max(resting.servers, resting.embedded)),
  };
  const perSecond = (pick: (round: Unpaced) => number) => Math.round(median(rounds.map(pick))).toString();
  row('what', 'Giaoban', 'bare telegraf', 'ratio', 'goal');
  row('---', '---:', '---:', '---:', '---:');
  row('share of the allowed 30/s, 1,000 groups', String(result.pacedShare), '', '', '≥ 0.98');
  row('429 answers meanwhile', String(result.paced429), '', '', '0');
  row(
    'deliveries a second, no limits',
    perSecond((r) => r.delivered),
    perSecond((r) => r.bareSent),
    String(result.deliverRatio),
    '≥ 0.6',
  );
  row(
    'replies read and stored a second',
    perSecond((r) => r.taken),
    perSecond((r) => r.bareAnswered),
    String(result.intakeRatio),
    '≥ 0.4',
  );
  tellReadings(readings);
  row(
    'memory at rest: PostgreSQL + Redis, Telegram',
    `${Math.round(resting.servers)} MB`,
    '',
    '',
    '< 200 MB',
  );
  row('memory at rest: embedded default', `${Math.round(resting.embedded)} MB`, '', '', '< 200 MB');
  const reports = await measureAllReports();
  const ticks = await measureAllTicks();
  const pages = await measureAllPages();
  print(JSON.stringify({ ...result, ...reports, ...ticks, ...pages }));
}

function tellReadings({ perSecond, longestMs }: Readings): void {
  row(
    'replies of 80 characters read a second, one core',
    Math.round(perSecond).toString(),
    '',
    '',
    '≥ 20,000',
  );
  row('4,000 characters of anything read', `${longestMs.toFixed(1)} ms`, '', '', '< 5 ms');
}

function deliverRatio({ delivered, bareSent }: Unpaced): number {
  return delivered / bareSent;
}

function intakeRatio({ taken, bareAnswered }: Unpaced): number {
  return taken / bareAnswered;
}

async function measureRounds(): Promise<Unpaced[]> {
  await measureUnpaced(backends); // not counted: the first pass compiles
  const rounds: Unpaced[] = [];
  for (let pass = 0; pass < passes; pass += 1) rounds.push(await measureUnpaced(backends));
  return rounds;
}

/** Both ratios of every pass, and what an item costs in each process: that hardly depends on what else the machine does. */
async function measureUnpacedAlone(): Promise<void> {
  const rounds = await measureRounds();
  row('what', 'median', 'passes');
  row('---', '---:', '---');
  const tell = (what: string, digits: number, pick: (round: Unpaced) => number) => {
    const figures = rounds.map(pick);
    row(what, median(figures).toFixed(digits), figures.map((figure) => figure.toFixed(digits)).join(' '));
  };
  tell('deliveries a second', 0, ({ delivered }) => delivered);
  tell('of the bare loop', 3, deliverRatio);
  tell('replies a second', 0, ({ taken }) => taken);
  tell('of the bare bot', 3, intakeRatio);
  row('CPU ms of one', 'program', 'PostgreSQL', 'Bot API server');
  row('---', '---:', '---:', '---:');
  for (const name of ['delivery', 'bare send', 'reply', 'bare answer'] as const) {
    const ms = (part: keyof Cost) => median(rounds.map(({ costs }) => costs[name][part])).toFixed(3);
    row(name, ms('program'), ms('database'), ms('server'));
  }
}

/** Ticks over 10,000, 100,000 and 1,000,000 open parts: with one in a hundred due, and with as many due in each. */
async function measureAllTicks(): Promise<{ tickRowsRatio: number; tickMsRatio: number }> {
  const runs: TickRun[] = [];
  const cost = ({ rows, ms }: TickRun['look']) => `${Math.round(rows)} rows, ${ms.toFixed(1)} ms`;
  row('open parts', 'due', 'look, nothing due', 'look', 'look and work', 'work per due part');
  row('---:', '---:', '---:', '---:', '---:', '---:');
  for (const [open, due] of [
    [10_000, 100],
    [100_000, 100],
    [1_000_000, 100],
    [100_000, 1_000],
    [1_000_000, 10_000],
  ] as const) {
    const run = await measureTick(backends, open, due);
    runs.push(run);
    const each = { rows: run.whole.rows / due, ms: run.whole.ms / due };
    row(String(open), String(due), cost(run.calm), cost(run.look), cost(run.whole), cost(each));
  }
  const [small, , large] = runs as [TickRun, TickRun, TickRun];
  const ratio = (pick: (run: TickRun) => number) => Number((pick(large) / pick(small)).toFixed(2));
  return { tickRowsRatio: ratio(({ look }) => look.rows), tickMsRatio: ratio(({ whole }) => whole.ms) };
}

/** The admin's pages over 1,000 units and 50 open directives. */
async function measureAllPages(): Promise<{ pagesMs: number }> {
  const runs = await measurePages(backends);
  row('page', 'median', 'slowest', 'size', 'goal');
  row('---', '---:', '---:', '---:', '---:');
  for (const { path, medianMs, worstMs, kilobytes } of runs)
    row(path, `${Math.round(medianMs)} ms`, `${Math.round(worstMs)} ms`, `${kilobytes} kB`, '< 300 ms');
  return { pagesMs: Math.round(Math.max(...runs.map(({ medianMs }) => medianMs))) };
}

/** Weekly reports of 1,000 and 10,000 units, the small one over two lengths of history: neither time nor memory may grow with it. */
async function measureAllReports(): Promise<
  Record<'reportMs' | 'reportFourRatio' | 'reportAllRatio' | 'reportGrowth', number>
> {
  const runs: ReportRun[] = [];
  const ratio = (run: ReportRun, bare: 'fourMs' | 'allMs') => (run.reportMs / run[bare]).toFixed(2);
  row(
    'weekly report of',
    'items',
    'over replies',
    'report',
    'SQL of its four figures',
    'ratio',
    'SQL of all it tells',
    'ratio',
    'first report',
    'memory at most',
    'goal',
  );
  row(...Array.from({ length: 11 }, () => '---:'));
  for (const [units, history] of [
    [1_000, 500_000],
    [1_000, 5_000_000],
    [10_000, 5_000_000],
  ] as const) {
    const run = await measureReports(backends, units, history);
    runs.push(run);
    const ms = (name: 'reportMs' | 'fourMs' | 'allMs' | 'firstMs') => `${Math.round(run[name])} ms`;
    const against = (['fourMs', 'allMs'] as const).flatMap((bare) => [ms(bare), ratio(run, bare)]);
    const facts = [String(run.items), String(history), ms('reportMs'), ...against];
    row(`${units} units`, ...facts, ms('firstMs'), `${Math.round(run.peakMb)} MB`, '< 2 s, ≤ 2');
  }
  const [short, long, large] = runs as [ReportRun, ReportRun, ReportRun];
  return {
    reportMs: Math.round(large.reportMs),
    reportFourRatio: Number(ratio(large, 'fourMs')),
    reportAllRatio: Number(ratio(large, 'allMs')),
    reportGrowth: Number((long.reportMs / short.reportMs).toFixed(2)),
  };
}
