import type { Asked } from './asked.js';

// `không có trường hợp nào`, `chưa có ca nào`; `chưa có số liệu gì` is no figure.
const NONE_OF_THEM =
  /^(?:da |hien |hien nay |ben em |don vi |em )?(?:khong|ko|k|kg|khg|hok|hong|chua) co(?! (?:so lieu|thong tin|ket qua|bao cao|y kien))(?: [a-z]+){1,3} (?:nao|gi|ai)(?: (?:a|het|ca))*[.!]*$/;
const NONE =
  /^(?:khong|khong co|ko|k|ko co|k co|chua co|0|none|no|zero)(?: (?:ai|gi|truong hop nao|cai nao|co gi))?(?: a)?$/;

const BEFORE = '(?:(?:da|vang|a|em|ben em|don vi|truong em|hien nay|hien) )*';
const AFTER = '(?: (?:a|ah|nha|nhe|nghe|nghen|chi|anh|co|thay|sep|em|oi|luon|het|ca))*[.!]*';
const PLAIN = new RegExp(`^${BEFORE}(?:khong|khong co)${AFTER}$`);
/** `không lớp nào ạ`: `không rõ`, `không biết` are no figure. */
const NOT_ONE = new RegExp(`^${BEFORE}(?:khong|ko)(?: [a-z]+){1,2} nao${AFTER}$`);

// `không phát sinh ca mới`, `no new cases today`
const NOTHING_AROSE = new RegExp(
  `^${BEFORE}(?:khong|ko|k|chua) (?:phat sinh|ghi nhan|xay ra)(?: [a-z]+){0,4}?${AFTER}$`,
);
const NONE_IN_ENGLISH =
  /^none(?: (?:of them|at all|so far))?(?: (?:today|absent|yet|here))*[.!]*$|^(?:there (?:are|is|were) )?(?:no|zero) (?:new |more )?(?!idea|data|report|info|problem|one|way|time|answer|figure)[a-z]+(?: today| yet| here| so far)*[.!]*$/;
const DENIAL = '(?:khong|ko|k|kg|khg|hok|chua)';
const NO_ONE = new RegExp(`(?:^|[ ,.;])${DENIAL}((?: [a-z]+){0,5}?) (?:nao|ai|gi)((?: [a-z]+){0,5})[.!]*$`);
const NONE_LEFT = new RegExp(`(?:^| )${DENIAL} con((?: [a-z]+){1,4})$`);
/** What may stand between a denial and `nào`, beside words of what is asked for. */
const LINKS = new Set(
  'dc ghi nhan phat hien phat sinh xay ra mat ban thay cho lam chet hu nay gio hien bao co con bi di phai duoc dat nhan ban hong dau ca a ah oi het nua moi them luon nhe nha chi anh em cac dong cai truong hop ai'.split(
    ' ',
  ),
);
const NO_FIGURE = /(?:so lieu|thong tin|bao cao|ket qua|y kien)/;

/** Whether a folded answer says that there is none of what was asked for, in its own unit or in words of the title. */
export function isNone(said: string, { unit, words, relations }: Asked): boolean {
  if (NONE.test(said) || NONE_OF_THEM.test(said) || PLAIN.test(said) || NOT_ONE.test(said)) return true;
  if (/\d/.test(said)) return false;
  if (isNoneOfState(said, words, relations)) return true;
  if (NOTHING_AROSE.test(said) || NONE_IN_ENGLISH.test(said)) return true;
  if (unit !== '' && said.startsWith('khong ') && said.slice('khong '.length).replace(/ a$/, '') === unit)
    return true;
  const told = NO_ONE.exec(said) ?? NONE_LEFT.exec(said);
  if (!told) return false;
  const between = told
    .slice(1)
    .join(' ')
    .split(' ')
    .filter((word) => word !== '');
  const isAsked = (word: string) =>
    words.has(word) || /^(?:dong|cai|con|cho|ca|chiec|truong|chau|be|tre|nguoi|ban)$/.test(word);
  return (
    !NO_FIGURE.test(between.join(' ')) &&
    between.some(isAsked) &&
    between.every((word) => isAsked(word) || LINKS.has(word))
  );
}

const ALL_HERE = /(?:^| )(?:di du|du ca|dong du|day du|du het|du si so|full class)(?: |$)/;
const SOLD_OUT = /(?:^| )het (?:sach|ton|nhan|hang|veo|trui|roi)(?: |$)/;
const NOT_ALL = /(?:^| )(?:chua|khong|ko|k|gan|sap|tru|con|moi) /;
const NOT_SO = /(?:^| )(?:khong|ko|k)(?: bi| he)? ([a-z]+)(?: a| dau| nua)?$/;

/** `đi đủ` says that nobody is absent, `hết sạch` that nothing is left, `ko hỏng` that nothing is broken. */
function isNoneOfState(said: string, words: ReadonlySet<string>, relations: ReadonlySet<string>): boolean {
  if (relations.has('absent') && ALL_HERE.test(said) && !NOT_ALL.test(said)) return true;
  if (relations.has('left') && SOLD_OUT.test(said) && !NOT_ALL.test(said)) return true;
  const state = NOT_SO.exec(said)?.[1];
  const isState = ['broken', 'absent', 'late'].some((tag) => relations.has(tag));
  return isState && state !== undefined && words.has(state);
}
