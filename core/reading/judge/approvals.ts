import { foldedWords, joinedWords, type Part } from '../clause/part.js';

const APPROVES =
  /(?:^| )(?:ky|ky so|duyet|ky duyet|duyet ky|phe duyet|xet duyet|tham dinh|dong dau|gop y|cho y kien|xem xet|xac nhan|ky nhay|thong qua)$/;

/** Whether a part is what somebody does who signs or approves a paper: `ký`, `phê duyệt`, `góp ý`. */
export const isApproval = (part: Part): boolean => APPROVES.test(foldedWords(part));

const GRANTS = new Set(['cap', 'bo tri', 'giao', 'phan bo', 'cap phat', 'trang bi', 'mua', 'ban hanh']);

/** `chưa cấp kinh phí`: what others have not given. */
export function isGrant(part: Part | undefined): boolean {
  return part !== undefined && GRANTS.has(foldedWords(part));
}

const ONLY_THEN = /(?:^| )moi (?:lam|trien khai|thi cong|mua|chay|to chuc|tiep tuc|di) duoc(?: |$)/;

/** `chờ duyệt kinh phí mới làm được`: until then nothing can be done. */
export const isOnlyThen = (parts: readonly Part[]): boolean => ONLY_THEN.test(joinedWords(parts));
