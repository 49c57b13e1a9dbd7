import { foldedWords, type Part } from '../clause/part.js';
import { tags } from '../clause/sense.js';
import type { Title } from '../title/title.js';

const NAMED_BY =
  /^(?:to|doan|doi|ban|lich|ke hoach|bien ban|qua|mau|phieu|giay|giay moi|thu moi|danh sach|kich ban|kinh phi|du toan|quyet dinh|cong van|phuong an|hop dong|do|dung cu|vat tu|thuoc|bang|so|don|tai lieu|bo|nguoi|tho|chia ca|ca|phieu de nghi|de xuat|giay de nghi)$/;
const FOR_WORK = /^(?:mau|phieu|giay|bang|bo|nuoc|so|lich)$/;
const ACTS = tags('work', 'draft', 'hand');

/** `tổ kiểm kê`, `lịch khám`, `quà thăm`: the deed says what the paper, the people or the things before it are for. */
export function isNoun(parts: readonly Part[], at: number): boolean {
  const [before, act] = [parts[at - 1], parts[at]!];
  if (before === undefined) return false;
  // `CH Nguyễn Trãi`, `check-in`
  const isName = /^\p{Lu}/u.test(act.tokens[0]!.raw) || /^(?:check|-)$/.test(foldedWords(before));
  if (isName) return !act.isAsked;
  // `vừa ký báo cáo`
  if (foldedWords(act) === 'bao cao' && ACTS.holds(before)) return true;
  if (act.isAsked)
    return (
      isForIt(parts, at) ||
      (NAMED_BY.test(foldedWords(before)) && parts.some((part) => ACTS.holds(part) && !part.isAsked))
    );
  // `nước lau sàn mua đủ`, `mẫu khai em phát rồi`
  return (
    at === 1 && FOR_WORK.test(foldedWords(before)) && parts.slice(at + 1).some((part) => ACTS.holds(part))
  );
}

const GO = /^(?:di|mang di)$/;
const TO_DO_IT = /^(?:de|dong y|cho phep)$/;
const PLANS = /^(?:lich|ke hoach|phuong an|quyet dinh)$/;
const HANDED_TO = /^(?:qua|cho|sang|len|ve|toi|den)$/;

/** `photo sẵn để đi mua`, `lịch đi kiểm tra`, `gửi qua công ty thẩm định`, `điện lực đồng ý cắt điện cho mình tỉa`: what is to come. */
export function isForIt(parts: readonly Part[], at: number): boolean {
  if (!parts[at]!.isAsked) return false;
  const goes = GO.test(foldedWords(parts[at - 1])) ? at - 1 : at;
  if (goes < at && PLANS.test(foldedWords(parts[goes - 1]))) return true;
  const before = parts.slice(0, goes);
  if (TO_DO_IT.test(foldedWords(before.at(-1))) || before.some((part) => /^dong y$/.test(foldedWords(part))))
    return true;
  const hand = before.findLastIndex(({ tag }) => tag === 'hand');
  return hand >= 0 && HANDED_TO.test(foldedWords(parts[hand + 1])) && goes - hand > 2;
}

const OTHER_PAPERS =
  /^(?:lich|ke hoach|mau|mau don|phieu xuat|hop dong|thu moi|thu ngo|giay moi|kich ban|to trinh|bang cong|cong van|quyet dinh|du toan|bao gia|thong bao|de xuat|giay de nghi|phieu de nghi|quote|contract|schedule|invitation|invitations)$/;

/** `lịch đi kiểm tra gửi các tiệm rồi`: a paper that the title does not speak of. */
export function isOtherPaper(parts: readonly Part[], title: Title): boolean {
  const named = [...title.verb, ...title.words()];
  const isOurs = ({ tokens }: Part): boolean =>
    tokens.some(({ fold }) => named.some((word) => word.fold === fold));
  return OTHER_PAPERS.test(foldedWords(parts[0])) && !parts.slice(0, 2).some(isOurs);
}
