import { placeOf } from '../../../config/rules.js';
import { describeSpan } from '../../../core/lateness/say-lateness.js';
import { measureSpan } from '../../../core/replies/time-span.js';
import { sayShortPeriod } from '../../../core/report/say-period.js';
import { countClasses, summaryClasses } from '../../../core/summary/classify.js';
import { responseTimes } from '../../../core/summary/figures.js';
import { periodOf, periodsBefore } from '../../../core/summary/period.js';
import { pathOf } from '../../../core/tree.js';
import { findWatcher } from '../../../services/find-watcher.js';
import { listPartsOfUnit, type UnitPart } from '../../../store/matrix.js';
import { listTree, type TreeUnit } from '../../../store/unit-names.js';
import { classTones } from '../classes.js';
import { classifyParts, type Classed } from '../matrix/classed.js';
import { marks } from '../matrix/grid.js';
import type { Page, Visit } from '../page.js';
import { drawTrend } from '../parts/chart.js';
import { Due, Moment } from '../parts/moment.js';
import { Pager, readPage } from '../parts/pager.js';
import { Shares } from '../parts/shares.js';

/** What a unit was given before that is history. */
const mostParts = 500;
const size = 50;
const weeksShown = 8;

/** One unit over time: what it was given and how it stood with it, and how quickly it answers. */
export const unitPage: Page = {
  path: '/matrix/:code',
  right: 'watch',
  nav: { under: '/matrix' },
  async show(visit) {
    const { db, t, speaker, params, now } = visit;
    const [watcher, tree] = [await findWatcher(db, speaker), await listTree(db)];
    const unit = tree.find(({ code }) => code === (params['code'] ?? '').toUpperCase());
    if (!unit || (watcher.unitIds !== null && !watcher.unitIds.includes(unit.id))) return null;
    const parts = await classifyParts(db, await listPartsOfUnit(db, unit.id, mostParts), now);
    const trend = countWeeks(visit, parts);
    const body = (
      <>
        <Head visit={visit} unit={unit} tree={tree} />
        <div class="columns">
          <section class="card" aria-labelledby="history">
            <h2 id="history">{t('matrix.history')}</h2>
            {parts.length === 0 ? <p class="empty">{t('matrix.noParts')}</p> : await drawTrend(t, trend)}
          </section>
          <Standing visit={visit} parts={parts} />
        </div>
        <Parts visit={visit} unit={unit} parts={parts} />
      </>
    );
    return { title: `${unit.code} ${unit.name}`, body };
  },
};

function Head({ visit, unit, tree }: { visit: Visit; unit: TreeUnit; tree: readonly TreeUnit[] }) {
  const { t } = visit;
  const names = new Map(tree.map((one) => [one.id, one]));
  const above = pathOf(tree, unit.id).slice(1).reverse();
  const hasBelow = tree.some(({ parentId }) => parentId === unit.id);
  return (
    <>
      <p class="crumbs">
        <a href="/admin/matrix">{t('matrix.title')}</a>
        {above.map((id) => ` › ${names.get(id)?.name ?? ''}`)}
      </p>
      <h1>
        {unit.code} {unit.name}
      </h1>
      <div class="row">
        {hasBelow ? (
          <a class="button" href={`/admin/matrix?branch=${encodeURIComponent(unit.code)}`}>
            {t('matrix.below')}
          </a>
        ) : null}
        <a class="button" href={`/admin/reports/read?unit=${encodeURIComponent(unit.code)}`}>
          {t('matrix.report')}
        </a>
      </div>
    </>
  );
}

/** By the week in which it was given, as it stands now; the oldest first. */
function countWeeks({ t, now, runtime }: Visit, parts: readonly Classed<UnitPart>[]) {
  const place = placeOf(runtime.settings);
  const current = periodOf('week', now, place);
  return [current, ...periodsBefore(current, weeksShown - 1, place)].reverse().map((week) => ({
    label: sayShortPeriod(t, week.period, place),
    counts: countClasses(parts.filter(({ sentAt }) => sentAt >= week.startsAt && sentAt < week.endsAt)),
  }));
}

/** The four classes of all it was given, and how quickly it answered. */
function Standing({ visit, parts }: { visit: Visit; parts: readonly Classed<UnitPart>[] }) {
  const { t } = visit;
  const counts = countClasses(parts);
  const shares = summaryClasses.map((name) => ({
    label: t(`summary.class.${name}`),
    count: counts[name],
    tone: classTones[name],
  }));
  const times = responseTimes({
    directives: parts.map(({ directiveId, sentAt }) => ({ id: directiveId, sentAt: sentAt.toISOString() })),
    items: parts.map(({ directiveId, answeredAt }) => ({
      directiveId,
      answeredAt: answeredAt && answeredAt.getTime(),
    })),
  });
  const say = (ms: number) => describeSpan(t, measureSpan(new Date(0), new Date(ms)));
  return (
    <section class="card" aria-labelledby="standing">
      <h2 id="standing">{t('matrix.standing')}</h2>
      {parts.length === 0 ? null : <Shares shares={shares} label={t('matrix.standing')} />}
      <p>
        {times
          ? t('report.response', { count: times.count, median: say(times.medianMs), slow: say(times.slowMs) })
          : t('matrix.noAnswer')}
      </p>
    </section>
  );
}

const columns = ['directive', 'state', 'sent', 'due', 'answered'];

function Parts({
  visit,
  unit,
  parts,
}: {
  visit: Visit;
  unit: TreeUnit;
  parts: readonly Classed<UnitPart>[];
}) {
  const { t, query } = visit;
  if (parts.length === 0) return null;
  const page = readPage(query);
  const path = `/admin/matrix/${encodeURIComponent(unit.code)}`;
  return (
    <section class="card" aria-labelledby="parts">
      <h2 id="parts">
        {t('matrix.parts')} <span class="count">{parts.length}</span>
      </h2>
      <table class="table">
        <thead>
          <tr>
            {columns.map((name) => (
              <th scope="col">{t(`matrix.column.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.slice(page * size, (page + 1) * size).map((part) => (
            <PartRow visit={visit} unit={unit} part={part} />
          ))}
        </tbody>
      </table>
      <Pager visit={visit} path={path} page={page} size={size} total={parts.length} />
    </section>
  );
}

function PartRow({ visit, unit, part }: { visit: Visit; unit: TreeUnit; part: Classed<UnitPart> }) {
  const { t } = visit;
  const { number, title, class: name, sentAt, dueAt, doneAt, answeredAt } = part;
  const took = answeredAt && describeSpan(t, measureSpan(sentAt, answeredAt < sentAt ? sentAt : answeredAt));
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/directives/${number}/${encodeURIComponent(unit.code)}`}>
          <strong>#{number}</strong> {title}
        </a>
      </th>
      <td>
        <span class={`mark ${name}`} aria-hidden="true">
          {marks[name]}
        </span>{' '}
        {t(`summary.class.${name}`)}
      </td>
      <td data-label={t('matrix.column.sent')}>
        <Moment visit={visit} at={sentAt} />
      </td>
      <td>{doneAt === null ? <Due visit={visit} at={dueAt} /> : null}</td>
      <td data-label={t('matrix.column.answered')}>{took ?? t('matrix.notYet')}</td>
    </tr>
  );
}
