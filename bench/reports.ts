import type pg from 'pg';
import { buildBrief } from '../core/report/brief.js';
import { parsePeriod } from '../core/summary/period.js';
import { parseSettings } from '../config/settings.js';
import { createWriting } from '../reports/write-report.js';
import { openDatabase, type Database } from '../store/db.js';
import { gatherSummary } from '../store/gather-summary.js';
import { applyMigrations } from '../store/migrations.js';
import { createSummary } from '../store/summaries.js';
import { connectToFill, fillHistory, week, weekBefore, weekEnd, weekStart } from './fill-history.js';
import { addAftermath, addWeek } from './fill-weeks.js';
import { median } from './median.js';
import type { Backends } from './servers.js';

const place = { zone: 'Asia/Ho_Chi_Minh', weekStart: 'mon' } as const;
const settings = parseSettings({});
const passes = 3;

export interface ReportRun {
  units: number;
  history: number;
  items: number;
  /** The whole report: gathered, frozen and put into words. */
  reportMs: number;
  /** One statement that counts the four classes of each unit from the same rows. */
  bareMs: number;
  /** The first report that there is: what it is compared with is counted for it, seven weeks back. */
  firstMs: number;
  peakMb: number;
}

/** A weekly report of so many units over so many replies, against a bare aggregate, in turn. */
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
    const times: { report: number; bare: number }[] = [];
    let items = 0;
    let peakMb = 0;
    for (let pass = 0; pass <= passes; pass += 1) {
      const bare = await time(() => countBare(client));
      const report = await time(async () => {
        items = await writeReport(db, '2026-W47', weekEnd);
        peakMb = Math.max(peakMb, process.memoryUsage().rss / 1024 / 1024);
      });
      if (pass > 0) times.push({ report, bare }); // the first one warms the caches
      await db.summary.deleteMany({ where: { period: '2026-W47' } });
    }
    return {
      units,
      history,
      items,
      reportMs: median(times.map(({ report }) => report)),
      bareMs: median(times.map(({ bare }) => bare)),
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

/** What a person would write by hand for the four figures of each unit: no replies, no history to compare with, nothing kept. */
async function countBare(client: pg.Client): Promise<void> {
  await client.query(
    `select a."unitId", count(*) filter (where a."doneAt" <= coalesce(a."dueAt", d."dueAt")) as "inTime",
      count(*) filter (where a."doneAt" > coalesce(a."dueAt", d."dueAt")) as late,
      count(*) filter (where a."doneAt" is null and coalesce(a."dueAt", d."dueAt") >= $2) as "inTerm",
      count(*) filter (where a."doneAt" is null and coalesce(a."dueAt", d."dueAt") < $2) as overdue
    from "Directive" d join "Assignment" a on a."directiveId" = d.id
    where d.state in ('open', 'closed') and d."sentAt" < $2 and (d."closedAt" is null or d."closedAt" >= $1)
      and (a."doneAt" is null or a."doneAt" >= $1) and not a.cancelled and not a.excused
    group by a."unitId"`,
    [weekStart, weekEnd],
  );
}
