import { prepareWords } from './prepare-words.js';
import { readWish, readWords } from './read-wish.js';
import type { Problem, Wish } from './wish.js';
import { withoutRemark } from './without-remark.js';

const longestText = 200;
// What is to be done, before `trước`, `hạn chót`, `by` or behind the time, as long as it names no time itself.
const BEFORE =
  /^(?<task>.{3,160}?) (?<asked>(?:truoc(?! khi)|han|deadline|cham nhat|muon nhat|tre nhat|vao|luc|chot|before|by|due|at|on|no later than|(?:nop|gui|hop|xong)(?= (?:\d|thu |t\d|ngay |mai))) .+)$/;
// `báo cáo tuần: 10h sáng thứ 3`
const HEADING = /^(?<task>[^:]{3,60}[^:\d]) ?: (?<asked>.+)$/;
const BRACKETS = /\([^()\d]{1,60}\)/g;
const PHONE =
  /[,;. ]+(?:(?:dt|sdt|so|dien thoai|lien he|goi|nhan|hotline)[a-z: ]{0,24})?0\d(?:[ .-]?\d){7,9}(?!\d)/g;
// `trước ngày thi 14/11, tức 17h 13/11`
const IN_OTHER_WORDS = /^.{3,80}[ ,]tuc(?: la)? (?=.{2})/;
const NAMED = /\b(?:lop|khoi|to|thon|doi|phong|khu|so|diem|ban|dot) \d{1,4}[a-z]?\b/g;
const DOCUMENT = /\b\d{1,6}(?:\/\d{4})?[-/][a-z]{2,8}(?:[-/][a-z]{1,8})*\b/g;
const TELLS_TIME =
  /\d|\b(?:thu(?= (?:hai|ba|tu|nam|sau|bay|may|\d))|ngay|hom|mai|mot|kia|nay|qua|roi|tuan|thang|quy(?= (?:nay|sau|tiep|toi|i|[1-4]))|nam|gio|sang|trua|chieu|toi|tooi|tiep|dem|cuoi|dau|giua|sau|moi|hang|cu|tu|khong|chua|dung|hoac|hay|neu|kip|tru|gan|khoang|le|chac|tuy|truoc|ngoai|not|if|or|except|after|every|each|(?:mon|tues|wednes|thurs|fri|satur|sun)?days?|week|month|tomorrow|today)\b/;

/** What the words of a deadline say; what is to be done may stand around them. */
export function readLoosely(text: string): Wish | Problem | 'empty' {
  const wish = readWish(text);
  if ((wish !== 'unreadable' && wish !== 'ambiguous') || text.length > longestText) return wish;
  const words = prepareWords(text);
  const plain = withoutRemark(words);
  const said = plain === words ? wish : readWords(plain);
  return said === 'unreadable' ? withoutTask(plain) : said;
}

/** `nộp báo cáo theo CV 115-KH/HU trước 11h ngày 22/10`, `chậm nhất 11h trưa ngày 5/11 các trường gửi file` */
function withoutTask(text: string): Wish | Problem {
  const words = text
    .replace(BRACKETS, ' ')
    .replace(PHONE, ' ')
    .replace(IN_OTHER_WORDS, '')
    .replace(/ {2,}/g, ' ')
    .replace(/[ ,;]+$/, '')
    .trim();
  const { task, asked } = (HEADING.exec(words) ?? BEFORE.exec(words))?.groups ?? {};
  const time = task !== undefined && !tellsTime(task) ? asked! : words;
  // The longest that can be read: `3 ngày làm việc họp` are no 3 days.
  for (let end = time.lastIndexOf(' '); end > 0; end = time.lastIndexOf(' ', end - 1)) {
    if (tellsTime(time.slice(end))) continue;
    const wish = readWords(time.slice(0, end));
    // Of what is open or vague the rest may have said more.
    if (wish !== 'unreadable' && wish !== 'ambiguous') return wish;
  }
  return time === text ? 'unreadable' : readWords(time);
}

function tellsTime(task: string): boolean {
  return TELLS_TIME.test(
    task
      .replace(DOCUMENT, ' ')
      .replace(
        /\b(?:bao cao|bc|ke hoach|kh|so lieu|tong ket|so ket|lich) (?:nam|thang|quy|tuan|ngay)\b/g,
        ' ',
      )
      .replace(/\b(?:de|cho) kip\b/g, ' ')
      .replace(NAMED, ' '),
  );
}
