import type { Asked } from './asked.js';
import { ADJUNCTS, DENIALS, ENDS, LEADS, LINKS, ONES, REVERSES } from './words/none.js';

const listOf = (words: string): string[] => words.split(', ');
const anyOf = (words: string): string => `(?:${listOf(words).join('|')})`;

const DENIAL = anyOf(DENIALS);
const BEFORE = `(?:${anyOf(LEADS)} )*`;
const AFTER = `(?: ${anyOf(ENDS)})*[.!]*`;

const NONE = new RegExp(
  `^${BEFORE}(?:(?:(?:khong|ko|k)(?: co)?|0|none|nil|no|zero)(?: (?:ai|gi|truong hop nao|cai nao|co gi))?|(?:hong|hok|khg|kg|chua) co (?:ai|truong hop nao|cai nao))${AFTER}$`,
);
/** `không có trường hợp nào`, `không lớp nào ạ`; `chưa có số liệu gì`, `không rõ` are no figure. */
const NO_SUCH = new RegExp(
  `^${BEFORE}${DENIAL} co(?! (?:so lieu|thong tin|ket qua|bao cao|y kien))(?: [a-z]+){1,3} (?:nao|gi|ai)(?: (?:a|het|ca))*[.!]*$` +
    `|^${BEFORE}(?:khong|ko)(?: [a-z]+){1,2} nao${AFTER}$`,
);
/** `không phát sinh ca mới`, `no new cases today` */
const NOTHING_AROSE = new RegExp(
  `^${BEFORE}(?:khong|ko|k|chua) (?:phat sinh|ghi nhan|xay ra)(?: [a-z]+){0,4}?${AFTER}$`,
);
const TIMES = '(?: (?:today|absent|yet|here|so far|at all|this week|this month|reported))*[.!]*';
const NONE_IN_ENGLISH = new RegExp(
  `^none(?: of them)?(?! yet)${TIMES}$` +
    `|^(?:there (?:are|is|were) )?(?:no|zero) (?:new |more )?(?!idea|data|report|info|problem|one|way|time|answer|figure)[a-z]+${TIMES}$`,
);
const NO_ONE = new RegExp(
  `(?:^|[ ,.;])${DENIAL}((?: [a-z]+){0,5}?) (?:nao|ai|gi|mo)((?: [a-z]+){0,5})[.!]*$`,
);
const NONE_LEFT = new RegExp(`(?:^| )${DENIAL} con((?: [a-z]+){1,4})$`);
/** `không cần thêm chăn`, `ko thiếu`; not `chưa tiêm`, which tells of later. */
const NOT_SO = new RegExp(`^${BEFORE}(?:(?:khong|ko|k|khoi)|chua co)((?: [a-z]+){1,4}?)${AFTER}$`);

const ADJUNCT = new RegExp(`(?<= (?:nao|ai|gi|mo)(?: [a-z]+){0,3}) ${anyOf(ADJUNCTS)} [^,.;:]*$`);
/** `quý 3 chưa kết nạp đồng chí nào` */
const PERIOD = /^(?:quy|thang|tuan|dot) \d{1,2},? /;
const NO_FIGURE = /(?:so lieu|thong tin|bao cao|ket qua|y kien)/;
/** Words of titles that are no things. */
const EMPTY = new Set(['so', 'tong', 'luong', 'muc', 'trong', 'tai', 'theo']);
const links = new Set(listOf(LINKS));
const ones = new Set(listOf(ONES));

/** Whether a folded answer says that there is none of what was asked for, in its own unit or in words of the title. */
export function isNone(text: string, asked: Asked): boolean {
  const said = text.replace(ADJUNCT, '');
  if (NONE.test(said) || NO_SUCH.test(said)) return true;
  if (/\d/.test(said)) return PERIOD.test(said) && isNone(said.replace(PERIOD, ''), asked);
  if (isNoneOfState(said, asked)) return true;
  if (NOTHING_AROSE.test(said) || NONE_IN_ENGLISH.test(said)) return true;
  const { unit } = asked;
  if (unit !== '' && said.startsWith('khong ') && said.slice('khong '.length).replace(/ a$/, '') === unit)
    return true;
  const told = NO_ONE.exec(said) ?? NONE_LEFT.exec(said);
  return told !== null && isOfAsked(told.slice(1).join(' '), asked, ones);
}

/** Whether all these words are of what is asked for or lead to it, and some are. */
function isOfAsked(text: string, { words }: Asked, others: ReadonlySet<string>): boolean {
  const all = text.split(' ').filter((word) => word !== '');
  const isAsked = (word: string) => (words.has(word) && !EMPTY.has(word)) || others.has(word);
  return (
    !NO_FIGURE.test(all.join(' ')) &&
    all.some(isAsked) &&
    all.every((word) => isAsked(word) || links.has(word) || EMPTY.has(word))
  );
}

const ALL_HERE = /(?:^| )(?:di du|du ca|dong du|day du|du het|du si so|full class)(?: |$)/;
const SOLD_OUT = /(?:^| )het (?:sach|ton|nhan|hang|veo|trui|roi)(?: |$)/;
const FULL = /(?:^| )(?:het|kin het|het sach) ([a-z]+)(?: (?:roi|a|luon|het|ca|trong))*(?: |$)/;
const NOT_ALL = /(?:^| )(?:chua|khong|ko|k|gan|sap|tru|con|moi) /;
const ALL = /(?:^| )(?:deu|tat ca|toan bo|cai nao cung|[a-z]+ nao cung)(?: |$)/;
const reverses = REVERSES.trim()
  .split('\n')
  .map((row): [string, RegExp] => {
    const [state = '', words = ''] = row.split('\t');
    return [state, new RegExp(`(?:^| )${anyOf(words)}(?: |$)`)];
  });

/** `đi đủ` says that nobody is absent, `hết giường` that none is empty, `không hỏng` that nothing is broken. */
function isNoneOfState(said: string, asked: Asked): boolean {
  const { words, relations } = asked;
  const isWhole = !NOT_ALL.test(said);
  if (relations.has('absent') && ALL_HERE.test(said) && isWhole) return true;
  if (relations.has('left') && SOLD_OUT.test(said) && isWhole) return true;
  const full = FULL.exec(said)?.[1];
  if (relations.has('vacant') && full !== undefined && words.has(full) && isWhole) return true;
  if (ALL.test(said) && reverses.some(([state, told]) => relations.has(state) && told.test(said)))
    return true;
  const denied = NOT_SO.exec(said)?.[1];
  if (denied === undefined || (words.has('khoi') && /(?:^| )khoi /.test(said))) return false;
  // `không có hs bỏ học`
  const told = denied.split(' ').filter((word) => !ones.has(word));
  return isOfAsked(told.join(' '), asked, new Set());
}
