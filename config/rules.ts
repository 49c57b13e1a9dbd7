import type { WorkingHours } from '../core/calendar/working-calendar.js';
import { readDelays } from '../core/escalation/read-delays.js';
import type { ReminderRules } from '../core/reminders/plan-reminders.js';
import type { PeriodPlace } from '../core/summary/period.js';
import type { Settings } from './settings.js';

/** The hours in which the bot reminds, from the settings. */
export function reminderRules(settings: Settings): ReminderRules {
  const { QUIET_FROM: quietFrom, QUIET_UNTIL: quietUntil, MORNING_TIME: morning } = settings;
  return { quietFrom, quietUntil, morning };
}

/** The organisation's working days and hours, from the settings. */
export function officeHoursOf(settings: Settings): WorkingHours {
  return { days: settings.WORK_DAYS, from: settings.WORK_FROM, until: settings.WORK_UNTIL };
}

/** What reminders go by in this organisation; the calendars of its units are in the database (store/calendar.ts). */
export function reminderPlan(settings: Settings) {
  return {
    rules: reminderRules(settings),
    hours: officeHoursOf(settings),
    zone: settings.ORG_TIME_ZONE,
    /** Null: nobody is told. */
    escalation: readDelays(settings.ESCALATION_AFTER),
  };
}

/** The organisation's zone and week, for reports. */
export function placeOf({ ORG_TIME_ZONE: zone, WEEK_START: weekStart }: Settings): PeriodPlace {
  return { zone, weekStart };
}
