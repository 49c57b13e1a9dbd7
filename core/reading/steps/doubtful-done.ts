import { foldedWords, joinedWords, type Clause, type Part } from '../clause/part.js';
import { find, indexOf, isNumber, isSettled, LIGHT, sense, tags, type Sense } from '../clause/sense.js';
import type { Title } from '../title/title.js';

/**
 * What sounds done and is not for sure that of this directive: what others are said to have done, what is doubted in the
 * next clause, what others are congratulated on, what was of last month, what comes once work is over.
 */
export function withoutDoubtfulDone(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  if (!senses.some(({ meaning }) => meaning === 'done')) return senses;
  return senses.map((one, at) => {
    const [before, clause, next] = [clauses[at - 1], clauses[at]!, clauses[at + 1]];
    if (one.meaning === 'none' && isNextOneBegun(clause.parts, before?.parts, senses[at - 1]))
      return sense('underway', clause.parts.slice(0, 1));
    if (one.meaning !== 'done') return one;
    if (isOnlyMeans(clause.parts) && senses[at + 1]?.meaning === 'blocked') return sense('none', []);
    const isDoubted = isDoubtful(clause.parts, next, title) || (before !== undefined && isWhichAsked(before));
    return isDoubted ? sense('unclear', one.decided) : one;
  });
}

const isDoubtful = (parts: readonly Part[], next: Clause | undefined, title: Title): boolean =>
  foldedWords(parts[0]) === 'chuc mung' ||
  isAfterWork(parts) ||
  isOfThem(parts) ||
  (title.verb.length === 0 && isOfLastMonth(parts)) ||
  (next !== undefined && (isWondered(parts, next.parts) || isAskedAgain(next) || isMaybeWrong(next.parts)));

/** `việc nào anh? việc hôm qua thì xong rồi`: of which work it is said is asked. */
const isWhichAsked = ({ parts, end }: Clause): boolean =>
  (end === '?' || find(parts, ASKING) !== undefined) &&
  /(?:^| )(?:viec|vu|nhiem vu|cong viec) (?:nao|gi)(?: |$)/.test(joinedWords(parts)) &&
  !find(parts, DENIED);

const ASKING = tags('which', 'ask');
const DENIED = tags('not', 'noMore', 'notYet', 'left');

/** `xong rồi, nhưng hình như em làm nhầm theo mẫu cũ` */
const isMaybeWrong = (parts: readonly Part[]): boolean =>
  find(parts, 'maybe') !== undefined && find(parts, 'undo', indexOf(parts, 'maybe')) !== undefined;

/** `xong việc chị ghé em lấy nón nha`: once work is over; `xong việc rồi chị` tells of it. */
function isAfterWork(parts: readonly Part[]): boolean {
  if (foldedWords(parts[0]) !== 'xong viec' || isSettled(parts)) return false;
  return WHO.holds(parts[1]) && parts.slice(2).some((part) => !LIGHT.holds(part) && isWord(part));
}

const WHO = tags('you', 'self');
const isWord = ({ tokens }: Part): boolean => tokens[0]!.kind === 'word';

const CLAIMS = /^(?:ke|noi|bao|khoe)(?: la| rang)?$/;

/** `bên phường 4 kể là họ xong lâu rồi` */
function isOfThem(parts: readonly Part[]): boolean {
  const they = parts.findIndex((part) => foldedWords(part) === 'ho');
  if (they < 1 || find(parts, 'complete', they + 1, they + 3) === undefined) return false;
  const said = parts[they - 1]!.tag === 'is' ? they - 2 : they - 1;
  return CLAIMS.test(foldedWords(parts[said]));
}

const LAST_ONE =
  /^(?:bao cao|bc|ke hoach|so lieu|danh sach|ho so|phieu|bien ban)(?: cua)? (?:thang|quy|tuan) truoc (?!khi |ngay |han )/;

/** `báo cáo tháng trước em nộp rồi`, and nothing is known of what was asked */
const isOfLastMonth = (parts: readonly Part[]): boolean => LAST_ONE.test(joinedWords(parts.slice(0, 5)));

const TOLD = /^(?:noi|bao|ke|nhan|noi la|bao la)$/;
const TRUE = /^(?:(?:co )?(?:that|dung|phai)(?: the| vay)? (?:khong|ko|k|hong|hok))(?: |$)/;

/** `anh Tư nói xã mình xong rồi, thật không vậy?` */
const isWondered = (parts: readonly Part[], next: readonly Part[]): boolean =>
  TRUE.test(joinedWords(next)) && parts.slice(1).some((part) => TOLD.test(foldedWords(part)));

const ONCE_MORE =
  /(?:^| )(?:nop|lam|gui|bao cao|ke khai|khai|ra soat|dang ky) lai(?: (?:lan|dot))? (?:nua|a|ha|sao)(?: |$)/;

/** `tháng 5 nộp một lần rồi, giờ phải nộp lại nữa hả chị` */
const isAskedAgain = ({ parts, end }: Clause): boolean =>
  (end === '?' || find(parts, 'ask') !== undefined) && ONCE_MORE.test(joinedWords(parts));

const MEANS = /^(?:kinh phi|tien|von|ngan sach)$/;
const GRANTED = /^(?:duyet|cap|phe duyet|rot|ve|giai ngan|chuyen)$/;

/** `kinh phí duyệt đủ rồi mà nhà thầu không có người`: what was needed for the work, and what is missing now. */
function isOnlyMeans(parts: readonly Part[]): boolean {
  const but = indexOf(parts, 'that');
  return (
    but > 1 &&
    MEANS.test(foldedWords(parts[0])) &&
    GRANTED.test(foldedWords(parts[1])) &&
    find(parts, 'lack', but) !== undefined
  );
}

const NOT_BEGUN = tags('complete', 'already', 'past', 'every');

/** `tuyến 1 nạo xong chiều qua, tuyến 2 hôm nay máy mới vô` */
function isNextOneBegun(
  parts: readonly Part[],
  before: readonly Part[] | undefined,
  said: Sense | undefined,
): boolean {
  if (before === undefined || said?.meaning !== 'done' || parts[0]?.tag !== 'member') return false;
  const newly = indexOf(parts, 'newly', 2);
  const isSame = foldedWords(parts[0]) === foldedWords(before[0]) && before.slice(1, 3).some(isNumber);
  return (
    isSame &&
    isNumber(parts[1]) &&
    newly > 1 &&
    BEGINS.test(joinedWords(parts.slice(newly + 1))) &&
    !find(parts, NOT_BEGUN)
  );
}

const BEGINS = /^(?:vo|vao|toi|den|bat dau|khoi cong|trien khai|lam|len|dao|ra quan)(?: |$)/;
