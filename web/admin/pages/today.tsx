import { placeOf } from '../../../config/rules.js';
import { sayPeriod } from '../../../core/report/say-period.js';
import { compareUrgency } from '../../../core/replies/urgency.js';
import { summaryClasses, sumCounts, type Counts } from '../../../core/summary/classify.js';
import { periodOf } from '../../../core/summary/period.js';
import { findWatcher } from '../../../services/find-watcher.js';
import { overMany } from '../../../store/db.js';
import { needKinds, listNeeds, type Need, type NeedKind } from '../../../store/needs.js';
import { listOpenProgress, type OpenDirective } from '../../../store/progress.js';
import { listSummaries } from '../../../store/summaries.js';
import { countRunning } from '../../../store/week-classes.js';
import { classTones } from '../classes.js';
import type { Page, Visit } from '../page.js';
import { Live } from '../parts/live.js';
import { Ago, Due } from '../parts/moment.js';
import { Progress, Shares } from '../parts/shares.js';
import { mayPublish } from '../report/open-wanted.js';

/** So many lines of a kind; the rest is a number. */
const shownNeeds = 5;
const shownDirectives = 50;

/** What needs the reader, what is open, and how the week stands. */
export const todayPage: Page = {
  path: '/today',
  right: 'watch',
  nav: { label: 'today.title', icon: 'today' },
  async show(visit) {
    const { db, t, now, runtime, speaker } = visit;
    const watcher = await findWatcher(db, speaker);
    const week = periodOf('week', now, placeOf(runtime.settings));
    const [needs, drafts, open, counts] = await Promise.all([
      overMany(db, (tx) => listNeeds(tx, watcher, { now, most: shownNeeds })),
      mayPublish(visit) ? listSummaries(db, 'drafts', { most: shownNeeds }) : noDrafts,
      listOpenProgress(db, watcher),
      overMany(db, (tx) => countRunning(tx, { watcher, startsAt: week.startsAt, now })),
    ]);
    const body = (
      <Live id="today" address="/admin/today">
        <h1>{t('today.title')}</h1>
        <Needs visit={visit} needs={needs} drafts={drafts} />
        <div class="columns">
          <OpenList visit={visit} open={open.sort(compareUrgency)} />
          <Week visit={visit} counts={counts} period={week.period} />
        </div>
      </Live>
    );
    return { title: t('today.title'), body };
  },
};

type Drafts = Awaited<ReturnType<typeof listSummaries>>;
const noDrafts: Drafts = { rows: [], total: 0 };

function Needs({ visit, needs, drafts }: { visit: Visit; needs: readonly Need[]; drafts: Drafts }) {
  const { t } = visit;
  const isCalm = needs.length === 0 && drafts.total === 0;
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">{t('today.needs')}</h2>
      {isCalm ? <p class="empty">{t('today.nothing')}</p> : null}
      <div class="cards">
        {needKinds.map((kind) => {
          const lines = needs.filter((need) => need.kind === kind);
          return lines.length === 0 ? null : <NeedCard visit={visit} kind={kind} lines={lines} />;
        })}
        {drafts.total > 0 ? <DraftsCard visit={visit} drafts={drafts} /> : null}
      </div>
    </section>
  );
}

const tones: Record<NeedKind, 'bad' | 'fair' | 'calm'> = {
  moreTime: 'calm',
  acceptance: 'calm',
  question: 'calm',
  unread: 'fair',
  blocked: 'bad',
  uncertain: 'fair',
  failed: 'bad',
  overdue: 'bad',
  unreachable: 'fair',
};

function NeedCard({ visit, kind, lines }: { visit: Visit; kind: NeedKind; lines: readonly Need[] }) {
  const { t } = visit;
  const { total } = lines[0]!;
  return (
    <section class="card need" aria-labelledby={`need-${kind}`}>
      <h3 id={`need-${kind}`}>
        <span class={`dot ${tones[kind]}`} aria-hidden="true" />
        {t(`today.kind.${kind}`)} <span class="count">{total}</span>
      </h3>
      <ul class="lines">
        {lines.map((need) => (
          <NeedLine visit={visit} need={need} />
        ))}
      </ul>
      {total > lines.length ? <p class="soft">{t('today.more', { count: total - lines.length })}</p> : null}
    </section>
  );
}

function DraftsCard({ visit, drafts: { rows, total } }: { visit: Visit; drafts: Drafts }) {
  const { t, runtime } = visit;
  return (
    <section class="card need" aria-labelledby="need-drafts">
      <h3 id="need-drafts">
        <span class="dot calm" aria-hidden="true" />
        {t('today.kind.drafts')} <span class="count">{total}</span>
      </h3>
      <ul class="lines">
        {rows.map(({ id, period, createdAt }) => (
          <li>
            <span class="what">
              <a href={`/admin/reports/read?id=${id}`}>{sayPeriod(t, period, placeOf(runtime.settings))}</a>
              <span class="soft">
                {' · '}
                <Ago visit={visit} at={createdAt} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      {total > rows.length ? <p class="soft">{t('today.more', { count: total - rows.length })}</p> : null}
    </section>
  );
}

function NeedLine({ visit, need }: { visit: Visit; need: Need }) {
  const { t } = visit;
  const { kind, number, title, unitCode, unitName, units, words, at } = need;
  return (
    <li>
      <span class="what">
        <a id={`${kind}-${number}-${unitCode ?? ''}`} href={addressOf(need)}>
          {unitCode === null ? (
            <strong>{t(`today.units.${kind}`, { count: units })}</strong>
          ) : (
            <>
              <strong>{unitCode}</strong> {unitName}
            </>
          )}
        </a>
        {at === null ? null : (
          <span class="soft">
            {' · '}
            {kind === 'overdue' ? <Due visit={visit} at={at} /> : <Ago visit={visit} at={at} />}
          </span>
        )}
      </span>
      {words === '' ? null : <q class="words">{words}</q>}
      <span class="about soft">
        #{number} {title}
      </span>
    </li>
  );
}

/** Where one sees what it is about: the unit's part, or the directive, cut to such units. */
function addressOf({ kind, number, unitCode }: Need): string {
  const directive = `/admin/directives/${number}`;
  if (unitCode !== null) return `${directive}/${encodeURIComponent(unitCode)}`;
  return kind === 'overdue' ? `${directive}?sort=late` : directive;
}

function OpenList({ visit, open }: { visit: Visit; open: readonly OpenDirective[] }) {
  const { t } = visit;
  const shown = open.slice(0, shownDirectives);
  return (
    <section class="card" aria-labelledby="open">
      <h2 id="open">
        {t('today.open')} <span class="count">{open.length}</span>
      </h2>
      {open.length === 0 ? <p class="empty">{t('today.noneOpen')}</p> : null}
      <ul class="lines">
        {shown.map((one) => (
          <li class="work">
            <span class="what">
              <a id={`open-${one.number}`} href={`/admin/directives/${one.number}`}>
                <strong>#{one.number}</strong> {one.title}
              </a>
              {one.urgent ? <span class="chip bad">{t('today.urgent')}</span> : null}
            </span>
            <Progress t={t} done={one.fulfilled} total={one.total} />
            <span class="soft">
              <Due visit={visit} at={one.dueAt} />
              {one.blocked > 0 ? ` · ${t('progress.count.blocked', { count: one.blocked })}` : ''}
              {one.awaiting > 0 ? ` · ${t('progress.count.awaiting', { count: one.awaiting })}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {open.length > shown.length ? (
        <p class="soft">{t('today.more', { count: open.length - shown.length })}</p>
      ) : null}
    </section>
  );
}

function Week({ visit, counts, period }: { visit: Visit; counts: Counts; period: string }) {
  const { t, runtime } = visit;
  const label = sayPeriod(t, period, placeOf(runtime.settings));
  const shares = summaryClasses.map((name) => ({
    label: t(`summary.class.${name}`),
    count: counts[name],
    tone: classTones[name],
  }));
  return (
    <section class="card" aria-labelledby="week">
      <h2 id="week">{t('today.week')}</h2>
      <p class="soft">{label}</p>
      {sumCounts(counts) === 0 ? (
        <p class="empty">{t('today.emptyWeek')}</p>
      ) : (
        <Shares shares={shares} label={label} />
      )}
    </section>
  );
}
