import { yearOf, type Period, type PeriodPlace } from '../core/summary/period.js';
import type { Wanted } from '../core/summary/read-period.js';
import type { SummaryContent } from '../core/summary/summary-content.js';
import type { Db } from './db.js';
import { gatherSummary, type Gathering } from './gather-summary.js';
import { createSummary, findSummary } from './summaries.js';

/** A report as it can be told now. `number` is null while it is not frozen. */
export interface Report {
  id: number | null;
  number: number | null;
  issue: number;
  /** When it was frozen, else now. */
  createdAt: Date;
  content: SummaryContent;
}

/** A period to report on, with the directive when it is that one's life. */
export interface ReportPeriod {
  period: Period;
  directiveId?: number;
}

/** What is wanted as a span of time; null when there is no such directive. */
export async function findReportPeriod(db: Db, wanted: Wanted, now: Date): Promise<ReportPeriod | null> {
  if (wanted.kind !== 'life') return { period: wanted };
  const { number } = wanted;
  const found = await db.directive.findUnique({
    where: { number },
    select: { id: true, sentAt: true, closedAt: true },
  });
  if (!found?.sentAt) return null;
  const endsAt = new Date((found.closedAt ?? now).getTime() + 1);
  return {
    period: { kind: 'directive', period: `#${number}`, startsAt: found.sentAt, endsAt },
    directiveId: found.id,
  };
}

/**
 * A past period as it was frozen, else counted now: so is one that was frozen before it was over, and one that runs. Needs
 * a transaction.
 */
export async function findReport(
  db: Db,
  { period, directiveId }: ReportPeriod,
  { place, now }: { place: PeriodPlace; now: Date },
): Promise<Report> {
  const frozen = period.endsAt <= now ? await findSummary(db, period) : null;
  if (frozen) return frozen;
  const gathering: Gathering = { period, place, now, ...(directiveId === undefined ? {} : { directiveId }) };
  const content = await gatherSummary(db, gathering);
  return { id: null, number: null, issue: 1, createdAt: now, content };
}

/**
 * What the next report on a period says. Of one that has a number it is the next issue: the same span as things are known
 * now, with what turned out otherwise. One that was frozen too early goes on to the end. Needs a transaction.
 */
export async function gatherIssue(
  db: Db,
  { period, directiveId }: ReportPeriod,
  { place, now }: { place: PeriodPlace; now: Date },
): Promise<SummaryContent> {
  const restates = await findSummary(db, period);
  return gatherSummary(db, {
    ...{ period, place, now },
    ...(directiveId === undefined ? {} : { directiveId }),
    ...(restates ? { restates } : {}),
  });
}

/** Freezes the report on a period under a number of its own, or as the next issue. Needs a transaction. */
export async function issueReport(
  db: Db,
  period: ReportPeriod,
  at: { place: PeriodPlace; now: Date },
): Promise<Report> {
  const content = await gatherIssue(db, period, at);
  const year = yearOf(at.now, at.place);
  return { ...(await createSummary(db, content, { now: at.now, year })), content };
}
