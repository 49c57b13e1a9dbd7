import { findWatcher } from '../../../services/find-watcher.js';
import { listDirectives, listedStates, type ListedDirective } from '../../../store/directive-list.js';
import type { Page, Visit } from '../page.js';
import { FindForm, Pills } from '../parts/find-form.js';
import { Due, Moment } from '../parts/moment.js';
import { Pager, readPage, withQuery } from '../parts/pager.js';
import { Progress } from '../parts/shares.js';

const size = 30;
const path = '/admin/directives';

/** Every directive of which the reader may see something: what is open, waits for its time, or is over. */
export const directivesPage: Page = {
  path: '/directives',
  right: 'watch',
  nav: { label: 'directives.list', icon: 'list' },
  async show(visit) {
    const { db, t, query, speaker } = visit;
    const state = listedStates.find((name) => name === query.get('state')) ?? 'open';
    const words = (query.get('q') ?? '').slice(0, 100);
    const page = readPage(query);
    const watcher = await findWatcher(db, speaker);
    const { rows, total } = await listDirectives(db, watcher, {
      ...{ state, words, offset: page * size, most: size },
    });
    const body = (
      <>
        <h1>{t('directives.list')}</h1>
        <div class="filters">
          <Pills
            pills={listedStates.map((one) => ({
              label: t(`directives.stateOf.${one}`),
              href: withQuery(path, query, { state: one, page: '' }),
              isOn: one === state,
            }))}
          />
          <FindForm
            visit={visit}
            path={path}
            label={t('directives.findDirective')}
            words={words}
            keep={{ state }}
          />
        </div>
        {rows.length === 0 ? (
          <p class="card empty">{t('directives.none')}</p>
        ) : (
          <List visit={visit} rows={rows} />
        )}
        <Pager visit={visit} path={path} page={page} size={size} total={total} />
      </>
    );
    return { title: t('directives.list'), body };
  },
};

function List({ visit, rows }: { visit: Visit; rows: readonly ListedDirective[] }) {
  const { t } = visit;
  return (
    <ul class="card lines">
      {rows.map((one) => (
        <li class="work">
          <span class="what">
            {one.number === null ? (
              <Unsent directive={one} />
            ) : (
              <a href={`${path}/${one.number}`}>
                <strong>#{one.number}</strong> {one.title}
              </a>
            )}
            {one.urgent ? <span class="chip bad">{t('today.urgent')}</span> : null}
          </span>
          {one.kind === 'notice' || one.state === 'scheduled' ? null : (
            <Progress t={t} done={one.fulfilled} total={one.total} />
          )}
          <span class="soft">
            <When visit={visit} directive={one} /> · {t(`directive.kind.${one.kind}`)} · {one.issuer}
            {one.blocked > 0 ? ` · ${t('progress.count.blocked', { count: one.blocked })}` : ''}
            {one.awaiting > 0 ? ` · ${t('progress.count.awaiting', { count: one.awaiting })}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One that waits is opened, changed or dropped by whoever wrote it. */
function Unsent({ directive: { id, title, isOwn } }: { directive: ListedDirective }) {
  const name = <strong>{title}</strong>;
  return isOwn ? <a href={`/admin/compose/${id}`}>{name}</a> : name;
}

function When({ visit, directive }: { visit: Visit; directive: ListedDirective }) {
  const { state, sendAt, sentAt, dueAt, kind } = directive;
  if (state === 'scheduled' && sendAt)
    return (
      <>
        {visit.t('directives.goesOut')} <Moment visit={visit} at={sendAt} />
      </>
    );
  if (state === 'open' && kind !== 'notice') return <Due visit={visit} at={dueAt} />;
  return sentAt ? <Moment visit={visit} at={sentAt} /> : null;
}
