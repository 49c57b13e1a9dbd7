import { isCarriedThrough } from './carried-through.js';
import { findAllCounted, findAllThere, findEnough } from './find-all.js';
import { isNotOurs } from './not-ours.js';
import { foldedWords, type Part } from '../clause/part.js';
import {
  find,
  indexOf,
  isJustNow,
  isNumber,
  isUnknownWord,
  isVerb,
  LIGHT,
  PLAIN_WORK,
  saysPast,
  tags,
} from '../clause/sense.js';
import { isAverse, isShaky, isSince } from './shaky.js';

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
    // `đã họp bàn kiểm kê tài sản`
    if (isAboutWork(part) && isVerb(parts[at + 1])) return false;
    // `đăng ký tiêm vắc xin rồi`: signed up for
    if (at > 0 && isVerb(part) && isAboutWork(parts[at - 1]!)) return false;
    const lead = leadOf(parts, at);
    if (lead?.tag === 'past' || lead?.tag === 'just') return true;
    if (lead?.tag === 'newly' && (ago !== undefined || isSaidJustNow(parts, parts.indexOf(lead), part)))
      return true;
    // `em nhận (được) thông báo rồi`: what was received
    if (lead?.tag === 'take' || parts[at - 1]?.tag === 'ack') return false;
    if (isAboutReceived(parts, at, already)) return false;
    // `em lên đơn đủ`, `các lớp nộp hết`
    if (isCarriedThrough(parts, at)) return !isAverse(parts[at - 1]) && !isVessel(parts[at - 1]);
    // `đội thi công nhận lịch rồi`: what is done is what stands last.
    if (find(parts, OTHER_ACTS, at + 1, already < 0 ? undefined : already)) return false;
    if (at < already) return !isShaky(parts, at);
    if (isThisMorning(parts, at)) return true;
    if (ago === undefined || lead?.tag === 'newly' || part.tag === 'draft') return false;
    return !isShaky(parts, at) && !isSince(parts, at, ago);
  });
}

const ABOUT_WORK = new Set(['hop ban', 'dang ky']);
const isAboutWork = (part: Part): boolean => !part.isAsked && ABOUT_WORK.has(foldedWords(part));

const NOT_THEN = tags(
  ...([
    'will',
    'ahead',
    'promise',
    'must',
    'haveTo',
    'favour',
    'letMe',
    'notYet',
    'not',
    'cannot',
    'if',
    'you',
  ] as const),
  ...([
    'whenever',
    'then',
    'wait',
    'newly',
    'nearly',
    'doing',
    'maybe',
    'ask',
    'folk',
    'day',
    'propose',
    'take',
  ] as const),
);

/** `hồ sơ nộp hạt sáng nay`: behind the verb it tells what was. */
function isThisMorning(parts: readonly Part[], at: number): boolean {
  const time = parts.findIndex((part) => part.tag === 'today' && foldedWords(part) === 'sang nay');
  const isPlain = parts[at]!.tag !== 'draft' && parts[at]!.guesses.length === 0;
  return (
    isPlain && time > at && !find(parts, NOT_THEN) && parts.slice(time + 1).every((part) => LIGHT.holds(part))
  );
}

const NOTICES =
  /^(?:thong bao|ke hoach|lich|cong van|cv|van ban|vb|giay|giay moi|quyet dinh|chi dao|huong dan|tin|tin nhan|bai|cong dien|chi thi|phan cong|yeu cau|nhiem vu)(?: |$)/;

/** `nhận được thông báo kiểm kê rồi`, `bài tuyên truyền em nhận được rồi`: what came is about the work. */
function isAboutReceived(parts: readonly Part[], at: number, already: number): boolean {
  const received = parts.findIndex(isReceiving);
  if (received < 0) return false;
  if (received > at) return received < already && NOTICES.test(foldedWords(parts[0]));
  const notice = parts.slice(received + 1, received + 3).findIndex((part) => NOTICES.test(foldedWords(part)));
  return notice >= 0 && received + 1 + notice <= at;
}

const isReceiving = (part: Part): boolean =>
  (part.tag === 'ack' || part.tag === 'take') && /(?:^| )nhan(?: duoc)?$/.test(foldedWords(part));

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

function isWork(part: Part, parts: readonly Part[], at: number): boolean {
  const { tag } = part;
  if (PLAIN_WORK.has(tag)) return true;
  // `giao đủ 42 đơn rồi`, `thông báo hết rồi`: words about the work, carried to all of it.
  // `ky het roi` without marks
  if (tag === null && part.guesses.length > 0)
    return part.guesses.some((guess) => PLAIN_WORK.has(guess)) && isAll(parts[at + 1]);
  if (tag === 'prep')
    return (parts[at + 1]?.tag === 'every' && foldedWords(part) !== 'nhac') || isPaperAnswered(parts, at);
  return false;
}

const ANSWERS = /^(?:tra loi|hoi am|phuc dap)$/;
const LETTERS = /^(?:cv|cong van|van ban|don|don thu|thu|phieu|vb|cong dien|kien nghi|y kien cu tri)$/;

/** `công văn của huyện em trả lời rồi`: the answer was the work; `em trả lời rồi` says only that somebody was told. */
function isPaperAnswered(parts: readonly Part[], at: number): boolean {
  if (!ANSWERS.test(foldedWords(parts[at]))) return false;
  const letter = parts.slice(0, 2).findIndex((part) => LETTERS.test(foldedWords(part)));
  // `công văn em gửi huyện trả lời rồi`: the others answered.
  const isOwn = SPEAKS.holds(parts[at - 1]) || isNumber(parts[at - 1]);
  return letter >= 0 && isOwn && !find(parts, NOT_ANSWERED) && parts.slice(at + 1).every(isTellingOver);
}

const SPEAKS = tags('self', 'past');
const NOT_ANSWERED = tags('hand', 'notYet', 'not', 'folk', 'wait', 'ask', 'which', 'other');
const isTellingOver = (part: Part): boolean => part.tag === 'already' || LIGHT.holds(part);

const isPassive = (part: Part): boolean => part.tag === 'past' && foldedWords(part) === 'da duoc';

const isWho = (part: Part): boolean => AGENTS.holds(part) || isUnknownWord(part);

const AGENTS = tags('other', 'member', 'folk', 'you', 'self', 'particle', 'resource');

/** The part that leads a verb, over small words between them: `đã kịp thời gửi`. */
function leadOf(parts: readonly Part[], at: number): Part | undefined {
  let before = at - 1;
  // `đã đi đo lại`
  while (before >= 0 && (BETWEEN.holds(parts[before]) || foldedWords(parts[before]) === 'di')) before -= 1;
  // `đã lấy và gửi viện`
  if (foldedWords(parts[at - 1]) === 'va' && parts[at - 3]?.tag === 'past') return parts[at - 3];
  // `đã được kho bạc duyệt`
  const passive = parts.slice(Math.max(0, before - 2), before + 1).find(isPassive);
  if (passive && parts.slice(parts.indexOf(passive) + 1, at).every(isWho)) return passive;
  return parts[before];
}
