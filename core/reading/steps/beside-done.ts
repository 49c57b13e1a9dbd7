import { foldedWords, joinedWords, type Clause, type Part } from '../clause/part.js';
import { find, indexOf, isSettled, sense, tags, type Meaning, type Sense } from '../clause/sense.js';

const OPEN: ReadonlySet<Meaning> = new Set<Meaning>(['open', 'underway', 'blocked', 'trouble', 'next']);

/**
 * What sounds open and is only said around work that is done: what the speaker does meanwhile (`đang ngồi nghỉ`), that
 * nothing is left (`còn gì nữa đâu`), that nobody need worry (`đừng lo thiếu`), how one would answer (`đang soạn tin báo thì chị hỏi`).
 */
export function withoutWordsBeside(clauses: readonly Clause[], senses: readonly Sense[]): readonly Sense[] {
  if (clauses.length < 2 || !senses.some(({ meaning }) => OPEN.has(meaning))) return senses;
  const isSure = ({ meaning, ofPart }: Sense, at: number): boolean =>
    meaning === 'done' && !ofPart && isSettled(clauses[at]!.parts);
  if (!senses.some(isSure)) return senses;
  return senses.map((one, at) =>
    OPEN.has(one.meaning) && isBeside(clauses[at]!.parts, at === 0) ? sense('none', []) : one,
  );
}

const isBeside = (parts: readonly Part[], isFirst: boolean): boolean =>
  isAtRest(parts) ||
  isNothingLeft(parts) ||
  (isFirst && (isComfort(parts) || isOvertakenAnswer(parts) || isNeverSoEarly(parts) || isOfList(parts)));

const RESTS =
  /(?:^| )(?:dang|con (?:moi )?(?:viec|chuyen)) (?:ngoi )?(?:ranh|nghi|nghi ngoi|choi|uong (?:tra|nuoc|cafe|ca phe)|ve nghi|an mung)(?: thoi| ne| nha| a)*(?: |$)/;
const WORK = tags('complete', 'hand', 'draft', 'notYet', 'cannot', 'wait', 'lack');

/** `bên ni đang rảnh`, `còn mỗi việc uống trà thôi sếp` */
const isAtRest = (parts: readonly Part[]): boolean =>
  (find(parts, 'doing') !== undefined || find(parts, 'left') !== undefined) &&
  !find(parts, WORK) &&
  RESTS.test(joinedWords(parts));

/** `còn gì nữa đâu anh` */
const isNothingLeft = (parts: readonly Part[]): boolean =>
  /^(?:co )?con (?:gi|chi|viec gi) (?:nua )?(?:phai lam )?(?:nua )?dau(?: |$)/.test(
    joinedWords(parts.slice(0, 6)),
  );

/** `đừng lo thiếu`, `đừng để trạng thái đang làm nữa anh` */
const isComfort = (parts: readonly Part[]): boolean =>
  /^(?:dung lo|khoi lo|khong phai lo)(?: |$)/.test(joinedWords(parts.slice(0, 3))) ||
  /^dung (?:de|ghi)(?: la)? trang thai(?: |$)/.test(joinedWords(parts.slice(0, 5)));

const ASKS = /^(?:hoi|nhan|nhac|goi|hoi tham|nhan hoi|goi hoi)$/;

/** `đang soạn tin báo thì chị hỏi`; what is said next is the answer. */
function isOvertakenAnswer(parts: readonly Part[]): boolean {
  const then = indexOf(parts, 'then');
  return (
    then > 1 &&
    parts[0]!.tag === 'doing' &&
    parts.slice(1, then).some((part) => TELLS.test(foldedWords(part))) &&
    parts[then + 1]?.tag === 'you' &&
    ASKS.test(foldedWords(parts[then + 2]))
  );
}

const TELLS = /^(?:bao|nhan|nhan tin|tra loi|soan tin)$/;

/** `chưa bao giờ nộp sớm như lần này` */
const isNeverSoEarly = (parts: readonly Part[]): boolean =>
  /^chua bao gio(?: |$)/.test(foldedWords(parts[0])) &&
  / (?:som|nhanh|kip|dung han|thuan loi)(?: \S+)? (?:nhu|bang)(?: |$)/.test(joinedWords(parts));

/** `nhờ chị gạch tên em khỏi danh sách chưa nộp` */
const isOfList = (parts: readonly Part[]): boolean =>
  parts[0]?.tag === 'favour' &&
  / (?:gach|xoa|bo) (?:ten )?(?:\S+ ){0,3}(?:khoi|ra khoi) (?:danh sach|ds) (?:chua|no|tre)(?: |$)/.test(
    joinedWords(parts),
  );
