import { sayReason, type CardFacts, type NamedGroup } from '../../../core/card.js';
import type { Visit } from '../page.js';

/** So many names of one sort. */
const namedAtMost = 50;

/** The certificate of sending: how many groups got it, and by name those that surely or perhaps did not. */
export function DeliveryCard({ visit, facts }: { visit: Visit; facts: CardFacts }) {
  const { t } = visit;
  const { groups, sent, waiting, failed, uncertain, unreached, number } = facts;
  return (
    <section class="card" id="delivery" aria-labelledby="sending">
      <h2 id="sending">{t('directives.sending.head', { sent, groups })}</h2>
      {waiting > 0 ? <p>{t('directives.sending.waiting', { count: waiting })}</p> : null}
      <Named
        visit={visit}
        number={number}
        groups={failed}
        title={t('directives.sending.failed', { count: failed.length })}
      />
      <Named
        visit={visit}
        number={number}
        groups={uncertain}
        title={t('directives.sending.uncertain', { count: uncertain.length })}
      />
      {unreached.length > 0 ? (
        <>
          <h3>{t('directives.sending.unreached', { count: unreached.length })}</h3>
          <ul class="names">
            {unreached.slice(0, namedAtMost).map(({ code, name, isLost }) => (
              <li>
                <strong>{code}</strong> {name}{' '}
                <span class="soft">({t(isLost ? 'card.lostGroup' : 'card.noGroup')})</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function Named({
  visit,
  number,
  groups,
  title,
}: {
  visit: Visit;
  number: number;
  groups: readonly NamedGroup[];
  title: string;
}) {
  if (groups.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="names">
        {groups.slice(0, namedAtMost).map(({ code, name, platform, reason }) => (
          <li>
            <a href={`/admin/directives/${number}/${encodeURIComponent(code)}`}>
              <strong>{code}</strong> {name}
            </a>{' '}
            {[platform, reason === '' ? '' : sayReason(visit.t, reason)]
              .filter((word) => word !== '')
              .join(' · ')}
          </li>
        ))}
      </ul>
    </>
  );
}
