import { foldedWords, type Part } from '../clause/part.js';
import { find, indexOf, isNumber, isUnknownWord, LIGHT, tags, VERBS } from '../clause/sense.js';

const DEFECTS = tags('harm', 'lack', 'suffer');
const NOT_ACTS = tags('harm', 'lack', 'suffer', 'stuck', 'trouble', 'wait');
const SOME_OF_THEM = /^(?:may|nhung|cac|cai|cho|vai|mot so|so)(?: |$)/;

// `dang do lai` without marks: dở dang or đang dò
const isDoing = (part: Part): boolean =>
  part.tag === 'doing' || (part.tag === 'some' && foldedWords(part) === 'dang do');

/**
 * Of `còn đang dò lại mấy mã bị trùng`, `đang lọc mấy phiếu hỏng` the word that says that it is being done: what befell
 * the things is what the work is for.
 */
export function findWorkedOn(parts: readonly Part[], at: number): Part | undefined {
  if (!DEFECTS.holds(parts[at])) return undefined;
  const doing = parts.findIndex((part, index) => index < at && isDoing(part));
  if (doing < 0 || NOT_ACTS.holds(parts[doing + 1]) || find(parts, 'then')) return undefined;
  const isSome = (part: Part): boolean => isNumber(part) || SOME_OF_THEM.test(foldedWords(part));
  return parts.slice(doing + 2, at).some(isSome) ? parts[doing] : undefined;
}

const PEOPLE = tags('you', 'folk', 'member');

/** `đang chi tiền cho mấy cụ không đi lại được`: what people it is done for. */
export function isWhoItIsFor(parts: readonly Part[], at: number): boolean {
  const doing = parts.findIndex((part, index) => index < at && part.tag === 'doing');
  const whom = parts.findLastIndex((part, index) => index < at && foldedWords(part) === 'cho');
  return (
    doing >= 0 && whom > doing && PEOPLE.holds(parts[at - 1]) && find(parts, VERBS, doing, whom) !== undefined
  );
}

const PAPERS = /^(?:(?:nop |gui |lam )?(?:bao cao|bc|so lieu|danh sach|ds|bien ban|ke hoach))(?: bc)?$/;
const ENGLISH_PAPERS = /^(?:report|list|plan|figures|form|forms|relief|response|damage|victims)$/;

/** `nộp báo cáo lũ`, `the flood report`: what a paper is about. */
export const isNameOfPaper = (parts: readonly Part[], at: number): boolean =>
  parts[at]!.tag === 'harm' &&
  (ENGLISH_PAPERS.test(foldedWords(parts[at + 1])) ||
    (PAPERS.test(foldedWords(parts[at - 1])) &&
      parts.slice(at + 1).every((part) => NEXT_TO_NAME.holds(part))));

const NEXT_TO_NAME = tags(
  'particle',
  'self',
  'you',
  'hand',
  'already',
  'ago',
  'ahead',
  'today',
  'day',
  'hour',
  'past',
  'notYet',
);

const RECORDS =
  /^(?:thong ke|kiem ke|kiem dem|ra soat|lap danh sach|chot so|chot danh sach|chup|chup anh|lap bien ban)$/;
const MENDS =
  /^(?:sua|sua chua|dung|dung lai|lop|lop lai|thay|va|dap|gia co|khac phuc|don|xu ly|chong|trong lai|don dep)$/;

/**
 * `thống kê nhà bị tốc mái rồi`, `dựng lại 17/17 chuồng bị lũ cuốn`: the parts without what befell the things. Null where
 * that is not what the work was done to.
 */
export function withoutDamage(parts: readonly Part[]): Part[] | null {
  return withoutDisposed(parts) ?? withoutDefectOf(parts) ?? withoutRecorded(parts);
}

function withoutRecorded(parts: readonly Part[]): Part[] | null {
  const verb = parts.findIndex((part) => !LIGHT.holds(part));
  const from = indexOf(parts, DEFECTS, verb + 2);
  if (verb < 0 || from < 0 || find(parts, NOT_ANY) || find(parts, 'past') || isFault(parts, from))
    return null;
  // `chụp ảnh xong lại hỏng`
  if (AFTERWARDS.holds(parts[from - 1])) return null;
  const isRecord = RECORDS.test(foldedWords(parts[verb]));
  const isMended = MENDS.test(foldedWords(parts[verb])) && parts.slice(verb + 1, from).some(isNumber);
  if (!isRecord && !isMended) return null;
  const to = indexOf(parts, 'already', from);
  return [...parts.slice(0, from), ...(to < 0 ? [] : parts.slice(to))];
}

const DISPOSES = /^(?:tra|tra hang|tra lai|doi|doi hang|huy|tieu huy|thanh ly|thu hoi|loai bo)$/;
const SAID_OF = tags('self', 'past');
const BEFORE_ACT = tags('self', 'past', 'particle', 'yes');

/** `em trả hàng lỗi về kho rồi`: what was wrong with the goods that were got rid of. */
function withoutDisposed(parts: readonly Part[]): Part[] | null {
  const verb = parts.findIndex((part) => !BEFORE_ACT.holds(part));
  if (verb < 1 || !SAID_OF.holds(parts[verb - 1]) || !DISPOSES.test(foldedWords(parts[verb]))) return null;
  const flaw = indexOf(parts, 'harm', verb + 1, verb + 4);
  const isOfGoods = flaw > verb + 1 || / hang$/.test(foldedWords(parts[verb]));
  if (flaw < 0 || !isOfGoods || find(parts, NOT_ANY, verb) || AFTERWARDS.holds(parts[flaw - 1])) return null;
  return [...parts.slice(0, flaw), ...parts.slice(flaw + 1)];
}

// What one closes and builds with one word: `ghế gãy đóng lại rồi`.
const FURNITURE = /^(?:ban|ghe|tu|ke|giuong|hop|thung|bang|ban ghe)$/;
const IS_SAID = tags('already', 'past', 'complete');

/** `bóng đèn cháy thay hết rồi`, `thuốc hết hạn đã hủy`: the act and then its thing, without what befell that. */
function withoutDefectOf(parts: readonly Part[]): Part[] | null {
  const flaw = indexOf(parts, 'harm');
  const verb = parts.findIndex((part, at) => at > flaw && !SAID_OF.holds(part));
  const thing = parts[flaw - 1];
  if (flaw < 1 || verb < 0 || !(isUnknownWord(thing) || thing!.tag === 'resource')) return null;
  // `máy hỏng sửa rồi lại hỏng`
  if (find(parts, NOT_ACTS, flaw + 1)) return null;
  if (find(parts, VERBS, 0, flaw) || find(parts, NOT_ANY) || !find(parts, IS_SAID, flaw)) return null;
  const act = foldedWords(parts[verb]);
  const isMended = MENDS.test(act) || (act === 'dong' && FURNITURE.test(foldedWords(thing)));
  const isDisposed = DISPOSES.test(act) && verb > flaw + 1;
  if (!isMended && !isDisposed) return null;
  return [...parts.slice(flaw + 1, verb + 1), thing!, ...parts.slice(verb + 1)];
}

const AFTERWARDS = tags('again', 'complete');
const FAULTS = /(?:^| )(?:lech|trung|sai|loi|nham|lan|thieu|mat|sot|treo|nghen)$/;

/** `kiểm kê kho bị lệch rồi`: the record itself went wrong. */
const isFault = (parts: readonly Part[], at: number): boolean =>
  FAULTS.test(foldedWords(parts[at])) || FAULTS.test(foldedWords(parts[at + 1]));

const NOT_ANY = tags('then', 'noMore', 'notYet', 'not', 'cannot', 'if', 'wait', 'stuck', 'lack', 'that');

const PLACES = /^(?:vung|cho|khu|khu vuc|diem|doan|noi)$/;
const GOING = tags('doing', 'work', 'hand', 'some');

/** `chở gạo vào vùng lũ`, `dò chỗ rò rỉ`: where the work is. */
export function isPlaceOfHarm(parts: readonly Part[], at: number): boolean {
  return (
    parts[at]!.tag === 'harm' &&
    PLACES.test(foldedWords(parts[at - 1])) &&
    find(parts, GOING, 0, at - 1) !== undefined
  );
}
