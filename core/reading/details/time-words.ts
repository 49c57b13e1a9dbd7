import type { Token } from '../../text/tokens.js';
import { secondTime, timeBefore } from './second-time.js';

// Words between the request and the day that it names: `xin gia hạn [thêm thời gian nộp báo cáo đến] thứ 4`.
const TO_TIME = new Set('den toi sang qua het them den het vao cho until till to by for'.split(' '));
const TIME_WORDS = new Set(
  `thu hai ba tu nam sau bay chu nhat cn mai mot kia ngay hom tuan thang quy gio phut tieng buoi bua cuoi dau giua sang chieu toi trua dem nay toi nua sau het
  lam viec vai may mot hai ba bon mung mong ke tay ram tet truoc luc rang sang today tomorrow monday tuesday wednesday thursday friday saturday sunday day days week weeks
  month hour hours next this end of the working morning afternoon evening noon two three four five one more another extra additional jan feb mar apr may jun jul aug sep oct nov dec
  january february march april june july august september october november december`.split(/\s+/),
);
// Words that name no time by themselves.
const FILLERS = new Set('the of more one another extra additional next this nam sau'.split(' '));
const VAGUE = new Set(['may', 'vai', 'it']);
const UNTIL = /^(?:den|toi|sang|qua|luc|to|until|till|by)$/;
const HOURS = /^\d{1,2}\s?(?:h|g|giờ|gio|hours?)$/iu;
const TIME_KINDS = new Set(['date', 'clock', 'number', 'ratio']);

/** Whether a word or figure may be part of a time. */
export function isTimeToken(token: Token | undefined, next?: Token): boolean {
  // `thêm máy xúc`
  if (token?.fold === 'may') {
    if (token.marks !== '' && token.raw.normalize('NFC').toLowerCase() !== 'mấy') return false;
    if (next !== undefined && !TIME_WORDS.has(next.fold)) return false;
  }
  // `thêm ít hôm`
  if (token?.fold === 'it') return next !== undefined && TIME_WORDS.has(next.fold);
  return (
    token !== undefined &&
    (TIME_KINDS.has(token.kind) || (token.kind === 'word' && TIME_WORDS.has(token.fold)))
  );
}

/** The first words from there on that name a time, as written; with a second time that is another way of it. */
export function wordsFrom(text: string, tokens: readonly Token[], begin: number): string {
  const isTime = (index: number): boolean => isTimeToken(tokens[index], tokens[index + 1]);
  let start = Math.max(begin, 0);
  while (start < tokens.length && (!isTime(start) || isTo(tokens, start))) start += 1;
  let end = start;
  while (isTime(end)) end += 1;
  // `thêm mấy ngày đến 20/11`: the day says more than the count.
  const isVague = tokens.slice(start, end).some(({ fold }) => VAGUE.has(fold));
  if (isVague && isTo(tokens, end) && isTime(end + 1)) return wordsFrom(text, tokens, end + 1);
  const [first, last] = [tokens[start], tokens[end - 1]];
  if (!first || !last) return '';
  const hasUnit = tokens
    .slice(start, end)
    .some(
      (token) =>
        ['date', 'clock', 'ratio'].includes(token.kind) ||
        (token.kind === 'word' && !FILLERS.has(token.fold)),
    );
  if (!hasUnit) return '';
  // Of two times neither is chosen here: `2 or 3 more days`, `5/12 hoặc 7/12`.
  const begins = first.start - timeBefore(text.slice(0, first.start));
  // `đến 17h` is a time of the day, `thêm 17h` so many hours.
  const lead = tokens[start - 1];
  const from =
    lead && UNTIL.test(lead.fold) && HOURS.test(text.slice(begins, last.end)) ? lead.start : begins;
  const time = text.slice(from, last.end);
  return time + text.slice(last.end, last.end + secondTime(time, text.slice(last.end)));
}

/** `sang` and `tới` lead to a day; `sáng` and `tối` are parts of one, and without marks so before `mai` or `nay`. */
function isTo(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token) return false;
  // `lùi giờ tới sáng mai`
  if (token.fold === 'gio') return TO_TIME.has(tokens[index + 1]?.fold ?? '');
  if (!TO_TIME.has(token.fold)) return false;
  // `đến hết tuần` is its last day.
  if (token.fold === 'het') return !/^(?:tuan|thang|ngay|quy|nam|hom)$/.test(tokens[index + 1]?.fold ?? '');
  if (token.fold !== 'sang' && token.fold !== 'toi') return true;
  // In a text with marks the bare word leads on: `sang mai`.
  if (
    !token.marks &&
    token.fold === 'sang' &&
    tokens.some(({ kind, marks }) => kind === 'word' && marks !== '')
  )
    return true;
  if (token.marks) return token.raw.toLowerCase() === 'tới';
  return !['mai', 'nay', 'mot', 'kia'].includes(tokens[index + 1]?.fold ?? '');
}
