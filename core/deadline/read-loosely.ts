import { behindMark } from './behind-mark.js';
import { leavesOpen } from './left-open.js';
import { prepareWords } from './prepare-words.js';
import { readBeginning } from './read-beginning.js';
import { readWish, readWords } from './read-wish.js';
import { tellsTime } from './tells-time.js';
import type { Problem, Wish } from './wish.js';
import { withoutRemark } from './without-remark.js';

const longestText = 200;
// `hạn cũ là 5/6`, `tốt nhất trước thứ 5`: no deadline, or none that holds.
const NO_DEADLINE =
  /\b(?:le ra|dang le|nam ngoai|truoc day|ban dau|tot nhat|nen(?= (?:nop|gui|xong|truoc))|(?:qua|het) han(?= (?:\d|ngay|thu))|khong phai|dung (?:gui|nop|lam)|han (?:cu|truoc(?! \d| ngay| thu)|da))\b/;
// `tập huấn 3 ngày` is no time from now.
const COUNTED = /\b(?:nua|trong|toi|tiep|sau|in|within|from)\b/;
// `tổ chuyên môn`, `tiền thu`: no Monday and no Thursday, unless the words before are English.
const SHORT_DAY = /\b(?:mon|tue|wed|thu(?! ?(?:\d|hai|ba|tu|nam|sau|bay))|fri|sat|sun|may|mar|dec|jan|sep)\b/;
const ENGLISH =
  /\b(?:by|before|due|on|until|till|the|send|submit|reports?|please|deadline|is|next|this|every)\b/;
const MARK = /^(?:truoc|han|cham nhat|muon nhat|tre nhat|trong|het) /;
const BRACKETS = /\([^()\d]{1,60}\)/g;
const PHONE =
  /[,;. ]+(?:(?:dt|sdt|so|dien thoai|lien he|goi|nhan|hotline)[a-z: ]{0,24})?0\d(?:[ .-]?\d){7,9}(?!\d)/g;
// `trước ngày thi 14/11, tức 17h 13/11`
const IN_OTHER_WORDS = /^.{3,80}[ ,]tuc(?: la)? (?=.{2})/;

/** What the words of a deadline say; what is to be done may stand around them. */
export function readLoosely(text: string): Wish | Problem | 'empty' {
  const wish = readWish(text);
  if (wish !== 'empty' && text.length <= longestText && leavesOpen(prepareWords(text)))
    return wish === 'past' || wish === 'impossible' ? wish : 'ambiguous';
  if ((wish !== 'unreadable' && wish !== 'ambiguous') || text.length > longestText) return wish;
  const words = prepareWords(text);
  const plain = withoutAsides(withoutRemark(words));
  const said = plain === words ? wish : readWords(plain);
  if (said !== 'unreadable' && said !== 'ambiguous') return said;
  if (NO_DEADLINE.test(plain)) return said;
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

/** `nộp báo cáo theo CV 115-KH/HU trước 11h ngày 22/10`, `bão sắp vào, 6h sáng mai báo số tàu` */
function withoutTask(words: string): Wish | Problem {
  const starts = [0, ...[...words.matchAll(/ /g)].map(({ index }) => index + 1)];
  // Nothing that tells a time may be left out before: of the words that may, the last few can belong to the time.
  const last = starts.findLastIndex((start) => !tellsTime(words.slice(0, start)));
  let isOpen = false;
  for (const start of [0, ...starts.slice(Math.max(1, last - 3), last + 1)]) {
    const left = words.slice(start);
    // `gửi gấp trước 16h`: only a word that tells when is heard behind what is vague; `by 5/6` stays open.
    if (isOpen && !MARK.test(left)) continue;
    const wish = readBeginning(left);
    if (wish === 'ambiguous') isOpen = true;
    else if (wish !== 'unreadable' && (start === 0 || standsAlone(wish, left, words))) return wish;
  }
  return isOpen ? 'ambiguous' : 'unreadable';
}

/** Whether what is read behind words that were left out is a time indeed. */
function standsAlone(wish: Wish | Problem, left: string, words: string): boolean {
  if (typeof wish === 'string') return true;
  if (wish.english === true && SHORT_DAY.test(left) && !ENGLISH.test(words)) return false;
  return !wish.after || COUNTED.test(words);
}
