import { readBeginning } from './read-beginning.js';
import { readWords } from './read-wish.js';
import { tellsTime } from './tells-time.js';
import type { Wish } from './wish.js';

// `báo cáo tháng 10 nộp trước 25/11`: the day behind such a word is the deadline, whatever stands before it.
const MARKED =
  /^(?<task>.{3,160}?) (?<asked>(?:(?<!(?:tuan|thang|nam|hom|lan|ngay|quy|dot|buoi|ky|nhu) (?!truoc \d))truoc(?! (?:khi|do|mat|day|tien)\b)|han(?! (?:cu|truoc|da|muc|che)\b)|deadline|cham nhat|muon nhat|tre nhat|den het|(?:nop|gui|xong|bao|phan hoi|tra loi)(?= (?:vao )?(?:ngay )?\d{1,2}[-/]\d)|trong(?= ngay \d)|before|by|due|no later than) .+)$/;
// `quá hạn 5/12`, `thứ 6 hoặc trước 28/11`
const UNMARKED = /(?:^| )(?:qua|het|da|khong|khong phai|dung|chua|hoac|hay|or|not|gia|tu|neu duoc|co the) *$/;
// `xã nộp 10/12 còn thôn nộp 8/12`
const ANOTHER =
  /\b(?:nop|gui|xong|han|truoc|cham nhat|muon nhat|tra loi) (?:(?:vao|ngay|truoc|la) )*(?:\d{1,2} ?[-/h:]|thu (?:\d|hai|ba|tu|nam|sau|bay)|t\d)/;
const ENDS_APART =
  /(?:[,;:.]| (?:nop|gui|xong|hoan thanh|tra loi|phan hoi|bao|bao cao|chot|lam|gui ve|nop ve|gui lai|phai|can|submit|send|reply|done)) *$/;
const CLOCK = /\d ?(?:h|g|gio|:\d\d|[ap]m)\b/;

/** The day behind a word such as `hạn`; null where it is no day of its own, or another way of saying the same is near. */
export function behindMark(words: string): Wish | null {
  const { task, asked } = MARKED.exec(words)?.groups ?? {};
  if (task === undefined || UNMARKED.test(task) || ANOTHER.test(task)) return null;
  if (tellsTime(task) && endsInTime(task)) return null;
  const wish = readBeginning(asked!);
  if (typeof wish === 'string' || !namesOwnDay(wish)) return null;
  return wish.hour === undefined && CLOCK.test(task) ? null : wish;
}

/** `thứ 6 trước 28/11` says when in two ways; in `báo cáo tháng 10 nộp trước 25/11` a verb stands between. */
function endsInTime(task: string): boolean {
  const whole = readWords(task);
  if (typeof whole !== 'string' && namesOwnDay(whole)) return true;
  if (ENDS_APART.test(task)) return false;
  const words = task.split(' ');
  return [1, 2, 3].some((count) => {
    const wish = readWords(words.slice(-count).join(' '));
    return typeof wish === 'string'
      ? wish !== 'unreadable'
      : Object.keys(wish).some((key) => DAY_KEYS.has(key));
  });
}

const DAY_KEYS = new Set([
  'day',
  'weekday',
  'weekdays',
  'slash',
  'dayShift',
  'endOf',
  'startOf',
  'shift',
  'hour',
]);

/** A day of its own, not so many days from another. */
function namesOwnDay({ day, weekday, dayShift, endOf, startOf, recurring, after }: Wish): boolean {
  return (
    after === undefined &&
    [day, weekday, dayShift, endOf, startOf, recurring].some((said) => said !== undefined)
  );
}
