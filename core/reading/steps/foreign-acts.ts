import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { isNumber, mayBeVerb, sense, tags, type Meaning, type Sense } from '../clause/sense.js';
import { isWritten, wordsOf } from '../title/title-verb.js';
import type { Title } from '../title/title.js';
import { isAlike, isOneOf, phrases } from './alike.js';
import { isForIt, isNoun, isOtherPaper } from './named-papers.js';
import { OF_MANY_STEPS } from './preparations.js';

/**
 * `xã duyệt danh sách rồi` to `Phát quà Tết`: what was done is a deed that the title does not ask for. A step before the work
 * where it is known for one, else it may be the work in other words, or another matter, and is asked back.
 */
export function withoutForeignActs(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  if (title.verb.length === 0 || !senses.some(({ meaning }) => meaning === 'done')) return senses;
  const [first = '', second = ''] = title.verb.map(({ fold }) => fold);
  if (
    OF_MANY_STEPS.has(`${first} ${second}`) ||
    (OF_MANY_STEPS.has(first) && !MAKES.test(`${first} ${second}`))
  )
    return senses;
  const foreign = clauses.map(({ parts }, at) => {
    const { meaning } = senses[at]!;
    return meaning === 'done'
      ? foreignActs(parts, title)
      : meaning === 'none' && !isAbout(parts, title)
        ? []
        : null;
  });
  const isOurs = foreign.some((acts, at) => acts === null && TELLS.has(senses[at]!.meaning));
  if (isOurs || clauses.some(({ parts }) => parts.some(saysResult)) || senses.some(isYetToCome))
    return senses;
  const isGoingOn = senses.some(({ meaning }) => GOING_ON.has(meaning));
  return senses.map((one, at) => {
    const acts = foreign[at];
    if (!acts || one.meaning !== 'done' || clauses[at]!.parts.some(isShare)) return one;
    return sense(isGoingOn || acts.every(isStep) ? 'underway' : 'unclear', one.decided);
  });
}

const MAKES = /^lam (?:sach|the|co|ve)$/;

const TELLS: ReadonlySet<Meaning> = new Set(['done', 'none']);

/** `hơn 300 em tham gia` to `Tổ chức ngày hội` */
const isAbout = (parts: readonly Part[], title: Title): boolean =>
  parts.some((part, at) => ACTS.holds(part) && !isNoun(parts, at) && (part.isAsked || isAlike(part, title)));

const GOING_ON: ReadonlySet<Meaning> = new Set(['open', 'underway', 'next', 'blocked']);

/** `dựng khung xong, tôn chưa về`: what is read as a step by itself. */
const isYetToCome = ({ meaning, decided }: Sense): boolean =>
  meaning === 'blocked' && decided.some(({ tag }) => tag === 'notYet');

// `phun 28/45 hộ` says for itself how far it is.
const isShare = ({ tokens }: Part): boolean =>
  tokens.some(({ kind }) => kind === 'ratio' || kind === 'percent');

const ACTS = tags('work', 'draft', 'hand');

const FINISHED = tags('complete', 'already', 'every');

/** `san khau dung xong` without marks: dựng; but `lop 4 tuoi xong`, `di dan xong` */
const isUnmarkedAct = (parts: readonly Part[], at: number): boolean =>
  parts[at]!.tag === null &&
  mayBeVerb(parts[at]!) &&
  FINISHED.holds(parts[at + 1]) &&
  !isNumber(parts[at - 1]) &&
  foldedWords(parts[at - 1]) !== 'di';

/** The deeds of a clause, where none of them is the title's work; null where one is, or none is named. */
function foreignActs(parts: readonly Part[], title: Title): readonly Part[] | null {
  const english = isEnglishTitle(title);
  const acts = parts.filter(
    (part, at) =>
      ((ACTS.holds(part) || isUnmarkedAct(parts, at)) && !isNoun(parts, at)) ||
      (english && isEnglishStep(part)),
  );
  if (parts.some((part) => part.tag === 'complete' && isEnglish(part) && !isEnglishStep(part))) return null;
  if (acts.some((act) => isSigned(act, parts, title))) return null;
  if (parts.some((part, at) => part.isAsked && !isNoun(parts, at))) return null;
  if (acts.length === 0) return isOnlyTold(parts, title) ? [] : null;
  // `in xong dan het roi` without marks
  if (parts.some((part) => part.tag === null && mayBeVerb(part) && isAlike(part, title))) return null;
  const isPaper = isOtherPaper(parts, title) || parts.some((_, at) => isForIt(parts, at));
  const isOurs = acts.some((act) => {
    if (isGeneric(act)) return !isPaper;
    if (isAlike(act, title)) return true;
    // `tháo bơm khỏi bệ`: what it is done to
    return (isNamed(act, title) || isOfStem(act, title)) && !acts.includes(parts[parts.indexOf(act) - 1]!);
  });
  return isOurs ? null : acts;
}

const TELLS_OF = /^(?:nhac|nhac nho|nhan|don doc|lien he|goi|goi dien|phan cong)$/;
const TOLD_ENDS = tags('complete', 'hand');

/** `đã nhắn từng phụ huynh` to `Thu tiền`: somebody was told of the work. */
const isOnlyTold = (parts: readonly Part[], title: Title): boolean =>
  parts.some((part) => part.tag === 'prep' && TELLS_OF.test(foldedWords(part))) &&
  !parts.some((part) => TOLD_ENDS.holds(part) || isAlike(part, title) || isNamed(part, title));

const isNamed = ({ tokens }: Part, title: Title): boolean =>
  tokens.some((token) => [...title.verb, ...title.words()].some((word) => isWritten(token, word)));

const GENERIC = phrases(
  'làm, thực hiện, hoàn thành, triển khai, xử lý, giải quyết, mần, scan, chụp, chụp ảnh, nghiệm thu, nạp, gởi, lên drive, lên hệ thống, lên form, lên ggdrive, lên google drive, lên cloud, lên phần mềm, lên cổng dịch vụ công, làm bù, update',
);
// Handed over, and not to those who ask for the report.
const NO_REPORT = phrases(
  'chốt, chốt danh sách, chốt số liệu, chốt sổ, chốt ca, chuyển, bàn giao, tới tay, đến tay, đến tận tay, phát tận cửa, phát tận tay, phát tận nhà, trao tận nhà, giao tận tay, giao tận nhà, giao tận cửa, chuyển qua, chuyển lên, mang ra, mang lên, mang qua',
);

/** Whether a deed tells of any work there is: `làm rồi`, `gửi rồi`. */
const isGeneric = (act: Part): boolean =>
  isOneOf(act, GENERIC) || (act.tag === 'hand' && !isOneOf(act, NO_REPORT));

const STEPS = phrases(
  `ký, ký kết, ký hợp đồng, duyệt, phê duyệt, thống nhất, thành lập, chọn, chốt, chốt danh sách, chốt lịch, chốt phương án, in, in ấn, mua, mua sắm,
  photo, phô tô, soạn, soạn thảo, viết, lập, lập danh sách, lên danh sách, xét duyệt, bình xét, đặt, đặt hàng, đặt mua, đặt cọc, chở, bốc, tập kết,
  đóng thùng, đóng gói, gói, dựng, dựng sân khấu, dựng rạp, kê, kê bàn, kê ghế, tháo, gỡ, dán, lấy dấu, chuyển tiền, rà, đo, đào, chuyển, thuê, xuất,
  xuất kho, ghi, rửa, thẩm định, trình, trình ký`,
);
const ENGLISH_STEPS = new Set(
  'approved booked printed scanned copied hired delivered signed drilled measured ordered paid briefed dug unpacked packed loaded trained purchased laid'.split(
    ' ',
  ),
);
const isEnglishStep = (part: Part): boolean =>
  part.tag === 'complete' && ENGLISH_STEPS.has(foldedWords(part));
const isEnglish = ({ tokens }: Part): boolean => tokens.some(({ fold }) => NO_SYLLABLE.test(fold));

const NO_SYLLABLE = /(?:[bdfjklqrsvwxz]|[bcdfklmnprstvw][cmpt])$/;
const isEnglishTitle = (title: Title): boolean => {
  const all = [...title.verb, ...title.words()];
  return all.every(({ marks }) => marks === '') && all.some(({ fold }) => NO_SYLLABLE.test(fold));
};

const stem = 4;
/** `printed` to `Print the ballots` */
const isOfStem = ({ tokens }: Part, title: Title): boolean =>
  [...title.verb, ...title.words()].some(
    ({ fold }) => fold.length >= stem && tokens[0]!.fold.startsWith(fold.slice(0, stem)),
  );

const isStep = (act: Part): boolean => isEnglishStep(act) || isOneOf(act, STEPS) || isGeneric(act);

const RESULT = /^(?:co )?(?:ket qua|kq)(?: |$)/;
const saysResult = (part: Part): boolean => part.tag === 'noMore' || RESULT.test(foldedWords(part));

const SIGNED = /^(?:so|bien ban|bb)(?: |$)/;

/** `sổ ký đủ`, `ký biên bản rồi`: that it was done is on paper. */
const isSigned = (act: Part, parts: readonly Part[], title: Title): boolean => {
  // `khách nhận hàng, ký phiếu rồi` to `Giao đơn hàng`
  const isSlip = GIVEN.test(wordsOf(title.verb));
  return (
    foldedWords(act) === 'ky' &&
    parts.some((part) => SIGNED.test(foldedWords(part)) || (isSlip && SLIP.test(foldedWords(part))))
  );
};

const GIVEN = /^(?:giao|phat|trao|cap phat|ban giao)(?: |$)/;
const SLIP = /^(?:phieu|bien nhan|giay nhan|phieu nhan|phieu giao)(?: |$)/;
