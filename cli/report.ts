import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { systemClock, type Clock } from '../config/clock.js';
import { placeOf } from '../config/rules.js';
import type { Settings } from '../config/settings.js';
import { reportFormats, type ReportFormat } from '../core/report/report-ref.js';
import { readPeriod } from '../core/summary/read-period.js';
import type { Locale } from '../locales/texts.js';
import type { ReportMeans } from '../reports/links.js';
import { renderReport } from '../reports/render-report.js';
import { createWriting } from '../reports/write-report.js';
import { transact, type Database } from '../store/db.js';
import { findProfile } from '../store/profiles.js';
import {
  findReport,
  findReportPeriod,
  issueReport,
  type Report,
  type ReportPeriod,
} from '../store/reports.js';
import { findUnit } from '../store/units.js';

export interface ReportIo {
  write(line: string): void;
  writeError(line: string): void;
  clock?: Pick<Clock, 'now'>;
}

interface Options {
  period: string;
  unit: string | undefined;
  format: ReportFormat;
  out: string;
  locale: Locale;
  issue: boolean;
}

const usage = `Usage: giaoban report --period PERIOD --format ${reportFormats.join('|')} --out FILE
  PERIOD         2026-W47, 2026-11, 2026-Q4, 2026-H2, 2026, 2026-11-01..2026-11-15, or #12 for one directive
  --unit CODE    a unit and those below it
  --locale vi|en the language; the organisation's unless said
  --issue        give the report a number and keep it as it is now; of a period that has one, the next issue`;

/** `giaoban report …`: a report as a file. Returns the exit code. */
export async function report(
  args: string[],
  io: ReportIo,
  settings: Settings,
  means: ReportMeans & { db: Database },
): Promise<number> {
  const options = readOptions(args, settings);
  if (typeof options === 'string') {
    io.writeError(`${options}\n${usage}`);
    return 2;
  }
  const now = (io.clock ?? systemClock).now();
  const place = placeOf(settings);
  const wanted = readPeriod(options.period, now, place);
  const period = wanted && (await findReportPeriod(means.db, wanted, now));
  if (!period || period.period.startsAt > now) return refuse(io, sayNoPeriod(options.period, period));
  const unit = options.unit === undefined ? null : await findUnit(means.db, options.unit);
  if (options.unit !== undefined && !unit)
    return refuse(io, `There is no unit with the code ${options.unit}.`);
  const found = await find(means.db, settings, { period, now, issue: options.issue });
  const writing = createWriting(settings, {
    ...found,
    units: unit && [unit.id],
    name: unit ? `${unit.code} ${unit.name}` : settings.ORG_NAME,
    locale: options.locale,
  });
  const profile = await findProfile(means.db, options.locale, settings.ORG_NAME);
  const file = await renderReport(means, { writing, profile, signedOn: found.createdAt }, options.format);
  await writeFile(options.out, file);
  io.write(
    `${options.out}: ${found.number === null ? 'provisional figures' : `report no. ${found.number}`}.`,
  );
  return 0;
}

function readOptions(args: string[], settings: Settings): Options | string {
  const string = { type: 'string' } as const;
  const strings = { period: string, unit: string, format: string, out: string, locale: string };
  try {
    const { values } = parseArgs({ args, options: { ...strings, issue: { type: 'boolean' } } });
    const { period, unit, format, out, locale, issue = false } = values;
    if (period === undefined || out === undefined) return 'Name a period and a file.';
    if (!reportFormats.includes(format as ReportFormat)) return `Name a format: ${reportFormats.join(', ')}.`;
    if (locale !== undefined && locale !== 'vi' && locale !== 'en') return 'The locale is vi or en.';
    return {
      ...{ period, unit, out, format: format as ReportFormat, issue },
      locale: locale ?? settings.ORG_LOCALE,
    };
  } catch (error) {
    return (error as Error).message;
  }
}

function refuse(io: ReportIo, words: string): number {
  io.writeError(words);
  return 1;
}

function sayNoPeriod(text: string, period: ReportPeriod | null): string {
  return period ? `${text} has not begun yet.` : `${text} is no period and no directive that was sent.`;
}

function find(
  db: Database,
  settings: Settings,
  { period, now, issue }: { period: ReportPeriod; now: Date; issue: boolean },
): Promise<Report> {
  const at = { place: placeOf(settings), now };
  return transact(db, (tx) => (issue ? issueReport(tx, period, at) : findReport(tx, period, at)));
}
