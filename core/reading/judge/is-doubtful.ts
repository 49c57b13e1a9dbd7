import { isWishOf } from './judge-promise.js';
import { foldedWords, joinedWords, type Clause, type Part } from '../clause/part.js';
import {
  find,
  indexOf,
  isNumber,
  isSettled,
  isUnknownWord,
  isVerb,
  LIGHT,
  OWN_WORK,
  mayBeVerb,
  PIECES,
  PLAIN_WORK,
  tags,
  type Sense,
} from '../clause/sense.js';

const TODAY = tags('today', 'day');
const COMING_TIMES = tags('day', 'within');
const HINTS = tags('some', 'left', 'only', 'ahead', 'will', 'promise', 'maybe', 'said', 'cannot');
const TIMES = tags('today', 'day', 'ago', 'now');
const RISKY = tags('left', 'only', 'except', 'contrast');
const ACTS = tags('hand', 'work', 'draft', 'prep', 'take', 'complete');
const OTHERS = tags('able', 'you');
const NOT_OTHERS = tags('self', 'newly', 'hand', 'work', 'draft');
const DENIES = tags('not', 'noMore');

/** A clause that may take a `done` back, and is not understood well enough to say that it does not. */
export function isDoubtful(clause: Clause, sense: Sense, isLast: boolean): boolean {
  const { parts } = clause;
  if (sense.meaning === 'question') return asksWhetherThis(clause) || isOpenPiece(clause, sense);
  if (sense.meaning !== 'none' || clause.end === '?' || clause.opener === 'propose' || parts.length === 0)
    return false;
  if (isFlaw(parts) || isIfNeeded(parts)) return false;
  if (isWishOf(parts, parts[0]) || isDecided(parts) || isLuck(parts)) return false;
  if (isGoingOn(clause, isLast)) return true;
  // `bàn giao rồi, chưa nhận tiền`
  const open = indexOf(parts, 'notYet');
  if ((open >= 0 && isNeverLate(parts, open)) || isNotForgotten(parts)) return false;
  if (open >= 0 && isOpenBeside(parts, open)) return true;
  // `thuyet minh viet do` without marks: dở (half done)
  if (isVerb(parts.at(-2)) && parts.at(-1)!.tokens.at(-1)!.raw.toLowerCase() === 'do') return true;
  // `gửi rồi ạ, chắc vào mục spam`; `hơi trễ mong anh thông cảm`
  if (isGuessOfPlace(parts) || parts.some((part) => /thong cam$/.test(foldedWords(part)))) return false;
  // `gửi rồi ạ, lúc 7h15 sáng nay`
  if (clause.opener !== 'contrast' && parts.every((part) => TIMES.holds(part) || LIGHT.holds(part)))
    return false;
  return isToCome(parts);
}

/** `phần kế toán chưa rõ` */
const isOpenPiece = ({ parts, end }: Clause, { decided }: Sense): boolean =>
  end !== '?' && /^(?:chua|khong)$/.test(decided[0]?.tokens[0]!.fold ?? '') && indexOf(parts, PIECES) === 0;

const ANEW = /^(?:nua|lai|lai nua|khac)$/;
const WOULD_DO = /(?:^| )(?:dung|xai|lay|tinh) duoc (?:khong|chu)(?: |$)/;

/** `bảo trì hồi tháng 4 rồi mà giờ bảo trì nữa hả anh`, `cái đó dùng được không ạ`: whether what is done is what is asked for. */
function asksWhetherThis({ parts, opener }: Clause): boolean {
  const isAnew = parts.some(({ isAsked }, at) => isAsked && ANEW.test(foldedWords(parts[at + 1])));
  return (opener === 'contrast' && isAnew) || WOULD_DO.test(joinedWords(parts));
}

/** What speaks of the work itself, or takes back what is done. */
function isGoingOn({ parts, opener }: Clause, isLast: boolean): boolean {
  // `chưa có tiền nên việc lắp phai dung lai`
  if (opener === 'so' && parts.some(({ guesses }) => guesses.includes('stuck'))) return true;
  // `máy sửa được rồi, em in tiếp đây`
  const on = indexOf(parts, 'further');
  if (on > 0 && parts[on]!.tokens[0]!.fold === 'tiep' && PLAIN_WORK.holds(parts[on - 1]) && !isSettled(parts))
    return true;
  // `chấm xong bài Toán, Văn còn nguyên`; `ký xong trang cuối, giờ em chạy qua văn thư nộp`
  if ((parts.length > 1 && foldedWords(parts.at(-1)) === 'con nguyen') || isAboutToDo(parts)) return true;
  if (isNothingThere(parts) || parts.some(mayBeGoingOn)) return true;
  // `gửi rồi nhưng phòng chưa nhận được`, `làm rồi nhưng mới cắm tạm`
  if (opener === 'contrast' && isLast && parts.some((part) => TAKES_BACK.mayHold(part))) return true;
  if (isLeftUnsaid(parts)) return true;
  // `web xong, OTA thi em doi ho`: of something else something is said
  return areSomeAway(parts) || (parts[1]?.tag === 'then' && !find(parts, 'fine') && parts.length > 2);
}

/** `môn thầy Dũng xong rồi, môn em thì …`, also without the mark of its last word */
const isLeftUnsaid = (parts: readonly Part[]): boolean =>
  foldedWords(parts.at(-1)) === 'thi' &&
  parts.at(-2)?.tag === 'self' &&
  parts.slice(0, -2).every((part) => isUnknownWord(part) || PIECES.holds(part));

/** What may be still to come, by the hints that stand in it. */
function isToCome(parts: readonly Part[]): boolean {
  // `in ra roi, trua ve cho ba con ky`
  if (find(parts, TODAY) && parts.some(mayBeVerb) && !isSettled(parts)) return true;
  if (RISKY.has(parts[0]!.guesses[0] ?? null) || mayCome(parts)) return true;
  // `con dang do lai`; `co 5 con chua tiem duoc` among words with marks
  if (parts[0]!.guesses.includes('doing') || parts.some(({ guesses }) => guesses.includes('notYet')))
    return true;
  // `2 bình còn hạn tới 6/2026`
  if (parts.some((part) => foldedWords(part) === 'con han') || foldedWords(parts[0]) === 'han') return false;
  // `Anh con 2 lop nua`
  if (parts.some(({ guesses }, at) => guesses.includes('left') && isNumber(parts[at + 1]))) return true;
  if (isSettled(parts)) return false;
  const isWork = find(parts, OWN_WORK) !== undefined || parts.some(mayBeVerb);
  return parts.some(
    (part, at) =>
      (isHint(part, parts) && !DENIES.holds(parts[at - 1])) ||
      (COMING_TIMES.holds(part) && (isWork || !isHour(part))),
  );
}

const STEPS = tags('hand', 'work', 'draft', 'prep');

/** `giờ em chạy qua văn thư nộp`, `em đang chạy xe lên huyện nộp`, `giờ mới lên dự toán`, `giờ đắp lại` */
function isAboutToDo(parts: readonly Part[]): boolean {
  const last = parts.at(-1)!;
  const isNow = parts[0]!.tag === 'now';
  const newly = isNow ? indexOf(parts, 'newly') : -1;
  if (newly > 0 && find(parts, STEPS, newly + 1)) return true;
  if (isSettled(parts)) return false;
  if (isNow && parts.length === 3 && last.tag === 'again') return true;
  const isOnTheWay = isNow ? find(parts, 'self') !== undefined : parts.some(isGoing);
  return isOnTheWay && PLAIN_WORK.holds(last);
}

const isGoing = (part: Part): boolean => /^dang (?:chay|di|tren|mang|cam|len)(?: |$)/.test(foldedWords(part));

const TAKES_BACK = tags('not', 'notYet', 'cannot', 'noMore', 'newly', 'denyAfter');

/** `chạy 24h giữ 3 độ`, `5h sáng có mặt ở cổng`: by the clock alone, and no work of ours. */
const isHour = ({ tokens: [hour] }: Part): boolean => hour!.kind === 'clock';

/** `bàn giao rồi, chưa nhận tiền`; `chưa thấy văn phòng phản hồi` is what others have not done. */
function isOpenBeside(parts: readonly Part[], open: number): boolean {
  const isNone = find(parts, 'which', open) !== undefined && !find(parts, ACTS, open);
  const next = joinedWords(parts.slice(open + 1, open + 3));
  const isAnswer = /^(?:thay|co phan hoi|co hoi am|phan hoi)/.test(next);
  return !isNone && !isAnswer && parts[open + 1]?.tag !== 'suffer';
}

/** `phát xong rồi, có 5 hộ đi vắng`; of a meeting it tells who was not there: `vắng mặt`. */
const areSomeAway = (parts: readonly Part[]): boolean =>
  parts[0]?.tag === 'have' &&
  isNumber(parts[1]) &&
  parts.some((part) => part.tag === 'away' && foldedWords(part) !== 'vang mat');

/** `bà con thống nhất giờ đổ rác 6h tối`: what a meeting decided */
const isDecided = ([who, decided]: readonly Part[]): boolean =>
  who?.tag === 'folk' && /^(?:thong nhat|nhat tri|dong y|bieu quyet)$/.test(foldedWords(decided));

/** `may mà chiều có điện lại nên em nhập xong hết` */
const isLuck = (parts: readonly Part[]): boolean =>
  /^(?:may ma|cung may|may qua)$/.test(foldedWords(parts[0]));

/** `không có máy mà mượn` */
const isNothingThere = ([not, have, what, ...rest]: readonly Part[]): boolean =>
  not?.tag === 'not' && have?.tag === 'have' && NEEDED.holds(what) && rest.some(({ tag }) => tag === 'that');

const NEEDED = tags('resource', 'member');

/** `hop dong dang ky lai` without marks: đang ký or đăng ký */
const mayBeGoingOn = (part: Part, _: number, parts: readonly Part[]): boolean =>
  parts[0]?.tag === 'resource' &&
  foldedWords(part) === 'dang ky' &&
  part.tokens.every(({ marks }) => marks === '') &&
  !isSettled(parts);

const NOT_FORGOTTEN =
  /^(?:dau (?:co|dam)|khong (?:co|dam)|co dau|sao dam|nao dam) (?:quen|de (?:tre|muon|cham|quen)|tre|muon|cham)(?: |$)/;

/** `đâu có quên`, `không dám để trễ` */
const isNotForgotten = (parts: readonly Part[]): boolean => {
  const said = parts.filter((part) => !LIGHT.holds(part));
  return said.length <= 3 && NOT_FORGOTTEN.test(joinedWords(said));
};

/** `chưa bao giờ nộp muộn đâu` */
export function isNeverLate(parts: readonly Part[], at: number): boolean {
  const isNever = /^chua (?:bao gio|lan nao|khi nao)$/.test(foldedWords(parts[at]));
  return (
    isNever && parts.slice(at + 1).some((part) => /^(?:muon|tre|cham|sot|sai|thieu)/.test(foldedWords(part)))
  );
}

/** `thiếu thì em bổ sung`, `sai thì em sửa`: what is offered; `ai chưa nhận được thì báo em`: whom to tell. */
export function isIfNeeded(parts: readonly Part[]): boolean {
  const [fault, then, self, verb] = parts;
  if (fault?.tag === 'which' && then?.tag === 'notYet' && self?.tag === 'take')
    return verb?.tag === 'sayAfter' && parts[4]?.tag === 'self';
  const isFault = fault?.tag === 'lack' || fault?.tag === 'undo';
  return (
    isFault && then?.tag === 'then' && self?.tag === 'self' && verb !== undefined && PLAIN_WORK.holds(verb)
  );
}

const NOT_FLAWS = tags(
  'hand',
  'work',
  'draft',
  'complete',
  'notYet',
  'not',
  'left',
  'lack',
  'member',
  'nearly',
);

/** `chỉ là ảnh hơi mờ`, `trang 2 hơi nhòe`: how well it came out. */
export function isFlaw(parts: readonly Part[]): boolean {
  const rather = parts.findIndex((part) => part.tag === null && part.tokens[0]!.fold === 'hoi');
  return rather >= 0 && isUnknownWord(parts[rather + 1]) && !find(parts, NOT_FLAWS);
}

/** `so lieu lat em gui not`, `cho thu lai` without marks: lát (later), chờ (waiting). */
function mayCome(parts: readonly Part[]): boolean {
  const [first, second] = parts;
  const isWaitLike = first!.tokens.length === 1 && first!.tokens[0]!.raw.toLowerCase() === 'cho';
  // `phat phieu roi, cho phu huynh nop lai`
  const isFor = isWaitLike && (isVerb(second) || (second?.tag === 'folk' && isVerb(parts[2])));
  return isFor || (parts.some(({ guesses }) => guesses.includes('ahead')) && parts.some(isVerb));
}

const NOT_PLACES = tags(
  ...(['hand', 'work', 'draft', 'complete', 'not', 'notYet', 'cannot', 'left', 'more'] as const),
  ...(['ahead', 'day', 'within', 'some', 'nearly', 'every', 'only'] as const),
);
const INTO = /^(?:vo|vao|o|nam|roi|lac)$/;

function isGuessOfPlace(parts: readonly Part[]): boolean {
  return (
    parts[0]?.tag === 'maybe' &&
    INTO.test(foldedWords(parts[1])) &&
    parts.length > 2 &&
    !find(parts, NOT_PLACES)
  );
}

function isHint({ tag }: Part, parts: readonly Part[]): boolean {
  // `mai cô giáo vào được`, `mai chị nhận được bản giấy`: what others can do then
  const ofPart = indexOf(parts, PIECES);
  const isOurs = find(parts, NOT_OTHERS) ?? (ofPart >= 0 && ofPart < indexOf(parts, 'ahead'));
  if (tag === 'ahead' && find(parts, OTHERS) && !isOurs) return false;
  return HINTS.has(tag);
}
