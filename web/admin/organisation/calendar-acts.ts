import { z } from 'zod';
import { localDate } from '../../../core/calendar/iso-date.js';
import { isSpan } from '../../../core/calendar/order/days.js';
import type { WorkingHours } from '../../../core/calendar/working-calendar.js';
import { UserError } from '../../../core/errors.js';
import { changeCalendar } from '../../../services/calendar/change-calendar.js';
import type { Deed } from '../../../services/deed.js';
import { readForm } from '../form.js';
import type { Act } from '../page.js';

const day = z.iso.date();
const spanForm = z.object({
  code: z.string().trim().max(60),
  first: day,
  last: z.union([z.literal(''), day]),
  note: z.string().trim().max(100),
});
const daysForm = spanForm.extend({ verb: z.enum(['off', 'work', 'clear']) });
const unitForm = z.object({ code: z.string().trim().min(1).max(60) });
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const weekday = z.coerce.number().int().min(1).max(7);
const hoursForm = unitForm.extend({
  from: clock,
  until: clock,
  days: z.union([weekday.transform((one) => [one]), z.array(weekday).max(7)]).default([]),
});

/** What sets the calendar; the unit's page does the same for its unit. */
export const calendarActs: Record<string, Act> = {
  async setDays(deed, form) {
    const { verb, code, ...span } = readForm(form, daysForm);
    const unit = code === '' ? null : code;
    return { said: await changeCalendar(deed, { verb, unit, ...readSpan(deed, span) }) };
  },
  async giveLeave(deed, form) {
    const { code: unit, ...span } = readForm(form, spanForm);
    if (unit === '') throw new UserError('organisation.fault.noUnit');
    return { said: await changeCalendar(deed, { verb: 'leave', unit, ...readSpan(deed, span) }) };
  },
  async endLeave(deed, form) {
    const { code: unit } = readForm(form, unitForm);
    return { said: await changeCalendar(deed, { verb: 'return', unit }) };
  },
  async setHours(deed, form) {
    const { code: unit, ...said } = readForm(form, hoursForm);
    return { said: await changeCalendar(deed, { verb: 'hours', unit, hours: readHours(said) }) };
  },
  async clearHours(deed, form) {
    const { code: unit } = readForm(form, unitForm);
    return { said: await changeCalendar(deed, { verb: 'hours', unit, hours: null }) };
  },
};

/** From which day to which; one day where no last one is named. Throws UserError for what has passed and what ends before it begins. */
export function readSpan(
  { now, runtime }: Deed,
  { first, last, note }: { first: string; last: string; note: string },
): { firstDay: string; lastDay: string; note: string } {
  const span = { firstDay: first, lastDay: last === '' ? first : last };
  if (first < localDate(now, runtime.settings.ORG_TIME_ZONE))
    throw new UserError('calendar.problem.past', { value: first });
  if (!isSpan(span))
    throw new UserError('calendar.problem.range', { value: `${span.firstDay} – ${span.lastDay}` });
  return { ...span, note };
}

function readHours({ from, until, days }: { from: string; until: string; days: number[] }): WorkingHours {
  if (from >= until || days.length === 0) throw new UserError('organisation.fault.hours');
  return { from, until, days: [...new Set(days)].sort() };
}
