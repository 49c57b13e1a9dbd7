import { foldedWords, type Part } from '../clause/part.js';

const APPROVES =
  /(?:^| )(?:ky|ky so|duyet|ky duyet|duyet ky|phe duyet|xet duyet|tham dinh|dong dau|gop y|cho y kien|xem xet|xac nhan|ky nhay|thong qua)$/;

/** Whether a part is what somebody does who signs or approves a paper: `ký`, `phê duyệt`, `góp ý`. */
export const isApproval = (part: Part): boolean => APPROVES.test(foldedWords(part));

const GRANTS = new Set(['cap', 'bo tri', 'giao', 'phan bo', 'cap phat', 'trang bi', 'mua', 'ban hanh']);

/** `chưa cấp kinh phí`: what others have not given. */
export function isGrant(part: Part | undefined): boolean {
  return part !== undefined && GRANTS.has(foldedWords(part));
}
