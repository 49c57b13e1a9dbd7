import { foldedWords, type Part } from './part.js';
import { isFall, isNotOurs } from './not-ours.js';
import { isAverse, isShaky, isSince } from './shaky.js';
import {
  find,
  indexOf,
  isJustNow,
  isNumber,
  lastSpoken,
  LIGHT,
  PLAIN_WORK,
  saysPast,
  tags,
  VERBS,
} from './sense.js';

/** The words that say done, and what stands around them. */
export interface Done {
  parts: readonly Part[];
  at: number;
  done: Part;
  before: readonly Part[];
  after: readonly Part[];
  /** A step before the work is handed over. */
  isStep: boolean;
}

const NOT_WORK = tags('take', 'have', 'prep', 'past');
const BETWEEN = tags(
  'particle',
  'every',
  'onTime',
  'again',
  'able',
  'at',
  'further',
  'self',
  'you',
  'have',
  'which',
);
const OTHER_ACTS = tags('take', 'prep');
const NOT_CARRIED = tags('newly', 'doing', 'wait', 'begun', 'if', 'whenever', 'take', 'letMe', 'prep');
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

/** A word that says done by itself, or a verb of the work with `đã` before it or `rồi` behind it. */
export function findDone(parts: readonly Part[]): Done | null {
  const complete = indexOf(parts, 'complete');
  if (complete >= 0) return toDone(parts, complete, isStepBefore(parts, complete));
  const at = findPerfect(parts);
  if (at >= 0) return toDone(parts, at, parts[at]!.tag === 'draft');
  const enough = Math.max(findEnough(parts), findAllCounted(parts), findAllThere(parts));
  return enough >= 0 ? toDone(parts, enough, false) : null;
}

function toDone(parts: readonly Part[], at: number, isStep: boolean): Done {
  return { parts, at, done: parts[at]!, before: parts.slice(0, at), after: parts.slice(at + 1), isStep };
}

/** `soạn xong`, `lập danh sách xong` */
function isStepBefore(parts: readonly Part[], at: number): boolean {
  return parts.slice(Math.max(0, at - 4), at).some((part) => part.tag === 'draft');
}

/** A verb of the work in a form that says it is behind: `đã nộp`, `nộp rồi`, `vừa nộp`, `nộp hôm qua`. */
function findPerfect(parts: readonly Part[]): number {
  const already = parts.findLastIndex((part) => part.tag === 'already');
  const ago = find(parts, 'ago');
  return parts.findIndex((part, at) => {
    if (!isWork(part, parts, at)) return false;
    if (saysPast(part)) return true;
    if (isNotOurs(parts, at)) return false;
    const lead = leadOf(parts, at);
    if (lead?.tag === 'past' || lead?.tag === 'just') return true;
    if (lead?.tag === 'newly' && (ago !== undefined || isSaidJustNow(parts, parts.indexOf(lead), part)))
      return true;
    // `em nhận thông báo rồi`: what was received
    if (lead?.tag === 'take' || parts[at - 1]?.tag === 'ack') return false;
    // `em lên đơn đủ`, `các lớp nộp hết`
    if (isCarriedThrough(parts, at)) return !isAverse(parts[at - 1]) && !isVessel(parts[at - 1]);
    // `đội thi công nhận lịch rồi`: what is done is what stands last.
    if (find(parts, OTHER_ACTS, at + 1, already < 0 ? undefined : already)) return false;
    if (at < already) return !isShaky(parts, at);
    if (ago === undefined || lead?.tag === 'newly' || part.tag === 'draft') return false;
    return !isShaky(parts, at) && !isSince(parts, at, ago);
  });
}

const VESSELS = /^(?:chai|lo|que|kim|tui|phoi)$/;

/** `chai lấy mẫu hết`: what it takes is used up. */
function isVessel(part: Part | undefined): boolean {
  return part !== undefined && VESSELS.test(foldedWords(part));
}

/** `hết rồi` */
function isAll(part: Part | undefined): boolean {
  return part?.tag === 'already' && part.tokens[0]!.fold === 'het';
}

/** `em mới nộp`; without its mark `mới` may be mọi or mỗi. */
function isSaidJustNow(parts: readonly Part[], at: number, verb: Part): boolean {
  return (
    verb.tag === 'hand' &&
    isJustNow(parts, at) &&
    (parts[at]!.tokens[0]!.marks !== '' || parts[at - 1]?.tag === 'self')
  );
}

function isCarriedThrough(parts: readonly Part[], at: number): boolean {
  if (find(parts, NOT_CARRIED)) return false;
  if (isResultTold(parts, at)) return true;
  // `up lên được đủ 20 file`
  const every = at + 1 + parts.slice(at + 1).findIndex(({ tag }) => tag !== 'particle' && tag !== 'able');
  if (every > at + 1 && isEnoughOf(parts[every]) && isNumber(parts[every + 1])) return true;
  // `phát đủ thẻ`
  if (isEnoughOf(parts[at + 1]) && parts.slice(at + 2).every((part) => isGiven(part))) return true;
  if (parts[at + 1]?.tag !== 'every') return isCarriedToTheEnd(parts, at);
  // `ký cam kết đủ 210 hộ`
  if (parts[at + 2]?.tokens[0]!.kind === 'number') return true;
  // `nhập đủ ngày 1 đến 30`
  const isRange = parts[at + 2]?.tag === 'at' && isNumber(parts[at + 3]);
  return parts
    .slice(at + 2)
    .every(
      (part) =>
        LIGHT.has(part.tag) ||
        part.tag === 'every' ||
        part.tokens[0]!.fold === 'len' ||
        (isRange && isNumber(part)),
    );
}

/** `phát xuống thôn đủ luôn`: `hết` behind a thing may mean that it is used up. */
function isCarriedToTheEnd(parts: readonly Part[], at: number): boolean {
  const every = parts.findLastIndex((part) => part.tag === 'every');
  if (every < at + 2 || every > at + 5 || !/^(?:day )?du(?: ca| het)?$/.test(foldedWords(parts[every])))
    return false;
  const what = parts.slice(at + 1, every);
  const after = parts.slice(every + 1);
  return what.every((part) => GIVEN.has(part.tag)) && after.every((part) => LIGHT.has(part.tag));
}

const NOT_TOLD = tags('will', 'promise', 'ahead', 'day', 'within', 'must', 'haveTo', 'favour', 'you');

/** `quét dọn sạch sẽ`, `cọ sạch`: how it came out. */
function isResultTold(parts: readonly Part[], at: number): boolean {
  const isClean = /^sach(?: se| bong)?$|^gon gang$|^tuom tat$/.test(foldedWords(parts[at + 1]));
  return isClean && at > 0 && !find(parts, NOT_TOLD);
}

const isEnoughOf = (part: Part | undefined): boolean => /^(?:day )?du$/.test(foldedWords(part));

function isGiven(part: Part): boolean {
  return (
    LIGHT.has(part.tag) || GIVEN.has(part.tag) || (part.tag === null && part.tokens[0]!.kind === 'word')
  );
}

const GIVEN = tags('particle', 'member', 'resource', 'folk', 'other');

function isWork(part: Part, parts: readonly Part[], at: number): boolean {
  const { tag } = part;
  if (PLAIN_WORK.has(tag)) return true;
  // `giao đủ 42 đơn rồi`, `thông báo hết rồi`: words about the work, carried to all of it.
  // `ky het roi` without marks
  if (tag === null && part.guesses.length > 0)
    return part.guesses.some((guess) => PLAIN_WORK.has(guess)) && isAll(parts[at + 1]);
  if (tag === 'prep') return parts[at + 1]?.tag === 'every' && foldedWords(part) !== 'nhac';
  return false;
}

/** The part that leads a verb, over small words between them: `đã kịp thời gửi`. */
function leadOf(parts: readonly Part[], at: number): Part | undefined {
  let before = at - 1;
  // `đã đi đo lại`
  while (before >= 0 && (BETWEEN.has(parts[before]!.tag) || foldedWords(parts[before]) === 'di')) before -= 1;
  return parts[before];
}

/** `đủ 15 lớp rồi`: no verb, but all that was asked for. */
function findAllCounted(parts: readonly Part[]): number {
  const at = parts.findIndex((part) => !LIGHT.has(part.tag));
  const [every, count, what] = parts.slice(at);
  const isAll = every?.tag === 'every' && ENOUGH.has(foldedWords(every));
  const isCounted =
    isNumber(count) && (what?.tag === 'member' || what?.tag === 'folk' || what?.tag === 'piece');
  const rest = parts.slice(at + 3);
  return isAll &&
    isCounted &&
    rest[0]?.tag === 'already' &&
    rest.slice(1).every((part) => LIGHT.has(part.tag))
    ? at
    : -1;
}

const RESULTS = new Set(['sach se', 'gon gang', 'sach bong', 'ngan nap', 'dau vao day', 'tuom tat']);

function isAllOf(part: Part | undefined): boolean {
  return /^(?:het|ca) roi$/.test(foldedWords(part));
}

const THINGS = tags(
  ...(['member', 'resource', 'piece', 'other', 'folk', 'particle', 'self', 'yes', 'have'] as const),
  ...(['now', 'today'] as const),
);
const ALL_THERE = new Set(['day du', 'du het', 'du ca', 'day du het', 'day du ca']);

/** `loa đài, hoa, phông đầy đủ hết rồi`: things, and that all of them are there. */
function findAllThere(parts: readonly Part[]): number {
  // `vậy là trường em đủ`
  const isSummed = parts[0]?.tag === 'just' && find(parts, 'self') && lastSpoken(parts)?.tag === 'every';
  if (isSummed && !find(parts, VERBS)) return indexOf(parts, 'every');
  if (indexOf(parts, 'already') < 1) return -1;
  const at = indexOf(parts, 'every');
  const after = parts.slice(at + 1).filter((part) => !LIGHT.has(part.tag));
  const isThere =
    ALL_THERE.has(foldedWords(parts[at])) ||
    (foldedWords(parts[at]) === 'du' && /^(?:het|ca) roi$/.test(foldedWords(after[0])));
  // `sạch sẽ hết rồi`
  if (at < 0)
    return parts.findIndex((part, index) => RESULTS.has(foldedWords(part)) && isAllOf(parts[index + 1]));
  const isThing = (part: Part) =>
    THINGS.has(part.tag) || (part.tag === null && part.tokens[0]!.kind === 'word');
  return at > 0 &&
    isThere &&
    after.length === 1 &&
    after[0]!.tag === 'already' &&
    parts.slice(0, at).every(isThing)
    ? at
    : -1;
}

/** `đã chuẩn bị đủ áo phao`, `đã triển khai tới toàn thể giáo viên`: whatever the verb is, all of it was done. */
function findEnough(parts: readonly Part[]): number {
  const past = indexOf(parts, 'past');
  if (past < 0) return -1;
  if (foldedWords(parts[past + 1]) === 'nhan du' && find(parts, 'folk', 0, past)) return past + 1;
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
