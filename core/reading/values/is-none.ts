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
  /^(?:there (?:are|is|were) )?(?:no|zero) (?:new |more )?(?!idea|data|report|info|problem|one|way|time|answer|figure)[a-z]+(?: today| yet| here| so far)*[.!]*$/;
const DENIAL = '(?:khong|ko|k|kg|khg|hok|chua)';
const NO_ONE = new RegExp(`(?:^|[ ,.;])${DENIAL}((?: [a-z]+){0,5}?) (?:nao|ai|gi)((?: [a-z]+){0,5})[.!]*$`);
const NONE_LEFT = new RegExp(`(?:^| )${DENIAL} con((?: [a-z]+){1,4})$`);
/** What may stand between a denial and `nào`, beside words of what is asked for. */
const LINKS = new Set(
  'co con bi phai duoc dat nhan ban hong dau ca a ah oi het nua moi them luon nhe nha chi anh em cac dong cai truong hop ai'.split(
    ' ',
  ),
);
const NO_FIGURE = /(?:so lieu|thong tin|bao cao|ket qua|y kien)/;

/** Whether a folded answer says that there is none of what was asked for, in its own unit or in words of the title. */
export function isNone(said: string, { unit, words }: Asked): boolean {
  if (NONE.test(said) || NONE_OF_THEM.test(said) || PLAIN.test(said) || NOT_ONE.test(said)) return true;
  if (/\d/.test(said)) return false;
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
  const isAsked = (word: string) => words.has(word) || word === 'dong';
  return (
    !NO_FIGURE.test(between.join(' ')) &&
    between.some(isAsked) &&
    between.every((word) => isAsked(word) || LINKS.has(word))
  );
}
