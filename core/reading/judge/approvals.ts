import { foldedWords, type Part } from '../clause/part.js';

const APPROVES =
  /(?:^| )(?:ky|ky so|duyet|ky duyet|duyet ky|phe duyet|xet duyet|tham dinh|dong dau|gop y|cho y kien|xem xet|xac nhan|ky nhay|thong qua)$/;

/** Whether a part is what somebody does who signs or approves a paper: `ký`, `phê duyệt`, `góp ý`. */
export const isApproval = (part: Part): boolean => APPROVES.test(foldedWords(part));
