import { describeStand } from '../../../core/replies/describe-stand.js';
import type { Part } from '../../../store/threads.js';
import type { Visit } from '../page.js';
import { Due, Moment } from '../parts/moment.js';

/** Which unit, which directive, and how the part stands now. */
export function PartHead({ visit, part }: { visit: Visit; part: Part }) {
  const { t } = visit;
  const { number, title, unitCode, unitName, kind, spec } = part;
  const stand = describeStand(t, kind, part, spec);
  return (
    <header class="stack">
      <p class="crumbs">
        <a href="/admin/directives">{t('directives.list')}</a>
        <span aria-hidden="true"> / </span>
        <a href={`/admin/directives/${number}`}>
          #{number} {title}
        </a>
      </p>
      <h1>
        <span class="soft">{unitCode}</span> {unitName}
      </h1>
      <p class="lead">
        {part.cancelled ? t('directives.stateOf.cancelled') : part.excused ? t('thread.excused') : stand}
      </p>
      <Times visit={visit} part={part} />
    </header>
  );
}

/** The deadline by the unit's clock, and when it was done. */
function Times({ visit, part }: { visit: Visit; part: Part }) {
  const { t } = visit;
  const { dueAt, doneAt, timeZone, directiveState } = part;
  return (
    <p class="soft">
      {dueAt ? (
        <>
          {t('directives.fact.due')}: <Moment visit={visit} at={dueAt} zone={timeZone} />
        </>
      ) : (
        t('reply.noDeadline')
      )}
      {dueAt && doneAt === null && directiveState === 'open' ? (
        <>
          {' · '}
          <Due visit={visit} at={dueAt} />
        </>
      ) : null}
      {doneAt ? (
        <>
          {' · '}
          {t('thread.doneAt')} <Moment visit={visit} at={doneAt} zone={timeZone} />
        </>
      ) : null}
    </p>
  );
}
