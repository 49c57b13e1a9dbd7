import type { Part } from '../clause/part.js';
import { isMark } from './place.js';
import { isSingle } from './rule.js';

/** Whether `đều` follows before any mark: `ai trong tổ đủ tuổi đều cài xong`. */
export function isOfEach(after: readonly Part[]): boolean {
  const end = after.findIndex(isMark);
  return after.slice(0, end < 0 ? undefined : end).some((part) => isSingle(part, 'deu'));
}
