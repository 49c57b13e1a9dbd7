import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { isOthers } from './not-ours.js';
import { isShownToOther, passedOn } from './passed-on.js';
import type { Place } from './judge-question.js';
import {
  CONDITIONS,
  DENIALS,
  find,
  indexOf,
  isNumber,
  isSettled,
  isUnknownWord,
  lastSpoken,
  LIGHT,
  PIECES,
  PLAIN_WORK,
  sense,
  tags,
  VERBS,
  type Sense,
} from '../clause/sense.js';

const TIMES = tags('ahead', 'day', 'today', 'within');

const TO_COME = tags('ahead', 'within');
const BEFORE_YES = tags(
  'particle',
  'self',
  'you',
  'yes',
  'ack',
  'past',
  'already',
  'now',
  'is',
  'other',
  'member',
);
const NOT_BEFORE_TAKE = tags(
  ...([
    'notYet',
    'not',
    'cannot',
    'hand',
    'work',
    'draft',
    'prep',
    'complete',
    'if',
    'whenever',
    'maybe',
  ] as const),
  ...([
    'stuck',
    'harm',
    'lack',
    'trouble',
    'must',
    'haveTo',
    'favour',
    'said',
    'believed',
    'noMore',
  ] as const),
);

/** `đã nhận`, `rõ ạ`, `vâng`, 👍: the directive has arrived and is taken. */
export function judgeAck(parts: readonly Part[], place: Place): Sense | null {
  if (find(parts, DENIALS) || find(parts, CONDITIONS) || isShownToOther(parts)) return null;
  const taken = isTakenCareOf(parts) ? find(parts, 'must') : passedOn(parts);
  if (taken) return sense('ack', [taken]);
  const let_ = find(parts, 'letMe');
  // `chờ em 30 phút`
  if (let_) return sense(parts.some(isNumber) ? 'next' : 'ack', [let_]);
  const ack = parts.find((part, at) => {
    if (isYesSign(part) || (part.tag === 'ack' && !find(parts, 'folk', 0, at))) return true;
    // `học sinh vắng` without marks ends in what may be `vâng`: a bare yes stands first.
    return part.tag === 'yes' && parts.slice(0, at).every(isBeforeYes);
  });
  // `dạ nhớ rồi`
  const plain = ack?.tag === 'yes' && place.alone === false ? find(parts, 'ack') : undefined;
  if (plain && parts.every((part) => isBeforeYes(part))) return sense('ack', [plain]);
  // `ok đã giao`: what is done may be the work
  const past = ack?.tag === 'yes' ? indexOf(parts, 'past') : -1;
  if (past >= 0 && parts[past + 1]?.tag === 'prep') return sense('unclear', [parts[past + 1]]);
  // `dạ cho em xin lại file mẫu`
  if (ack?.tag === 'yes' && parts.some((part) => part.tag === 'prep' && foldedWords(part) === 'xin'))
    return null;
  if (ack && (ack.tag !== 'yes' || place.alone || parts.every(isBeforeYes))) return sense('ack', [ack]);
  // `dạ em nhận được công văn rồi`
  const own =
    ack?.tag === 'yes' ? parts.find((part) => part.tag === 'ack' && part.tokens.length > 1) : undefined;
  if (own && !parts.some((part) => NOT_BEFORE_TAKE.holds(part))) return sense('ack', [own]);
  // `được ạ`
  if (find(parts, 'able') && parts.every((part) => BEFORE_YES.holds(part) || part.tag === 'able'))
    return sense('ack', [find(parts, 'able')]);
  const agreed = agreement(parts) ?? (isGranted(parts) ? find(parts, 'able') : undefined);
  if (agreed) return sense('ack', [agreed]);
  const at = indexOf(parts, 'take');
  if (at < 0) return null;
  // `xe hu doc duong` without marks: dọc (along)
  if (
    foldedWords(parts[at]) === 'doc' &&
    parts[at]!.tokens[0]!.marks === '' &&
    parts[at - 1]?.tag !== 'past' &&
    !parts.slice(0, at).every(isBeforeYes)
  )
    return null;
  // `anh xem giúp em` asks the other side to look.
  const asks = find(parts, 'favour', at + 1) ?? (parts[at - 1]?.tag === 'you' && !isSettled(parts));
  // `nghe chị Nga nói xong rồi`
  const heard = foldedWords(parts[at]) === 'nghe' ? find(parts, 'said', at) : undefined;
  if (heard) return sense('unclear', [heard]);
  if (isTakenByOthers(parts, at)) return null;
  // `bà con nhận quà rồi`: others have received it
  if (asks || find(parts, NOT_BEFORE_TAKE, 0, at) || find(parts, 'folk', 0, at)) return null;
  return sense('ack', [parts[at]]);
}

/** `nhà cung cấp nhận lại hết`, `quán nhận làm`, `chị Phượng xác nhận nhận đủ` */
function isTakenByOthers(parts: readonly Part[], at: number): boolean {
  const word = foldedWords(parts[at]);
  // `em mới về nhận việc`: a post, which others held before
  if (word === 'nhan viec' && find(parts, 'newly', 0, at)) return true;
  if (word === 'nhan' && !find(parts, 'past', 0, at) && isOthers(parts.slice(0, at))) return true;
  return word === 'nhan du' && find(parts, 'you', 0, at) !== undefined;
}

/** `dạ trường thống nhất` */
function agreement(parts: readonly Part[]): Part | undefined {
  const last = lastSpoken(parts);
  const isPlain = foldedWords(last) === 'thong nhat' && !isSettled(parts);
  return isPlain && parts.every((part) => part === last || isBeforeYes(part)) ? last : undefined;
}

const isBeforeYes = (part: Part): boolean => BEFORE_YES.holds(part);

/** `em lo`, `tụi em lo nhé` */
const isTakenCareOf = (parts: readonly Part[]): boolean => {
  const at = parts.findIndex((part) => foldedWords(part) === 'lo');
  return (
    parts[at - 1]?.tag === 'self' &&
    parts.slice(0, at).every(isBeforeYes) &&
    parts
      .slice(at + 1)
      // `rồi, em lo`; `em lo rồi` says more.
      .every(
        ({ tag, tokens }) =>
          tag === 'particle' ||
          tag === 'you' ||
          (tag === 'already' && tokens[0]!.start < parts[at]!.tokens[0]!.start),
      )
  );
};

/** `được ạ em làm` */
function isGranted(parts: readonly Part[]): boolean {
  const able = indexOf(parts, 'able');
  const verb = indexOf(parts, VERBS, able + 1);
  const rest = parts.slice(able + 1, verb);
  return (
    parts.slice(0, Math.max(able, 0)).every(isBeforeYes) &&
    able >= 0 &&
    verb === parts.length - 1 &&
    rest.length > 0 &&
    rest.every(isBeforeYes) &&
    find(rest, 'self') !== undefined
  );
}

function isYesSign(part: Part): boolean {
  return part.tokens[0]?.kind === 'emoji' && /^[👍👌🫡🙆]/u.test(part.tokens[0].raw);
}

/** `lớp 3 thì chưa`, `… nhưng chưa được`: nothing but a subject and the denial, beside another statement. */
export function judgeBare(clause: Clause, place: Place): Sense {
  const { parts } = clause;
  if (!place.alone) {
    const later = judgeLaterPart(parts);
    if (later) return later;
  }
  if (isOnlyTime(parts)) return sense('next', [find(parts, TO_COME) ?? find(parts, 'day')]);
  const last = lastSpoken(parts);
  const bare = last?.tag === 'notYet';
  // `chị nhận được file chưa, em gửi rồi đó`
  if (bare && parts[0]?.tag === 'you' && find(parts, 'take')) return sense('question', [last]);
  const isSaid = !place.alone || clause.opener === 'contrast' || find(parts, 'then') !== undefined;
  // `còn lâu`, `not yet` need nothing beside them.
  const isFar = bare && FAR.has(foldedWords(last).split(' ').slice(0, 2).join(' '));
  // `em làm chưa kịp`
  const isFailed = bare && last.tokens.length > 1 && find(parts, VERBS) !== undefined;
  return bare && (isSaid || isFar || isFailed) ? sense('open', [last]) : sense('none', []);
}

const FAR = new Set(['con lau', 'con khuya', 'con chua', 'not yet']);

/** `cỡ 3 bữa nữa`, `mai ạ` */
function isOnlyTime(parts: readonly Part[]): boolean {
  // `tới chiều`
  const [to, day] = parts.filter((part) => part.tag !== 'particle');
  const leads = to?.tag === 'at' && /^(?:den|toi|phai (?:den|toi))$/.test(foldedWords(to));
  if (leads && day?.tag === 'day' && parts.length <= 3) return true;
  const isTime = (part: Part) => TO_COME.holds(part) || LIGHT.holds(part) || part.tag === null;
  const words = parts.filter(isUnknownWord);
  return find(parts, TO_COME) !== undefined && parts.every(isTime) && words.length <= 1;
}

const PLAIN = tags(
  'member',
  'piece',
  'today',
  'within',
  'then',
  'day',
  'ahead',
  'particle',
  'self',
  'you',
  'at',
);

/** `khối 9 tối nay`, beside another statement: a part of the work and a time to come, with no verb. */
function judgeLaterPart(parts: readonly Part[]): Sense | null {
  const what = find(parts, PIECES);
  const time = find(parts, TIMES);
  // `tuần này 3 ca` counts, and says nothing of what is to come.
  if (time?.tag === 'today' && parts.some(isNumber)) return null;
  // `đợt 2 tuần này làm`, `tuyến B chiều đào`
  const last = lastSpoken(parts);
  const isToDo =
    last !== undefined && PLAIN_WORK.holds(last) && (isNumber(parts[1]) || parts[1]?.tag === null);
  const plain = parts.every((part) => part.tag === null || PLAIN.holds(part) || (isToDo && part === last));
  return what && time && plain ? sense('next', [what, time]) : null;
}
