import { isFall } from './not-ours.js';
import { foldedWords, type Part } from '../clause/part.js';
import { find, indexOf, isNumber, isUnknownWord, lastSpoken, LIGHT, tags, VERBS } from '../clause/sense.js';

const NOT_WORK = tags('take', 'have', 'prep', 'past');

const ENOUGH = new Set([
  'du',
  'day du',
  'het',
  'het ca',
  'het sach',
  'du het',
  'du ca',
  'het luot',
  'toan bo',
]);

/** `đủ 15 lớp rồi`: no verb, but all that was asked for. */
export function findAllCounted(parts: readonly Part[]): number {
  const all = indexOf(parts, 'every');
  if (all < 0) return -1;
  // `toàn bộ 34 thầy cô trả lời rồi`
  const answered = parts.slice(all + 1).findIndex((part) => part.tag === 'prep');
  if (isNumber(parts[all + 1]) && answered > 0 && isAnsweredAtEnd(parts.slice(all + 1 + answered)))
    return all;
  const at = parts.findIndex((part) => !LIGHT.holds(part));
  const [every, count, what] = parts.slice(at);
  const isAll = every?.tag === 'every' && ENOUGH.has(foldedWords(every));
  const isCounted =
    isNumber(count) && (what?.tag === 'member' || what?.tag === 'folk' || what?.tag === 'piece');
  const rest = parts.slice(at + 3);
  return isAll && isCounted && rest[0]?.tag === 'already' && rest.slice(1).every((part) => LIGHT.holds(part))
    ? at
    : -1;
}

function isAnsweredAtEnd([act, already, ...rest]: readonly Part[]): boolean {
  const isAnswer = /^(?:tra loi|hoi am|phan cong|giao|lien he|goi|nhan tin)$/.test(foldedWords(act));
  return isAnswer && already?.tag === 'already' && rest.every((part) => LIGHT.holds(part));
}

const THINGS = tags(
  ...(['member', 'resource', 'piece', 'other', 'folk', 'particle', 'self', 'yes', 'have'] as const),
  ...(['now', 'today'] as const),
);

const ALL_THERE = new Set(['day du', 'du het', 'du ca', 'day du het', 'day du ca']);

/** `loa đài, hoa, phông đầy đủ hết rồi`: things, and that all of them are there. */
export function findAllThere(parts: readonly Part[]): number {
  // `vậy là trường em đủ`
  const isSummed =
    parts[0]?.tag === 'just' &&
    (find(parts, 'self') ?? parts[1]?.tag === 'every') &&
    lastSpoken(parts)?.tag === 'every';
  if (isSummed && !find(parts, VERBS)) return indexOf(parts, 'every');
  if (indexOf(parts, 'already') < 1) return -1;
  const at = indexOf(parts, 'every');
  if (at < 0) return -1;
  const after = parts.slice(at + 1).filter((part) => !LIGHT.holds(part));
  const isThere =
    ALL_THERE.has(foldedWords(parts[at])) ||
    (foldedWords(parts[at]) === 'du' && /^(?:het|ca) roi$/.test(foldedWords(after[0])));
  const isThing = (part: Part) => THINGS.holds(part) || isUnknownWord(part);
  // `băng rôn đầy đủ các trục đường rồi`
  const isAt = foldedWords(parts[at]) === 'day du' && at > 0 && after.slice(0, -1).every(isUnknownWord);
  const isLast = after.at(-1)?.tag === 'already' && (after.length === 1 || isAt);
  return isThere && isLast && parts.slice(0, at).every(isThing) ? at : -1;
}

/** `đã đi đủ 63 hộ`, `đã gõ cửa hết các nhà`: whatever was done, to all of them. */
function isAllGoneThrough(parts: readonly Part[], past: number): boolean {
  const [act, every, what] = parts.slice(past + 1);
  const isAct = isUnknownWord(act);
  const isGone = isAct && isFall(act!) && foldedWords(every) !== 'du';
  return isAct && !isGone && every?.tag === 'every' && ENOUGH.has(foldedWords(every)) && isNumber(what);
}

/** `cháu nào cũng có thẻ rồi` */
function isEach(part: Part, at: number, parts: readonly Part[]): boolean {
  return (
    part.tag === 'every' && /(?:^| )nao$/.test(foldedWords(part)) && foldedWords(parts[at + 1]) === 'cung'
  );
}

/** `đã chuẩn bị đủ áo phao`, `đã triển khai tới toàn thể giáo viên`: whatever the verb is, all of it was done. */
export function findEnough(parts: readonly Part[]): number {
  const each = find(parts, 'every') ? parts.findIndex(isEach) : -1;
  if (each > 0 && parts[each + 2]?.tag === 'have' && find(parts, 'already', each)) return each;
  const past = indexOf(parts, 'past');
  if (past < 0) return -1;
  if (foldedWords(parts[past + 1]) === 'nhan du' && find(parts, 'folk', 0, past)) return past + 1;
  if (isAllGoneThrough(parts, past)) return past + 2;
  const every = indexOf(parts, 'every', past + 2);
  if (every < 0 || parts.slice(past + 1, every).some(isFall)) return -1;
  if (parts[past + 1]!.tag === 'prep') return every;
  const isEnough = ENOUGH.has(foldedWords(parts[every]));
  // `bà con đã nhận đủ quà`: they have it, so it was given.
  const isGiven = find(parts, 'folk', 0, past) !== undefined && parts[past + 1]!.tag === 'take';
  const isHad =
    foldedWords(parts[past]) === 'da co' ||
    (!isGiven && find(parts, NOT_WORK, past + 1, every) !== undefined);
  return isEnough && !isHad && every - past <= 6 ? every : -1;
}
