import { isDoneToThing } from './not-quite-done.js';
import { foldedWords, type Clause, type Part } from '../clause/part.js';
import type { Status } from '../reading.js';
import { find, indexOf, isNumber, mayBeVerb, tags } from '../clause/sense.js';
import { isOpen, type Statement } from './statement.js';

const PLAINLY_OPEN = tags(
  'notYet',
  'left',
  'except',
  'doing',
  'begun',
  'wait',
  'haveTo',
  'further',
  'yes',
  'cannot',
);
const OF_IT = tags('member', 'piece', 'resource', 'other');

const REVIEWS = tags('draft', 'again', 'prep');

/**
 * Beside what is done something is plainly open: `nhưng chưa in`, `còn 2 lớp`, `cột đang ghép`. What only may be
 * (`xong cả, một số hộ đi vắng`; `đổ xong, đang bảo dưỡng`) is asked back.
 */
export function decideOpen(said: readonly Statement[], isPartly: boolean): Status | null {
  const done = said.findIndex(({ sense }) => sense.meaning === 'done');
  const isPlain = (one: Statement, index: number): boolean => {
    const [first] = one.sense.decided;
    // `đang sơn, sơn xong mặt trước`
    if (first?.tag === 'doing' && index < done && (isDoneToThing(said[done]!) || isSide(said[done]!)))
      return true;
    if (one.share === 'partly' || !first) return true;
    // `in xong mẫu rồi, đang đi phát từng nhà`
    if (first.tag === 'doing' && index > done && done >= 0 && isNextStep(one, said[done]!)) return true;
    // `6 phòng còn lại đang sơn`
    if (find(one.clause.parts, 'left') && first.tag === 'doing') return true;
    // `trường bạn nộp rồi, trường em thì chiều mới nộp`
    if (one.clause.parts[0]?.tag === 'self' && one.clause.parts[1]?.tag === 'then') return true;
    // `18 bạn đăng ký rồi, em đang rủ thêm`
    if (first.tag === 'doing' && find(one.clause.parts, 'further') && done >= 0 && isSoMany(said[done]!))
      return true;
    // `gặt hết rồi nhưng báo cáo thì em đang cộng số`
    if (one.clause.opener === 'contrast' && first.tag === 'doing' && find(one.clause.parts, 'then'))
      return true;
    // `đi dây xong, sáng mai gắn mắt nữa là hoàn tất`
    if (first.tag === 'is' && find(one.clause.parts, 'more')) return true;
    // `xong mầm non, giờ sang tiểu học`
    if (first.tag === 'now') return true;
    // `họp xong rồi, giờ đang viết biên bản`
    if (first.tag === 'doing' && one.clause.parts[0]?.tag === 'now') return true;
    if (!PLAINLY_OPEN.holds(first)) return false;
    // `làm rồi, còn đang dò lại`
    if (first.tag === 'doing' && /^(?:con|van) /.test(foldedWords(first))) return true;
    return first.tag !== 'doing' || isOther(one.clause, first);
  };
  return isPartly || said.some((one, index) => isOpen(one) && isPlain(one, index)) ? 'in_progress' : null;
}

const READIES =
  /^(?:in|in an|photo|pho to|mua|mua sam|nhan|nhan hang|lay|cho|boc|boc hang|do hang|boc do|van chuyen|khieng|hoi|khao sat|gom|thu|thu gom|thu phieu|tap ket|pha|tron|printed|bought|collected|unloaded)$/;
const AFTERWARDS =
  /^(?:don|don dep|thu don|ve sinh|bao duong|lau|lau chui|rua|cat|tat|khoa|luu|theo doi|in|in an|nghi|nghi ngoi|lam)(?: |$)/;
const GETS_READY = tags('work', 'draft', 'prep', 'take', 'complete');
const NEXT_ACT = tags('work', 'hand', 'draft');
// English says both in one word: `distributing now`.
const NEXT_IN_ENGLISH =
  /^(?:distributing|delivering|handing|posting|putting|hanging|sorting|filling|entering)(?: |$)/;

/** Whether what was got ready (printed, bought, received, asked) is being handed out, put up or entered now. */
function isNextStep({ clause: { parts }, sense }: Statement, { clause: done }: Statement): boolean {
  const readies = done.parts.find((part) => GETS_READY.holds(part) || mayBeVerb(part));
  if (readies === undefined || readies.isAsked || !READIES.test(foldedWords(readies))) return false;
  const doing = sense.decided[0]!;
  if (NEXT_IN_ENGLISH.test(foldedWords(doing))) return true;
  const act = parts.slice(parts.indexOf(doing) + 1).find((part) => foldedWords(part) !== 'di');
  return (
    act !== undefined &&
    (NEXT_ACT.holds(act) || mayBeVerb(act)) &&
    !AFTERWARDS.test(foldedWords(act)) &&
    !find(parts, 'further')
  );
}

const WHOLLY = tags('complete', 'every', 'past');

const isSoMany = ({ clause: { parts } }: Statement): boolean => parts.some(isNumber) && !find(parts, WHOLLY);

const SIDES = /^(?:tren|duoi|trong|ngoai|truoc|sau|phia|ben)$/;

/** `đang sơn tầng trên, dưới trệt xong hết rồi` */
const isSide = ({ clause: { parts } }: Statement): boolean =>
  SIDES.test(foldedWords(parts[0])) && indexOf(parts, 'complete') > 1 && find(parts, 'self') === undefined;

/** `cột đang ghép`: something else of the work; `đang bảo dưỡng` may be what comes after it. */
function isOther({ parts }: Clause, doing: Part): boolean {
  const subject = parts.slice(0, parts.indexOf(doing));
  return subject.some((part) => part.tag === null || OF_IT.holds(part)) || find(parts, REVIEWS) !== undefined;
}
