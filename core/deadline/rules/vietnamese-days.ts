import { vietnamese, type Rule, type Wish } from '../wish.js';
import { readCount } from './clock-words.js';
import { COUNT, MONTH, ONE_DAY, ONES, TENS, UNIT, unitOf, weekdayOf, weekdaysIn } from './words-vi.js';

const DAYS: Record<string, number> = { nay: 0, mai: 1, kia: 2, mot: 2 };
const DAY_WORD = '(?:ngay|hom|mung|mong|mung ngay|ngay mung|ngay mong|ng)';
const NAME =
  '(?:thu|th) ?(hai|ba|tu|nam|sau|bay)|(?:thu|th|t) ?([2-7])|(chu nhat|chua nhat|chu nhut|c ?nhat|cn)';

function weekday([, name, number, sunday, upcoming]: readonly (string | undefined)[]): Partial<Wish> {
  return {
    weekday: weekdayOf(sunday === undefined ? (name ?? number) : undefined),
    ...(upcoming === undefined ? {} : { upcoming: true }),
  };
}

function later(count: string | undefined, unit: string | undefined): Partial<Wish> {
  return { after: { count: readCount(count), unit: unitOf(unit) } };
}

/** Days by name, by date, and counted from now. */
export const VIETNAMESE_DAYS: readonly Rule[] = [
  vietnamese(
    `(?:${NAME})(?:(?= |$|,)(?: (toi|tiep|sap toi|sap tiep|ke tiep)(?= |$|,)| nay(?= |$|,))?)?`,
    weekday,
  ),
  vietnamese(`(?:${NAME}) (?:vua roi|vua qua|tuan truoc|truoc(?= *$)|roi(?= *$))`, { past: true }),
  vietnamese(
    `${ONE_DAY}(?:(?: ?, ?|,? va | voi | ?& ?)(?:${ONE_DAY}|[2-7](?! ?[\\/.-])))+|thu [2-7] [2-7] [2-7](?= hang| moi|$)|t[2-7](?: t[2-7])+`,
    ([words]) => ({ weekdays: weekdaysIn(words ?? '') }),
  ),
  // `T2-T6 hằng tuần`
  vietnamese(
    '(?:tu )?(?:thu |th |t)?([2-6])(?: ?- ?| (?:den|tiep) )(?:thu |th |t)([3-7])',
    ([, first, last]) =>
      Number(first) < Number(last)
        ? { weekdays: [1, 2, 3, 4, 5, 6].filter((day) => day >= Number(first) - 1 && day < Number(last)) }
        : { vague: true },
  ),
  // `thứ 2 hằng tuần và thứ 5 hằng tuần`
  vietnamese(
    `${ONE_DAY} (?:hang|moi) tuan(?:(?: ?, ?| va |,? va )${ONE_DAY} (?:hang|moi) tuan)+`,
    ([words]) => ({
      weekdays: weekdaysIn(words ?? ''),
      recurring: { every: 'week', interval: 1 },
    }),
  ),
  vietnamese(
    `${DAY_WORD} ?(\\d{1,2})(?: (?:thang|thg) ?${MONTH})?(?: (?:toi|tiep|nay|sap toi|sap tiep)(?= |$|,))?`,
    ([, day, month]) => ({ day: Number(day), ...(month === undefined ? {} : { month: readCount(month) }) }),
  ),
  vietnamese('(\\d{1,2}) ?(?:thang|thg|[-\\/.]? ?t) ?(\\d{1,2})', ([, day, month]) => ({
    day: Number(day),
    month: Number(month),
  })),
  vietnamese('(?:thang|thg) ?(\\d{1,2}),? ngay ?(\\d{1,2})', ([, month, day]) => ({
    day: Number(day),
    month: Number(month),
  })),
  // `15 tháng Tám` is a day, `3 tháng sau` none
  vietnamese(
    '(\\d{1,2}) (?:thang|thg) (mot|hai|ba|tu|nam|bay|tam|chin|muoi(?: mot| hai)?)(?! (?:nua|lan|ruoi))',
    ([, day, month]) => ({ day: Number(day), month: readCount(month) }),
  ),
  vietnamese('(\\d{1,2}) (?:nay|tiep|tay|duong lich)', ([, day]) => ({ day: Number(day) })),
  vietnamese(`(?:ngay )?(?:mung|mong) (${ONES}|muoi)|ngay (${TENS})`, ([, ones, tens]) => ({
    day: readCount(ones ?? tens),
  })),
  vietnamese(
    `(?:ngay )?(?:mung|mong) (${ONES}) (?:thang|thg) ${MONTH}|ngay (${TENS}|${ONES}) (?:thang|thg) ${MONTH}`,
    (found) => ({
      day: readCount(found[1] ?? found[3]),
      month: readCount(found[2] ?? found[4]),
    }),
  ),
  // `mười lăm tháng một`
  vietnamese(`(${TENS}) thang ${MONTH}(?! (?:nua|lan|ruoi))`, ([, day, month]) => ({
    day: readCount(day),
    month: readCount(month),
  })),
  vietnamese(
    '(?:(?:ngay|ng) ?)?(?:mai|kia|nay)|hom (?:mai|nay)|(?:ngay |hom )mot|h ?nay|ngay hom nay|bua (?:nay|mai|mot|kia)|(?:ngay|hom) moi|mot(?! (?:ngay|tuan|tieng|thang|gio|hom|phut|buoi))',
    ([words]) => ({ dayShift: DAYS[/(?:nay|mai|kia|mot)$/.exec(words ?? '')?.[0] ?? 'mai'] ?? 1 }),
  ),
  vietnamese('trong ngay(?= |$|,)(?! (?:mai|hom|kia|mot|nay|\\d|thu|mung|mong|t\\d|cn|chu))', {
    dayShift: 0,
  }),
  vietnamese('mai mot|mai kia|hom nao|luc nao|khi nao ranh|hom khac|dip khac', { vague: true }),
  vietnamese(
    '(?:tuan|thang|quy|nam|hom|ngay|sang|chieu|tooi|dem|toi) (?:truoc(?! ?\\d{1,2} ?[hg:/-])|qua|vua roi|roi)|hom kia|hom no|ban nay|vua nay',
    {
      past: true,
    },
  ),
  vietnamese(`${COUNT} ?${UNIT} (?:truoc|qua|roi)(?! \\d)`, { past: true }),
  // `cuối tháng trước`; but `cuối tháng trước 17h` may be a time before.
  vietnamese(
    '(?:dau|giua|cuoi|het) (?:tuan|thang|quy|nam) (?:truoc(?! ?(?:\\d|khi|luc|gio|ngay|thu|t\\d|het))|qua|vua roi|roi)',
    { past: true },
  ),
];

/** So long from now. */
export const VIETNAMESE_COUNTS: readonly Rule[] = [
  // `20 tháng này`: the 20th of it
  vietnamese('(\\d{1,2}) ?thang nay(?= |$|,)', ([, day]) => ({ day: Number(day), shift: { month: 0 } })),
  // `28 tháng sau`: the 28th of it, or so many months from now?
  vietnamese('(?:[4-9]|[12]\\d|3[01]) ?thang (?:sau|toi)(?= |$|,)', { vague: true }),
  vietnamese(
    `(?:trong vong|trong|noi trong|sau|toi da|khong qua|sau khoang|con|trong khoang) ${COUNT} ?${UNIT}(?: (?:toi|tiep|tiep theo|nua|toi day))?`,
    ([, count, unit]) => later(count, unit),
  ),
  vietnamese(`${COUNT} ?${UNIT} (?:nua|tiep theo|sau nua|toi day)`, ([, count, unit]) => later(count, unit)),
  vietnamese(
    `${COUNT} ?(tieng|phut|p|ngay lam viec|ngay lv|ngay|hom|bua|tuan le|tuan|thang|nam) (?:toi|tiep|sau)(?= |$|,)`,
    ([, count, unit]) => later(count, unit),
  ),
  // `8h tối` is an hour of the evening and `17h tới thứ 6` a time until: of hours only a whole day is `24h tới`.
  vietnamese('(24|36|48|72) ?(?:h|gio|tieng) (?:toi|tiep)(?: nua)?', ([, count]) => later(count, 'h')),
  vietnamese(
    `${COUNT} ?(ngay lam viec|ngay lv|ngay cong|ngay hanh chinh|tieng|ngay|hom|tuan le|tuan|thang|phut|quy)`,
    ([, count, unit]) => later(count, unit),
  ),
  vietnamese(`(?:trong |sau )?${COUNT} ?(?:tieng|gio|h)(?: dong ho)? ruoi(?: nua)`, ([, count]) =>
    later(`${readCount(count) * 60 + 30}`, 'phut'),
  ),
  vietnamese('(?:trong |sau )?tieng ruoi(?: nua)', () => later('90', 'phut')),
  vietnamese(`${COUNT} tieng ruoi`, ([, count]) => later(`${readCount(count) * 60 + 30}`, 'phut')),
  vietnamese(`${COUNT} ?(?:tieng|gio|h) ?(\\d{1,2}) ?(?:phut|p)? nua`, ([, hours, minutes]) =>
    later(`${readCount(hours) * 60 + Number(minutes)}`, 'phut'),
  ),
  vietnamese('(?:trong |sau )?(?:nua|1\\/2) (?:tieng|gio)(?: dong ho)?(?: nua)?', () => later('30', 'phut')),
  vietnamese('(?:trong |sau )?nua thang(?: nua)?', () => later('15', 'ngay')),
  vietnamese('(?:trong |sau )?nua nam(?: nua)?', () => later('6', 'thang')),
  vietnamese(
    '(?:trong |sau )?(?:nua (?:ngay|buoi|tuan)|nua (?:ngay|buoi|tuan) nua)|\\S+ (?:ngay|tuan|thang|nam) ruoi(?: nua)?',
    {
      vague: true,
    },
  ),
  vietnamese(
    `(?:trong |sau )?(?:vai|may|mot vai|mot hai|it|dam|khoang|2-3|3-4|2,3|hai ba|ba bon) ${UNIT}(?: (?:toi|tiep))?(?: nua)?`,
    { vague: true },
  ),
  vietnamese(`\\d{1,2} ?- ?\\d{1,2} ${UNIT}(?: (?:toi|tiep))?(?: nua)?`, { vague: true }),
  vietnamese(
    '(?:som|nhanh)(?: nhat)?(?: co the)?|(?:cang )?(?:som|nhanh)(?: cang tot)?|gap|(?:lam )?ngay (?:lap tuc|bay gio)|bay gio|lap tuc|sang som|chieu muon|tooi muon',
    { vague: true },
  ),
  vietnamese('(?:ke tu|tinh tu|tu)(?: (?:ngay|hom))?(?= (?:\\d|thu|t[2-7]|mai|hom|chu|cn|ngay))', {
    counted: true,
  }),
  vietnamese(
    '(?:ke tu|tinh tu|tu) (?:hom nay|ngay hom nay|nay|bay gio|gio|luc nay|khi nhan(?: duoc)?(?: (?:cong van|van ban|thong bao|tin))?|bay gio tro di)',
    {},
  ),
];
