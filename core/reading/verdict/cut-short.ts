import { foldedWords, type Part } from '../clause/part.js';
import { DENIALS, find, isNumber, LIGHT, tags } from '../clause/sense.js';
import type { Statement } from './statement.js';

const OBSTACLES = tags('stuck', 'harm', 'lack', 'suffer');
const NO_SOURCE = tags('already', 'particle', 'self', 'yes', 'is', 'at');
// `hết giờ`, `hết buổi`: the end of a time is no obstacle.
const SPANS = /^(?:gio|ngay|tuan|thang|buoi|ca|viec|dot|han)$/;
const HALTS =
  /^(?:(?:phai|bi|tam|tam thoi|phai tam) (?:dung|ngung|hoan)|tam hoan|dung|dung lai|dung han|ngung|ngung lai|bo ngang|bo do|stopped|halted|suspended|paused|stuck)$/;
const STANDS = /^(?:dung|ngung|ket|tac|stuck|stopped|blocked|halted|suspended|paused)$/;
const PLACE = /^(?:o|tai|at)$/;
const DOING = tags('doing', 'begun', 'further');
const ASKS = /^dang (?:xin|hoi|lien he|doi|cho)$/;

/**
 * `phát được 20/50 hộ thì hết quà`, `dừng ở 60% vì hết xi măng`: begun, and then stopped by what stands in the way. What
 * goes on all the same is not.
 */
export function isCutShort(said: readonly Statement[]): boolean {
  const cut = said.findIndex((one) => one.share === 'partly' && (isBroken(one) || standsAt(one)));
  const halted = cut >= 0 ? cut : said.some(isPartly) ? said.findIndex(isEnd) : -1;
  return halted >= 0 && !said.slice(halted + 1).some(goesAhead);
}

const isPartly = ({ share, sense: { meaning } }: Statement): boolean =>
  share === 'partly' && meaning === 'underway';

/** `thì hết quà`, `rồi kẹt` */
const isThen = (part: Part | undefined, at: number, parts: readonly Part[]): boolean =>
  part?.tag === 'then' ||
  part?.tokens[0]!.fold === 'then' ||
  (part?.tag === 'already' && isStuck(parts[at + 1]));

const isStuck = (part: Part | undefined): boolean =>
  part !== undefined && (part.tag === 'stuck' || part.guesses.includes('stuck'));

/** `được 60% thì máy hỏng`, `8/20 rooms then ran out of paint` */
function isBroken({ clause: { parts } }: Statement): boolean {
  const then = parts.findLastIndex(isThen);
  if (then < 1 || !parts.slice(0, then).some(isShare)) return false;
  return parts
    .slice(then + 1)
    .some(
      (part, at, rest) =>
        OBSTACLES.holds(part) ||
        isStuck(part) ||
        isUsedUp(part, rest[at + 1]) ||
        isStanding(part, rest[at + 1]),
    );
}

/** `được 50% thì đứng` */
const isStanding = ({ tokens }: Part, next: Part | undefined): boolean =>
  tokens.length === 1 && tokens[0]!.raw.toLowerCase() === 'đứng' && (next === undefined || LIGHT.holds(next));

const isShare = (part: Part): boolean => isNumber(part) || part.tag === 'some';

/** `hết quà` */
const isUsedUp = (part: Part, next: Part | undefined): boolean =>
  part.tag === 'every' &&
  foldedWords(part) === 'het' &&
  next?.tokens[0]!.kind === 'word' &&
  (!NO_SOURCE.holds(next) || foldedWords(next) === 'qua') &&
  !SPANS.test(foldedWords(next));

/** `dừng ở 60%`, `stopped at 40%` */
const standsAt = ({ clause: { parts } }: Statement): boolean =>
  parts.some(
    (part, at) =>
      (part.tag === 'stuck' || part.guesses.includes('stuck')) &&
      ((STANDS.test(part.tokens.at(-1)!.fold) &&
        PLACE.test(foldedWords(parts[at + 1])) &&
        isNumber(parts[at + 2])) ||
        (part.tokens.at(-1)!.fold === 'o' && isNumber(parts[at + 1]))),
  );

/** `…, then vaccines ran out` */
const isEnd = (one: Statement): boolean =>
  isHalted(one) ||
  isRestBarred(one) ||
  (isThen(one.clause.parts[0], 0, one.clause.parts) && find(one.clause.parts, OBSTACLES) !== undefined);

/** `còn lại đường sạt không đi được`: of the rest it is said what bars the way. */
const isRestBarred = ({ clause: { parts }, sense: { meaning } }: Statement): boolean =>
  (meaning === 'blocked' || meaning === 'trouble') &&
  foldedWords(parts[0]) === 'con lai' &&
  find(parts, 'harm') !== undefined &&
  find(parts, BARS) !== undefined;

const BARS = tags('notYet', 'not', 'cannot', 'stuck');

/** `mưa to quá phải dừng`: beside a share, so far it came. */
const isHalted = ({ clause: { parts } }: Statement): boolean =>
  parts.some((part) => isStop(part) && HALTS.test(foldedWords(part))) && !find(parts, DENIALS);

/** `dung` and `dung lai` without marks may be đúng, dựng. */
const isStop = ({ tag, tokens, guesses }: Part): boolean =>
  tag === 'stuck' || (guesses.includes('stuck') && /^(?:phai|tam|bi)$/.test(tokens[0]!.fold));

/** `mai làm tiếp`, `đang sửa` */
function goesAhead({ clause: { parts }, sense: { meaning, decided } }: Statement): boolean {
  if (meaning === 'next' || meaning === 'done' || find(parts, 'solved')) return true;
  if (parts.some((part) => DOING.holds(part) && !ASKS.test(foldedWords(part))) && !find(parts, DENIALS))
    return true;
  return meaning === 'ack' && decided[0]?.tag === 'will';
}
