import type { Done } from './find-done.js';
import { foldedWords, joinedWords, type Part } from '../clause/part.js';
import {
  find,
  indexOf,
  isNumber,
  isSettled,
  isVerb,
  LIGHT,
  PERSONS,
  sense,
  tags,
  type Sense,
} from '../clause/sense.js';

const TASKS = tags('hand', 'work');
const EITHER = tags('today', 'hour', 'onTime');

function isEarly([early, days, unit]: readonly Part[]): boolean {
  return (
    early?.tag === 'onTime' &&
    (isNumber(days) || /^(?:mot|hai|ba|nua|may|vai)$/.test(foldedWords(days))) &&
    foldedWords(unit) === 'ngay'
  );
}

const HEDGES = tags('nearly', 'doing', 'begun');
const HALF_WAY = new Set(['do dang', 'dang do', 'lam do']);
const COMING = tags('ahead', 'will');
const HOPES = /^(?:mong|hy vong|hi vong|uoc)(?: |$)/;
const DATED = new Set(['ngay', 'mung', 'mong', 'hom', 'ram']);

/** `vừa mở máy ra làm đây` */
const onlyBegun = ({ parts, done, after }: Done): Part | undefined =>
  done.tag === 'work' && after.at(-1)?.tag === 'doing' && !find(parts, 'already') ? after.at(-1) : undefined;

/** `sắp xong`, `mai xong`, `thứ 6 xong`, `phấn đấu xong`. */
export function planned(said: Done): Sense | null {
  const { parts, done, before, after } = said;
  const hedge =
    find(before, HEDGES) ??
    after.find((part) => HALF_WAY.has(foldedWords(part))) ??
    (done.tag === 'complete' && foldedWords(after[0]) === 'tam' ? after[0] : undefined) ??
    onlyBegun(said) ??
    onPaper(after) ??
    onlyNearly(after);
  // `vừa sửa vừa đợi phụ tùng`
  const both = parts.filter((part) => foldedWords(part) === 'vua');
  if (hedge ?? both[1]) return sense('underway', [hedge ?? both[1], done]);
  if (isLetting(said)) return sense('ack', [done]);
  if (isOffered(said)) return sense('underway', [done, after[0]]);
  // `việc sáng nay xong hết`
  const settled = isSettled(parts) || (after[0]?.tag === 'every' && !isNamedAhead(said));
  // `chiều nay là xong rồi`
  const isBy = before[0]?.tag === 'day' && /^la(?: |$)/.test(foldedWords(before[1]));
  if (isBy && !find(before, 'past')) return sense('unclear', [before[0], done]);
  const coming = parts.find(
    (part, at) =>
      COMING.holds(part) &&
      !(settled && isWhichOne(parts, at)) &&
      !isPastOf(said, part) &&
      !isByWhom(said, at),
  );
  if (coming) return sense(settled && !find(before, COMING) ? 'unclear' : 'underway', [coming, done]);
  const promise = find(before, 'promise');
  // `mong là đã xong`
  if (promise && HOPES.test(foldedWords(promise))) return sense('unclear', [promise, done]);
  const who = find(before, PERSONS);
  if (promise && promise.tokens[0]!.fold !== 'hen' && who?.tag === 'you' && !find(before, 'self'))
    return sense('unclear', [promise, done]);
  // `đã dời sang thứ 5 và họp xong rồi`
  const isMoved =
    promise !== undefined && before[before.indexOf(promise) - 1]?.tag === 'past' && find(after, 'already');
  if (isMoved) return null;
  if (promise && !find(before, 'past', before.indexOf(promise))) return sense('underway', [promise, done]);
  const alongside = settled ? thenBy(after) : undefined;
  if (alongside) return sense('unclear', [done, alongside], { isWhen: true });
  if (settled) return null;
  // `nay mình giải quyết dứt điểm`
  if (foldedWords(done) === 'dut diem' && !find(parts, 'every')) return sense('unclear', [done]);
  return plannedBy(said);
}

const LATER_TODAY = /^(?:trua|chieu|toi|dem) nay$/;

/** `đã sửa xong và gửi lại chiều nay`: what was done, and what may be still to come. */
function thenBy(after: readonly Part[]): Part | undefined {
  const and = after.findIndex((part) => foldedWords(part) === 'va');
  const hands = and < 0 ? -1 : indexOf(after, TASKS, and, and + 4);
  if (hands < 0 || find(after, 'already', hands)) return undefined;
  return after.slice(hands).find((part) => LATER_TODAY.test(foldedWords(part)));
}

const LET = tags('self', 'you', 'folk', 'member', 'other');

/** `em cho anh em làm đủ theo yêu cầu`: they are to do it. */
function isLetting({ parts, done, before }: Done): boolean {
  const lets = before.findLastIndex((part) => foldedWords(part) === 'cho');
  const who = before.slice(lets + 1);
  return (
    lets > 0 &&
    before[lets - 1]!.tag === 'self' &&
    done.tag !== 'complete' &&
    !isSettled(parts) &&
    who.length > 0 &&
    who.every((part) => LET.holds(part))
  );
}

const OFFERS = /^(?:nha|nhe|nhen|nghen|nghe|he)$/;

/** `tuần này bên mình làm xong cho nha`: for them, and not yet. */
const isOffered = ({ parts, after }: Done): boolean =>
  foldedWords(after[0]) === 'cho' && OFFERS.test(foldedWords(after.at(-1))) && !isSettled(parts);

const WHOLE = /^(?:tuan|thang|quy|nam) nay$/;

/** `cuối tuần này xong hết`: by then. */
const isNamedAhead = ({ parts, before }: Done): boolean =>
  find(parts, 'day') !== undefined ||
  find(before, 'within') !== undefined ||
  before.some((part) => WHOLE.test(foldedWords(part)));

/** English `we finished the last hamlet before dark` */
const isPastOf = ({ parts, at, done }: Done, { tokens }: Part): boolean =>
  tokens.length === 1 &&
  tokens[0]!.fold === 'before' &&
  /^[a-z]+ed$/.test(foldedWords(done)) &&
  at === 1 &&
  parts[0]!.tag === 'self';

const WHOM = /^(?:both|all|everyone|everybody|the|our|each|every)$/;
const SIDES =
  /^(?:sides?|parties|party|staff|team|teams|directors?|managers?|parents?|customers?|units?|of|boss)$/;

/** English `signed by both sides`: who did it, and not until when. */
const isByWhom = ({ parts, done, after }: Done, at: number): boolean =>
  foldedWords(parts[at]) === 'by' &&
  parts[at] === after[0] &&
  done.tag === 'complete' &&
  WHOM.test(foldedWords(parts[at + 1])) &&
  (parts[at + 2] === undefined || SIDES.test(foldedWords(parts[at + 2])));

const BEFORE_NEARLY = tags('already', 'able', 'particle');

/** `tổng hợp xong gần hết` */
function onlyNearly(after: readonly Part[]): Part | undefined {
  const first = after.find((part) => !LIGHT.holds(part) && !BEFORE_NEARLY.holds(part));
  return first?.tag === 'nearly' ? find(after, 'nearly') : undefined;
}

/** `xong trên giấy thôi` */
function onPaper(after: readonly Part[]): Part | undefined {
  if (after.length === 0) return undefined;
  return /(?:^| )tren giay(?: to)?(?: |$)/.test(joinedWords(after)) ? after[0] : undefined;
}

const NAMED = tags('resource', 'other');

/** `thực đơn tuần tới em gửi rồi`: which one it is. */
function isWhichOne(parts: readonly Part[], at: number): boolean {
  return (
    parts.slice(Math.max(0, at - 2), at).some((part) => NAMED.holds(part)) && parts[at + 1]?.tag === 'self'
  );
}

/** `nhập kho xong lô hàng ngày 05/11`: the goods of that day. */
function isOfThing(parts: readonly Part[], at: number): boolean {
  return (
    foldedWords(parts[at - 1]) === 'ngay' &&
    NAMED.holds(parts[at - 2]) &&
    find(parts, 'complete', 0, at) !== undefined
  );
}

const PLANNING = tags(
  'self',
  'you',
  'folk',
  'must',
  'haveTo',
  'will',
  'ahead',
  'promise',
  'day',
  'if',
  'today',
);

/** `bờ rào dựng lại xong trong buổi sáng`: of a thing it tells how quickly that was. */
const isPutUpAgain = (before: readonly Part[], within: Part, after: readonly Part[]): boolean =>
  before.length > 1 &&
  after[0] === within &&
  foldedWords(within) === 'trong buoi sang' &&
  /(?:^| )lai$/.test(foldedWords(before.at(-1))) &&
  !find(before, PLANNING);

/** The time that is named beside it: `tuần này xong`, `xong đúng hạn`. */
function plannedBy({ parts, done, before, after }: Done): Sense | null {
  // `toi xong`: tôi or tối
  const late = before.at(-1);
  if (
    late?.tokens.length === 1 &&
    late.tokens[0]!.raw.toLowerCase() === 'toi' &&
    before.every((part) => part === late || LIGHT.holds(part))
  )
    return sense('unclear', [late, done], { isWhen: true });
  const within = find(parts, 'within');
  if (within) return isPutUpAgain(before, within, after) ? null : sense('underway', [within, done]);
  // `nhập kho xong lúc 11h`, `xử lý xong đúng hạn` tell what was; `xong trước hạn` may promise it.
  const isResult = isVerb(before.at(-1)) || find(before, TASKS) !== undefined;
  const isNamed = parts.some(({ tag }, at) => tag === 'day' && isOfThing(parts, at));
  const day = isNamed ? undefined : find(parts, 'day');
  if (day && before.includes(day)) return sense('underway', [day, done]);
  if (day) return sense('unclear', [day, done], { isWhen: true });
  // English `completed today` tells what was.
  const isParticiple = /ed$/.test(done.tokens[0]!.fold);
  const dated = before.findIndex(
    (part, at) => DATED.has(part.tokens.at(-1)!.fold) && isNumber(before[at + 1]),
  );
  // `đến ngày 5 xong` will be, `ngày 5 xong` may be either.
  const to = foldedWords(before[dated - 1]);
  if (dated >= 0 && /^(?:den|toi)$/.test(to)) return sense('underway', [before[dated], done]);
  if (dated >= 0) return sense('unclear', [before[dated], done], { isWhen: true });
  // `hoàn tất lúc 10h sáng nay`, `đại lý ký nhận lúc 14h`, `hoàn thành sớm 1 ngày`: told, since a plan names the time before.
  const [first, second] = after;
  // `súc rửa xong sáng nay`
  const isMorning = isVerb(before.at(-1)) && after.some((part) => foldedWords(part) === 'sang nay');
  const isTold =
    isMorning ||
    (first?.tag === 'hour' && (second?.tag === 'today' || isVerb(before.at(-1)))) ||
    // `khách ký nhận đủ 3 kiện lúc 14h` to `Giao hàng`
    (done.isAsked && after.at(-1)?.tag === 'hour') ||
    isEarly(after);
  const either =
    isParticiple || isTold ? undefined : (find(parts, isResult ? 'today' : EITHER) ?? find(after, 'promise'));
  return either ? sense('unclear', [either, done], { isWhen: true }) : null;
}
