import { clock } from './clock-words.js';
import { WITH_AN_END } from '../with-an-end.js';
import { english, rule, type Rule, type Wish } from '../wish.js';

function isoTime(hour: string | undefined, minute: string | undefined): Partial<Wish> {
  if (hour === undefined) return {};
  if (Number(hour) > 23 || Number(minute) > 59) return { impossible: true };
  return { hour: Number(hour), minute: Number(minute), halfDay: 'am' };
}

/** Forms without words: ISO, the numeric dates, the clock. Day comes before month, as Vietnam writes it. */
export const COMMON_RULES: readonly Rule[] = [
  // No month is called 00 or 13 and more: `17.30` is a time.
  rule('([01]?\\d|2[0-3])\\.(00|1[3-9]|[2-5]\\d)(?! ?[ap]\\.?m)(?![\\/.-])', readColon),
  rule(
    '\\d{4}-\\d{2}-\\d{2}[t ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?(?:z| ?[+-]\\d{2}:?\\d{2})',
    ([text]) => ({ instant: (text ?? '').toUpperCase() }),
  ),
  rule(
    '(?:ngay )?(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:t(\\d{2}):(\\d{2})(?::\\d{2}(?:\\.\\d{1,6})?)?)?',
    ([, year, month, day, hour, minute]) => ({
      year: Number(year),
      month: Number(month),
      day: Number(day),
      ...isoTime(hour, minute),
    }),
  ),
  rule(
    '(?:ngay |hom |mung |mong |ng )?(\\d{1,2}) ?([-/.]) ?(\\d{1,2}) ?\\2 ?(\\d{4}|\\d\\d)',
    ([, first, , second, year]) => ({
      slash: [Number(first), Number(second)],
      year: Number(year) + (Number(year) < 100 ? 2000 : 0),
    }),
  ),
  rule(
    '(?:ngay |hom |mung |mong |ng )?(\\d{1,2}) ?([-/.]) ?(\\d{1,2})(?! ?\\/? ?20\\d\\d)',
    ([, first, , second]) => ({
      slash: [Number(first), Number(second)],
    }),
  ),
  rule(
    '(\\d{1,2}):(\\d{2})(?::\\d\\d)?(?: ?(?:hrs?|hours))?(?: (sang|trua|chieu|tooi|toi|dem)(?! thu| ngay))?(?! ?[ap]\\.?m)',
    readColon,
  ),
];

/** Words that carry no time of their own. Only the English ones tell the language: a polite `ạ` may follow any. */
export const NOISE: readonly Rule[] = [
  rule(
    `(?:thoi )?han(?: (?:chot|cuoi cung|cuoi(?! (?:${WITH_AN_END})(?![a-z]))|nop|la|den|bao cao|hoan thanh|gui))*|deadline|dl|truoc|trc|trk|tr(?= (?:\\d|t[2-7]|thu|ngay))|den|toi(?= (?:het|cuoi|\\d{1,2} ?(?:h|g|gio|:)))|tiep(?= )|vao|luc|vao luc|cho den|cho toi|cham nhat|muon nhat|tre nhat|khong (?:qua|muon hon|tre hon|cham hon)|la|phai|can|xong|phai xong|nop|gui|hoan thanh|hoan thien|bao cao|bc|tra loi|phan hoi|thuc hien|so lieu|danh sach|bieu mau|ho so|ket qua|van ban|ke hoach`,
    {},
  ),
  rule(
    '(?<!han )cu(?= (?:\\d|sang|chieu|tooi|thu|ngay|cuoi|dau))|bao(?= (?:truoc|trc|luc|vao))|ngay(?= (?:thu|chu nhat|cn|mai|hom|trong|t[2-7])|[ ,]*$)|bao (?:doanh thu|ton kho|si so|quan so|tien do|tong hop)|hom(?= (?:thu|\\d|t[2-7]|cn|chu))|khoang|tam|chung|do|tu (?:nay|gio|bay gio|hom nay)(?= (?:den|toi|cho|tiep))|buoi|dung(?! (?:gui|nop|lam|de|cham|tre))|thoi gian|thoi diem|ke tu (?:hom nay|nay|ngay nhan)|cua|trong(?= (?:ngay|hom|sang|chieu|trua|tooi|toi|buoi|thu|t[2-7]|cn|chu|mai))|noi|cho|con',
    {},
  ),
  rule(
    '(?:c|e|b|m|di)(?=[ .,]*$)|moi dung|(?:thi |la )?xong|la(?= (?:xong|nop|gui))|de(?= (?:den|tiep|cuoi|het|thu) )|(?:gia han|lui|doi|chuyen|hoan)(?: han| lai)? sang(?= (?:thu|t\\d|ngay|tuan|cuoi|\\d))|chot|tuc(?: la)?|nghia la|moi ng|mn|(?:cac )?d\\/c|(?:(?:gui|nop|bao cao) )?(?:mot|1) lan|a|ah|nhe|nha|nhen|nghen|ha|em|anh|chi|giup|giup em|giup minh|voi|thoi|duoc khong|dc khong|nhe cac|cac (?:dong chi|anh chi|anh|chi|don vi|ban|bac|xa|truong|thay co|thay|co|to|lop|khoi|phong|thon|em|chau|doi|nhom|bo phan|khoa|tram|cua hang|shop|ca|chi nhanh|ap|xom|phuong|dau moi|co quan|co so)|truoc khi nghi(?: (?:tet|le|he))?|(?:dong chi|dc|anh chi|don vi|moi nguoi|ca nha|quy don vi|thay co)|xin|de nghi|yeu cau|ve(?: (?:huyen|xa|phong|van phong|tinh|truong))?|gui ve|phai co|chan|day|tro lai|tro di|thi|nay nhe|(?:gia han|keo dai|lui|hoan|doi(?= (?:lai|den|sang|toi|tiep|thu|t\\d|ngay|cuoi|mai|\\d{1,2} ?[hg/])))(?: (?:lai|them|han))?(?! ?(?:\\d+|mot|hai|ba|bon|nam|sau|bay|vai|may) (?:ngay|tuan|tieng|gio|buoi|hom|thang))|them(?= (?:cho|den|tiep))|may (?:anh chi|anh em|chi em|anh|chi|em|ban|co|thay|bac|chu|ong|ba|dong chi|xa|truong|to|thon|phong)|ba con|xin phep|dum|ngay nhe',
    {},
  ),
  english(
    'before|by|due|on|at|until|till|no later than|not later than|latest|the latest|at the latest|the|please|pls|of|in|is|to|for|submit|submitted|deadline(?: is)?|due date|around|about|sharp|end(?= (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))|done|finish|finished|local time|hanoi time|report|reply|all|it|that|hrs',
    {},
  ),
];

function readColon([, hour, minute, part]: readonly (string | undefined)[]): Partial<Wish> {
  const said = clock(Number(hour), Number(minute), part);
  // `06:00` is written by a clock of 24 hours; `6:00` may be the evening.
  return hour?.startsWith('0') === true && said.halfDay === null ? { ...said, halfDay: 'am' } : said;
}
