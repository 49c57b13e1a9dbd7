import { foldedWords, type Part } from '../clause/part.js';
import { tags } from '../clause/sense.js';
import { AWAITED, isEdge, isMark, isUnmarked, type Place } from './place.js';

const FOR_WHOM = tags('you', 'resource', 'harm');
const ANSWERS =
  /^(?:phan hoi|tra loi|xac nhan|gop y|dong y|ky|ky nhan|ky xac nhan|duyet|phe duyet|hoi am|rep|cho y kien|y kien)$/;
const WHO = tags('folk', 'you', 'member', 'other', 'resource', 'particle');
const mostWords = 4;

/** `gui roi, cho ho phan hoi` for chờ: whoever is to answer is not given the answer. */
function isAnswerAwaited({ parts, at, before }: Place): boolean {
  if (!isEdge(before) && before!.tag !== 'left') return false;
  const answers = parts.findIndex((part, index) => index > at + 1 && ANSWERS.test(foldedWords(part)));
  const who = parts.slice(at + 1, answers);
  return (
    answers > 0 &&
    who.length <= mostWords &&
    who.every(
      (part) => isUnmarked(part.tokens[0]!) && (part.tag === null || WHO.holds(part)) && !isMark(part),
    ) &&
    (isEdge(parts[answers + 1]) || LIGHT_END.holds(parts[answers + 1]))
  );
}

const ENDED = tags('already', 'complete', 'left', 'doing', 'past', 'notYet');

/** `em gui mail cho phong giao duc` for cho: to whom it is sent; `gui roi cho phong duyet` is chờ. */
export function isGivenTo({ tokens }: Part, { parts, at }: Place): boolean {
  if (tokens[0]!.fold !== 'cho' || !isUnmarked(tokens[0]!)) return false;
  const before = parts.slice(Math.max(0, at - 3), at);
  const gives = before.findLastIndex(({ tag }) => tag === 'hand');
  return gives >= 0 && !before.slice(gives).some((part) => isMark(part) || ENDED.holds(part));
}

const LIGHT_END = tags('particle', 'you', 'more', 'again');

/** Whether `cho` stands where something is awaited. */
export function isAwaited(part: Part, place: Place): boolean {
  const { before, next } = place;
  if (part.tokens.length === 1 && isAnswerAwaited(place)) return true;
  // `soan xong, cho truong phong xem`
  if (before && isMark(before) && isUnmarked(before.tokens[0]!) && next && FOR_WHOM.holds(next))
    return isUnmarked(next.tokens[0]!);
  const doing = before?.tag === 'doing' ? before.tokens.at(-1)! : undefined;
  if (doing?.fold !== 'dang' || !isUnmarked(doing)) return false;
  return part.tokens.length > 1 || AWAITED.holds(next);
}
