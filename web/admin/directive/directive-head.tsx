import { parseUpload } from '../../../core/files/upload-ref.js';
import type { Child } from 'hono/jsx';
import { progressGroups, type ProgressGroup } from '../../../core/replies/group-progress.js';
import type { ViewedDirective, ViewedVersion } from '../../../store/directive-view.js';
import { sayFile } from '../compose/preview.js';
import type { Visit } from '../page.js';
import { Due, Moment } from '../parts/moment.js';
import { Shares } from '../parts/shares.js';
import type { PartRow } from './part-rows.js';
import { groupTones } from './tones.js';

/** What was sent, to whom, until when. */
export function DirectiveHead({ visit, directive }: { visit: Visit; directive: ViewedDirective }) {
  const { t } = visit;
  const { number, title, kind, state, urgent, dueAt, body } = directive;
  return (
    <>
      <header class="stack">
        <p class="crumbs">
          <a href="/admin/directives">{t('directives.list')}</a>
        </p>
        <h1>
          <span class="soft">#{number}</span> {title}
        </h1>
        <p class="row">
          <span class="chip">{t(`directive.kind.${kind}`)}</span>
          {urgent ? <span class="chip bad">{t('today.urgent')}</span> : null}
          {state !== 'open' ? (
            <span class="chip">{t(`directives.stateOf.${state}`)}</span>
          ) : kind === 'notice' ? null : (
            <Due visit={visit} at={dueAt} />
          )}
        </p>
      </header>
      <section class="card" aria-label={t('directives.text')}>
        <p class="body">{body === '' ? <span class="soft">{t('directives.noBody')}</span> : body}</p>
        <Files visit={visit} directive={directive} />
        <Facts visit={visit} directive={directive} />
      </section>
    </>
  );
}

function Facts({ visit, directive }: { visit: Visit; directive: ViewedDirective }) {
  const { t } = visit;
  const { dueAt, sentAt, closedAt, issuer, audience, unitIds, mergedInto } = directive;
  const facts: [name: string, fact: Child][] = [
    ['issuer', issuer],
    ['audience', `${audience} · ${t('preview.units', { count: unitIds.length })}`],
    ['sentAt', <Moment visit={visit} at={sentAt} />],
    ...(dueAt ? [['due', <Moment visit={visit} at={dueAt} />] satisfies [string, Child]] : []),
    ...(closedAt ? [['closedAt', <Moment visit={visit} at={closedAt} />] satisfies [string, Child]] : []),
    ...(mergedInto === null
      ? []
      : [
          ['merged', <a href={`/admin/directives/${mergedInto}`}>#{mergedInto}</a>] satisfies [string, Child],
        ]),
  ];
  return (
    <dl class="facts">
      {facts.map(([name, fact]) => (
        <>
          <dt>{t(`directives.fact.${name}`)}</dt>
          <dd>{fact}</dd>
        </>
      ))}
    </dl>
  );
}

/** How many units stand where. */
export function Standing({ visit, rows }: { visit: Visit; rows: readonly PartRow[] }) {
  const { t } = visit;
  const count = (group: ProgressGroup) => rows.filter((row) => row.group === group).length;
  const done = count('doneInTime') + count('doneLate');
  const shares = progressGroups.flatMap((group) => {
    const number = count(group);
    return number === 0
      ? []
      : [{ label: t(`directives.state.${group}`), count: number, tone: groupTones[group] }];
  });
  return (
    <section class="card" aria-labelledby="standing">
      <h2 id="standing">{t('progress.share', { fulfilled: done, total: rows.length })}</h2>
      <Shares shares={shares} label={t('directives.standing')} />
    </section>
  );
}

/** Every wording that was out. Nothing while there is one. */
export function Versions({ visit, versions }: { visit: Visit; versions: readonly ViewedVersion[] }) {
  const { t } = visit;
  if (versions.length < 2) return null;
  return (
    <details class="card fold">
      <summary>{t('directives.versions', { count: versions.length })}</summary>
      <ol class="lines">
        {versions.map(({ version, title, body, dueAt, change, who, createdAt }) => (
          <li>
            <span class="soft">
              {t(change === 'extended' ? 'directives.version.extended' : 'directives.version.worded', {
                version,
              })}
              {' · '}
              <Moment visit={visit} at={createdAt} />
              {who === '' ? '' : ` · ${who}`}
            </span>
            <strong>{title}</strong>
            <p class="body">{body}</p>
            {dueAt ? (
              <span class="soft">
                {t('directives.fact.due')}: <Moment visit={visit} at={dueAt} />
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What went along: what we hold ourselves can be had here. */
function Files({
  visit: { t },
  directive: { number, attachments, file },
}: {
  visit: Visit;
  directive: ViewedDirective;
}) {
  if (!file) return null;
  if (parseUpload(file) === null)
    return <p class="soft">{t('directives.attachments', { count: attachments })}</p>;
  return (
    <p>
      <a href={`/admin/files/${number}`} download>
        {sayFile(t, file)}
      </a>
    </p>
  );
}
