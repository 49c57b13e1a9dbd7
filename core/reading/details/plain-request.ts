import { foldText } from '../../text/fold.js';

const NUMBER = '(?:\\d{1,3}|mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi|one|two|three|four|five|six|seven)';
const UNIT =
  '(?:ngay lam viec|ngay cong|ngay|hom|bua|tuan|thang|gio|tieng|(?:(?:more|extra|additional|working|business) )*(?:days?|weeks?|hours?))';
const SPAN = `(?:${NUMBER}|a|an|another) ${UNIT}(?: nua)?`;
const OR = '(?: ?- ?| hoac(?: la)? | hay(?: la)? | or )';
// `2 ngày`, `2-3 ngày`, `2 ngày hoặc 3 ngày`
const SPANS = `(?:${NUMBER}${OR})?${SPAN}(?:${OR}${SPAN})?`;
const DATE = '(?:(?:het |ngay |hom |thu )?\\d{1,2}(?:[-/.]\\d{1,2}(?:[-/.]\\d{2,4})?)?)';
const WEEKDAY = '(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn)';
const LATER = '(?:(?:sang|trua|chieu|toi|dau|cuoi) )?(?:ngay )?(?:mai|mot|kia|tuan sau|tuan toi|tuan nay)';
const DAY = `(?:(?:\\d{1,2}(?:h|g|:)\\d{0,2} )?(?:(?:sang|trua|chieu|toi|cuoi|dau) )?(?:${WEEKDAY}|${LATER}|${DATE})(?: (?:tuan sau|tuan toi|tuan nay|thang sau|thang \\d{1,2}|toi|sau|nay))?)`;
const TO = '(?:sang|qua|den|toi|thanh|to|until|till)';
const RANGE = `(?:tu|from) ${DAY} ${TO} ${DAY}`;
const SELF =
  '(?:em|minh|toi|tui|chung em|ben em|chung toi|don vi|don vi em|xa|xa em|truong|truong em|to|to em)';
const YOU = '(?:anh|chi|sep|co|thay|bac|chu|ad|lanh dao)';
const LEAD = `(?:(?:da|vang|thua|alo|hi|hello|please|a|${YOU}|${SELF}) ){0,4}`;
const ASK = `(?:(?:give us|could we have|may we have|can we have|we need|need|xin phep|xin|cho phep|cho|mong|de nghi|duoc|${SELF}) ){0,4}`;
const PUT_OFF =
  '(?:(?:gia|lui|doi|noi|gian|keo dai) (?:thoi )?han|gia han|lui|doi|hoan|khat|extend|postpone|extension of|delay)';
const TAIL = `(?:(?: (?:giup|cho|duoc khong|duoc k|duoc ko|nhe|nha|nhe a|voi|a|please|thanks|${YOU}|${SELF}))*)`;
// `thêm 2 ngày`, `lùi 2 hôm`, `extend by 2 days`, `xin 2 ngày hoặc 3 ngày`
const LONGER = new RegExp(
  `^${LEAD}${ASK}(?<how>${PUT_OFF} |)(?:(?<more>them|by|for|another|an extra) |)(?<wish>${SPANS})${TAIL}$`,
);
const MOVED = new RegExp(`^${LEAD}${ASK}${PUT_OFF} (?:(?:nop|bao cao|lai|it) )?(?<wish>${RANGE})${TAIL}$`);
// `em xin nộp vào thứ 2`
const HANDED = new RegExp(
  `^${LEAD}(?:xin|cho)(?: (?:phep|duoc|${SELF}))* (?:nop|gui|bao cao|tra loi|hoan thanh)(?: (?:lai|bu|bao cao|so lieu|ho so|danh sach))?(?: (?:vao|luc|truoc|den|toi|sang|qua))* (?<wish>${DAY})${TAIL}$`,
);
const ASKED = new RegExp(`^${LEAD}(?:xin|cho|give us) |(?:more|extra|additional) `);
const longest = 24;

/**
 * The words that name the time in a text that is nothing but a request for more of it, as written: `thêm 2 ngày`,
 * `lùi từ 30/11 sang 3/12`, `em xin nộp vào thứ 2`. Null for any other text.
 */
export function findPlainRequest(text: string): string | null {
  const written = text.trim().split(/\s+/);
  if (written.length > longest) return null;
  const words = written.map((word) => foldText(word).replace(/^["(]+|[,;.!?)"…]+$/g, ''));
  const folded = words.join(' ');
  const longer = LONGER.exec(folded);
  const isAsked = longer && (longer.groups!.how !== '' || longer.groups!.more || ASKED.test(folded));
  const found = (isAsked ? longer : null) ?? MOVED.exec(folded) ?? HANDED.exec(folded);
  const wish = found?.groups?.wish;
  if (wish === undefined) return null;
  // Behind the wish stand courtesies alone: where it last stands is where it was matched.
  const from = folded.slice(0, folded.lastIndexOf(wish)).split(' ').length - 1;
  return written
    .slice(from, from + wish.split(' ').length)
    .join(' ')
    .replace(/[,;.!?…]+$/, '');
}
