import { hostOf, webhookEvents } from '../../../core/webhook/webhook.js';
import { listCalls, listEndpoints, type Endpoint } from '../../../store/webhooks.js';
import { typed } from '../form.js';
import type { Visit } from '../page.js';
import { Fold } from '../parts/fold.js';
import { Moment } from '../parts/moment.js';
import { Calls } from './calls.js';

/** So many attempts of each endpoint are shown. */
const callsShown = 10;

/** The addresses to which events are sent, how they take them, and the way to another one. */
export async function Webhooks(visit: Visit) {
  const { db, t, now } = visit;
  const [endpoints, calls] = await Promise.all([listEndpoints(db, now), listCalls(db, callsShown)]);
  return (
    <section class="card" aria-labelledby="webhooks">
      <h2 id="webhooks">
        {t('webhook.title')} <span class="count">{endpoints.length}</span>
      </h2>
      <p class="soft">{t('webhook.about')}</p>
      {endpoints.length === 0 ? <p class="empty">{t('webhook.none')}</p> : null}
      <ul class="lines">
        {endpoints.map((endpoint) => (
          <EndpointLine visit={visit} endpoint={endpoint} />
        ))}
      </ul>
      <div class="folds">
        <Fold visit={visit} act="addWebhook" label={t('webhook.add')}>
          <EndpointForm visit={visit} />
        </Fold>
      </div>
      {endpoints.length === 0 ? null : <Calls visit={visit} endpoints={endpoints} calls={calls} />}
    </section>
  );
}

function EndpointLine({ visit, endpoint }: { visit: Visit; endpoint: Endpoint }) {
  const { t } = visit;
  const { url, isOn, events, withWords, failingSince, offReason, oldSecretUntil } = endpoint;
  return (
    <li>
      <span>
        <strong class="address">{url}</strong>{' '}
        <span class={`chip ${isOn ? 'good' : ''}`}>{t(isOn ? 'webhook.on' : 'webhook.off')}</span>
        {withWords ? <span class="chip">{t('webhook.words')}</span> : null}
      </span>
      <span class="soft">
        {events.map((event) => t(`webhook.event.${event}`)).join(' · ')}
        {isOn && failingSince ? (
          <>
            {' · '}
            <span class="over">
              {t('webhook.failingSince')} <Moment visit={visit} at={failingSince} />
            </span>
          </>
        ) : null}
        {oldSecretUntil ? (
          <>
            {' · '}
            {t('webhook.oldSecretUntil')} <Moment visit={visit} at={oldSecretUntil} />
          </>
        ) : null}
        {!isOn && (offReason === 'failing' || offReason === 'gone')
          ? ` · ${t(`webhook.why.${offReason}`)}`
          : ''}
      </span>
      <EndpointButtons visit={visit} endpoint={endpoint} />
    </li>
  );
}

function EndpointButtons({
  visit: { t },
  endpoint: { id, url, isOn },
}: {
  visit: Visit;
  endpoint: Endpoint;
}) {
  const button = (act: string, label: string, tone = '') => (
    <button
      name="act"
      value={act}
      class={tone}
      aria-label={t('webhook.actOn', { act: t(label), host: hostOf(url) })}
    >
      {t(label)}
    </button>
  );
  return (
    <form method="post" class="row">
      <input type="hidden" name="id" value={String(id)} />
      {isOn ? button('test', 'webhook.test') : null}
      {isOn ? button('turnOff', 'webhook.turnOff') : button('turnOn', 'webhook.turnOn')}
      {button('renewWebhook', 'webhook.renew')}
      {button('removeWebhook', 'webhook.remove', 'danger')}
    </form>
  );
}

function EndpointForm({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <>
      <label>
        {t('webhook.url')}
        <input
          type="url"
          name="url"
          required
          maxlength={1_000}
          value={typed(visit, 'addWebhook', 'url')}
          autocomplete="off"
        />
      </label>
      <fieldset class="stack">
        <legend>{t('webhook.events')}</legend>
        {webhookEvents.map((event) => (
          <label class="tick">
            <input type="checkbox" name="events" value={event} checked />
            {t(`webhook.event.${event}`)}
          </label>
        ))}
      </fieldset>
      <label class="tick">
        <input type="checkbox" name="words" value="1" />
        {t('webhook.withWords')}
      </label>
      <button name="act" value="addWebhook" class="primary">
        {t('webhook.add')}
      </button>
    </>
  );
}
