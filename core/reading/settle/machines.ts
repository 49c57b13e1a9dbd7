import type { Part } from '../clause/part.js';
import { isEdge, isWord, type Place } from './place.js';
import { isSingle } from './rule.js';

const MACHINES = new Set(
  'in scan photo quet bom cay xuc keo khoan han cat chieu phat xay gat say giat loc dem soi do tron phun ui dao cau nen fax'.split(
    ' ',
  ),
);

/** `máy in hỏng`, `máy bơm chạy rồi`: what it is for, not what was done. */
export function isMachine({ tokens }: Part, { before, next }: Place): boolean {
  const isNamed = before !== undefined && isSingle(before, 'may') && MACHINES.has(tokens[0]!.fold);
  if (!isNamed || tokens.length > 1 || isEdge(next)) return false;
  // `máy in xong rồi`
  return next!.tag !== 'complete';
}

const CLOSES = /^(?:thong|cong|web|mem|trang|link|form|app|duong|cau|cho|cua|ky)$/;

/** `hệ thống đóng rồi`, `cổng đăng ký đóng từ hôm qua`; a book that is closed is done with. */
export function isClosed(part: Part, { before, next }: Place): boolean {
  const isGone = isEdge(next) || next!.tag === 'already' || next!.tag === 'ago';
  return isSingle(part, 'dong') && isGone && isWord(before) && CLOSES.test(before!.tokens.at(-1)!.fold);
}
