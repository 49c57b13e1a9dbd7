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

/** Whether a folded answer says that there is none of what was asked for, in its own unit or without one. */
export function isNone(said: string, unit: string): boolean {
  if (NONE.test(said) || NONE_OF_THEM.test(said) || PLAIN.test(said) || NOT_ONE.test(said)) return true;
  return unit !== '' && said.startsWith('khong ') && said.slice('khong '.length).replace(/ a$/, '') === unit;
}
