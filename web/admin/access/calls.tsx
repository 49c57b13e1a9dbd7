import { hostOf } from '../../../core/webhook/webhook.js';
import type { Endpoint, ListedCall } from '../../../store/webhooks.js';
import type { Visit } from '../page.js';
import { Moment } from '../parts/moment.js';

const columns = ['event', 'about', 'at', 'state'] as const;
const tones: Record<string, string> = { sent: 'good', failed: 'bad', queued: '', sending: '', skipped: '' };

interface Shown {
  visit: Visit;
  endpoints: readonly Endpoint[];
  calls: readonly ListedCall[];
}

/** What was sent last, and what came of it. */
export function Calls({ visit, endpoints, calls }: Shown) {
  const { t } = visit;
  const hosts = new Map(endpoints.map(({ id, url }) => [id, hostOf(url)]));
  return (
    <>
      <h3>{t('webhook.calls')}</h3>
      {calls.length === 0 ? (
        <p class="empty">{t('webhook.noCalls')}</p>
      ) : (
        <table class="table labelled">
          <thead>
            <tr>
              {columns.map((name) => (
                <th scope="col">{t(`webhook.column.${name}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <CallRow visit={visit} call={call} host={hosts.get(call.endpointId) ?? ''} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function CallRow({ visit, call, host }: { visit: Visit; call: ListedCall; host: string }) {
  const { t } = visit;
  const { kind, number, unitCode, at, state, attempts, notBefore } = call;
  return (
    <tr>
      <th scope="row">
        {t(`webhook.event.${kind}`)} <small class="soft">{host}</small>
      </th>
      <td data-label={t('webhook.column.about')}>
        {number === null || unitCode === null ? (
          '–'
        ) : (
          <a href={`/admin/directives/${number}/${encodeURIComponent(unitCode)}`}>
            #{number} {unitCode}
          </a>
        )}
      </td>
      <td data-label={t('webhook.column.at')}>
        <Moment visit={visit} at={at} />
      </td>
      <td data-label={t('webhook.column.state')}>
        <span class={`chip ${tones[state] ?? ''}`}>{t(`webhook.state.${state}`)}</span>{' '}
        <small class="soft">
          {[sayOutcome(visit, call), attempts > 1 ? t('webhook.attempts', { count: attempts }) : '']
            .filter((part) => part !== '')
            .join(' · ')}
          {state === 'queued' && attempts > 0 ? (
            <>
              {' · '}
              {t('webhook.retry')} <Moment visit={visit} at={notBefore} />
            </>
          ) : null}
        </small>
      </td>
    </tr>
  );
}

const known: Record<string, string> = {
  timeout: 'timeout',
  INTERNAL_ADDRESS: 'internal',
  URL_REFUSED: 'refused',
};

function sayOutcome({ t }: Visit, { status, error }: ListedCall): string {
  if (status !== null) return t('webhook.answered', { status });
  if (error === null) return '';
  const name = known[error];
  return name ? t(`webhook.error.${name}`) : t('webhook.error.other', { code: error });
}
