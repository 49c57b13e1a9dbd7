import { isHarmless } from './harmless.js';
import { foldedWords, type Part } from '../clause/part.js';
import { judgeDone } from './judge-done.js';
import { isOverNow } from './overcome.js';
import { findFailure, findLack } from './find-lack.js';
import { findWorkedOn, isNameOfPaper, isPlaceOfHarm, isWhoItIsFor, withoutDamage } from './worked-on.js';
import {
  DENIALS,
  DOUBTS,
  find,
  indexOf,
  isNoMoreThan,
  isNumber,
  isSettled,
  isUnknownWord,
  LIGHT,
  PIECES,
  PLAIN_WORK,
  sense,
  tags,
  VERBS,
  withName,
  type Sense,
} from '../clause/sense.js';

const OBSTACLES = tags('stuck', 'trouble', 'harm', 'lack', 'wait');
const HARD = tags('stuck', 'lack', 'wait');
const LINKS = tags(
  'have',
  'left',
  'suffer',
  'which',
  'particle',
  'every',
  'member',
  'resource',
  'folk',
  'self',
  'you',
  'some',
);
const NAMED = tags('stuck', 'trouble', 'harm');
const LEADS_ON = tags('is', 'then', 'sayAfter');

/** What a clause says of obstacles: in the way, lacking, denied, or overcome. */
export function judgeObstacle(parts: readonly Part[]): Sense | null {
  const told = withoutDamage(parts);
  if (told) return judgeDone(told) ?? sense('none', []);
  const failed = findLack(parts) ?? findFailure(parts);
  const at = indexOf(parts, OBSTACLES);
  const first = failed ? parts.indexOf(failed[0]!) : at;
  // `chưa đi rà được bữa nào`: not once
  const end = failed && parts.at(-1)!.tag === 'whenever' ? parts.length - 1 : undefined;
  if (first >= 0 && find(parts, DOUBTS, 0, at < 0 ? end : Math.min(at, first))) return null;
  if (find(parts, 'solved')) return judgeDone(parts) ?? sense('clean', []);
  if (isRest(parts)) return sense('underway', [parts[first] ?? parts[at]], { names: parts[first]! });
  if (failed && isWhoItIsFor(parts, parts.indexOf(failed[0]!))) return null;
  if (failed) {
    const done = judgeDone(parts.slice(0, parts.indexOf(failed[0]!)));
    return done?.meaning === 'done' && !failed.some((part) => part.tag === 'able')
      ? withName(done, failed[0]!)
      : sense('blocked', failed, { names: failed[0]! });
  }
  if (at < 0) return judgeSuffered(parts);
  // `còn bản đồ ngập chưa vẽ`: what is left to do, whatever it is called
  const leads = parts[0]!.tag === 'left' && parts[at]!.tag === 'harm';
  if (leads && find(parts, PLAIN_WORK, indexOf(parts, 'notYet', at) + 1) && indexOf(parts, 'notYet', at) > 0)
    return null;
  if (isHarmless(parts, at)) return sense('clean', [parts[at]]);
  // `hết dột rồi`
  const isOver =
    foldedWords(parts[at - 1]) === 'het' && parts[at]!.tag === 'harm' && !find(parts, DENIALS, 0, at);
  if (isOver) return judgeDone(parts.slice(0, at - 1)) ?? sense('clean', [parts[at - 1], parts[at]]);
  // `sáng mất điện giờ có lại rồi`
  if (isOverNow(parts, at + 1)) return judgeDone(parts.slice(0, at)) ?? sense('clean', []);
  // `chở gạo vào vùng lũ`, `dò chỗ rò rỉ`: where the work is
  if (isPlaceOfHarm(parts, at) || isNameOfPaper(parts, at)) return null;
  const denial = findDenial(parts, at);
  if (denial >= 0)
    return judgeDone(parts.slice(0, denial)) ?? judgeDone(parts.slice(at + 1)) ?? sense('clean', []);
  // `chỉ chờ đoàn tới`
  const onlyWaits = parts[at]!.tag === 'wait' && parts[at - 1]?.tag === 'only';
  if (onlyWaits || waitsForTheRest(parts, at)) return sense('underway', [parts[at]!], { names: parts[at]! });
  const left = indexOf(parts, 'left', 0, at);
  // `còn cột cuối ngõ dây đứt`, `còn 2 phòng dột`
  const isOneLeft = left === 0 && at > 2 && parts[at]!.tag === 'harm' && PIECES.holds(parts[at - 1]);
  if (left >= 0 && NAMED.holds(parts[at]) && (isOneLeft || parts.slice(left, at).some(isNumber)))
    return sense('underway', [parts[left]!, parts[at]!], { names: parts[at]! });
  if (isCountLeft(parts, at)) return sense('underway', [parts[at]!], { names: parts[at]! });
  return judgeNamed(parts, at);
}

/** `còn 2 em đang đợi phụ huynh ký`, `còn 3 cái thiếu bạt`: so many are left, whatever holds them up. */
function isRest(parts: readonly Part[]): boolean {
  const at = parts.findIndex((part) => !LIGHT.holds(part));
  const left = parts[at];
  // `4 bộ còn đợi công chứng`
  if (isNumber(left)) return parts.slice(at + 1, at + 4).some(isStillWaiting);
  // `còn mấy cháu ốm`
  const isSome = left?.tag === 'left' && /^con (?:may|vai|mot)/.test(foldedWords(left));
  return (isSome && WHO.holds(parts[at + 1])) || (left?.tag === 'left' && isNumber(parts[at + 1]));
}

const WHO = tags('self', 'you', 'folk', 'member');

const isStillWaiting = ({ tag, tokens }: Part): boolean =>
  tag === 'wait' && tokens.length > 1 && /^(?:con|van)$/.test(tokens[0]!.fold);

/** `đèn bị cháy 1 bóng`: whatever it is, it is nothing good. */
function judgeSuffered(parts: readonly Part[]): Sense | null {
  const at = indexOf(parts, 'suffer');
  const what = parts[at + 1];
  if (at < 0 || what?.tokens[0]!.kind !== 'word' || find(parts, DENIALS)) return null;
  if (judgeDone(parts) ?? find(parts, DOUBTS)) return null;
  const doing = findWorkedOn(parts, at);
  if (doing) return sense('underway', [doing], { names: parts[at]! });
  return sense('trouble', [parts[at], what], { names: parts[at]! });
}

/** An obstacle that is named: beside what is done it is noted; hard or not it is in the way of all else. */
function judgeNamed(parts: readonly Part[], at: number): Sense | null {
  const obstacle = parts[at]!;
  const before = judgeDone(parts.slice(0, at));
  // `bên chị làm xong chưa cho em tham khảo`
  if (parts[at - 1]?.tag === 'complete' && foldedWords(obstacle) === 'chua cho')
    return sense('question', [parts[at - 1], obstacle]);
  // `thay xong bóng đèn hỏng`: what the work was done to.
  if (before?.meaning === 'done' && isHeldUp(parts, at))
    return sense('unclear', [...before.decided, obstacle]);
  if (before?.meaning === 'done') return obstacle.tag === 'harm' ? before : withName(before, obstacle);
  if (!HARD.holds(obstacle) && find(parts, 'wish')) return sense('none', []);
  // `khó hoàn thành`, `chậm nộp`
  const next = parts[at + 1];
  if (obstacle.tag === 'trouble' && next && VERBS.holds(next) && !isSettled(parts))
    return sense('trouble', [obstacle, next], { names: obstacle });
  // `không ai chịu đăng ký hết`
  if (obstacle.tag === 'stuck' && next && VERBS.holds(next) && /^(?:khong|chua) /.test(foldedWords(obstacle)))
    return sense('blocked', [obstacle, next], { names: obstacle });
  // `em đang làm chậm thôi`
  const slow = /^cham/.test(foldedWords(obstacle)) ? find(parts, 'doing', 0, at) : undefined;
  if (slow) return sense('underway', [slow], { names: obstacle });
  // `dang che bat cho may ho tren dinh` without marks: cho, for
  const acting = obstacle.tag === 'wait' && isUnmarkedFor(obstacle) ? indexOf(parts, 'doing', 0, at) : -1;
  if (acting >= 0 && find(parts, VERBS, acting, at)) return sense('underway', [parts[acting]]);
  const workedOn = findWorkedOn(parts, at);
  if (workedOn) return sense('underway', [workedOn], { names: obstacle });
  const whole = judgeDone(parts);
  // `lỗi 2 đang tìm nguyên nhân`
  const doing = HARD.holds(obstacle) ? undefined : find(parts, 'doing', at + 1);
  if (doing) return sense('underway', [doing], { names: obstacle });
  // `chờ tổ 3 đã xong`, `không có ai đã làm`
  if (whole?.meaning === 'done' && obstacle.tag === 'wait' && parts.slice(0, at).every(isLight))
    return sense('unclear', [obstacle]);
  if (whole?.meaning === 'done' && /(?:^| )ai$/.test(foldedWords(obstacle)))
    return sense('open', [obstacle, ...whole.decided]);
  if (whole?.meaning === 'open' && obstacle.tag === 'stuck')
    return sense('blocked', [obstacle], { names: obstacle });
  if (whole) return obstacle.tag === 'harm' && isModifier(parts, at) ? whole : withName(whole, obstacle);
  return sense(HARD.holds(obstacle) ? 'blocked' : 'trouble', [obstacle], { names: obstacle });
}

const isUnmarkedFor = ({ tokens }: Part): boolean => tokens[0]!.raw.toLowerCase() === 'cho';

const isLight = (part: Part): boolean => LIGHT.holds(part);

/** `hệ thống khóa sổ rồi em không vào được`, `sửa rồi lại hỏng`: what only `rồi` says to be done may be the obstacle. */
function isHeldUp(parts: readonly Part[], at: number): boolean {
  // `xong lại hỏng`
  if (parts[at - 1]?.tag === 'again' && parts[at - 2]?.tag === 'complete') return true;
  const already = indexOf(parts, 'already', 0, at);
  if (already < 0 || find(parts, 'complete', 0, at) || find(parts, 'past', 0, at)) return false;
  return parts[at]!.tag === 'stuck' || parts[already + 1]?.tag === 'again';
}

function isModifier(parts: readonly Part[], at: number): boolean {
  return indexOf(parts, VERBS, 0, at) >= 0;
}

/** Where the denial in `không vướng`, `ko gặp khó khăn gì`, `không em nào ốm` begins; -1 where none does. */
function findDenial(parts: readonly Part[], at: number): number {
  let isAny = find(parts, 'which', Math.max(0, at - 6), at) !== undefined;
  for (let from = at - 1; from >= Math.max(0, at - 6); from -= 1) {
    const part = parts[from]!;
    if (DENIALS.holds(part) || part.tag === 'noMore') return from;
    // `không còn thẻ nào hết hạn`: none of whatever it is
    isAny ||= part.tag === 'which';
    // `chưa thấy vướng gì`
    const isSeen = foldedWords(part) === 'thay';
    if (!LINKS.holds(part) && !isSeen && !(isAny && (part.tag === 'at' || isUnknownWord(part)))) return -1;
  }
  return -1;
}

const LAST = /^(?:cuoi|nua|con lai)$/;

/** `chờ 2 khoa gửi số liệu`, `đợi khách ký nốt là em gửi`: the last of it is on its way. */
function waitsForTheRest(parts: readonly Part[], at: number): boolean {
  if (parts[at]!.tag !== 'wait') return false;
  // `chờ anh chỉ đạo tiếp`
  if (parts[at + 1]?.tag === 'you' && parts[at + 2]?.tag === 'prep') return false;
  const verb = indexOf(parts, PLAIN_WORK, at + 1);
  const counted = parts.slice(at + 1, Math.max(verb, 0)).some((part) => PIECES.holds(part));
  // `chờ số liệu của 2 lớp cuối`
  if (
    parts.slice(at + 1).some((part, index, rest) => isNumber(part) && LAST.test(foldedWords(rest[index + 2])))
  )
    return true;
  // `còn chờ tổ 6`
  if (parts[at]!.tokens[0]!.fold === 'con' && PIECES.holds(parts[at + 1])) return true;
  // `waiting for the last one`
  if (parts.slice(at + 1).some((part) => foldedWords(part) === 'last')) return true;
  const goesOn = indexOf(parts, LEADS_ON, at + 1);
  const already = indexOf(parts, 'already', at + 1);
  if (already > 0 && parts[already + 1]?.tag === 'self' && parts[already + 2]?.tag === 'hand') return true;
  // `chờ sở duyệt mới làm tiếp được`
  if (find(parts, 'able', at + 1) && find(parts, 'further', at + 1)) return false;
  return (
    (verb > 0 && counted) ||
    (goesOn > 0 && (parts[goesOn]!.tag === 'sayAfter' || indexOf(parts, PLAIN_WORK, goesOn) > 0)) ||
    find(parts, 'further', at + 1) !== undefined
  );
}

/** `còn thiếu phụ lục`, `còn thiếu bạn Nam` */
function isOneOfUs(part: Part | undefined): boolean {
  if (part === undefined) return false;
  return PIECES.holds(part) || part.tag === 'you' || part.tag === 'self' || part.tokens[0]!.fold === 'ban';
}

/** `còn thiếu 3 trường`: units that have yet to answer, not a resource that is lacking. */
function isCountLeft(parts: readonly Part[], at: number): boolean {
  // `chỉ thiếu mỗi bạn Lan`, `còn thiếu con dấu nữa thôi`
  if (parts[at]!.tag === 'lack' && (find(parts, 'only') || isNoMoreThan(parts, at))) return true;
  // `thiếu phụ lục 3`; `thiếu phụ lục` alone is a paper that is lacking, as a signature is.
  const isPaper = foldedWords(parts[at + 1]) === 'phu luc' && !isNumber(parts[at + 2]);
  if (parts[at]!.tag === 'lack' && parts[at + 1]?.tag === 'piece' && !isPaper) return true;
  const isLeftPiece = !isPaper && parts[at]!.tokens[0]!.fold === 'con' && isOneOfUs(parts[at + 1]);
  if (parts[at]!.tag === 'lack' && isLeftPiece) return true;
  if (parts[at]!.tag !== 'lack' || !isNumber(parts[at + 1]) || isSettled(parts.slice(at))) return false;
  const what = parts[at + 2];
  const isLeft = parts[at]!.tokens[0]!.fold === 'con' || parts[at - 1]?.tag === 'left';
  return PIECES.holds(what) || (what?.tag !== 'resource' && (isLeft || what === undefined));
}
