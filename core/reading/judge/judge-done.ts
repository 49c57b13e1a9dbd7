import { isRestToo } from './areas.js';
import { denied } from './denied.js';
import { doubted, isAtOnce, isWhenPast } from './doubted.js';
import { fewerOf } from './fewer-of.js';
import { findDone, type Done } from './find-done.js';
import { forApproval } from './for-approval.js';
import { partlyDone } from './judge-partly.js';
import { planned } from './judge-planned.js';
import { foldedWords, type Part } from '../clause/part.js';
import { isSentTo } from './sent-to.js';
import { asksOfOthers, asksToTell } from './asks-of-others.js';
import {
  BEHIND,
  CONDITIONS,
  find,
  FUTURE,
  indexOf,
  isNumber,
  isSettled,
  isVerb,
  LIGHT,
  ORDERS,
  sense,
  tags,
  type Sense,
} from '../clause/sense.js';

const NOT_UNTIL = tags('then', 'newly');
const REQUIRED = tags('must', 'haveTo', 'favour', 'letMe');
const TAKES = tags('ack', 'take');
const PLANS = tags('ahead', 'will', 'doing', 'promise');
const SETTLES_TOPIC = tags('past', 'ago');

/** What a clause says of the work being done, after all that could take the word back. */
export function judgeDone(parts: readonly Part[]): Sense | null {
  const notOnly = indexOf(parts, 'notOnly');
  // `không những xong mà còn vượt thời hạn`
  const beyond = notOnly < 0 ? -1 : indexOf(parts, 'that', notOnly);
  if (beyond > 0) return judgeDone(parts.slice(notOnly + 1, beyond));
  const told = startOfTold(parts);
  if (told > 0) return judgeDone(parts.slice(told));
  const besides = startOfBesides(parts);
  if (besides > 0) return judgeDone(parts.slice(besides));
  const said = findDone(parts);
  if (!said) return null;
  if (isRead(said)) return sense('ack', [said.before.at(-1)]);
  return (
    onlyIf(said) ??
    denied(said) ??
    afterwards(said) ??
    forApproval(said) ??
    doubted(said) ??
    nearlyDone(said) ??
    mayWait(said) ??
    mayBeYes(said) ??
    required(said) ??
    planned(said) ??
    fewerOf(said) ??
    partlyDone(said)
  );
}

const READS = /^(?:doc|coi|xem|nghe|tiep thu|nghien cuu|nam|quan triet)$/;
const PAPERS =
  /^(?:(?:da )?thong bao|cong van|cv|tin nhan|chi dao|van ban|huong dan|noi dung|yeu cau|tb|giay moi)$/;

/** `công văn em đọc xong rồi`: it was read, which is not what it asks for. */
function isRead({ parts, done, before }: Done): boolean {
  const act = before.at(-1);
  return (
    done.tag === 'complete' &&
    act !== undefined &&
    !act.isAsked &&
    READS.test(foldedWords(act)) &&
    parts.some((part) => PAPERS.test(foldedWords(part)))
  );
}

const NOT_BESIDES = tags('hand', 'work', 'draft', 'complete', 'have', 'resource', 'self', 'able', 'every');
const HEARD = tags('you', 'said', 'believed', 'notYet', 'not', 'maybe');

/** Where `chưa ai nhắc mà bên em đã làm xong` begins to tell what was done, 0 where it does not. */
function startOfBesides(parts: readonly Part[]): number {
  if (parts[0]?.tag !== 'notYet') return 0;
  const link = indexOf(parts, 'that', 1);
  const isBeside = link > 1 && foldedWords(parts[link]) === 'ma' && !find(parts, NOT_BESIDES, 0, link);
  const said = isBeside ? indexOf(parts, 'complete', link) : -1;
  return said > 0 && !find(parts, HEARD, link, said) && isSettled(parts.slice(link)) ? link + 1 : 0;
}

const MEANT = new Set(['dang dinh', 'dinh', 'tinh', 'dang tinh']);

/** Where `đang định báo anh là em nộp rồi` begins to tell; 0 where it does not. */
function startOfTold(parts: readonly Part[]): number {
  if (!find(parts, 'is')) return 0;
  const meant = parts.slice(0, 2).findIndex((part) => MEANT.has(foldedWords(part)));
  const is = meant >= 0 && parts[meant + 1]?.tag === 'prep' ? indexOf(parts, 'is', meant, meant + 5) : -1;
  return is > 0 && parts.at(-1)?.tag !== 'then' && isSettled(parts.slice(is)) ? is + 1 : 0;
}

/** `nếu mai tạnh thì phun nốt là xong`, `khi nào ký thì mới xong`: it is not yet. */
function onlyIf({ done, before, after }: Done): Sense | null {
  if (isWhenPast(before, after)) return null;
  const condition = indexOf(before, CONDITIONS);
  // `nếu mai nắng thì chắc là xong`
  const maybe = condition < 0 ? undefined : find(before, 'maybe', condition + 1);
  if (maybe) return sense('unclear', [before[condition], maybe, done]);
  return condition >= 0 && find(before, NOT_UNTIL, condition + 1)
    ? sense('underway', [before[condition], done])
    : null;
}

/** `sau khi họp xong, đã nộp`: what is said of the time after it. */
function afterwards({ parts, at, done, before }: Done): Sense | null {
  const after = find(before, 'after');
  if (!after) return null;
  const past = indexOf(parts, 'past', at + 1);
  return (past >= 0 ? judgeDone(parts.slice(past)) : null) ?? sense('unclear', [after, done]);
}

const NOT_THERE = tags('wait', 'lack', 'left');

/** `làm gần xong thì cúp điện` */
function nearlyDone({ done, before, after }: Done): Sense | null {
  const near = before.at(-1);
  // `tổng hợp gần hết rồi`
  const all = indexOf(after, 'nearly');
  if (all >= 0 && /^(?:het|xong|roi|r)(?: roi)?$/.test(foldedWords(after[all + 1])))
    return sense('underway', [after[all], done]);
  // `vừa xong một nửa thì hết giờ`
  if (after[0]?.tag === 'some' && find(after, 'then') && find(before, BEHIND))
    return sense('underway', [done, after[0]]);
  // `tạm xong`
  const isNear = near?.tag === 'nearly' || foldedWords(near) === 'tam';
  return isNear && done.tag === 'complete' ? sense('underway', [near, done]) : null;
}

const WHOM = tags('particle', 'self');

/** `cho to 3 nop bao cao xong` without marks: chờ (waiting for them) as well as cho. */
function mayWait({ parts, done, before }: Done): Sense | null {
  const [first] = before;
  // `cho duong lien thon thi phat quang xong`: chỗ, a place
  const isFor = WHOM.holds(first) && first!.tokens[0]!.fold === 'cho' && !find(before, 'then');
  if (!isFor) return null;
  const isUnmarked = parts.every(({ tokens }) => tokens.every(({ marks }) => marks === ''));
  return isUnmarked && (before.length > 1 || first!.tokens.length > 1) && !isSettled(parts)
    ? sense('unclear', [first, done])
    : null;
}

/** `da nop ngay a` without marks: dạ (yes) as well as đã. */
function mayBeYes({ parts, done, before, after }: Done): Sense | null {
  const [first] = before;
  const isYes =
    first?.tag === 'past' && first.tokens.length === 1 && first.tokens[0]!.raw.toLowerCase() === 'da';
  if (!isYes) return null;
  const last = after.findLast(({ tag }) => tag !== 'particle') ?? after.findLast(isAtOncePart);
  // `da nop tre 1 ngay`: a day
  const isAtOnceSaid = isAtOncePart(last) && !isNumber(after[after.indexOf(last!) - 1]);
  return isAtOnceSaid && !find(parts, BEHIND, 1) ? sense('unclear', [first, done]) : null;
}

const isAtOncePart = (part: Part | undefined): boolean => /^(?:lien|ngay)$/.test(foldedWords(part));

// `rứa là xong`
const SUMS_UP = /^(?:rua|ri|vay)$/;
const PURPOSE = new Set(['de ban giao', 'de ra soat']);

/** `cần nộp`; `đã rõ yêu cầu hoàn thành trước 30/11` takes it. */
function wanted({ done, before, after }: Done, must: Part): Sense {
  const ahead = find(before, PLANS);
  const taken = before.find((part) => !LIGHT.holds(part));
  const isTaken = must.tag === 'must' && TAKES.holds(taken) && !isSettled(after);
  return !ahead && isTaken
    ? sense('ack', [taken])
    : sense(ahead ? 'underway' : 'unclear', [ahead ?? must, done]);
}

/** `chờ xe tới lấy là xong`, `ký cái là xong`: it is not yet. */
function findLacking({ at, before }: Done, past: number): Part | undefined {
  const link = before.at(-1);
  const isSum = SUMS_UP.test(foldedWords(before.at(-2)));
  return find(before, NOT_THERE, past + 1) ?? (link?.tag === 'is' && at > 1 && !isSum ? link : undefined);
}

/** What must, would or shall be done, or was told to somebody else. */
function required(said: Done): Sense | null {
  const { parts, done, before, after } = said;
  const link = before.at(-1);
  const past = before.findLastIndex((part) => part.tag === 'past');
  const must = find(before, REQUIRED, past + 1);
  // `bộ đội dựng giúp xong cả`: others lent a hand
  const isHelp = must?.tag === 'favour' && find(before, 'folk', 0, before.indexOf(must)) !== undefined;
  if (must && !isHelp) {
    return wanted(said, must);
  }
  const lacking = findLacking(said, past);
  if (lacking && !isSettled(parts) && !isRestToo(before)) return sense('underway', [lacking, done]);
  // `đã mua đồ để trang trí`: what it was for is still to be done.
  const purpose = after.find(
    (part, index) =>
      PURPOSE.has(foldedWords(part)) || (foldedWords(part) === 'de' && isVerb(after[index + 1])),
  );
  if (done.tag === 'work' && !done.isAsked && purpose) return sense('unclear', [done, purpose]);
  // `có mẫu là em nộp rồi`
  const supposed = before[0]?.tag === 'have' && !isSettled(before) ? find(before, 'is') : undefined;
  if (supposed) return sense('unclear', [supposed, done]);
  // `em nhắc các thôn nộp rồi`: what somebody else was told to do.
  const isNamed = done.tag !== 'complete' && done.tag !== 'every';
  // `báo giá gửi rồi`: what it would cost
  const offer =
    done.tag === 'hand' && !done.isAsked && foldedWords(before[0]) === 'bao gia' ? before[0] : undefined;
  const told = offer ?? (isNamed ? find(before, 'prep', Math.max(past, 0)) : undefined);
  if (told) return sense('unclear', [told, done]);
  // `xong thì báo`, `làm xong là tốt rồi`, `xong việc nhớ tắt điện nhé`
  const then =
    asksOfOthers(before, after) ??
    asksToTell(after) ??
    find(after, 'then') ??
    (after[0]?.tag === 'is' ? after[0] : undefined) ??
    after.find(
      (part, index) =>
        ORDERS.holds(part) && !isSentTo(part, index === 0 ? done : after[index - 1]!, after.slice(index + 1)),
    );
  // `ký xong là em gửi liền`
  if (then?.tag === 'is' && isVerb(link) && isAtOnce(after) && !isSettled(parts))
    return sense('underway', [done, then]);
  if (then && !find(before, SETTLES_TOPIC) && !(ORDERS.holds(then) && isSettled(parts)))
    return sense('unclear', [then, done]);
  return onlyTopic(said);
}

/** `nộp thì xong`: whether it was is not said; `chỗ em thì xong` is. */
function onlyTopic({ parts, at, done, before }: Done): Sense | null {
  const topic = before.at(-1);
  const isOwn = at === 2 && before[0]!.tag === 'self' && done.tag === 'complete';
  return topic?.tag === 'then' && !isOwn && !isSettled(parts) && !find(before, FUTURE) && at > 1
    ? sense('unclear', [topic, done])
    : null;
}
