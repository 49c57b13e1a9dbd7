import { denied } from './denied.js';
import { findDone, type Done } from './find-done.js';
import { partlyDone } from './judge-partly.js';
import { planned } from './judge-planned.js';
import { foldedWords, type Part } from './part.js';
import {
  ANY_TIME,
  BEHIND,
  CONDITIONS,
  find,
  FUTURE,
  indexOf,
  isNumber,
  isSettled,
  isVerb,
  mayBeVerb,
  ORDERS,
  PERSONS,
  sense,
  tags,
  VERBS,
  type Sense,
} from './sense.js';

const DOUBTS_AFTER = tags('maybe', 'said', 'believed', 'sayAfter', 'which');
const NOT_UNTIL = tags('then', 'newly');
const GOES_ON = tags('hand', 'work', 'draft', 'prep', 'take', 'will', 'must', 'haveTo');
const REQUIRED = tags('must', 'haveTo', 'favour', 'letMe');
const PLANS = tags('ahead', 'will', 'doing', 'promise');
const SETTLES_TOPIC = tags('past', 'ago');

/** What a clause says of the work being done, after all that could take the word back. */
export function judgeDone(parts: readonly Part[]): Sense | null {
  const notOnly = indexOf(parts, 'notOnly');
  // `không những xong mà còn vượt thời hạn`
  const beyond = notOnly < 0 ? -1 : indexOf(parts, 'that', notOnly);
  if (beyond > 0) return judgeDone(parts.slice(notOnly + 1, beyond));
  const said = findDone(parts);
  if (!said) return null;
  return (
    onlyIf(said) ??
    denied(said) ??
    afterwards(said) ??
    doubted(said) ??
    nearlyDone(said) ??
    mayWait(said) ??
    mayBeYes(said) ??
    required(said) ??
    planned(said) ??
    partlyDone(said)
  );
}

const SORTS_OF_DOUBT = tags('maybe', 'said', 'believed', 'whenever', 'if');

/** `nếu mai tạnh thì phun nốt là xong`, `khi nào ký thì mới xong`: it is not yet. */
function onlyIf({ done, before, after }: Done): Sense | null {
  if (isWhenPast(before, after)) return null;
  const condition = indexOf(before, CONDITIONS);
  return condition >= 0 && find(before, NOT_UNTIL, condition + 1)
    ? sense('underway', [before[condition], done])
    : null;
}

/** `khi anh nhắn thì em đã nộp xong rồi`: it was done by then. */
function isWhenPast(before: readonly Part[], after: readonly Part[]): boolean {
  const when = before.findIndex((part) => /^(?:khi|luc|hoi)$/.test(foldedWords(part)));
  const then = indexOf(before, 'then', when + 1);
  return (
    when >= 0 && then > 0 && find(before, 'past', then) !== undefined && find(after, 'already') !== undefined
  );
}

/** `sau khi họp xong, đã nộp`: what is said of the time after it. */
function afterwards({ parts, at, done, before }: Done): Sense | null {
  const after = find(before, 'after');
  if (!after) return null;
  const past = indexOf(parts, 'past', at + 1);
  return (past >= 0 ? judgeDone(parts.slice(past)) : null) ?? sense('unclear', [after, done]);
}

const NOT_THERE = tags('wait', 'lack', 'left');

/** Who may have done it, whether it was done, what happens when it is. */
function doubted({ parts, done, before, after }: Done): Sense | null {
  const doubt =
    (isWhenPast(before, after) ? undefined : find(before, SORTS_OF_DOUBT)) ??
    find(before, 'which') ??
    after.find((part, at) => isThenFine(part, after[at + 1])) ??
    after.find((part, at) => DOUBTS_AFTER.has(part.tag) && !isToldAgain(part, after.slice(at + 1))) ??
    goesOn(before, after);
  if (!doubt) return null;
  // `chắc trưa là xong`
  const noon = before.at(-1)?.tag === 'is' && !isSettled(parts) ? find(before, 'today') : undefined;
  if (noon) return sense('underway', [doubt, noon, done]);
  // `chắc mai mới xong`: when it will be done is doubtful, not that it is not.
  const isWhenOnly = (doubt.tag === 'maybe' || VERBS.has(doubt.tag)) && !isSettled(parts);
  // `sửa xong em gửi lại chiều nay`
  const later = VERBS.has(doubt.tag) ? find(after, ANY_TIME) : undefined;
  // `tổng hợp xong thì gửi chị liền`
  const atOnce = doubt.tag === 'sayAfter' && isVerb(before.at(-1)) && isAtOnce(after);
  if (atOnce && !isSettled(parts)) return sense('underway', [done, doubt]);
  if (later) return sense('underway', [doubt, later, done]);
  const ahead = isWhenOnly ? find(before, doubt.tag === 'maybe' ? ANY_TIME : FUTURE) : undefined;
  return ahead ? sense('underway', [doubt, ahead, done]) : sense('unclear', [doubt, done]);
}

/** `đã xong thì tốt quá`, `đã nộp thì em báo`: if it is. */
const isThenFine = ({ tag }: Part, next: Part | undefined): boolean =>
  tag === 'then' && (next?.tag === 'fine' || next?.tag === 'self');

/** `bổ sung con dấu rồi gửi lại rồi` */
const isToldAgain = (part: Part, rest: readonly Part[]): boolean =>
  part.tag === 'sayAfter' && part.tokens[0]!.fold === 'roi' && find(rest, 'already') !== undefined;

const isAtOnce = (after: readonly Part[]): boolean =>
  after.some((part) => /^(?:lien|ngay|luon|lien luon|ngay luon)$/.test(foldedWords(part)));

/** `xong em báo`, `xong rồi em gửi`: what comes after the work, which is not done yet. `đã xong, …` is. */
function goesOn(before: readonly Part[], after: readonly Part[]): Part | undefined {
  if (find(before, BEHIND) ?? after.find((part) => /^(?:gui|dinh) kem$/.test(foldedWords(part))))
    return undefined;
  // `xong roi em nhan`: nhận or nhắn
  const taken = after.find(
    (part) => part.tag === 'ack' && part.tokens.length > 1 && part.tokens[0]!.fold === 'em',
  );
  if (taken) return taken;
  // `xong việc bên kia em qua làm`
  const self = indexOf(after, 'self');
  if (before.length === 0 && self > 0 && isVerb(after.at(-1)) && !isSettled(after)) return after.at(-1);
  const verb = after.findIndex((part) => GOES_ON.has(part.tag) || mayBeVerb(part));
  const doer = indexOf(after, PERSONS, 0, Math.max(verb, 0));
  if (verb < 0 || doer < 0 || after[verb - 1]?.tag === 'newly' || find(after, 'past', 0, verb))
    return undefined;
  // `em gửi rồi chị xem nhé`: the other side is asked to look.
  const asksToLook = after[doer]!.tag === 'you' && after[verb]!.tag === 'take';
  // `em qua kho xem rồi làm luôn`: and then
  const second = after.some(
    (part, at) =>
      at >= verb && part.tag === 'already' && !(isVerb(after[at + 1]) && !isSettled(after.slice(at + 1))),
  );
  const leads = doer === 0 || after[doer - 1]!.tag === 'already' || after[doer - 1]!.tag === 'particle';
  return asksToLook || second || !leads ? undefined : after[verb];
}

/** `làm gần xong thì cúp điện` */
function nearlyDone({ done, before, after }: Done): Sense | null {
  const near = before.at(-1);
  // `tổng hợp gần hết rồi`
  const all = after.findIndex((part) => part.tag === 'nearly');
  if (all >= 0 && /^(?:het|xong|roi|r)(?: roi)?$/.test(foldedWords(after[all + 1])))
    return sense('underway', [after[all], done]);
  return near?.tag === 'nearly' && done.tag === 'complete' ? sense('underway', [near, done]) : null;
}

const WHOM = tags('particle', 'self');

/** `cho to 3 nop bao cao xong` without marks: chờ (waiting for them) as well as cho. */
function mayWait({ parts, done, before }: Done): Sense | null {
  const [first] = before;
  // `cho duong lien thon thi phat quang xong`: chỗ, a place
  const isFor = WHOM.has(first?.tag ?? null) && first!.tokens[0]!.fold === 'cho' && !find(before, 'then');
  const isUnmarked = parts.every(({ tokens }) => tokens.every(({ marks }) => marks === ''));
  return isFor && isUnmarked && (before.length > 1 || first!.tokens.length > 1) && !isSettled(parts)
    ? sense('unclear', [first, done])
    : null;
}

/** `da nop ngay a` without marks: dạ (yes) as well as đã. */
function mayBeYes({ parts, done, before, after }: Done): Sense | null {
  const [first] = before;
  const isYes =
    first?.tag === 'past' && first.tokens.length === 1 && first.tokens[0]!.raw.toLowerCase() === 'da';
  const last = after.findLast(({ tag }) => tag !== 'particle') ?? after.findLast(isAtOncePart);
  // `da nop tre 1 ngay`: a day
  const isAtOnceSaid = isAtOncePart(last) && !isNumber(after[after.indexOf(last!) - 1]);
  return isYes && isAtOnceSaid && !find(parts, BEHIND, 1) ? sense('unclear', [first, done]) : null;
}

const isAtOncePart = (part: Part | undefined): boolean => /^(?:lien|ngay)$/.test(foldedWords(part));

const GOES_TO =
  /^(?:sent|uploaded|delivered|submitted|emailed|mailed|posted|shipped|handed|moved|transferred|returned|given|forwarded)/;

/** `tổng hợp xong chụp ảnh gửi vào nhóm nhé`: what others are told to do. */
function asksOfOthers(before: readonly Part[], after: readonly Part[]): Part | undefined {
  const isOrder =
    isVerb(after[0]) && after.at(-1)!.tag === 'particle' && /^nh[ea]n?$/.test(foldedWords(after.at(-1)));
  return isOrder && !find(before, 'past') && !isSettled(after) ? after[0] : undefined;
}

/** English `uploaded to the folder` */
function isToward(done: Part, after: readonly Part[]): boolean {
  return GOES_TO.test(done.tokens[0]!.fold) && foldedWords(after[0]) === 'to' && !isVerb(after[1]);
}

const PURPOSE = new Set(['de ban giao', 'de ra soat']);

/** What must, would or shall be done, or was told to somebody else. */
function required({ parts, at, done, before, after }: Done): Sense | null {
  const past = before.findLastIndex((part) => part.tag === 'past');
  const must = find(before, REQUIRED, past + 1);
  // `bộ đội dựng giúp xong cả`: others lent a hand
  const isHelp = must?.tag === 'favour' && find(before, 'folk', 0, before.indexOf(must)) !== undefined;
  if (must && !isHelp) {
    const ahead = find(before, PLANS);
    return sense(ahead ? 'underway' : 'unclear', [ahead ?? must, done]);
  }
  // `chờ xe tới lấy là xong`, `ký cái là xong`: it is not yet.
  const link = before.at(-1);
  const lacking = find(before, NOT_THERE, past + 1) ?? (link?.tag === 'is' && at > 1 ? link : undefined);
  if (lacking && !isSettled(parts)) return sense('underway', [lacking, done]);
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
  const told = isNamed ? find(before, 'prep', Math.max(past, 0)) : undefined;
  if (told) return sense('unclear', [told, done]);
  // `xong thì báo`, `làm xong là tốt rồi`, `xong việc nhớ tắt điện nhé`
  const then =
    asksOfOthers(before, after) ??
    find(after, 'then') ??
    (after[0]?.tag === 'is' ? after[0] : undefined) ??
    find(after, ORDERS, isToward(done, after) ? 1 : 0);
  // `ký xong là em gửi liền`
  if (then?.tag === 'is' && isVerb(link) && isAtOnce(after) && !isSettled(parts))
    return sense('underway', [done, then]);
  if (then && !find(before, SETTLES_TOPIC) && !(ORDERS.has(then.tag) && isSettled(parts)))
    return sense('unclear', [then, done]);
  const topic = before.at(-1);
  return topic?.tag === 'then' && !isSettled(parts) && !find(before, FUTURE) && at > 1
    ? sense('unclear', [topic, done])
    : null;
}
