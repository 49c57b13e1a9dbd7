import { buildBrief } from '../core/report/brief.js';
import { parsePeriod } from '../core/summary/period.js';
import { parseSettings } from '../config/settings.js';
import { createWriting } from '../reports/write-report.js';
import { openDatabase, type Database } from '../store/db.js';
import { gatherSummary } from '../store/gather-summary.js';
import { applyMigrations } from '../store/migrations.js';
import { createSummary } from '../store/summaries.js';
import { countAll, countFour } from './bare-report.js';
import { connectToFill, fillHistory, week, weekBefore, weekEnd, weekStart } from './fill-history.js';
import { addAftermath, addWeek } from './fill-weeks.js';
import { median } from './median.js';
import type { Backends } from './servers.js';

const place = { zone: 'Asia/Ho_Chi_Minh', weekStart: 'mon' } as const;
const settings = parseSettings({});
/** Of each, the median of so many is told. */
const passes = 5;

export interface ReportRun {
  units: number;
  history: number;
  items: number;
  /** The whole report: gathered, frozen and put into words. */
  reportMs: number;
  /** One statement that counts the four classes of each unit from the same rows. */
  fourMs: number;
  /** Statements for all figures and words that the report tells of the week. */
  allMs: number;
  /** The first report that there is: what it is compared with is counted for it, seven weeks back. */
  firstMs: number;
  peakMb: number;
}

/** A weekly report of so many units over so many replies, against bare aggregates, in turn. */
export async function measureReports(backends: Backends, units: number, history: number): Promise<ReportRun> {
  const url = await backends.createDatabase();
  await applyMigrations(url);
  const client = await connectToFill(url);
  await fillHistory(client, units, history);
  const db = openDatabase(url, 2);
  try {
    const firstMs = await time(() => writeReport(db, '2026-W46', weekStart));
    await addAftermath(client, weekBefore);
    await addWeek(client, units, week);
    await client.query('vacuum analyze');
    await client.query(`set jit = off; set work_mem = '32MB'`); // as the report's statements run
    const times: Record<'report' | 'four' | 'all', number>[] = [];
    let items = 0;
    let peakMb = 0;
    for (let pass = 0; pass <= passes; pass += 1) {
      const four = await time(() => countFour(client));
      const all = await time(() => countAll(client));
      const report = await time(async () => {
        items = await writeReport(db, '2026-W47', weekEnd);
        peakMb = Math.max(peakMb, process.memoryUsage().rss / 1024 / 1024);
      });
      if (pass > 0) times.push({ report, four, all }); // the first one warms the caches
      await db.summary.deleteMany({ where: { period: '2026-W47' } });
    }
    return {
      units,
      history,
      items,
      reportMs: median(times.map(({ report }) => report)),
      fourMs: median(times.map(({ four }) => four)),
      allMs: median(times.map(({ all }) => all)),
      firstMs,
      peakMb,
    };
  } finally {
    await client.end();
    await db.$disconnect();
  }
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

async function writeReport(db: Database, name: string, now: Date): Promise<number> {
  const period = parsePeriod(name, place)!;
  const content = await db.$transaction(
    async (tx) => {
      const gathered = await gatherSummary(tx, { period, place, now });
      await createSummary(tx, gathered, { now, year: 2026 });
      return gathered;
    },
    { timeout: 300_000 },
  );
  buildBrief(createWriting(settings, { content, number: 1, units: null, name: 'Tỉnh', locale: 'vi' }));
  return content.items.length;
}
