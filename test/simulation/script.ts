import { DateTime } from 'luxon';
import { publicHolidays } from '../../core/calendar/public-holidays.js';
import { throwDice, type Dice } from './dice.js';
import { planRequests } from './requests.js';
import {
  day,
  hour,
  minute,
  type Deed,
  type Given,
  type Steps,
  type Timed,
  type UnitPlan,
  home,
} from './types.js';

const titles = [
  'Kiểm kê vật tư phòng chống lụt bão',
  'Rà soát hồ sơ tiêm chủng',
  'Báo cáo sĩ số học sinh',
  'Sửa đường liên thôn',
  'Tập huấn phần mềm văn thư',
  'Kiểm tra phòng học',
  'Lịch trực cơ quan',
  'Dọn vệ sinh kênh mương',
];

const plans: readonly { words: string; steps: Steps }[] = [
  { words: '', steps: { before: [day, 2 * hour], eachMorning: false, atDue: true } },
  { words: '', steps: { before: [day, 2 * hour], eachMorning: false, atDue: true } },
  { words: 'nhắc nhẹ', steps: { before: [day], eachMorning: false, atDue: false } },
  {
    words: 'nhắc gấp',
    steps: { before: [3 * day, day, 4 * hour, hour], eachMorning: true, atDue: true },
  },
  {
    words: 'nhắc 2 ngày, 3 giờ, 45 phút, mỗi sáng',
    steps: { before: [2 * day, 3 * hour, 45 * minute], eachMorning: true, atDue: true },
  },
];

const at = (isoDate: string, time: string) =>
  DateTime.fromISO(`${isoDate}T${time}`, { zone: home }).toMillis();

/** What the office does in these days: the same for the same seed. All of it half a minute away from when something is due. */
export function writeScript(
  units: readonly UnitPlan[],
  { start, days, seed }: { start: string; days: number; seed: number },
): Timed<Deed>[] {
  const script: Timed<Deed>[] = planRequests(units, seed).map((request, index) => ({
    at: at(start, '07:10:30') + index * minute,
    deed: { do: 'every', request },
  }));
  let number = 0;
  for (let index = 0; index < days; index += 1) {
    const date = DateTime.fromISO(start).plus({ days: index }).toISODate()!;
    const dice = throwDice(seed, 'office', date);
    for (let left = countOf(date, dice); left > 0; left -= 1) {
      number += 1;
      const openedAt = at(date, dice.pick(times));
      const directive = write(dice, units, { number, openedAt });
      script.push({ at: openedAt, deed: { do: 'give', directive } }, ...follow(dice, directive, openedAt));
    }
    script.push(...onThatDay(dice, units, date));
  }
  const end = at(start, '00:00') + days * day;
  return script.filter((one) => one.at < end).sort((a, b) => a.at - b.at);
}

const times = ['08:12:30', '09:41:30', '10:26:30', '13:52:30', '14:33:30', '16:44:30', '19:21:30'];

/** Offices work on working days; now and then something cannot wait. Some days are busy. */
function countOf(date: string, dice: Dice): number {
  const isOff =
    [0, 6].includes(new Date(date).getUTCDay()) || publicHolidays('VN', Number(date.slice(0, 4))).has(date);
  if (isOff) return dice.chance(0.15) ? 1 : 0;
  return dice.chance(0.15) ? 5 : dice.whole(0, 2);
}

function write(
  dice: Dice,
  units: readonly UnitPlan[],
  { number, openedAt }: { number: number; openedAt: number },
): Given {
  const kind = dice.pick(['task', 'task', 'task', 'acknowledge', 'collect', 'notice'] as const);
  const { targets, units: codes } = aim(dice, units);
  const plan = dice.pick(plans);
  return {
    ...{ title: `${dice.pick(titles)} lần ${number}`, kind, targets, units: codes },
    urgent: dice.chance(0.15),
    dueAt: kind === 'notice' || dice.chance(0.08) ? null : pickDeadline(dice, openedAt),
    ...{ steps: plan.steps, stepWords: kind === 'notice' ? '' : plan.words },
    place: dice.pick(['office', 'private']),
  };
}

function aim(dice: Dice, units: readonly UnitPlan[]): Pick<Given, 'targets' | 'units'> {
  const pick = (isMeant: (unit: UnitPlan) => boolean) => units.filter(isMeant).map(({ code }) => code);
  const communes = pick(({ tag }) => tag === 'xa');
  const one = dice.pick(communes);
  switch (dice.whole(0, 5)) {
    case 0:
      return { targets: 'all', units: pick(() => true) };
    case 1:
      return { targets: `#xa -${one}`, units: communes.filter((code) => code !== one) };
    case 2:
      return { targets: '#truong', units: pick(({ tag }) => tag === 'truong') };
    case 3:
      return { targets: `${one}+`, units: pick(({ code, parent }) => code === one || parent === one) };
    default: {
      const few = [...new Set(Array.from({ length: 4 }, () => dice.pick(units).code))];
      return { targets: few.join(' '), units: few };
    }
  }
}

/** Mostly the end of some day; also soon, in the night, early in the morning, on days off. */
function pickDeadline(dice: Dice, openedAt: number): number {
  if (dice.chance(0.12)) return openedAt + 30_000 + dice.pick([40 * minute, 90 * minute, 5 * hour]);
  const date = DateTime.fromMillis(openedAt, { zone: home }).plus({ days: dice.whole(1, 7) });
  const time = dice.pick([
    '17:00',
    '17:00',
    '17:00',
    '11:30',
    '16:10',
    '22:30',
    '06:30',
    '05:00',
    '07:05',
    '08:00',
  ]);
  return at(date.toISODate()!, time);
}

/** What becomes of it: more time, a word of reminding, its end. */
function follow(dice: Dice, { title: key, dueAt, units, kind }: Given, openedAt: number): Timed<Deed>[] {
  const deeds: Timed<Deed>[] = [];
  const ends = (dueAt ?? openedAt + 5 * day) + dice.whole(2, 6) * day;
  const odd = (moment: number) =>
    Math.floor(moment / hour) * hour + dice.pick([3, 17, 29, 38, 51]) * minute + 30_000;
  if (kind !== 'notice' && dice.chance(0.2))
    deeds.push({ at: odd(openedAt + 3 * hour), deed: { do: 'remind', key } });
  if (dueAt !== null && dueAt - openedAt > day && dice.chance(0.25)) {
    const unit = dice.chance(0.5) ? dice.pick(units) : null;
    const moved = dueAt + dice.whole(1, 3) * day;
    deeds.push({
      at: odd(dueAt - dice.whole(2, 20) * hour),
      deed: { do: 'extend', key, unit, dueAt: moved },
    });
  }
  const cancelled = dice.chance(0.08);
  deeds.push({
    at: odd(cancelled ? openedAt + 20 * hour : ends),
    deed: { do: cancelled ? 'cancel' : 'close', key },
  });
  return deeds.map((one) => ({ ...one, at: awake(one.at) }));
}

/** The office writes by day. */
function awake(moment: number): number {
  const { hour: clock } = DateTime.fromMillis(moment, { zone: home });
  if (clock >= 7 && clock < 20) return moment;
  return moment + (clock >= 20 ? 12 : 8) * hour;
}

/** Groups that throw the bot out, and take it back or get a new one; units on leave. */
function onThatDay(dice: Dice, units: readonly UnitPlan[], date: string): Timed<Deed>[] {
  const deeds: Timed<Deed>[] = [];
  if (dice.chance(0.3)) {
    const unit = dice.pick(units.slice(1)).code;
    const lostAt = at(date, dice.pick(['09:03:30', '15:24:30', '20:08:30']));
    const backAt = lostAt + dice.pick([2 * hour, 11 * hour, 26 * hour, 3 * day]) + minute;
    deeds.push({ at: lostAt, deed: { do: 'kick', unit } });
    deeds.push({ at: backAt, deed: { do: dice.chance(0.5) ? 'return' : 'rebind', unit } });
  }
  if (dice.chance(0.08)) {
    const unit = dice.pick(units.slice(1)).code;
    const firstDay = DateTime.fromISO(date).plus({ days: dice.whole(1, 4) });
    const lastDay = firstDay.plus({ days: dice.whole(0, 4) });
    deeds.push({
      at: at(date, '11:47:30'),
      deed: { do: 'leave', unit, firstDay: firstDay.toISODate()!, lastDay: lastDay.toISODate()! },
    });
  }
  return deeds;
}
