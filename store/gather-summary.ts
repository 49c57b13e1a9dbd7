import {
  periodBefore,
  periodsBefore,
  reachesEnd,
  yearEarlier,
  type Period,
  type PeriodPlace,
} from '../core/summary/period.js';
import { countByUnit, passedOnIn } from '../core/summary/count-by-unit.js';
import type { PeriodCounts, SummaryContent } from '../core/summary/summary-content.js';
import { isOpen } from '../core/summary/summary-view.js';
import { meanwhile, planForValues, type Db } from './db.js';
import { correctLast, findTurned } from './restatements.js';
import { findLastSummary, findSummary, type LastSummary, type Summary } from './summaries.js';
import {
  findKnown,
  listAsks,
  listDirectivesOf,
  listExcusedIn,
  listNotices,
  listUnitsThen,
  withThoseAbove,
  type UnitThen,
} from './summary-facts.js';
import { countPeriod, countPeriods } from './summary-history.js';
import type { Span } from './items-then.js';
import { countReadings } from './heard.js';
import { countDeliveries } from './summary-deliveries.js';
import { gatherItems } from './summary-items.js';

/** So many periods a trend goes back. */
const historyLength = 7;

export interface Gathering {
  period: Period;
  place: PeriodPlace;
  now: Date;
  /** The directive, when the period is its life. */
  directiveId?: number;
  /** A report on the period that is said anew: the same span, whatever has passed since. */
  restates?: Summary;
}

/**
 * The report on a period until `now`, or on the whole of it when it is over. A week begins where the last week's
 * frozen one ended, so that nothing falls between two reports. Needs a transaction.
 */
export async function gatherSummary(db: Db, gathering: Gathering): Promise<SummaryContent> {
  const { period, place, now, directiveId, restates } = gathering;
  await planForValues(db);
  const last = restates ? asLast(restates) : await findLastSummary(db, period);
  const before = periodBefore(period, place);
  const next = last && before?.period === last.period && reachesEnd(before, last.endsAt) ? last : null;
  const span = restates ? spanOf(restates.content) : findSpan(period, next, now);
  const whole: Span = {
    ...span,
    ...(next ? { listOpen: () => next.read().items.filter(isOpen) } : {}),
    ...(directiveId === undefined ? {} : { directiveId }),
  };
  const known = await findKnown(db);
  const tree = await listUnitsThen(db, span.endsAt);
  const [facts, { turned, sent, earlier }] = await meanwhile(
    gatherFacts(db, { span: whole, tree, now }),
    () => gatherBeside(db, gathering, { span: whole, last, next }),
  );
  const corrections = last && turned && correctLast(last, turned, facts.items);
  const mentioned = new Set([...facts.items, ...facts.excused].map(({ unitId }) => unitId));
  for (const { unitId } of corrections?.list ?? []) mentioned.add(unitId);
  const units = withThoseAbove(tree, mentioned);
  return {
    kind: period.kind,
    period: period.period,
    startsAt: span.startsAt.toISOString(),
    endsAt: span.endsAt.toISOString(),
    ...facts,
    ...sent,
    units: units.map(({ id, code, name, parentId }) => ({ id, code, name, parentId })),
    history: earlier.history,
    yearBefore: earlier.yearBefore,
    corrections,
    known,
  };
}

const asLast = ({ content, ...summary }: Summary): LastSummary => ({
  ...summary,
  period: content.period,
  endsAt: new Date(content.endsAt),
  read: () => content,
});

const spanOf = ({ startsAt, endsAt }: SummaryContent) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
});

/** What happened this very millisecond counts; a period does not hold its end. */
function findSpan({ kind, startsAt, endsAt }: Period, next: LastSummary | null, now: Date) {
  return {
    startsAt: kind === 'week' && next ? next.endsAt : startsAt,
    endsAt: now < endsAt ? new Date(now.getTime() + 1) : endsAt,
  };
}

/** What stands beside the items. The periods before are asked for last: of the other answers much is made in the program. */
async function gatherBeside(
  db: Db,
  gathering: Gathering,
  { span, last, next }: { span: Span; last: LastSummary | null; next: LastSummary | null },
) {
  const [turned, sent] = await Promise.all([last && findTurned(db, last.read()), countDeliveries(db, span)]);
  const earlier = gathering.restates?.content ?? (await gatherHistory(db, gathering, next?.read() ?? null));
  return { turned, sent, earlier };
}

async function gatherFacts(
  db: Db,
  { span, tree, now }: { span: Span; tree: readonly UnitThen[]; now: Date },
) {
  const { endsAt } = span;
  // Whether a group can be reached is known for today only.
  const isNow = now.getTime() - endsAt.getTime() < reachKnownMs;
  const reachable = new Set(tree.flatMap(({ id, isReachable }) => (isReachable ? [id] : [])));
  const { items, heard } = await gatherItems(db, span, (unitId) => !isNow || reachable.has(unitId));
  const [directives, readings] = await meanwhile(listDirectivesOf(db, items, span), () =>
    countReadings(heard),
  );
  return {
    directives,
    items,
    notices: await listNotices(db, span),
    asks: await listAsks(db, span),
    excused: await listExcusedIn(db, span, directives),
    readings,
  };
}

const reachKnownMs = 3 * 24 * 3600_000;

/** The periods before and the same one a year earlier: as they were frozen, else counted now. */
async function gatherHistory(
  db: Db,
  { period, place }: Gathering,
  next: SummaryContent | null,
): Promise<Pick<SummaryContent, 'history' | 'yearBefore'>> {
  const earlier = yearEarlier(period, place);
  const frozen = earlier && (await findSummary(db, earlier));
  return {
    history: next
      ? [countContent(next), ...next.history].slice(0, historyLength)
      : await countPeriods(db, periodsBefore(period, historyLength, place)),
    yearBefore: frozen ? countContent(frozen.content) : earlier && (await countPeriod(db, earlier)),
  };
}

const countContent = ({ period, items, units, directives }: SummaryContent): PeriodCounts => ({
  period,
  units: countByUnit(items, units, passedOnIn(directives)),
});
