import { clock, PARTS, readClock, readCount } from './clock-words.js';
import { rule, type Rule, type Span, type Unit, type Wish } from './wish.js';

const TENS = '(?:(?:hai |ba )?muoi(?: (?:mot|hai|ba|bon|tu|lam|nham|sau|bay|tam|chin))?)';
const ONES = '(?:mot|hai|ba|bon|tu|nam|sau|bay|tam|chin)';
export const COUNT = `(\\d{1,3}|${TENS}|${ONES})`;
const UNITS: Record<string, Unit> = {
  phut: 'minute',
  p: 'minute',
  tieng: 'hour',
  gio: 'hour',
  h: 'hour',
  'gio dong ho': 'hour',
  ngay: 'day',
  hom: 'day',
  bua: 'day',
  buoi: 'day',
  'ngay lam viec': 'workingDay',
  'ngay cong': 'workingDay',
  tuan: 'week',
  'tuan le': 'week',
  thang: 'month',
  nam: 'year',
  quy: 'quarter',
};
const UNIT = '(ngay lam viec|ngay cong|gio dong ho|tuan le|phut|tieng|gio|ngay|hom|bua|tuan|thang|nam|h)';
const SPANS: Record<string, Span> = { tuan: 'week', thang: 'month', quy: 'quarter', nam: 'year' };
const SPAN = '(tuan|thang|quy|nam)';
const WHICH = '(nay|sau nua|toi nua|sau|toi|tiep theo|tiep|nua)';
const WEEKDAYS: Record<string, number> = {
  hai: 1,
  ba: 2,
  tu: 3,
  nam: 4,
  sau: 5,
  bay: 6,
  2: 1,
  3: 2,
  4: 3,
  5: 4,
  6: 5,
  7: 6,
};
const DAYS: Record<string, number> = { nay: 0, mai: 1, kia: 2, mot: 2 };

function shiftOf(which: string | undefined): number {
  if (which === undefined || which === 'nay') return 0;
  return which.endsWith('nua') && which !== 'nua' ? 2 : 1;
}

function later([, count, unit]: readonly string[]): Partial<Wish> {
  return { after: { count: readCount(count), unit: UNITS[unit ?? ''] ?? 'day' }, vietnamese: true };
}

function endOfSpan([, edge, span, which]: readonly string[]): Partial<Wish> {
  const name = SPANS[span ?? ''] ?? 'week';
  const last = edge === 'het';
  return { endOf: { span: name, last }, shift: { [name]: shiftOf(which) }, vietnamese: true };
}

/** The Vietnamese forms, the longer before the shorter that begins alike. */
export const VIETNAMESE_RULES: readonly Rule[] = [
  rule(
    '(?:moi|hang|hằng) ?(?:ngay|tuan|thang|quy|nam)|(?:ngay|thu|tuan|thang) (?:\\S+ )?(?:hang|moi) (?:ngay|tuan|thang|quy|nam)|dinh ky',
    () => ({ recurring: true, vietnamese: true }),
  ),
  rule(
    'het gio(?: (?:hanh chinh|lam viec|chieu))?|cuoi gio(?: (?:chieu|hanh chinh|lam viec))?(?! sang)|cuoi buoi chieu|cuoi chieu',
    () => ({ dayPart: 'afternoon', vietnamese: true }),
  ),
  rule('cuoi (?:gio |buoi )?sang', () => ({ dayPart: 'morning', vietnamese: true })),
  rule('dau gio(?: sang)?(?! chieu)|dau (?:buoi )?sang', () => ({
    hour: 8,
    minute: 0,
    halfDay: 'am',
    vietnamese: true,
  })),
  rule('dau (?:gio )?(?:buoi )?chieu', () => ({ hour: 14, minute: 0, halfDay: 'pm', vietnamese: true })),
  rule('nua dem|12 ?h dem|24 ?h(?:00)?(?! (?:toi|tiep|nua))', () => ({ wholeDay: true, vietnamese: true })),
  rule('(?:het|cuoi) (ngay|hom|thu bay|thu hai)(?= lam viec)(?: lam viec)', () => ({
    dayPart: 'afternoon',
    vietnamese: true,
  })),
  rule('cuoi ngay', () => ({ dayPart: 'afternoon', vietnamese: true })),
  rule(`(cuoi|het) ${SPAN}(?: ${WHICH})`, endOfSpan),
  rule('het thang ?(\\d{1,2})', ([, count]) => ({
    endOf: { span: 'month', last: true },
    month: Number(count),
    vietnamese: true,
  })),
  rule('(?:cuoi|trong) thang (\\d{1,2})(?:\\/| nam )(20\\d\\d)', ([, count, year]) => ({
    endOf: { span: 'month', last: false },
    month: Number(count),
    year: Number(year),
    vietnamese: true,
  })),
  rule('cuoi thang (\\d{1,2})', ([, count]) => ({
    endOf: { span: 'month', last: false },
    month: Number(count),
    vietnamese: true,
  })),
  rule('(cuoi|het|trong) quy ([1-4]|iv|i{1,3})', ([, edge, quarter]) => ({
    endOf: { span: 'month', last: edge === 'het' },
    month: 3 * (['i', 'ii', 'iii', 'iv'].indexOf(quarter ?? '') + 1 || Number(quarter)),
    vietnamese: true,
  })),
  rule('trong thang (\\d{1,2})', ([, count]) => ({
    endOf: { span: 'month', last: false },
    month: Number(count),
    vietnamese: true,
  })),
  rule('(cuoi|het) nam (20\\d\\d)', ([, edge, year]) => ({
    day: 31,
    month: 12,
    year: Number(year),
    wholeDay: edge === 'het',
    vietnamese: true,
  })),
  rule(`(cuoi|het) ${SPAN}`, endOfSpan),
  rule(
    `trong vong ${COUNT} ${UNIT}|trong ${COUNT} ?${UNIT}(?: (?:toi|tiep|nua))?|sau ${COUNT} ?${UNIT}(?: nua)?`,
    (found) => {
      const [count, unit] = [found[1] ?? found[3] ?? found[5], found[2] ?? found[4] ?? found[6]];
      return { after: { count: readCount(count), unit: UNITS[unit ?? ''] ?? 'day' }, vietnamese: true };
    },
  ),
  rule(`trong ${SPAN}(?: ${WHICH})?`, ([, span, which]) =>
    endOfSpan(['', 'cuoi', span ?? '', which ?? ''].map((part) => part || 'nay')),
  ),
  rule(`${COUNT} ?${UNIT} (?:truoc|qua|roi)`, () => ({ past: true, vietnamese: true })),
  rule('(?:tuan|thang|quy|nam|hom|ngay|sang|chieu|toi|tooi|dem) (?:truoc|qua|vua roi|roi)|hom kia', () => ({
    past: true,
    vietnamese: true,
  })),
  rule('(?:nua|1/2) (?:tieng|gio)(?: dong ho)?(?: nua)?', () => ({
    after: { count: 30, unit: 'minute' },
    vietnamese: true,
  })),
  rule(`${COUNT} ?(?:tieng|gio|h) ruoi nua`, ([, count]) => ({
    after: { count: readCount(count) * 60 + 30, unit: 'minute' },
    vietnamese: true,
  })),
  // `8h tối` is an hour of the evening and `17h tới thứ 6` a time until: of hours only a whole day is `24h tới`.
  rule('(24|36|48|72) ?(?:h|gio|tieng) (?:toi|tiep)', ([, count]) => ({
    after: { count: Number(count), unit: 'hour' },
    vietnamese: true,
  })),
  rule(`${COUNT} ?(h|gio) nua`, later),
  rule(
    `${COUNT} ?(tieng|phut|p|ngay lam viec|ngay|hom|bua|tuan le|tuan|thang|nam) (?:nua|toi|tiep theo|tiep|sau)`,
    later,
  ),
  rule(
    `(?:vai|may|mot vai|it|dam) ${UNIT}(?: nua)?|som nhat(?: co the)?|(?:cang )?som(?: cang tot)?`,
    () => ({ vague: true, vietnamese: true }),
  ),
  rule('(?:dau|giua) thang \\d{1,2}|giua (?:tuan|thang|quy|nam)(?: (?:nay|sau|toi|tiep))?', () => ({
    vague: true,
    vietnamese: true,
  })),
  rule(`dau (tuan|thang|quy|nam)(?: ${WHICH})?`, ([, span, which]) => {
    const name = SPANS[span ?? ''] ?? 'week';
    return name === 'week'
      ? { startOf: name, shift: { week: shiftOf(which) }, vietnamese: true }
      : { vague: true, vietnamese: true };
  }),
  rule('dau tuan', (_, wish) => ({ startOf: 'week', shift: { week: 0, ...wish.shift }, vietnamese: true })),
  rule('tuan (nay|sau nua|toi nua|sau|toi|tiep theo|tiep)', ([, which]) => ({
    shift: { week: shiftOf(which) },
    vietnamese: true,
  })),
  rule('thang (nay|sau nua|toi nua|sau|toi|tiep theo|tiep)', ([, which]) => ({
    shift: { month: shiftOf(which) },
    vietnamese: true,
  })),
  rule('nam (nay|sau|toi|tiep theo|tiep)', ([, which]) => ({
    shift: { year: shiftOf(which) },
    vietnamese: true,
  })),
  rule(
    '(?:thu ?|t)([2-7])(?= |$|,)(?: (toi|tiep)(?= |$|,)| (nay)(?= |$|,))?|thu (hai|ba|tu|nam|sau|bay)(?: (toi|tiep)(?= |$|,)| (nay)(?= |$|,))?|(chu nhat|cn)(?: (?:nay|(toi|tiep)))?',
    (found) => {
      const name = found[1] ?? found[4];
      const upcoming = found.slice(1).some((part) => part === 'toi' || part === 'tiep');
      return {
        weekday: name === undefined ? 7 : (WEEKDAYS[name] ?? 7),
        ...(upcoming ? { upcoming } : {}),
        vietnamese: true,
      };
    },
  ),
  rule(
    '(?:ngay|hom|mung|mong|mung ngay|ngay mung|ngay mong) (\\d{1,2})(?= |$|,)(?: thang (\\d{1,2}))?',
    ([, day, month]) => ({
      day: Number(day),
      ...(month === undefined ? {} : { month: Number(month) }),
      vietnamese: true,
    }),
  ),
  rule('(\\d{1,2}) ?thang (\\d{1,2})', ([, day, month]) => ({
    day: Number(day),
    month: Number(month),
    vietnamese: true,
  })),
  rule(`(?:ngay )?(?:mung|mong) ${ONES.replace('(?:', '(')}|ngay ${TENS.replace('(?:', '(')}`, (found) => ({
    day: readCount(found[1] ?? found[2]),
    vietnamese: true,
  })),
  rule('nam (\\d{4})', ([, year]) => ({ year: Number(year), vietnamese: true })),
  rule('trong ngay(?= |$)(?! (?:mai|hom|kia|mot|\\d|thu|mung))', () => ({ dayShift: 0, vietnamese: true })),
  rule(
    'ngay mai|mai|ngay kia|kia|ngay mot|mot(?! (?:ngay|tuan|tieng|thang|gio|hom))|hom nay|ngay hom nay|nay|ngay nay|bua nay',
    ([words]) => {
      const word = words?.split(' ').pop() ?? 'nay';
      return { dayShift: DAYS[word] ?? 0, vietnamese: true };
    },
  ),
  rule(`${COUNT} ruoi (sang|trua|chieu|tooi|toi|dem)`, ([, hour, part]) => ({
    ...clock(String(readCount(hour)), '30', part),
    vietnamese: true,
  })),
  rule(
    `${COUNT} ?(?:h|g|gio)(?: ?(?:(\\d{1,2})(?: ?(?:p|ph|phut))?|(ruoi)|kem (\\d{1,2})))?(?= |$|,)(?: (sang|trua|chieu|tooi|toi(?= |$|,)(?! thu| ngay)|dem|khuya))?`,
    readClock,
  ),
  rule(
    '(\\d{1,2}):(\\d{2})(?::\\d\\d)?(?: ?(sang|trua|chieu|tooi|toi|dem))?(?! ?[ap]\\.?m)',
    ([, hour, minute, part]) => clock(hour, minute, part),
  ),
  rule('rang sang|sang|trua|chieu|tooi|dem|khuya|toi(?= (?:nay|mai|mot|hom|kia|cn|chu))', ([word]) => ({
    dayPart: PARTS[word ?? ''] ?? 'morning',
    vietnamese: true,
  })),
  rule('toi (?=thu|ngay|\\d{1,2}\\/)', () => ({ vague: true, vietnamese: true })),
  rule('het', () => ({ wholeDay: true, vietnamese: true })),
  rule(`${COUNT} ?${UNIT}`, later),
  rule('thang ?\\d{1,2}', () => ({ vague: true, vietnamese: true })),
];
