import { median } from './median.js';
import { measurePaced } from './paced.js';
import { measureReadings } from './readings.js';
import { measureReports, type ReportRun } from './reports.js';
import { measureResting } from './resting.js';
import { openBackends } from './servers.js';
import { measureUnpaced, type Unpaced } from './unpaced.js';

/** Pairs of program and yardstick; the median of their ratios is told, for the machine's speed drifts. */
const passes = 5;

const print = (line: string) => void process.stdout.write(`${line}\n`);
const row = (...cells: string[]) => print(`| ${cells.join(' | ')} |`);

const readings = measureReadings(); // first, while nothing else runs
const backends = await openBackends();
try {
  await measureUnpaced(backends); // not counted: the first pass compiles
  const rounds: Unpaced[] = [];
  for (let pass = 0; pass < passes; pass += 1) rounds.push(await measureUnpaced(backends));
  const paced = await measurePaced(backends);
  const resting = await measureResting(backends);
  const result = {
    pacedShare: Number(paced.share.toFixed(4)),
    paced429: paced.refused,
    deliverRatio: Number(median(rounds.map((round) => round.delivered / round.bareSent)).toFixed(3)),
    intakeRatio: Number(median(rounds.map((round) => round.taken / round.bareAnswered)).toFixed(3)),
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
  row(
    'replies of 80 characters read a second, one core',
    String(result.readingsPerSecond),
    '',
    '',
    '≥ 20,000',
  );
  row('4,000 characters of anything read', `${readings.longestMs.toFixed(1)} ms`, '', '', '< 5 ms');
  row(
    'memory at rest: PostgreSQL + Redis, Telegram',
    `${Math.round(resting.servers)} MB`,
    '',
    '',
    '< 200 MB',
  );
  row('memory at rest: embedded default', `${Math.round(resting.embedded)} MB`, '', '', '< 200 MB');
  const reports = await measureAllReports();
  print(JSON.stringify({ ...result, ...reports }));
} finally {
  await backends.stop();
}

/** Weekly reports of 1,000 and 10,000 units, the large one over 5,000,000 replies. */
async function measureAllReports(): Promise<{ reportMs: number; reportRatio: number }> {
  const small = await measureReports(backends, 1_000, 500_000);
  const large = await measureReports(backends, 10_000, 5_000_000);
  const ratio = (run: ReportRun) => (run.reportMs / run.bareMs).toFixed(1);
  for (const run of [small, large])
    row(
      `weekly report of ${run.units} units, ${run.items} items, ${run.history} replies before`,
      `${Math.round(run.reportMs)} ms`,
      `${Math.round(run.bareMs)} ms (SQL)`,
      ratio(run),
      '< 2 s, ≤ 2',
    );
  row(
    'memory of the process meanwhile',
    `${Math.round(large.peakMb)} MB`,
    `${Math.round(small.peakMb)} MB`,
    '',
    '',
  );
  return { reportMs: Math.round(large.reportMs), reportRatio: Number(ratio(large)) };
}
