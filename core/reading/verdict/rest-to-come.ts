import { isAskedToCome } from './asked-to-come.js';
import { foldedWords, joinedWords, type Part } from '../clause/part.js';
import {
  ANY_TIME,
  CONDITIONS,
  find,
  indexOf,
  isNumber,
  isSettled,
  isUnknownWord,
  isVerb,
  LIGHT,
  PERSONS,
  PLAIN_WORK,
  tags,
  VERBS,
} from '../clause/sense.js';
import { isArriving, isNextInTurn, isPlaceLater } from './rest-in-english.js';
import type { Statement } from './statement.js';

/**
 * Whether beside what is done something else of the work is still to come: `đề ra xong rồi, đáp án tối em làm`, `sân trước
 * xong, vườn sau cỏ còn ngập`, `group A finished, group B is this weekend`.
 */
export function hasRestToCome(said: readonly Statement[]): boolean {
  const done = said.findIndex(isDoneOf);
  if (done < 0) return false;
  if (said.some(isSoManyDone) && said.slice(done + 1).some(isNextBeside)) return true;
  return isAskedToCome(said, done + 1) || said.slice(done + 1).some((one) => isRest(one, said[done]!));
}

const isSoManyDone = ({ clause: { parts }, sense: { meaning } }: Statement): boolean =>
  meaning === 'done' && parts.some(isNumber) && !find(parts, 'every');

/** `làm xong 2 tủ, tu thu ba dang cat dien de lau`: the next of them is being done, whatever that takes. */
function isNextBeside({ clause: { parts }, sense: { meaning } }: Statement): boolean {
  const doing = meaning === 'trouble' ? indexOf(parts, 'doing') : -1;
  return doing >= 0 && find(parts, PLAIN_WORK, doing) !== undefined;
}

const MISSING = tags('lack', 'left');
const GETS = /^(?:mua|lay|nhap|dat|kiem|mua them|lam|nop|gui|phat|thay|lap|in|ke)(?: |$)/;

/** `còn thiếu mì tôm ngày mai mua thêm`: what is missing, and when it is got. */
function isMissingForLater(parts: readonly Part[]): boolean {
  const missing = indexOf(parts, MISSING, 0, 3);
  const time = missing < 0 ? -1 : indexOf(parts, ON_A_DAY, missing + 1);
  return time > 0 && !isSettled(parts) && parts.slice(time + 1).some((part) => GETS.test(foldedWords(part)));
}

const isDoneOf = ({ sense: { meaning, ofPart } }: Statement): boolean =>
  meaning === 'done' || (meaning === 'unclear' && ofPart);

const NO_REST = new Set(['done', 'ack', 'clean', 'undone', 'unclear', 'supposed']);

function isRest({ clause: { parts, opener }, sense: { meaning } }: Statement, done: Statement): boolean {
  if (isOneThenOther(parts)) return true;
  if (isMissingForLater(parts)) return true;
  if (meaning === 'ack' && isDelivered(parts, done.clause.parts)) return true;
  if (NO_REST.has(meaning) || opener === 'cause' || opener === 'propose' || find(parts, CONDITIONS))
    return false;
  if (isArriving(parts) || isNextInTurn(parts) || isPlaceLater(parts)) return true;
  if (isSettled(parts)) return false;
  return (
    isFinishing(parts) ||
    isMovedOn(parts, done) ||
    isStillDirty(parts) ||
    isNamedForLater(parts, done) ||
    isLater(parts, done)
  );
}

function isLater(parts: readonly Part[], { clause }: Statement): boolean {
  const time = indexOf(parts, ON_A_DAY, 0, 2);
  if (time < 0) return false;
  const rest = parts.slice(time + 1);
  return (
    isOwnVerbLater(rest, clause.parts) || isGoingOn(rest, clause.parts) || isDelivered(parts, clause.parts)
  );
}

/** `chiều nay dán ảnh rồi phát`: that `rồi` leads from one act to the next. */
function isOneThenOther(parts: readonly Part[]): boolean {
  const then = indexOf(parts, 'already');
  return (
    ON_A_DAY.holds(parts[0]) &&
    then > 1 &&
    foldedWords(parts[then]) === 'roi' &&
    isVerb(parts[then + 1]) &&
    parts.slice(then + 2).every((part) => LIGHT.holds(part))
  );
}

const ON_A_DAY = tags('ahead', 'day');

/** `đào hố xong, chiều xe chở cây tới thì trồng` to `Trồng cây`: what the title asks for is done only then. */
function isOwnVerbLater(rest: readonly Part[], done: readonly Part[]): boolean {
  const then = indexOf(rest, ONLY_THEN);
  return then >= 0 && rest.slice(then).some(isAskedFor) && !done.some(isAskedFor);
}

const isAskedFor = ({ isAsked }: Part): boolean => isAsked;

const GOES = /^(?:toi|den|sang|qua|vao|vo|len|xuong|ra|di)$/;
const GROUPS = tags('member', 'piece', 'folk');
const OFFICES =
  /^(?:huyen|tinh|so|phong|van phong|uy ban|ubnd|kho bac|benh vien|tram|bo|cuc|chi cuc|thue|xa|phuong|truong|cong ty)$/;

/** `thôn Nà Lốc cân rồi, mai vào bản trong`: from those who had it to the next. */
function isGoingOn([go, ...what]: readonly Part[], done: readonly Part[]): boolean {
  return (
    GOES.test(foldedWords(go)) &&
    what.some((part) => GROUPS.holds(part)) &&
    what.every((part) => isNamed(part) || GROUPS.holds(part) || LIGHT.holds(part)) &&
    !what.some((part) => OFFICES.test(foldedWords(part))) &&
    // `trường em nộp rồi`: who says it
    done.some((part, at) => GROUPS.holds(part) && !PERSONS.holds(done[at + 1]))
  );
}

const ORDERS = /(?:^| )(?:dat|dat hang|dat mua|goi|goi tho|keu|keu tho|lien he|order|chot don)$/;
const OTHERS =
  /^(?:ho|tho|nguoi ta|nguoi|ben do|ben kia|ben|nha xe|shop|quan|dai ly|cua hang|nha in|cong ty|hang|xe|hang se)$/;
const DELIVERS =
  /^(?:giao|cho|chuyen|dua|ship|toi|qua|den|ve|lap|sua|giao hang|mang|mang toi|cho toi)(?: |$)/;

/** `đặt hàng rồi, mai họ giao` to `Mua văn phòng phẩm`: what was ordered is not there. */
const isDelivered = (parts: readonly Part[], done: readonly Part[]): boolean =>
  isOthersToCome(parts) && done.some((part) => part.tag !== 'complete' && ORDERS.test(foldedWords(part)));

/** `thuốc đặt rồi mà nhà cung cấp báo hết hàng` */
export function isSoldOut(said: readonly Statement[]): boolean {
  const done = said.findIndex(
    ({ clause: { parts }, sense: { meaning } }) =>
      meaning === 'done' && !find(parts, 'complete') && parts.some((part) => ORDERS.test(foldedWords(part))),
  );
  return (
    done >= 0 &&
    said
      .slice(done + 1)
      .some(({ sense: { meaning, decided } }) => meaning === 'blocked' && decided[0]?.tag === 'lack')
  );
}

/** `mai họ giao`, `chiều người ta chở qua` */
export function isOthersToCome(parts: readonly Part[]): boolean {
  const who = indexOf(parts, ON_A_DAY, 0, 2) + 1;
  return (
    who > 0 &&
    OTHERS.test(foldedWords(parts[who])) &&
    parts.slice(who + 1, who + 4).some((part) => DELIVERS.test(foldedWords(part)))
  );
}

const TO_NEXT = /^(?:toi|den|sang|qua)$/;

/** `xong mâm ngũ quả, giờ tới bánh chưng`: from one thing to the next */
function isMovedOn([now, to, ...what]: readonly Part[], { clause: { parts } }: Statement): boolean {
  const isThing = (part: Part): boolean => isNamed(part) || LIGHT.holds(part);
  const last = parts.findLast((part) => !LIGHT.holds(part));
  const isOfThing = find(parts, 'complete') !== undefined && last !== undefined && isNamed(last);
  return (
    isOfThing &&
    now?.tag === 'now' &&
    TO_NEXT.test(foldedWords(to)) &&
    what.some(isNamed) &&
    what.every(isThing)
  );
}

/** `quầy mỹ phẩm tối em thay nốt`; without marks `not` at the end behind a verb */
function isFinishing(parts: readonly Part[]): boolean {
  const last = parts.findLastIndex((part) => !LIGHT.holds(part));
  const isRest = parts[last]?.tag === 'further' && parts[last].tokens[0]!.fold === 'not';
  return isRest && parts.slice(0, last).some((part) => isVerb(part) || part.isAsked);
}

const DIRT =
  /^(?:ngap|bun|rac|ban|do|bua|bua bon|co|dong|dong nuoc|ngon ngang|um tum|day rac|lay loi|lam lem)(?: |$)/;

/** `vườn sau cỏ còn ngập đầu gối`, `tang 1 con bun` */
function isStillDirty(parts: readonly Part[]): boolean {
  const left = parts.findIndex((part) => part.tokens.some(({ fold }) => fold === 'con'));
  if (left < 0 || left > 4 || find(parts, 'self')) return false;
  const still = parts[left]!.tokens.map(({ fold }) => fold);
  const rest = [...still.slice(still.lastIndexOf('con') + 1), ...parts.slice(left + 1).map(foldedWords)];
  return DIRT.test(rest.join(' '));
}

const TIMES = tags('ahead', 'day', 'within', 'today');
const TOPICS = tags(null, 'member', 'piece', 'resource', 'other', 'work', 'draft', 'particle', 'at', 'then');
const NAMES = tags('member', 'piece', 'resource', 'other');
// What follows the work and is no part of it.
const NO_PARTS =
  /^(?:anh|hinh|hinh anh|clip|video|bien ban|hoa don|chung tu|bien lai|dau|con dau|chu ky|ban (?:cung|goc|mem|giay|scan)|giay to|ket qua|tien|luong|le|tiec|khai mac|cam on|chuc|moi|photos?|pictures?|receipts?|stamp|signature)(?: |$)/;

/** `đáp án tối em làm`, `lý lịch thì mai`, `lớp 5 tuổi họp chủ nhật`: another thing, and a time to come. */
function isNamedForLater(parts: readonly Part[], done: Statement): boolean {
  if (areOthersLater(parts)) return true;
  const time = indexOf(parts, TIMES);
  if (time < 1 || !isNamed(parts[0]!) || NO_PARTS.test(joinedWords(parts.slice(0, 2)))) return false;
  const topic = parts.slice(0, time);
  if (!topic.every((part) => TOPICS.holds(part) || isNumber(part))) return false;
  const rest = parts.slice(time + 1);
  // `bánh thì chiều người ta giao`
  if (topic.at(-1)!.tag === 'then' && find(rest, VERBS)) return true;
  // `mắt cam mai mới gắn`, `cây mai về thì trồng`
  if (find(parts, ANY_TIME) && find(rest, ONLY_THEN)) return true;
  if (rest.some((part) => PLAIN_WORK.holds(part) || part.isAsked))
    return find(rest, 'self') !== undefined || find(parts, ANY_TIME) !== undefined;
  const isLast = rest.every((part) => LIGHT.holds(part) || TIMES.holds(part) || part.tag === null);
  return isLast && (topic.at(-1)!.tag === 'then' || done.sense.ofPart || isAlike(topic, done.clause.parts));
}

/** `mấy điểm kia trưa dán` */
function areOthersLater(parts: readonly Part[]): boolean {
  const time = indexOf(parts, TIMES);
  const [some, what, kia] = parts;
  return (
    time === 3 &&
    /^(?:may|cac|nhung)$/.test(foldedWords(some)) &&
    isNamed(what!) &&
    foldedWords(kia) === 'kia' &&
    PLAIN_WORK.holds(parts[4])
  );
}

const ONLY_THEN = tags('newly', 'then');

const isNamed = (part: Part): boolean => isUnknownWord(part) || isNumber(part) || NAMES.holds(part);

/** Things of one kind: `lớp 3 tuổi` and `4 với 5 tuổi`. */
function isAlike(topic: readonly Part[], done: readonly Part[]): boolean {
  if (isNumber(topic[0]) && done.some(isNumber)) return true;
  return topic.some(
    (part) => !LIGHT.holds(part) && done.some((one) => foldedWords(one) === foldedWords(part)),
  );
}
