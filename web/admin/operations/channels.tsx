import { monthlyPlans } from '../../../channels/monthly-plans.js';
import { labelOf } from '../../../channels/platform-name.js';
import { isNearlyUsed, monthOf } from '../../../core/usage.js';
import type { ChannelHealth } from '../../../store/operations.js';
import { findUsage } from '../../../store/usage.js';
import type { Visit } from '../page.js';
import { Ago, Moment } from '../parts/moment.js';

/** What is not settled; what was sent needs nobody. */
const states = ['queued', 'sending', 'uncertain', 'failed'] as const;

interface Counted {
  channel: string;
  state: string;
  count: number;
}

interface Shown {
  visit: Visit;
  health: readonly ChannelHealth[];
  deliveries: readonly Counted[];
}

/** Each channel: how it stands, what of the month is used, and what of its deliveries is not settled. */
export async function Channels({ visit, health, deliveries }: Shown) {
  const { t, runtime } = visit;
  // One that was switched off still has deliveries that wait.
  const names = new Set([
    ...runtime.channels.keys(),
    ...health.map(({ channel }) => channel),
    ...deliveries.map(({ channel }) => channel),
  ]);
  const used = await loadUsage(visit);
  return (
    <section class="card" aria-labelledby="channels">
      <h2 id="channels">{t('operations.channels')}</h2>
      <table class="table labelled">
        <thead>
          <tr>
            <th scope="col">{t('operations.channel')}</th>
            {states.map((state) => (
              <th scope="col">{t(`operations.state.${state}`)}</th>
            ))}
            <th scope="col">{t('operations.quota')}</th>
          </tr>
        </thead>
        <tbody>
          {[...names].map((name) => (
            <tr>
              <th scope="row">
                <strong>{labelOf(runtime.channels, name)}</strong>
                <Health visit={visit} name={name} health={health.find(({ channel }) => channel === name)} />
              </th>
              {states.map((state) => (
                <Count visit={visit} state={state} count={countOf(deliveries, name, state)} />
              ))}
              <td data-label={t('operations.quota')}>{used.get(name) ?? t('operations.noQuota')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const countOf = (rows: readonly Counted[], name: string, state: string) =>
  rows.find((row) => row.channel === name && row.state === state)?.count ?? 0;

function Count({ visit, state, count }: { visit: Visit; state: (typeof states)[number]; count: number }) {
  const isBad = count > 0 && (state === 'failed' || state === 'uncertain');
  return (
    <td data-label={visit.t(`operations.state.${state}`)}>
      {isBad ? <span class={`chip ${state === 'failed' ? 'bad' : 'fair'}`}>{count}</span> : count}
    </td>
  );
}

/** What is used of each plan's month, in words and as a chip where it runs out. */
async function loadUsage({ db, t, now, runtime }: Visit) {
  const month = monthOf(now, runtime.settings.ORG_TIME_ZONE);
  const shown = new Map<string, unknown>();
  for (const { channel, limit } of monthlyPlans(runtime.channels)) {
    const used = await findUsage(db, channel, month);
    const words = t('operations.used', { used, limit, percent: Math.floor((used / limit) * 100) });
    const tone = used >= limit ? 'bad' : 'fair';
    shown.set(channel, isNearlyUsed(used, limit) ? <span class={`chip ${tone}`}>{words}</span> : words);
  }
  return shown;
}

const tones = {
  ...{ off: '', well: 'good', paused: 'fair', failing: 'bad' },
  ...{ token: 'bad', shared: 'bad', other: 'bad' },
};

function Health({ visit, name, health }: { visit: Visit; name: string; health: ChannelHealth | undefined }) {
  const { t, runtime } = visit;
  const { failingSince = null, pausedUntil = null, accessUntil = null, heardAt = null } = health ?? {};
  const channel = runtime.channels.get(name);
  const trouble = channel?.trouble?.();
  const state = !channel
    ? 'off'
    : (trouble?.kind ?? (failingSince ? 'failing' : pausedUntil ? 'paused' : 'well'));
  const since = channel ? (failingSince ?? pausedUntil) : null;
  return (
    <>
      {' '}
      <span class={`chip ${tones[state]}`}>{t(`operations.health.${state}`)}</span>
      {channel && trouble ? (
        <small>{t(`operations.trouble.${trouble.kind}`, { channel: channel.label, ...trouble.token })}</small>
      ) : null}
      <At visit={visit} words={failingSince ? 'since' : 'until'} at={since} />
      {heardAt ? (
        <small class="soft">
          {t('operations.heard')} <Ago visit={visit} at={heardAt} />
        </small>
      ) : null}
      <At visit={visit} words="access" at={accessUntil} />
    </>
  );
}

function At({ visit, words, at }: { visit: Visit; words: 'since' | 'until' | 'access'; at: Date | null }) {
  if (!at) return null;
  return (
    <small class="soft">
      {visit.t(`operations.${words}`)} <Moment visit={visit} at={at} />
    </small>
  );
}
