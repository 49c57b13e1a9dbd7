import { placeOf } from '../../../config/rules.js';
import { sayPeriod } from '../../../core/report/say-period.js';
import { periodBefore, periodOf } from '../../../core/summary/period.js';
import { findWatcher } from '../../../services/find-watcher.js';
import { listSummaries, type ListedSummary } from '../../../store/summaries.js';
import { listUnitNames } from '../../../store/unit-names.js';
import type { Page, Visit } from '../page.js';
import { Moment } from '../parts/moment.js';
import { Pager, readPage } from '../parts/pager.js';
import { ReportForm } from '../report/report-form.js';
import { mayPublish } from '../report/open-wanted.js';

const path = '/admin/reports';
const size = 30;
/** More drafts than these wait for nobody. */
const mostDrafts = 10;

/** The frozen reports, the drafts that wait, and the way to one on any period. */
export const reportsPage: Page = {
  path: '/reports',
  right: 'watch',
  nav: { label: 'reports.title', icon: 'report' },
  async show(visit) {
    const { db, t, query, speaker } = visit;
    const page = readPage(query);
    const watcher = await findWatcher(db, speaker);
    const [frozen, drafts, units] = await Promise.all([
      listSummaries(db, 'frozen', { offset: page * size, most: size }),
      mayPublish(visit) ? listSummaries(db, 'drafts', { most: mostDrafts }) : null,
      listUnitNames(db, watcher),
    ]);
    const body = (
      <>
        <h1>{t('reports.title')}</h1>
        <section class="card" aria-labelledby="make">
          <h2 id="make">{t('reports.make')}</h2>
          <ReportForm visit={visit} units={units} wish={{ period: '', unit: '' }} />
          <Usual visit={visit} />
        </section>
        {drafts && drafts.total > 0 ? <List visit={visit} title="drafts" rows={drafts.rows} /> : null}
        <List visit={visit} title="frozen" rows={frozen.rows} />
        <Pager visit={visit} path={path} page={page} size={size} total={frozen.total} />
      </>
    );
    return { title: t('reports.title'), body };
  },
};

/** The periods that are asked for most. */
function Usual({ visit }: { visit: Visit }) {
  const { t, now, runtime } = visit;
  const place = placeOf(runtime.settings);
  const periods = (['week', 'month', 'quarter'] as const).flatMap((kind) => {
    const current = periodOf(kind, now, place);
    return [
      { period: current.period, label: t(`reports.usual.${kind}.this`) },
      { period: periodBefore(current, place)?.period ?? '', label: t(`reports.usual.${kind}.last`) },
    ];
  });
  return (
    <div class="pills">
      {periods.map(({ period, label }) => (
        <a class="pill" href={`${path}/read?period=${period}`}>
          {label}
        </a>
      ))}
    </div>
  );
}

function List({
  visit,
  title,
  rows,
}: {
  visit: Visit;
  title: 'drafts' | 'frozen';
  rows: readonly ListedSummary[];
}) {
  const { t, runtime } = visit;
  const place = placeOf(runtime.settings);
  return (
    <section class="card" aria-labelledby={title}>
      <h2 id={title}>{t(`reports.${title}`)}</h2>
      {rows.length === 0 ? <p class="empty">{t('reports.none')}</p> : null}
      <ul class="lines">
        {rows.map(({ id, number, period, issue, createdAt }) => (
          <li>
            <span class="what">
              <a href={`${path}/read?id=${id}`}>
                {number === null
                  ? t('summary.open', { period: sayPeriod(t, period, place) })
                  : t('summary.title', { number, period: sayPeriod(t, period, place) })}
              </a>
              {issue > 1 ? <span class="chip">{t('reports.issue', { issue })}</span> : null}
            </span>
            <span class="soft">
              {t(number === null ? 'reports.draftedAt' : 'reports.frozenAt')}{' '}
              <Moment visit={visit} at={createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
