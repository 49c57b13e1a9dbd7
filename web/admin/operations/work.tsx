import { labelOf } from '../../../channels/platform-name.js';
import { describeSpan } from '../../../core/lateness/say-lateness.js';
import { measureSpan } from '../../../core/replies/time-span.js';
import { boardPath } from '../board/board-path.js';
import type { Visit } from '../page.js';
import { Ago, Moment } from '../parts/moment.js';

/** A role writes its life sign every tick; three that are missing are no delay any more. */
const silentAfterMs = 3 * 60_000;

interface Shown {
  visit: Visit;
  inbox: { new: number; failed: number; oldestSeconds: number };
  /** Null when the queue does not answer. */
  jobs: Record<string, Record<string, number>> | null;
  beats: readonly { role: string; at: Date }[];
  outages: readonly { channel: string; startsAt: Date; endsAt: Date }[];
}

/** What comes in, what is woken, which processes live, and when something was away. */
export function Work({ visit, inbox, jobs, beats, outages }: Shown) {
  const { t, now } = visit;
  const oldest = new Date(now.getTime() - inbox.oldestSeconds * 1000);
  return (
    <section class="card" aria-labelledby="work">
      <h2 id="work">{t('operations.work')}</h2>
      <dl class="facts">
        <dt>{t('operations.inbox')}</dt>
        <dd>
          {t('operations.waiting', { count: inbox.new })}
          {inbox.new > 0 ? (
            <>
              {' '}
              ({t('operations.oldest')} <Ago visit={visit} at={oldest} />)
            </>
          ) : null}
          {inbox.failed > 0 ? (
            <span class="chip bad">{t('operations.givenUp', { count: inbox.failed })}</span>
          ) : null}
        </dd>
        {jobs === null ? <Line label={t('operations.queue')} words={t('operations.noQueue')} /> : null}
        {Object.entries(jobs ?? {}).map(([name, counts]) => (
          <Line label={`${t('operations.queue')} ${sayQueue(visit, name)}`} words={sayJobs(visit, counts)} />
        ))}
        <Beats visit={visit} beats={beats} />
      </dl>
      <p>
        <a class="button" href={boardPath}>
          {t('operations.board')}
        </a>
      </p>
      <Outages visit={visit} outages={outages} />
    </section>
  );
}

/** The queues by what they do: one a channel for sending, one for what comes in, one for all the rest. */
function sayQueue({ t, runtime }: Visit, name: string): string {
  const channel = /^send-(.+)$/.exec(name)?.[1];
  return channel
    ? t('operations.queues.send', { channel: labelOf(runtime.channels, channel) })
    : t(`operations.queues.${name}`);
}

function Beats({ visit, beats }: Pick<Shown, 'visit' | 'beats'>) {
  const { t, now } = visit;
  return (
    <>
      {beats.map(({ role, at }) => (
        <>
          <dt>
            {t('operations.beat')} {t(`operations.roles.${role}`)}
          </dt>
          <dd>
            <Ago visit={visit} at={at} />
            {now.getTime() - at.getTime() > silentAfterMs ? (
              <span class="chip bad">{t('operations.silent')}</span>
            ) : null}
          </dd>
        </>
      ))}
    </>
  );
}

function Line({ label, words }: { label: string; words: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{words}</dd>
    </>
  );
}

const sayJobs = ({ t }: Visit, { waiting = 0, active = 0, failed = 0 }: Record<string, number>) =>
  t('operations.jobs', { waiting, active, failed });

function Outages({ visit, outages }: Pick<Shown, 'visit' | 'outages'>) {
  const { t, runtime } = visit;
  if (outages.length === 0) return null;
  return (
    <>
      <h3>{t('operations.outages')}</h3>
      <ul class="lines">
        {outages.map(({ channel, startsAt, endsAt }) => (
          <li>
            <span>
              {channel === '' ? t('operations.system') : labelOf(runtime.channels, channel)}
              {': '}
              {describeSpan(t, measureSpan(startsAt, endsAt))}
            </span>
            <span class="soft">
              {t('operations.since')} <Moment visit={visit} at={startsAt} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
