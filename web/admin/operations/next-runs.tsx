import { placeOf } from '../../../config/rules.js';
import { sayPeriod } from '../../../core/report/say-period.js';
import { readDraftReminder } from '../../../core/summary/draft-reminder.js';
import { readOccurrence } from '../../../core/summary/posting-kinds.js';
import type { NextRun } from '../../../store/operations.js';
import type { Visit } from '../page.js';
import { Moment } from '../parts/moment.js';

/** What is done next, the soonest first. What stands in the past is being done, or waits for the morning. */
export function NextRuns({ visit, runs }: { visit: Visit; runs: readonly NextRun[] }) {
  const { t, now } = visit;
  return (
    <section class="card" aria-labelledby="next">
      <h2 id="next">{t('operations.next')}</h2>
      {runs.length === 0 ? <p class="empty">{t('operations.nothingNext')}</p> : null}
      <ul class="lines">
        {runs.map((run) => (
          <li>
            <span class="what">
              <strong>{t(`operations.run.${run.kind}`)}</strong> <About visit={visit} run={run} />
            </span>
            <span class={run.at <= now ? 'over' : 'soft'}>
              <Moment visit={visit} at={run.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function About({ visit, run: { kind, count, number, about } }: { visit: Visit; run: NextRun }) {
  const { t, runtime } = visit;
  if (kind === 'reminder' || kind === 'escalation') return <>{t('operations.parts', { count })}</>;
  if (kind === 'summary' || kind === 'draft') {
    const found = readOccurrence(about) ?? readDraftReminder(about);
    return <>{found ? sayPeriod(t, found.period, placeOf(runtime.settings)) : about}</>;
  }
  return <>{number === null ? about : `#${number} ${about}`}</>;
}
