import { findPlan } from './judge-and-then.js';
import { isOthers } from './not-ours.js';
import { foldedWords, type Part } from '../clause/part.js';
import {
  find,
  FUTURE,
  indexOf,
  isNumber,
  isSettled,
  isUnknownWord,
  isVerb,
  mayBeVerb,
  ORDERS,
  OWN_WORK,
  PERSONS,
  sense,
  tags,
  VERBS,
  type Sense,
} from '../clause/sense.js';

const PROMISES = tags('will', 'promise');
export const TIMES = tags('ahead', 'day', 'today', 'within');
const DAYS = tags('ahead', 'day');

/** `chiều nay tụi em súc bể`: whatever the word is, between who does it and what it is done to. */
function isActing(parts: readonly Part[]): boolean {
  const [time, who, act, what] = parts;
  return DAYS.holds(time) && who?.tag === 'self' && isUnknownWord(act) && isUnknownWord(what);
}

const VOWS = /^(?:cam ket|xin cam ket|xin hua|hua|quyet tam)$/;

/** A verb, or what may be one without its marks. */
function findVerb(parts: readonly Part[]): Part | undefined {
  return find(parts, OWN_WORK) ?? find(parts, VERBS) ?? parts.find(mayBeVerb);
}

/** `mai nộp` names a day for the result; `sẽ triển khai ngay` only takes the directive. */
export function judgePromise(parts: readonly Part[]): Sense | null {
  const verb = findVerb(parts);
  const time = find(parts, TIMES);
  const promise = find(parts, FUTURE);
  // `để mai em làm`
  const must = indexOf(parts, ORDERS);
  if (must >= 0 && !find(parts, PROMISES) && !TIMES.holds(parts[must + 1])) return null;
  if (willHave(parts)) return sense('next', [find(parts, 'will'), find(parts, ENGLISH_TIMES)]);
  if (isSettled(isAndThen(parts) ? parts.filter((part) => part.tag !== 'already') : parts)) return null;
  // `vâng em sẽ nộp đầy đủ`
  if (promise?.tag === 'will' && verb && !time) return sense('ack', [promise]);
  if (areOthersAsked(parts, promise)) return null;
  // `mai gọi tiếp`
  if (time && find(parts, 'further')) return sense('next', [time, verb]);
  const dated = datedVerb(parts) ?? othersThen(parts) ?? thereBy(parts);
  if (dated) return sense('next', dated);
  // `mai triển khai` only takes it
  const isAppointed = promise !== undefined && foldedWords(promise) === 'hen' && !find(parts, 'self');
  if (isCallBack(parts, verb) || isWishOf(parts, promise)) return null;
  if (verb?.tag === 'prep' && promise)
    return sense(isAppointed || (time && find(parts, 'every')) ? 'next' : 'ack', [promise, verb]);
  if (!verb && time && !promise?.tag?.startsWith('promise') && isActing(parts)) return sense('next', [time]);
  // `thứ 7 này họp` to `Họp xã viên`
  const isAsked =
    verb?.isAsked === true && time !== undefined && parts.indexOf(time) === 0 && time.tag !== 'today';
  const isOurs = isAsked || verb?.tag === 'hand' || (verb && find(parts, 'self', 0, parts.indexOf(verb)));
  // `gửi bưu điện sáng nay` tells what was, `sáng nay em gửi` what will be.
  const isTold = time?.tag === 'today' && verb && parts.indexOf(time) > parts.indexOf(verb);
  // `gửi luôn trong chiều` may tell either.
  const isEither =
    time?.tag === 'day' &&
    verb &&
    !promise &&
    !find(parts, 'self') &&
    parts.indexOf(time) > parts.indexOf(verb);
  if (isEither && verb.tag === 'hand')
    return sense('unclear', [time, verb], { isWhen: namesHour(parts, time) });
  if (time && verb && !isTold && (promise || isOurs)) return sense('next', [time, verb]);
  if (time && promise && promise.tag !== 'will' && promise !== time)
    return sense('underway', [promise, time]);
  // `mai mới có kết quả`
  if (time && time.tag !== 'today' && find(parts, 'newly', parts.indexOf(time)))
    return sense('underway', [time]);
  // `em xử lý ngay`
  const atOnce = find(parts, 'onTime');
  if (!time && !promise && verb && find(parts, 'self') && atOnce?.tokens[0]!.fold === 'ngay')
    return sense('ack', [verb, atOnce]);
  return promise ? judgeVow(parts, promise, verb, time) : null;
}

/** `gửi mail chị lúc 14h20 ngày 12/9` */
const namesHour = (parts: readonly Part[], time: Part): boolean =>
  time.tokens.at(-1)!.kind === 'clock' || find(parts, 'hour') !== undefined;

/** `mọi người cố gắng nộp đủ nhé` */
function areOthersAsked(parts: readonly Part[], promise: Part | undefined): boolean {
  const who = find(parts, PERSONS);
  return who?.tag === 'you' && promise?.tag === 'promise' && parts.indexOf(who) < parts.indexOf(promise);
}

/** `mong anh duyệt sớm` */
export const isWishOf = (parts: readonly Part[], wish: Part | undefined): boolean =>
  /^(?:(?:kinh )?mong|h[iy] vong)$/.test(foldedWords(wish)) && parts[parts.indexOf(wish!) + 1]?.tag === 'you';

/** `lát em nhắn lại` */
const isCallBack = (parts: readonly Part[], verb: Part | undefined): boolean =>
  /^(?:goi|nhan|alo|goi dien)$/.test(foldedWords(verb)) && parts[parts.indexOf(verb!) + 1]?.tag === 'again';

/** `em cam kết học nghiêm túc`, `phấn đấu nộp`, `sẽ làm ngay` */
function judgeVow(
  parts: readonly Part[],
  promise: Part,
  verb: Part | undefined,
  time: Part | undefined,
): Sense | null {
  const isOwn = parts[0]?.tag === 'self' || parts[0] === promise;
  if (!verb && !time && isOwn && VOWS.test(foldedWords(promise))) return sense('ack', [promise]);
  if (promise.tag === 'promise' && verb) return sense('next', [promise, verb]);
  return promise.tag === 'will' && (verb || time === undefined) ? sense('ack', [promise]) : null;
}

/** English `you will have the list tomorrow`, `will have the report to you by noon`, `will be ready by Thursday` */
const willHave = (parts: readonly Part[]): boolean => {
  const will = indexOf(parts, 'will');
  if (will < 0 || !find(parts, ENGLISH_TIMES)) return false;
  const next = foldedWords(parts[will + 1]);
  return next === 'have' || (/ be$/.test(foldedWords(parts[will])) && READY.test(next));
};

const READY = /^(?:ready|available|there|in)$/;
const ENGLISH_TIMES = tags('ahead', 'day', 'today');

/** `chiều em qua kho coi rồi làm luôn`: and then */
function isAndThen(parts: readonly Part[]): boolean {
  const then = indexOf(parts, 'already');
  return findPlan(parts, then) !== undefined && isVerb(parts[then + 1]) && !find(parts, SETTLING);
}

const SETTLING = tags('past', 'just', 'ago', 'complete', 'notYet');

const DATES = /^(?:ngay|mung|mong|hom)$/;

const WHO = tags('self', 'member', 'other');

/** `ngày 20 tiêm`, `ngày 20 ban kiểm soát làm`: a date and what will be done then. */
function datedVerb(parts: readonly Part[]): Part[] | null {
  if (!isNumber(parts[1]) || !DATES.test(foldedWords(parts[0]))) return null;
  const who = parts.slice(2, 5).findIndex((part) => !WHO.holds(part));
  const verb = parts[who < 0 ? 5 : who + 2];
  const isVerb = OWN_WORK.holds(verb) && verb!.tag !== 'complete';
  return isVerb ? [parts[0]!, verb!] : null;
}

const ARRIVES = /^(?:qua|toi|den|len|xuong|vao|vo|ra)$/;

/** `thứ 4 họ vào làm`, `chiều họ qua`: others will do it then. */
function othersThen(parts: readonly Part[]): Part[] | null {
  if (!DAYS.holds(parts[0])) return null;
  const verb = find(parts, OWN_WORK, 2);
  const comes = parts.slice(2, 4).find((part) => ARRIVES.test(foldedWords(part)));
  if (comes && isOthers(parts.slice(1, 2))) return [parts[0]!, comes];
  return verb && isOthers(parts.slice(1, 3)) ? [parts[0]!, verb] : null;
}

const THEN = tags('ahead', 'day', 'more');
const COMES = /^(?:co|ve|toi|den)$/;

/** `30p nữa có`, `thứ 5 về`: when it will be there. */
function thereBy(parts: readonly Part[]): Part[] | null {
  const at = indexOf(parts, THEN, 0, 3);
  if (at < 0) return null;
  const comes = parts.slice(at + 1, at + 3).findLastIndex((part) => COMES.test(foldedWords(part)));
  const end = at + 1 + comes;
  const isLast = comes >= 0 && parts.slice(end + 1).every(({ tag }) => tag === 'particle' || tag === 'you');
  return isLast ? [parts[at]!, parts[end]!] : null;
}
