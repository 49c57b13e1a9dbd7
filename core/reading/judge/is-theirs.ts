import { joinedWords, type Part } from '../clause/part.js';
import { find, indexOf, tags } from '../clause/sense.js';

const NOT_SEEN =
  /^(?:xem|doc|mo|mo mail|check|check mail|thay|nhan|nhan duoc|ghi nhan|cap nhat|vao so|tich|tick|danh dau|tra loi|phan hoi|seen|opened|read|received|got|checked|recorded|updated)(?: |$)/;
const NOT_HEARD = /^(?:heard|gotten a reply|got a reply|seen a reply|seen any reply)(?: |$)/;
const WHOSE = tags('you', 'maybe', 'particle', 'now', 'self');

/** `chắc chị chưa mở mail`, `bot chưa ghi nhận`, `haven't heard back from you`: what the office has not done. */
export function isTheirs(parts: readonly Part[]): boolean {
  const open = indexOf(parts, 'notYet');
  const who = parts.slice(0, Math.max(open, 0));
  if (open < 0 || !who.every((part) => WHOSE.holds(part))) return false;
  const words = joinedWords(parts.slice(open + 1));
  return find(who, 'you') ? NOT_SEEN.test(words) : find(parts, 'you') !== undefined && NOT_HEARD.test(words);
}
