import { addDays } from '../../core/calendar/iso-date.js';
import { createWorkingCalendar } from '../../core/calendar/working-calendar.js';
import { throwDice } from './dice.js';
import type { Recurring, UnitPlan } from './types.js';

const weekday = (isoDate: string) => new Date(isoDate).getUTCDay();
const calendar = createWorkingCalendar();
const isWorkingDay = (isoDate: string) => calendar.isWorkingDay(isoDate);

function isLastWorkingDay(isoDate: string): boolean {
  if (!isWorkingDay(isoDate)) return false;
  for (let next = addDays(isoDate, 1); next.slice(0, 7) === isoDate.slice(0, 7); next = addDays(next, 1))
    if (isWorkingDay(next)) return false;
  return true;
}

/** What comes round in this organisation: each working day, each week, each month. */
export function planRequests(units: readonly UnitPlan[], seed: number): Recurring[] {
  const dice = throwDice(seed, 'requests');
  const tagged = (tag: string) => units.filter((unit) => unit.tag === tag).map(({ code }) => code);
  const few = units.slice(1, 4).map(({ code }) => code);
  const toFew = { targets: few.join(' '), units: few };
  const schools = { targets: '#truong', units: tagged('truong') };
  const communes = { targets: '#xa', units: tagged('xa') };
  return [
    {
      ...{ title: 'Sĩ số trong ngày', kind: 'collect', ...toFew },
      ...{ rhythmWords: 'hằng ngày làm việc 7h30', time: '07:30', names: isWorkingDay },
      ...{ onDayOff: 'move', restsOverTet: false, dueWords: '16h cùng ngày' },
      due: { workingDays: 0, time: '16:00' },
    },
    {
      ...{ title: 'Tình hình trong tuần', kind: 'task', ...schools },
      ...{ rhythmWords: 'thứ 6 hằng tuần 10h', time: '10:00', names: (date) => weekday(date) === 5 },
      ...{ onDayOff: dice.pick(['move', 'skip']), restsOverTet: true, dueWords: 'sau 2 ngày làm việc' },
      due: { workingDays: 2, time: '17:00' },
    },
    {
      ...{ title: 'Kế hoạch tuần tới', kind: 'acknowledge', ...communes },
      ...{ rhythmWords: 'thứ 2 hằng tuần 8h', time: '08:00', names: (date) => weekday(date) === 1 },
      ...{ onDayOff: 'move', restsOverTet: false, dueWords: '11h cùng ngày' },
      due: { workingDays: 0, time: '11:00' },
    },
    {
      ...{ title: 'Thu chi trong tháng', kind: 'task', ...communes },
      ...{ rhythmWords: 'ngày 5 hằng tháng 9h', time: '09:00', names: (date) => date.endsWith('-05') },
      ...{ onDayOff: 'move', restsOverTet: false, dueWords: 'sau 1 ngày làm việc' },
      due: { workingDays: 1, time: '17:00' },
    },
    {
      ...{ title: 'Chốt hồ sơ cuối tháng', kind: 'task', ...schools },
      ...{ rhythmWords: 'ngày làm việc cuối cùng hằng tháng 14h', time: '14:00', names: isLastWorkingDay },
      ...{ onDayOff: 'move', restsOverTet: false, dueWords: 'sau 3 ngày làm việc' },
      due: { workingDays: 3, time: '17:00' },
    },
  ];
}
