import { z } from 'zod';
import { placeOf } from '../../../config/rules.js';
import { isAllowed } from '../../../core/authorise.js';
import { UserError } from '../../../core/errors.js';
import type { Writing } from '../../../core/report/report-head.js';
import { readPeriod } from '../../../core/summary/read-period.js';
import { findPeriod, findScope, writeReport, type Scope } from '../../../services/reports/open-report.js';
import { transact, type Db } from '../../../store/db.js';
import { findReport, type Report } from '../../../store/reports.js';
import { findStored } from '../../../store/summaries.js';
import { findUnit } from '../../../store/units.js';
import type { Visit } from '../page.js';

const wishSchema = z.object({
  id: z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined),
  period: z.string().trim().max(100).catch(''),
  unit: z.string().trim().max(60).catch(''),
});

/** What the address asks for: a report by its id, or on a period in words, of everything or of one unit. */
export interface Wish {
  id?: number | undefined;
  period: string;
  unit: string;
}

export const readWish = ({ query }: Pick<Visit, 'query'>): Wish =>
  wishSchema.parse(Object.fromEntries(query));

export interface Opened {
  report: Report;
  writing: Writing;
  scope: Scope | null;
  /** It has an id and no number yet. */
  isDraft: boolean;
}

/** The report an address names, as far as the visitor watches; null when there is none for them. Throws UserError. */
export function openWanted(visit: Visit): Promise<Opened | null> {
  return transact(visit.db, (db) => open(visit, db, readWish(visit)));
}

async function open(visit: Visit, db: Db, wish: Wish): Promise<Opened | null> {
  const asking = { ...visit, db };
  const unit = wish.unit === '' ? null : await findUnit(db, wish.unit);
  if (wish.unit !== '' && !unit) throw new UserError('summary.unknownUnit', { code: wish.unit });
  const scope = await findScope(asking, unit);
  const report =
    wish.id === undefined ? await tell(visit, db, wish.period) : await findKept(visit, db, wish.id);
  if (!report) return null;
  const isDraft = report.id !== null && report.number === null;
  return { report, writing: writeReport(asking, report, scope), scope, isDraft };
}

/** A draft is for those who may publish it. */
async function findKept(visit: Visit, db: Db, id: number): Promise<Report | null> {
  const report = await findStored(db, id);
  return report?.number === null && !mayPublish(visit) ? null : report;
}

async function tell(visit: Visit, db: Db, words: string): Promise<Report> {
  const place = placeOf(visit.runtime.settings);
  const wanted = readPeriod(words, visit.now, place);
  if (!wanted) throw new UserError('reports.form');
  const period = await findPeriod({ ...visit, db }, wanted);
  return findReport(db, period, { place, now: visit.now });
}

/** Reports are published for the whole organisation. */
export const mayPublish = ({ speaker }: Pick<Visit, 'speaker'>): boolean =>
  isAllowed(speaker.roles, 'publish-report', []);
