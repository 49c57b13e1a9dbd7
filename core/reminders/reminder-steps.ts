const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export type TemplateName = 'gentle' | 'standard' | 'urgent';

/** How often a directive's units are reminded. Kept with the directive. */
export interface ReminderSteps {
  /** Null where the steps were said one by one. */
  name: TemplateName | null;
  /** So long before the deadline. */
  beforeMs: readonly number[];
  /** On each working morning until the deadline, too. */
  eachMorning: boolean;
  /** At the deadline itself. The working mornings behind it belong to every plan. */
  atDue: boolean;
}

export const reminderTemplates: Record<TemplateName, ReminderSteps> = {
  gentle: { name: 'gentle', beforeMs: [day], eachMorning: false, atDue: false },
  standard: { name: 'standard', beforeMs: [day, 2 * hour], eachMorning: false, atDue: true },
  urgent: { name: 'urgent', beforeMs: [3 * day, day, 4 * hour, hour], eachMorning: true, atDue: true },
};

/** What holds when nothing was said. */
export const standardSteps = reminderTemplates.standard;
