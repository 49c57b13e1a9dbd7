import { prepareWords } from './prepare-words.js';
import { readWish, readWords } from './read-wish.js';
import { tellsTime } from './tells-time.js';
import type { Problem, Wish } from './wish.js';
import { withoutRemark } from './without-remark.js';

const longestText = 200;
// What is to be done, before `trước`, `hạn chót`, `by` or behind the time, as long as it names no time itself.
const BEFORE =
  /^(?<task>.{3,160}?) (?<asked>(?:truoc(?! khi)|han|deadline|cham nhat|muon nhat|tre nhat|vao|luc|chot|before|by|due|at|on|no later than|(?:nop|gui|hop|xong)(?= (?:\d|thu |t\d|ngay |mai))) .+)$/;
// `báo cáo tuần: 10h sáng thứ 3`, `bão sắp vào, 6h sáng mai báo số tàu`
const HEADING = /^(?<task>[^:,;]{3,80}[^:,;\d]) ?[:,;] (?<asked>.+)$/;
// `báo cáo tháng 10 nộp trước 25/11`: the day behind such a word is the deadline, whatever stands before it.
const MARKED =
  /^(?<task>.{3,160}?) (?<asked>(?:(?<!(?:tuan|thang|nam|hom|lan|ngay|quy|dot|buoi|ky|nhu) )truoc(?! (?:khi|do|mat|day|tien)\b)|han(?! (?:cu|truoc|da|muc|che))|deadline|cham nhat|muon nhat|tre nhat|den het|before|by|due|no later than) .+)$/;
// `quá hạn 5/12`, `thứ 6 hoặc trước 28/11`
const UNMARKED =
  /(?:^| )(?:qua|het|da|khong|khong phai|dung|chua|hoac|hay|or|not|gia|tu|le ra|dang le|nam ngoai|truoc day|ban dau|tot nhat|nen|neu duoc|co the) *$/;
const ENDS_APART =
  /(?:[,;:.]| (?:nop|gui|xong|hoan thanh|tra loi|phan hoi|bao|bao cao|chot|lam|gui ve|nop ve|gui lai|phai|can|submit|send|reply|done)) *$/;
const CLOCK = /\d ?(?:h|g|gio|:\d\d|[ap]m)\b/;
const BRACKETS = /\([^()\d]{1,60}\)/g;
const PHONE =
  /[,;. ]+(?:(?:dt|sdt|so|dien thoai|lien he|goi|nhan|hotline)[a-z: ]{0,24})?0\d(?:[ .-]?\d){7,9}(?!\d)/g;
// `trước ngày thi 14/11, tức 17h 13/11`
const IN_OTHER_WORDS = /^.{3,80}[ ,]tuc(?: la)? (?=.{2})/;

/** What the words of a deadline say; what is to be done may stand around them. */
export function readLoosely(text: string): Wish | Problem | 'empty' {
  const wish = readWish(text);
  if ((wish !== 'unreadable' && wish !== 'ambiguous') || text.length > longestText) return wish;
  const words = prepareWords(text);
  const plain = withoutAsides(withoutRemark(words));
  const said = plain === words ? wish : readWords(plain);
  if (said !== 'unreadable' && said !== 'ambiguous') return said;
  return behindMark(plain) ?? (said === 'unreadable' ? withoutTask(plain) : said);
}

function withoutAsides(words: string): string {
  return words
    .replace(BRACKETS, ' ')
    .replace(PHONE, ' ')
    .replace(IN_OTHER_WORDS, '')
    .replace(/ {2,}/g, ' ')
    .replace(/[ ,;]+$/, '')
    .trim();
}

/** The day behind a word such as `hạn`; null where it is no day of its own, or another way of saying the same is near. */
function behindMark(words: string): Wish | null {
  const { task, asked } = MARKED.exec(words)?.groups ?? {};
  if (task === undefined || UNMARKED.test(task) || endsInTime(task)) return null;
  const wish = readBeginning(asked!);
  if (typeof wish === 'string' || !namesDay(wish)) return null;
  return wish.hour === undefined && CLOCK.test(task) ? null : wish;
}

/** `thứ 6 trước 28/11` says when in two ways; in `báo cáo tháng 10 nộp trước 25/11` a verb stands between. */
function endsInTime(task: string): boolean {
  const whole = readWords(task);
  if (typeof whole !== 'string' && namesDay(whole)) return true;
  if (ENDS_APART.test(task)) return false;
  const words = task.split(' ');
  return [1, 2, 3].some((count) => {
    const wish = readWords(words.slice(-count).join(' '));
    return typeof wish === 'string' ? wish !== 'unreadable' : Object.keys(wish).some((key) => key in DAYS);
  });
}

const DAYS = {
  day: 1,
  weekday: 1,
  weekdays: 1,
  slash: 1,
  dayShift: 1,
  endOf: 1,
  startOf: 1,
  shift: 1,
  hour: 1,
};

/** A day of its own, not so many days from another. */
function namesDay({ day, weekday, dayShift, endOf, startOf, recurring, after }: Wish): boolean {
  return (
    after === undefined &&
    [day, weekday, dayShift, endOf, startOf, recurring].some((said) => said !== undefined)
  );
}

/** `nộp báo cáo theo CV 115-KH/HU trước 11h ngày 22/10`, `chậm nhất 11h trưa ngày 5/11 các trường gửi file` */
function withoutTask(words: string): Wish | Problem {
  const found = [BEFORE, HEADING]
    .map((form) => form.exec(words)?.groups)
    .find((one) => one && !tellsTime(one.task!));
  return readBeginning(found?.asked ?? words);
}

/** The longest beginning that can be read, where the rest says nothing of a time: `3 ngày làm việc họp` are no 3 days. */
function readBeginning(time: string): Wish | Problem {
  for (let end = time.length; end > 0; end = time.lastIndexOf(' ', end - 1)) {
    const rest = time.slice(end);
    if (/^ ?\d/.test(rest) || tellsTime(rest)) continue;
    const wish = readWords(time.slice(0, end));
    // Of what is open or vague the rest may have said more.
    if (wish !== 'unreadable' && wish !== 'ambiguous') return wish;
  }
  return readWords(time);
}
