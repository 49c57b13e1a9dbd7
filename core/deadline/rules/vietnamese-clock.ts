import { vietnamese, type Rule } from '../wish.js';
import { clock, clockLess, PARTS, readCount } from './clock-words.js';
import { COUNT, PART } from './words-vi.js';

const WORK = '(?: (?:lam viec|hanh chinh|hc|lam|cong so))';
// `17h 30/11`: the 30 begins a date. `17h30-30/11` are minutes.
const MINUTES = "(?! \\d{1,2} ?[/.-] ?\\d):? ?(\\d{1,2})(?: ?(?:p|ph|phut|'))?";

/** Times of the day. */
export const VIETNAMESE_CLOCK: readonly Rule[] = [
  vietnamese(
    `${COUNT}(?:(?<=\\d) ?| )(?:h|g|gio)(?:${MINUTES}| ?(ruoi)| (?:kem|thieu) (\\d{1,2}|muoi lam|muoi|nam)(?: ?(?:p|phut))?)?(?: ${PART})?`,
    ([, hour, minute, half, less, part]) =>
      less === undefined
        ? clock(readCount(hour), half === undefined ? Number(minute ?? 0) : 30, part)
        : clockLess(readCount(hour), readCount(less), part),
  ),
  vietnamese(
    `${COUNT} gio ((?:hai|ba|bon|nam) muoi(?: (?:mot|hai|ba|bon|lam|nham|sau|bay|tam|chin))?|muoi(?: lam)?)(?: phut)?(?: ${PART})?`,
    (found) => clock(readCount(found[1]), readCount(found[2]?.trim()), found[3]),
  ),
  vietnamese(`${COUNT} ruoi(?= *[,.]| *$)`, ([, hour]) => clock(readCount(hour), 30, undefined)),
  vietnamese(`${COUNT} ruoi ${PART}`, ([, hour, part]) => clock(readCount(hour), 30, part)),
  vietnamese(`${COUNT} kem (\\d{1,2}|muoi lam|muoi|nam)(?: phut)? ${PART}`, ([, hour, less, part]) =>
    clockLess(readCount(hour), readCount(less), part),
  ),
  // `17.30`: no month has that number. `17.00` likewise.
  {
    ...vietnamese(
      '(\\d{1,2})[.:](\\d{2})(?::\\d\\d)?(?: ?(?:h|g|gio))(?: (sang|trua|chieu|tooi|toi|dem))?',
      (found) => clock(Number(found[1]), Number(found[2]), found[3]),
    ),
  },
  vietnamese('(?:het|cuoi|ket thuc|tan|xong) (?:gio|buoi|ngay)WORK(?! sang)'.replace('WORK', WORK), {
    dayPart: 'afternoon',
  }),
  vietnamese('(?:het|cuoi|ket thuc|tan) (?:gio|buoi|ca)(?! (?:sang|trua|chieu|tooi|toi|dem|lam|hanh|hc))', {
    dayPart: 'afternoon',
  }),
  vietnamese('cuoi ngay|tan (?:so|tam)', { dayPart: 'afternoon' }),
  vietnamese(`(?:het|cuoi|ket thuc) (?:gio )?(?:buoi )?(sang|trua|chieu)`, ([, part]) => ({
    dayPart: PARTS[part ?? '']!,
  })),
  vietnamese('(?:truoc )?(?:gio )?nghi trua|giua trua', { dayPart: 'noon' }),
  vietnamese(
    'dau (?:gio|buoi|ngay)(?: sang)?(?! (?:chieu|hanh|lam|tooi|toi))|dau sang|dau gio (?:hanh chinh|lam viec)',
    {
      early: true,
      halfDay: 'am',
    },
  ),
  vietnamese('dau (?:gio |buoi )?(?:buoi )?chieu', { hour: 14, minute: 0, halfDay: 'pm' }),
  // `hết ngày 28`: there the number needs its `ngày`.
  vietnamese('(?:het|ket thuc)(?: ngay(?! \\d))?', { wholeDay: true }),
  vietnamese('nua dem|(?:12|0) ?(?:h|gio) dem', { wholeDay: true }),
  vietnamese('(?:giua|khoang|tam) (?:buoi )?(?:sang|chieu)', { vague: true }),
  vietnamese(
    'rang sang|(?:buoi )?(?:sang|trua|chieu|tooi|dem|khuya)|(?:buoi )?toi(?= (?:nay|mai|mot|hom|kia|cn|chu))',
    ([words]) => ({
      dayPart: PARTS[words?.split(' ').at(-1) ?? ''] ?? 'morning',
    }),
  ),
  vietnamese('toi (?=thu|ngay|t\\d|\\d{1,2}\\/)', { vague: true }),
];
