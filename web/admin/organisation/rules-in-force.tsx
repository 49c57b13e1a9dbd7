import { officeHoursOf, placeOf } from '../../../config/rules.js';
import type { Settings } from '../../../config/settings.js';
import { sayHours } from '../../../core/calendar/say-calendar.js';
import { readDelays } from '../../../core/escalation/read-delays.js';
import { describeSpan } from '../../../core/lateness/say-lateness.js';
import { measureSpan } from '../../../core/replies/time-span.js';
import type { Say } from '../../../core/say.js';
import { weekdays } from '../../../core/summary/period.js';
import type { Visit } from '../page.js';

/** By which rules the program works here, in words; they are set where it is installed, and hold from its next start. */
export function RulesInForce({ visit: { t, runtime } }: { visit: Visit }) {
  return (
    <section class="card" aria-labelledby="rules">
      <h2 id="rules">{t('rules.title')}</h2>
      <dl class="facts">
        {listRules(t, runtime.settings).map(([name, words]) => (
          <>
            <dt>{t(`rules.${name}`)}</dt>
            <dd>{words}</dd>
          </>
        ))}
      </dl>
      <p class="fine">{t('rules.hint')}</p>
    </section>
  );
}

/** Each rule by its name, in words. */
export function listRules(t: Say, settings: Settings): [name: string, words: string][] {
  const weekday = (name: (typeof weekdays)[number]) => t(`deadline.weekday.${weekdays.indexOf(name) + 1}`);
  const { GROUP_DAILY_MESSAGES: messages, MORE_TIME_DAYS: days, REPLY_RETENTION_DAYS: kept } = settings;
  return [
    ['organisation', settings.ORG_NAME],
    ['place', t('rules.placeIs', { zone: placeOf(settings).zone, weekday: weekday(settings.WEEK_START) })],
    ['hours', sayHours(t, officeHoursOf(settings))],
    ['quiet', t('rules.between', { from: settings.QUIET_FROM, until: settings.QUIET_UNTIL })],
    ['morning', settings.MORNING_TIME],
    ['budget', messages === 0 ? t('rules.noBudget') : t('rules.aDay', { count: messages })],
    ['escalation', sayEscalation(t, settings)],
    ['moreTime', days === 0 ? t('rules.askIssuer') : t('rules.granted', { count: days })],
    ['late', t('rules.lateHours', { count: settings.RECURRENCE_LATE_HOURS })],
    ['summaries', settings.SUMMARY_KINDS.map((kind) => t(`rules.kind.${kind}`)).join(', ')],
    [
      'weekly',
      t('rules.weeklyAt', { weekday: weekday(settings.SUMMARY_WEEKDAY), time: settings.SUMMARY_TIME }),
    ],
    ['draft', t(`rules.draftIs.${settings.SUMMARY_DRAFT}`)],
    ['uncertain', t(`rules.uncertainIs.${settings.UNCERTAIN}`)],
    ['kept', kept === 0 ? t('rules.forGood') : t('rules.keptDays', { count: kept })],
  ];
}

function sayEscalation(t: Say, { ESCALATION_AFTER }: Settings): string {
  const delays = readDelays(ESCALATION_AFTER);
  if (!delays) return t('rules.noEscalation');
  const say = (ms: number) => describeSpan(t, measureSpan(new Date(0), new Date(ms)));
  return t('rules.escalationIs', {
    lead: say(delays.lead),
    parent: say(delays.parent),
    issuer: say(delays.issuer),
  });
}
