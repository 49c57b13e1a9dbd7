import type { Done } from './find-done.js';
import { foldedWords, type Part } from '../clause/part.js';
import { DENIALS, find, indexOf, PIECES, sense, tags, type Sense } from '../clause/sense.js';

const ASKED = tags('said', 'believed', 'if', 'whenever', 'after');
const FORBIDS = new Set(['dung', 'khoan', 'cho']);
const SINCE = tags('ago', 'since');
const BEHIND_IT = tags('already', 'ago');

/** `chưa xong`, `xong sao được`; two denials are not resolved here. */
export function denied({ parts, at, done, before, after }: Done): Sense | null {
  const negs = before.filter(
    (part, index) =>
      (DENIALS.holds(part) || part.tag === 'noMore') &&
      !deniesTelling(parts, index, at) &&
      !isLessThan(parts, index),
  );
  if (negs.length > 1 && !find(before, 'which')) return sense('unclear', [...negs, done]);
  const nowhere = before.findIndex(
    (part, index) => foldedWords(part) === 'dau' && before[index + 1]?.tag === 'that',
  );
  if (nowhere >= 0) return sense('open', [before[nowhere], done]);
  // `đừng ghi là xong nhé`
  const isForbidden = FORBIDS.has(foldedWords(before[0])) && /^(?:ghi|bao|tinh)/.test(foldedWords(before[1]));
  if (isForbidden) return sense('open', [before[0], done]);
  // `xong đâu từ tháng trước cơ`: some time since
  const since = indexOf(after, 'denyAfter');
  const isSomeTimeSince =
    since === 0 && foldedWords(after[0]) === 'dau' && negs.length === 0 && SINCE.holds(after[1]);
  if (isSomeTimeSince) return null;
  const scorn = find(after, 'denyAfter') ?? (negs.length === 0 ? find(before, 'denyAfter') : undefined);
  // `đơn vị nào chưa xong thì nhắn chị nhé`
  if (negs.length === 1 && before[0]?.tag === 'which' && find(after, 'then'))
    return sense('unclear', [before[0], done]);
  if (negs.length >= 1) {
    // `nói xong thì chưa xong`
    const then = indexOf(before, 'then');
    const isAsked = find(before, ASKED, then + 1);
    return sense(isAsked ? 'unclear' : 'open', [...negs, done]);
  }
  // `chưa` behind it asks, or denies what follows; in `hoàn thành thì chưa` it denies that.
  // `đã ký cam kết không thả rông`: what was pledged
  const later =
    /cam ket$/.test(foldedWords(done)) && parts[at + 1]?.tag === 'not' ? -1 : indexOf(parts, DENIALS, at + 1);
  if (parts[at + 1]?.tag === 'then' && later === at + 2 && !parts[later + 1])
    return sense('open', [done, parts[later]]);
  // `trạm Phú Lộc nói hoàn thành mà em thấy đã đâu`: what others say of theirs is doubted.
  const isOfOthers = PIECES.holds(before[0]) && find(before, 'said') && find(after, 'that');
  if (scorn && isOfOthers) return sense('unclear', [done, scorn]);
  if (scorn) return sense('open', [done, scorn]);
  return later >= 0 ? sense('unclear', [done, parts[later]]) : null;
}

const SPANS = /^(?:tieng|gio|phut|buoi|ngay|tuan|thang)$/;

/** `chưa đầy một tiếng là em làm xong rồi`: how long it took. */
function isLessThan(parts: readonly Part[], neg: number): boolean {
  // `chưa hết ca mà xong việc rồi`
  if (parts[neg + 1]?.tag === 'every' && parts[neg + 2]?.tag === 'that') return true;
  return (
    /^(?:day|den|toi|het)$/.test(foldedWords(parts[neg + 1])) &&
    parts.slice(neg + 2, neg + 4).some((part) => SPANS.test(foldedWords(part)))
  );
}

/** `chưa kịp báo anh là xong từ hôm qua rồi`: what is denied is that it was told. */
function deniesTelling(parts: readonly Part[], neg: number, at: number): boolean {
  const isTold = parts[neg + 1]?.tag === 'prep' || parts[neg + 1]?.tag === 'hand';
  return (
    isTold && find(parts, 'is', neg + 2, at) !== undefined && find(parts, BEHIND_IT, at + 1) !== undefined
  );
}
