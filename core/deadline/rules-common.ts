import { rule, type Rule } from './wish.js';

/** Forms without words: ISO and the numeric dates. Day comes before month, as Vietnam writes it. */
export const COMMON_RULES: readonly Rule[] = [
  rule(
    '\\d{4}-\\d{2}-\\d{2}[t ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?(?:z| ?[+-]\\d{2}:?\\d{2})',
    ([text]) => ({ instant: (text ?? '').toUpperCase() }),
  ),
  rule(
    '(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:t(\\d{2}):(\\d{2})(?::\\d{2}(?:\\.\\d{1,6})?)?)?',
    ([, year, month, day, hour, minute]) => ({
      year: Number(year),
      month: Number(month),
      day: Number(day),
      ...(hour === undefined
        ? {}
        : Number(hour) > 23 || Number(minute) > 59
          ? { impossible: true }
          : { hour: Number(hour), minute: Number(minute), halfDay: 'am' as const }),
    }),
  ),
  rule(
    '(?:ngay |hom |mung |mong )?(\\d{1,2}) ?([-/.]) ?(\\d{1,2}) ?\\2 ?(\\d{4}|\\d\\d)',
    ([, first, , second, year]) => ({
      slash: [Number(first), Number(second)],
      year: Number(year) + (Number(year) < 100 ? 2000 : 0),
    }),
  ),
  rule('(?:ngay |hom |mung |mong )?(\\d{1,2}) ?([-/.]) ?(\\d{1,2})', ([, first, , second]) => ({
    slash: [Number(first), Number(second)],
  })),
];

/** Words that carry no time of their own. */
export const NOISE: readonly Rule[] = [
  rule(
    `truoc|han chot|han cuoi|han nop|han|thoi han|deadline|den|trc|vao luc|vao|luc|cho den|cho toi|cham nhat la|cham nhat|muon nhat|tre nhat|la|phai|xong|nop|gui|hoan thanh|bao cao|
    |ngay(?= (?:thu|chu nhat|cn|mai|\\d))|hom(?= (?:thu|\\d))|tiep(?= )|toi(?= \\d{1,2}(?:h|g| ?gio|:))|khoang|tu nay|tu gio|trong(?= (?:ngay|hom|sang|chieu|buoi))|buoi|dung|thoi gian|den ngay|ke tu hom nay|ke tu ngay|ke tu nay|ngay(?= hom)|cua|
    |a|nhe|nha|em|anh|giup|trong(?= ngay)|ngay(?= |$)`.replace(/\n\s*\|?/g, ''),
    () => ({}),
  ),
  rule(
    'before|by|due|on|at|until|till|no later than|latest|the|please|of|in|is|to|from now|for|submit|submitted|deadline is',
    () => ({ english: true }),
  ),
];
