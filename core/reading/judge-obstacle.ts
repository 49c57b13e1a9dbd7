import type { Part } from './clauses.js';
import { judgeDone } from './judge-done.js';
import { folded, sense, type Sense } from './sense.js';

/** What a clause says of obstacles: in the way, lacking, denied, or overcome. */
export function judgeObstacle(parts: readonly Part[]): Sense | null {
  const resolved = parts.find((part) => part.tag === 'resolved');
  const at = parts.findIndex((part) => part.tag === 'obstacle' || part.tag === 'waiting');
  const lack = findLack(parts) ?? findUsedUp(parts) ?? findFailure(parts);
  if (lack) return sense('blocked', lack, { stuck: true });
  if (at < 0) return null;
  if (resolved) return null;
  const obstacle = parts[at]!;
  const before = parts.slice(0, at);
  const denied = findDenial(before);
  if (denied > 0) {
    const told = judgeDone({
      parts: parts.slice(0, denied),
      opener: null,
      end: '',
    });
    return told && { ...told, stuck: false };
  }
  if (before.some((part) => part.tag === 'neg') && !before.some((part) => part.tag === 'done')) {
    return before.some((part) => isWorkVerb(part)) && obstacle.tag === 'obstacle'
      ? sense('blocked', [obstacle], { stuck: true })
      : judgeDone({ parts: parts.slice(at + 1), opener: null, end: '' });
  }
  if (before.some((part) => part.tag === 'cond' || part.tag === 'doubt')) return sense('none', []);
  if (countsWhatIsMissing(parts, at)) return sense('underway', [obstacle]);
  const done = judgeDone({ parts: parts.slice(0, at), opener: null, end: '' });
  if (done?.meaning === 'done') return { ...done, stuck: false };
  return sense('blocked', [obstacle], { stuck: true });
}

// `hết tuần`, `hết giờ`: the end of a time.
const SPANS = new Set('gio ngay tuan thang nam quy han buoi ca viec dot hoc ky su suc'.split(' '));

const LINKS = new Set([
  'co',
  'con',
  'gap',
  'gap phai',
  'bi',
  'he',
  'thay',
  'phat sinh',
  'gi',
  'co gi',
  'any',
]);

/** Where the denial in `đã xong không vướng`, `xong 100% ko gặp khó khăn gì` begins; -1 where none ends the words. */
function findDenial(before: readonly Part[]): number {
  let at = before.length - 1;
  while (at >= 0 && LINKS.has(folded(before[at]))) at -= 1;
  return before[at]?.tag === 'neg' ? at : -1;
}

/** `kho hết găng tay`: used up. `hết giờ`, `tiêm hết học sinh` and `hết việc rồi` are not. */
function findUsedUp(parts: readonly Part[]): Part[] | null {
  const at = parts.findIndex((part) => part.words === 'het');
  const what = parts[at + 1];
  if (at < 0 || !what || !(what.tag === null || what.tag === 'resource' || what.tag === 'other')) return null;
  const token = what.tokens[0]!;
  if (token.kind !== 'word' || SPANS.has(token.fold)) return null;
  const else_ = parts.some(
    (part) => isWorkVerb(part) || part.tag === 'past' || part.tag === 'neg' || part.tag === 'future',
  );
  return else_ ? null : [parts[at]!, what];
}

/** `đăng nhập không được`, `máy chạy không nổi`: the failure stands at the end. */
function findFailure(parts: readonly Part[]): Part[] | null {
  const spoken = parts.filter((part) => part.tag !== 'particle' && part.tag !== 'address');
  const [what, neg, able] = spoken.slice(-3);
  if (
    spoken.length < 3 ||
    neg?.tag !== 'neg' ||
    able?.tag !== 'able' ||
    !/(?:khong|chang|cha)$/.test(neg.words)
  )
    return null;
  return what!.tag === 'done' || what!.tag === 'moreTime' ? null : [what!, neg, able];
}

/** `chưa có kinh phí`, `không có xe`, `chưa được cấp vật tư`; and `không làm được`, `chưa thể triển khai`. */
function findLack(parts: readonly Part[]): Part[] | null {
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]!;
    if (part.tag !== 'neg') continue;
    const [next, second, third] = [parts[at + 1], parts[at + 2], parts[at + 3]];
    const has =
      next !== undefined && ['co', 'du', 'cap', 'duoc', 'bo tri', 'with', 'have'].includes(folded(next));
    if (has && (second?.tag === 'resource' || (folded(second) === 'cap' && third?.tag === 'resource')))
      return [part, next, second!];
    if (has && second?.tag === 'every' && third?.tag === 'resource') return [part, next, third];
    if (next?.tag === 'resource' && /^(no|without)$/.test(folded(part))) return [part, next];
    // `we have no fuel`
    const lacks = /^(?:have|has|we have|i have|there is|there are|there's|got)$/.test(folded(parts[at - 1]));
    if (folded(part) === 'no' && lacks && next?.tag === null) return [part, next];
    // `kinh phí chưa có`, `người không đủ`
    const before = parts[at - 1];
    if (before?.tag === 'resource' && ['co', 'du', 've'].includes(folded(next)) && !second)
      return [before, part, next!];
    const verb = isWorkVerb(next);
    // `chưa tìm được …`: whatever could not be done.
    const failed = [second, third].find((later) => later?.tag === 'able');
    const unknown =
      (next?.tag === null || folded(next) === 'thi') &&
      next?.tokens[0]?.kind === 'word' &&
      (second === failed || second?.tag === null);
    if (unknown && failed) return [part, next, failed];
    if (verb && /(the|sao|noi|cannot|can't)$/.test(folded(part))) return [part, next!];
    const able = parts.slice(at + 1, at + 5).find((later) => later.tag === 'able');
    if (verb && able && folded(next) !== 'nhan' && folded(able) === 'duoc') return [part, next!, able];
    if (folded(next) === 'lam duoc') return [part, next!];
  }
  return null;
}

/** `còn thiếu 3 trường`: units that have yet to answer, not a resource that is lacking. */
function countsWhatIsMissing(parts: readonly Part[], at: number): boolean {
  const [count, what] = [parts[at + 1], parts[at + 2]];
  if (!folded(parts[at]).endsWith('thieu') || count?.tokens[0]?.kind !== 'number') return false;
  const left = folded(parts[at]).startsWith('con') || parts[at - 1]?.tag === 'still';
  return (
    what?.tag !== 'resource' && (left || what === undefined || what.tag === 'part' || what.tag === 'piece')
  );
}

function isWorkVerb(part: Part | undefined): boolean {
  return (
    part !== undefined && ['doneVerb', 'otherVerb', 'done'].includes(part.tag ?? '') && folded(part) !== 'co'
  );
}
