import { z } from 'zod';
import { officeHoursOf } from '../../../config/rules.js';
import { localDate } from '../../../core/calendar/iso-date.js';
import { sayHours } from '../../../core/calendar/say-calendar.js';
import { changeCalendar } from '../../../services/calendar/change-calendar.js';
import { hoursOf, listDaysOff, listOwn } from '../../../services/calendar/coming-days.js';
import { findWatcher } from '../../../services/find-watcher.js';
import { loadCalendarBook } from '../../../store/calendar.js';
import { listUnits } from '../../../store/units.js';
import { readSpan } from '../../admin/organisation/calendar-acts.js';
import { acts, reads } from '../route.js';
import { about, noBody, noQuery, said } from '../schemas.js';
import { codeOf } from './directives.js';

const tag = 'organisation';
const shared = { tag, right: 'manage-calendar', scope: 'write', answer: said } as const;
const span = {
  first: z.iso.date(),
  last: z
    .union([z.literal(''), z.iso.date()])
    .default('')
    .meta(about('lastDay')),
  note: z.string().trim().max(100).default(''),
};

const show = reads({
  ...{ name: 'getCalendar', tag, path: '/calendar', right: 'watch', query: noQuery },
  answer: z.object({
    hours: z.string(),
    daysOff: z.array(z.string()).meta(about('daysOff')),
    own: z.array(z.string()).meta(about('ownDays')),
  }),
  async show({ db, t, now, runtime, speaker }) {
    const { unitIds } = await findWatcher(db, speaker);
    const units = (await listUnits(db)).filter(({ id }) => unitIds === null || unitIds.includes(id));
    const book = await loadCalendarBook(db, officeHoursOf(runtime.settings), 'all');
    const today = localDate(now, runtime.settings.ORG_TIME_ZONE);
    const seen = new Map(units.map((unit) => [unit.id, unit]));
    return {
      hours: sayHours(t, hoursOf(book, null)),
      daysOff: listDaysOff(t, book, null, today),
      own: listOwn(t, { book, unit: null, seen, today }),
    };
  },
});

const setDays = acts({
  ...{ ...shared, name: 'setDays', path: '/calendar/days' },
  body: z.object({
    as: z.enum(['off', 'work', 'clear']),
    unit: z.string().trim().max(60).default('').meta(about('daysOf')),
    ...span,
  }),
  run: async (deed, { as, unit, ...days }) => ({
    said: await changeCalendar(deed, { verb: as, unit: unit === '' ? null : unit, ...readSpan(deed, days) }),
  }),
});

const giveLeave = acts({
  ...{ ...shared, name: 'giveLeave', path: '/units/{code}/leave', body: z.object(span) },
  run: async (deed, days, visit) => ({
    said: await changeCalendar(deed, { verb: 'leave', unit: codeOf(visit), ...readSpan(deed, days) }),
  }),
});

const endLeave = acts({
  ...{ ...shared, name: 'endLeave', path: '/units/{code}/return', body: noBody },
  run: async (deed, _body, visit) => ({
    said: await changeCalendar(deed, { verb: 'return', unit: codeOf(visit) }),
  }),
});

export const calendarRoutes = [show, setDays, giveLeave, endLeave];
