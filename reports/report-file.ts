import type { Clock } from '../config/clock.js';
import { placeOf } from '../config/rules.js';
import type { Settings } from '../config/settings.js';
import { parseReportRef, type ReportRef } from '../core/report/report-ref.js';
import { parseWanted } from '../core/summary/read-period.js';
import { transact, type Database, type Db } from '../store/db.js';
import { findProfile } from '../store/profiles.js';
import { findReport, findReportPeriod, type Report } from '../store/reports.js';
import { findSummaryById } from '../store/summaries.js';
import type { ReportMeans } from './links.js';
import { renderReport } from './render-report.js';
import { createWriting } from './write-report.js';

export interface FileMeans extends ReportMeans {
  db: Database;
  settings: Settings;
  clock: Pick<Clock, 'now'>;
}

/** Makes the file that a reference names; null when there is no such report (any more). */
export async function makeReportFile(means: FileMeans, text: string): Promise<Uint8Array | null> {
  const ref = parseReportRef(text);
  const report = ref && (await transact(means.db, (tx) => find(tx, means, ref)));
  if (!ref || !report) return null;
  const { content, number, issue, createdAt } = report;
  const { units, name, locale, format } = ref;
  const writing = createWriting(means.settings, { content, number, issue, units, name, locale });
  const profile = await findProfile(means.db, locale, means.settings.ORG_NAME);
  return renderReport(means, { writing, profile, signedOn: createdAt }, format);
}

async function find(
  db: Db,
  { settings, clock }: FileMeans,
  { id, period }: ReportRef,
): Promise<Report | null> {
  if (id !== null) return findSummaryById(db, id);
  const place = placeOf(settings);
  const now = clock.now();
  const wanted = parseWanted(period, place);
  const found = wanted && (await findReportPeriod(db, wanted, now));
  return found && findReport(db, found, { place, now });
}
