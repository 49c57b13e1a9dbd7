import { DateTime } from 'luxon';
import type { Say } from '../say.js';
import { parsePeriod, type PeriodPlace } from '../summary/period.js';

const romans = ['I', 'II', 'III', 'IV'];

/** `tuần 47 (16/11–22/11/2026)`, `tháng 11/2026`, `quý IV/2026`; of a directive its number. */
export function sayPeriod(t: Say, period: string, place: PeriodPlace): string {
  const found = parsePeriod(period, place);
  if (!found) return t('report.period.directive', { number: period.replace('#', '') });
  const from = DateTime.fromJSDate(found.startsAt, { zone: place.zone });
  const to = DateTime.fromJSDate(found.endsAt, { zone: place.zone }).minus({ days: 1 });
  const { year, month, quarter } = from;
  switch (found.kind) {
    case 'week': {
      const week = Number(period.split('-W')[1]);
      return t('report.period.week', { week, ...sayDays(t, from, to) });
    }
    case 'month':
      return t('report.period.month', { month, year, name: t(`deadline.month.${month}`) });
    case 'quarter':
      return t('report.period.quarter', { quarter, roman: romans[quarter - 1]!, year });
    case 'half':
      return t(month === 1 ? 'report.period.firstHalf' : 'report.period.secondHalf', { year });
    case 'year':
      return t('report.period.year', { year });
    default:
      return t('report.period.range', sayDays(t, from, to));
  }
}

/** The same in a word or two, where the days do not matter: `tuần 47`. */
export function sayShortPeriod(t: Say, period: string, place: PeriodPlace): string {
  const week = /-W(\d+)$/.exec(period)?.[1];
  return week ? t('report.period.shortWeek', { week: Number(week) }) : sayPeriod(t, period, place);
}

function sayDays(t: Say, from: DateTime, to: DateTime) {
  return {
    fromDay: from.toFormat(from.year === to.year ? 'dd/MM' : 'dd/MM/yyyy'),
    toDay: to.toFormat('dd/MM/yyyy'),
    fromName: `${from.day} ${t(`deadline.month.${from.month}`)}${from.year === to.year ? '' : ` ${from.year}`}`,
    toName: `${to.day} ${t(`deadline.month.${to.month}`)} ${to.year}`,
  };
}
