import type { Clause, Part } from './clauses.js';
import { judgeDone } from './judge-done.js';
import { judgeObstacle } from './judge-obstacle.js';
import type { Tag } from './lexicon-vi.js';
import { findTime, folded, isSettled, LIGHT, sense, type Sense } from './sense.js';

const ONGOING = new Set<Tag | null>(['doing', 'hedge', 'partial', 'future', 'remain']);

const NOT_BEFORE_ACK = new Set<Tag | null>([
  'neg',
  'doneVerb',
  'otherVerb',
  'done',
  'cond',
  'doubt',
  'obstacle',
  'require',
]);
// What is handed over on a named day is a promise of the result: `thứ 5 em gửi báo cáo`, `tối nay chốt`.
const HANDED_OVER =
  /^(?:nop|gui|trinh|ban giao|nop bao cao|gui bao cao|nop bai|chot|chot so lieu|send|submit|deliver|hand in)$/;
const DAY_AHEAD = /(?:^| )(?:mai|mot|kia|nua|sau|toi|tomorrow|week|tuan)$/;
// `sắp rồi`, `gần tới`: near the end, with no word for what it is the end of.
const NEAR = /^(?:sap|sap sua|gan|sap sap)$/;
/** Where a clause stands: at the end of the text, or the only one. */
export interface Place {
  last: boolean;
  alone: boolean;
}

const NOTHING_SAID: Sense = sense('none', []);

/** Reads one clause. Order matters: what takes a statement back is looked for before the statement itself. */
export function judgeClause(clause: Clause, place: Place): Sense {
  const { parts } = clause;
  if (clause.end !== '?' && parts.every((part) => part.tag === null && part.tokens[0]!.kind !== 'emoji'))
    return NOTHING_SAID;
  if (clause.opener === 'propose') return sense('none', parts.slice(0, 1));
  if (isQuestion(clause, place))
    return sense(
      'question',
      parts.filter((part) => part.tag === 'question'),
    );
  const ambiguous = parts.filter((part) => part.tag === 'ambiguous');
  if (ambiguous.length > 0) return sense('unclear', ambiguous);
  return (
    judgeObstacle(parts) ??
    judgeDone(clause) ??
    judgeOngoing(parts) ??
    judgeAck(parts, place) ??
    judgeBare(clause, place.alone)
  );
}

/** A clause that asks: a question mark, a question word, or `… chưa ạ` / `… không ạ` at its end. */
export function isQuestion(clause: Clause, place: Place): boolean {
  const { parts, end } = clause;
  if (end === '?' || end === '？') return parts.length > 0;
  if (parts.some((part) => part.tag === 'question')) return true;
  const spoken = parts.filter((part) => part.tag !== 'particle' && part.tag !== 'address');
  const last = spoken[spoken.length - 1];
  if (place.last && asksAtEnd(parts)) return true;
  if (last?.tag !== 'neg' || spoken.length < 2 || !place.last) return false;
  const word = last.tokens[last.tokens.length - 1]?.fold;
  if (word === 'khong') return true;
  return (
    word === 'chua' &&
    last.tokens.length === 1 &&
    (spoken.some((part) => part.tag === 'done' || part.tag === 'doneVerb' || part.tag === 'ackVerb') ||
      (place.alone && folded(parts[parts.indexOf(last) - 1]) !== 'thi'))
  );
}

/** `gửi cho phòng nào ạ`, `còn phải nộp gì nữa`: the word that asks comes last, and nothing is denied. */
function asksAtEnd(parts: readonly Part[]): boolean {
  const spoken = parts.filter((part) => part.tag !== 'particle' && part.tag !== 'address');
  const wondering = parts.slice(-3).some((part) => /^(?:vay|the|nhi|ta)$/.test(folded(part)));
  const last = spoken[spoken.length - 1];
  const asks =
    /(?:^| )(?:nao|gi|ai|may)$/.test(folded(last)) && last!.tokens.length <= 2 && spoken.length > 2;
  const wonders =
    wondering &&
    spoken.some((part) => /^(?:ai|bao gio|khi nao|luc nao|nao|hom nao|dau|may)$/.test(folded(part)));
  return (
    (asks || wonders) &&
    !spoken.some(
      (part) => part.tag === 'neg' || part.tag === 'done' || part.tag === 'already' || part.tag === 'past',
    )
  );
}

function judgeOngoing(parts: readonly Part[]): Sense | null {
  const neg = parts.find((part) => part.tag === 'neg');
  const promised = parts.find((part) => part.tag === 'doneVerb' && HANDED_OVER.test(folded(part)));
  const day = findTime(parts);
  const wanted = parts.some((part) => part.tag === 'require' && folded(part) !== 'xin phep');
  if (promised && day && !neg && !wanted && !isSettled(parts)) return sense('next', [day, promised]);
  // `em nhập tiếp`
  const goesOn = parts.findIndex((part, at) => folded(part) === 'tiep' && parts[at - 1]?.tag === 'doneVerb');
  if (goesOn > 0 && !neg && !isSettled(parts)) return sense('underway', parts.slice(goesOn - 1, goesOn + 1));
  const ongoing = parts.find(
    (part, at) => ONGOING.has(part.tag) || isCountLeft(part, parts.slice(at + 1, at + 5)),
  );
  const left = ongoing && (ongoing.tag === 'remain' || ongoing.tag === 'still');
  const denied = neg && parts.indexOf(neg) < parts.indexOf(ongoing!);
  if (!ongoing || (neg && (!left || denied))) return judgeOnly(parts);
  if (ongoing.tag === 'doing') return sense('underway', [ongoing]);
  if (parts.some((part) => part.tag === 'doubt' || part.tag === 'cond')) return null;
  // `mai mới có kết quả`
  const notBefore = parts.find((part) => part.tag === 'partial' || part.tag === 'only');
  if (notBefore && DAY_AHEAD.test(folded(ongoing))) return sense('underway', [ongoing, notBefore]);
  if (/^(?:du kien|expected?)$/.test(folded(ongoing)) && day) return sense('underway', [ongoing, day]);
  if (ongoing.tag === 'future' || ongoing.tag === 'hedge') return judgePromise(parts, ongoing);
  return sense('underway', [ongoing]);
}

/** `mới kiểm tra được 3 trạm`, `chỉ nộp 2 lớp`: so much and no more. */
function judgeOnly(parts: readonly Part[]): Sense | null {
  const at = parts.findIndex((part) => part.tag === 'only');
  const counted = parts
    .slice(at + 1)
    .find((part) => part.tag === 'able' || part.tokens[0]!.kind === 'number');
  return at >= 0 && counted && !parts.some((part) => part.tag === 'neg')
    ? sense('underway', [parts[at]!, counted])
    : null;
}

/** `mai nộp` names a day for the result; `sẽ triển khai ngay` only takes the directive. */
function judgePromise(parts: readonly Part[], promise: Part): Sense | null {
  const verb = parts.find((part) => part.tag === 'doneVerb' || part.tag === 'doing');
  const onlyWill = ['se', 'ngay', 'will', "i'll", "we'll"].includes(folded(promise));
  const dated = parts.some(
    (part) =>
      part.tag === 'timePoint' ||
      part.tokens[0]!.kind === 'date' ||
      (part !== promise && part.tag === 'future'),
  );
  if (promise.tag === 'hedge' && !verb) {
    const rest = parts.filter((part) => part !== promise && !LIGHT.has(part.tag));
    return NEAR.test(folded(promise)) && rest.length === 0 ? sense('underway', [promise]) : null;
  }
  if (verb && (!onlyWill || dated)) return sense('next', [promise, verb]);
  if (onlyWill && (verb || parts.some((part) => part.tag === 'otherVerb'))) return sense('ack', [promise]);
  return null;
}

function judgeAck(parts: readonly Part[], place: Place): Sense | null {
  if (parts.some((part) => part.tag === 'neg')) return null;
  // `học sinh vắng` without marks ends in what may be `vâng`: a bare yes stands first.
  const ack = parts.find(
    (part, at) =>
      isYesSign(part) ||
      (part.tag === 'ack' &&
        (!/^(?:vang|da|u|ok|yes)$/.test(folded(part)) ||
          parts.slice(0, at).every((before) => LIGHT.has(before.tag) || before.tag === 'ack'))),
  );
  if (ack) return sense('ack', [ack]);
  // `da a`: with nothing else said it can only be `dạ`.
  if (place.alone && folded(parts[0]) === 'da' && parts.every((part) => LIGHT.has(part.tag)))
    return sense('ack', parts.slice(0, 1));
  const at = parts.findIndex((part) => part.tag === 'ackVerb');
  // `anh xem giúp em` asks the other side to look.
  if (at < 0 || parts.slice(at).some((part) => part.tag === 'require')) return null;
  const said = !parts.slice(0, at).some((part) => NOT_BEFORE_ACK.has(part.tag));
  return said ? sense('ack', [parts[at]!]) : null;
}

/** `lớp 3 thì chưa`, `… nhưng chưa được`: nothing but a subject and the negation, beside another statement. */
function judgeBare(clause: Clause, alone: boolean): Sense {
  const far = clause.parts.find(
    (part) => part.tag === 'neg' && /^con lau|^far from|^nowhere near/.test(folded(part)),
  );
  if (far) return sense('open', [far]);
  if (!alone) {
    const later = judgeLaterPart(clause.parts);
    if (later) return later;
  }
  const spoken = clause.parts.filter((part) => part.tag !== 'particle' && part.tag !== 'address');
  const last = spoken[spoken.length - 1];
  const bare = last?.tag === 'neg' && /(?:chua(?: duoc)?|not|n't|not yet)$/.test(folded(last));
  return bare &&
    (!alone ||
      clause.opener === 'contrast' ||
      folded(spoken.at(-2)) === 'thi' ||
      clause.parts.some((part) => folded(part) === 'thi'))
    ? sense('open', [last])
    : sense('none', []);
}

/** `khối 9 tối nay`, beside another statement: a part of the work and a time to come, with no verb. */
function judgeLaterPart(parts: readonly Part[]): Sense | null {
  const what = parts.find((part) => part.tag === 'part' || part.tag === 'piece');
  const time = parts.find((part) => part.tag === 'future') ?? findTime(parts);
  const plain = parts.every(
    (part) =>
      part.tag === null ||
      part.tag === 'part' ||
      part.tag === 'piece' ||
      part.tag === 'timePoint' ||
      part.tag === 'future' ||
      LIGHT.has(part.tag),
  );
  return what && time && plain && !isSettled(parts) ? sense('next', [what, time]) : null;
}

/** `còn 3 lớp`, `còn tầm trăm em nữa`. */
function isCountLeft(part: Part, following: readonly Part[]): boolean {
  return (
    part.tag === 'still' &&
    following.some(
      ({ tokens, words }, at) =>
        /^(?:number|percent|ratio)$/.test(tokens[0]!.kind) || (words === 'nua' && at > 0),
    )
  );
}

function isYesSign(part: Part): boolean {
  return part.tokens[0]?.kind === 'emoji' && /^[👍👌🫡🙆]/u.test(part.tokens[0].raw);
}
