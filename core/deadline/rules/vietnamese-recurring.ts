import { vietnamese, type Rule, type Wish } from '../wish.js';
import { readCount } from './clock-words.js';
import { COUNT, ONE_DAY, unitOf, weekdaysIn } from './words-vi.js';

/** What comes again. */
export const VIETNAMESE_RECURRING: readonly Rule[] = [
  vietnamese(
    `(?:vao )?(?:moi|hang|cac)(?: (?:mot|1))? (ngay lam viec|ngay|tuan|thang|quy|nam)(?: mot lan| 1 lan)?`,
    ([, unit]) => ({
      recurring: { every: recurringUnit(unit), interval: 1 },
    }),
  ),
  vietnamese('(?:(?:vao )?(?:moi|hang|tat ca cac|cac) )?ngay lam viec trong tuan', {
    recurring: { every: 'workingDay', interval: 1 },
  }),
  vietnamese(
    `(?:dinh ky )?(?:moi |cu )?${COUNT} (ngay lam viec|ngay|tuan|thang|quy|nam)(?: (?:mot|1) lan| ?\\/ ?lan)`,
    ([, count, unit]) => ({
      recurring: { every: recurringUnit(unit), interval: readCount(count) },
    }),
  ),
  vietnamese(`(?:cu|cach)(?: moi)? ${COUNT} (ngay lam viec|ngay|tuan|thang|quy|nam)`, ([, count, unit]) => ({
    recurring: { every: recurringUnit(unit), interval: readCount(count) },
  })),
  // `hằng năm ngày 15 tháng 4` are no 5 days.
  vietnamese(`(?:moi|hang) ${COUNT} (ngay(?! ?\\d)|tuan|thang|quy|nam)`, ([, count, unit]) => ({
    recurring: { every: recurringUnit(unit), interval: readCount(count) },
  })),
  vietnamese('(?:vao )?(?:moi|hang)(?= (?:thu|t[2-7]|cn|chu nhat))', {
    recurring: { every: 'week', interval: 1 },
  }),
  vietnamese('(?:moi|hang)(?= (?:sang|trua|chieu|tooi|toi|dem|buoi))', {
    recurring: { every: 'day', interval: 1 },
  }),
  // `thứ 2 đầu tuần nào cũng nộp`, `thứ 6 nào cũng`
  vietnamese('(?:(?:dau )?(ngay lam viec|ngay|tuan|thang) )?nao cung(?: (?:vay|the))?', ([, unit]) => ({
    recurring: { every: recurringUnit(unit ?? 'tuan'), interval: 1 },
  })),
  vietnamese('cuoi (?:moi|hang) (tuan|thang|quy|nam)', ([, span]) => ({
    endOf: { span: recurringUnit(span) as 'week' },
    recurring: { every: recurringUnit(span), interval: 1 },
  })),
  vietnamese('ngay lam viec cuoi(?: cung)?(?: cua)? (?:moi|hang) (tuan|thang|quy|nam)', ([, span]) => ({
    endOf: { span: recurringUnit(span) as 'week', worked: true },
    recurring: { every: recurringUnit(span), interval: 1 },
  })),
  vietnamese('ngay cuoi(?: cung)?(?: cua)? (?:moi|hang) (thang|quy|nam)', ([, span]) => ({
    endOf: { span: recurringUnit(span) as 'week' },
    recurring: { every: recurringUnit(span), interval: 1 },
  })),
  vietnamese('thang (dau|giua|cuoi|thu nhat|thu hai|thu ba)(?: cua)? (?:moi|hang) quy', ([, which = '']) => ({
    monthOf: { dau: 1, 'thu nhat': 1, giua: 2, 'thu hai': 2 }[which] ?? 3,
    recurring: { every: 'quarter', interval: 1 },
  })),
  vietnamese(
    'thang (dau|giua|cuoi|thu nhat|thu hai|thu ba)(?: cua)? quy(?! (?:nay|sau|toi|tiep|i|\\d))',
    ([, which = '']) => ({
      monthOf: { dau: 1, 'thu nhat': 1, giua: 2, 'thu hai': 2 }[which] ?? 3,
    }),
  ),
  vietnamese('(\\d{1,2})(?= (?:hang|moi) thang)', ([, day]) => ({ day: Number(day) })),
  vietnamese('dau (?:moi|hang) tuan', { startOf: 'week', recurring: { every: 'week', interval: 1 } }),
  vietnamese('(?:cach|cu cach|cach 1|cach mot) (tuan|thang|ngay)(?: (?:mot|1) lan)?', ([, unit]) => ({
    recurring: { every: recurringUnit(unit), interval: 2 },
  })),
  vietnamese('(?:moi )?tuan (?:\\d|hai|ba|bon) (?:lan|buoi)(?: vao)?', {
    recurring: { every: 'week', interval: 1 },
  }),
  vietnamese(
    `(?:tru|ngoai tru|khong ke|ko ke) (?:ngay )?(?:${ONE_DAY}|cuoi tuan)(?:(?:,? |,? va )${ONE_DAY})*`,
    ([words]) => ({
      without: words?.includes('cuoi tuan') === true ? [6, 7] : weekdaysIn(words ?? ''),
    }),
  ),
  vietnamese(
    `(?:ke ca|bao gom|gom ca) (?:ngay )?(?:${ONE_DAY}|cuoi tuan|ngay nghi)(?:(?:,? |,? va )${ONE_DAY})*`,
    {},
  ),
  // `cứ chiều thứ 4 là nộp`
  vietnamese(`cu(?= (?:(?:sang|trua|chieu|tooi) )?${ONE_DAY})`, {
    recurring: { every: 'week', interval: 1 },
  }),
  vietnamese('dinh ky|dinh ki|deu dan|lap lai|thuong xuyen', {}),
];

function recurringUnit(words: string | undefined): NonNullable<Wish['recurring']>['every'] {
  const unit = unitOf(words);
  return unit === 'minute' || unit === 'hour' ? 'day' : unit;
}
