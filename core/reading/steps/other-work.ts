import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { find, indexOf, isNumber, isUnknownWord, sense, tags, type Sense } from '../clause/sense.js';
import { isWritten, wordsOf } from '../title/title-verb.js';
import { isNamedIn, type Title } from '../title/title.js';

export const words = (list: string): ReadonlySet<string> =>
  new Set(list.split(',').map((word) => word.trim()));

// Titles that begin so ask for papers, figures, talks or people; nothing is built, grown or healed for them.
const OF_PAPERS = words(
  `thong ke, tong hop, nop, hop, ke khai, dang ky, doi chieu, doi soat, tap huan, tuyen truyen, sat hach, bau cu, to chuc,
  don doan, don, xay dung ke hoach, lap danh sach, lap ho so, nhap, cap nhat, cham, soan, hoan thien ho so, bau, lay y kien,
  gop y, trao hoc bong, trao, chi tra, thu, quyet toan, giao ban, cham thi, binh xet, dai hoi, kham, tiem, tiem chung`,
);
// These look at things too, which may be mended at once: only of papers.
const LOOKS = words('kiem tra, ra soat, kiem ke, bao cao, xu ly, giai quyet');
const PAPERS = words(
  'so sach, ho so, hop dong, cong tac, ket qua, bien ban, van ban, nhan khau, cu tri, don thu',
);

export const BUILDS = words(
  `xay, va, son, lop, trat, do be tong, lat gach, lat nen, op, quet voi, chong tham, trai nhua, tham nhua, rai da, rai nhua,
  san lap, dap, dap de, ke, dao, dao muong, nao vet, khoi thong, thong cong, phat quang, sua, sua chua, thi cong, duy tu, tu sua,
  han, lam duong, cam bien, dung cot, keo day, keo cap`,
);
const GROWS = words(
  'trong, trong cay, cay, gieo, gieo sa, gat, thu hoach, cay ai, lam co, bon phan, bon, xuong giong, tha giong, thu hai, cay bua',
);

// Of these `đào`, `đắp`, `phát quang` may be a step.
const MAKES = words(
  'xay, va, son, lop, trat, do be tong, lat gach, lat nen, op, quet voi, sua, sua chua, thi cong, lap dat, lap, ban giao',
);
const HEALS_AND_TEACHES = words(
  'tiem, tiem phong, tiem chung, chich, chich ngua, kham, kham suc khoe, cham, cham bai, cham thi, thi, coi thi, tap huan, khai giang, be giang, chao co, xet nghiem, phat thuoc, cap the',
);

const PAPER_VERBS = new Set([...BUILDS, ...GROWS]);
const GROWN_BY = new Set([...MAKES, ...HEALS_AND_TEACHES]);
const BUILT_BY = new Set([...GROWS, ...HEALS_AND_TEACHES]);

const CONTENT = tags('other', 'member', 'resource', 'piece');
// What is mended on paper: `sửa số liệu`, `sửa lại theo góp ý`.
const WRITTEN =
  /^(?:so lieu|bao cao|ho so|ke hoach|danh sach|file|ban|bang|bieu|mau|loi|so|phieu|van ban|ban thao|noi dung|gop y|theo|y kien|lai theo|link)(?: |$)/;
const ACTS = tags('work', 'hand');
const FINISHED = tags('complete', 'already', 'past');

/**
 * `tường rào kho phân xây xong rồi` to `Kiểm tra sổ sách`: other work is done, with a verb and a thing that are none of
 * the title's. That says nothing of this directive.
 */
export function withoutOtherWork(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  if (title.verb.length === 0 || !senses.some(({ meaning }) => meaning === 'done')) return senses;
  if (TESTS.test(wordsOf(title.verb))) return withoutSamples(clauses, senses);
  if (APPLIES.test(wordsOf(title.verb))) return withoutApplications(clauses, senses);
  if (HANDS_OVER.test(wordsOf(title.verb))) return withoutSteps(clauses, senses, title);
  return withoutForeign(clauses, senses, title);
}

const ENGLISH_PAPERS = /^(?:submit|send|report|collect|count|update|fill|register|enter)(?: |$)/;
const MENDED = /^(?:fixed|repaired|mended|painted|replaced|cleaned)$/;

/** `printer fixed btw` to `Submit weekly stock list` */
const isMended = ({ parts }: Clause): boolean => {
  const at = parts.findIndex((part) => part.tag === 'complete' && MENDED.test(foldedWords(part)));
  return at > 0 && parts.slice(0, at).some(isUnknownWord);
};

function withoutForeign(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  const isEnglish = ENGLISH_PAPERS.test(wordsOf(title.verb));
  const foreign = foreignTo(title);
  if (foreign === null && !isEnglish) return senses;
  const isOurs = clauses.some(({ parts }) => parts.some((part) => part.isAsked || isOfTitle(part, title)));
  if (isOurs) return senses;
  const isOther = (clause: Clause): boolean =>
    (foreign !== null && isOtherWork(clause, foreign)) || (isEnglish && isMended(clause));
  return senses.map((one, at) =>
    one.meaning === 'done' && isOther(clauses[at]!) ? sense('unclear', one.decided) : one,
  );
}

const HANDS_OVER = /^(?:gui|nop|trinh|lap|viet|soan|bao cao|ban giao)(?: |$)/;
const EVENTS =
  /^(?:hop|cuoc hop|buoi hop|hoi nghi|hoi thao|dai hoi|toa dam|tap huan|buoi tap huan|le|buoi le|hoi thi|hoi dien|hoi trai|giai|dien tap|su kien)(?: |$)/;
const HANDED = tags('hand', 'draft');

/** `hội thảo xong rồi` to `Gửi báo cáo`, `phòng máy sơn xong` to `Bàn giao phòng máy`: what comes before that. */
function withoutSteps(clauses: readonly Clause[], senses: readonly Sense[], title: Title): readonly Sense[] {
  const isHanded = clauses.some(({ parts }) =>
    parts.some((part) => part.isAsked || (HANDED.holds(part) && !EVENTS.test(foldedWords(part)))),
  );
  if (isHanded) return senses;
  const isBuilt = wordsOf(title.verb) === 'ban giao';
  const isStep = (part: Part): boolean =>
    EVENTS.test(foldedWords(part)) || (isBuilt && ACTS.holds(part) && BUILDS.has(foldedWords(part)));
  const without = senses.map((one, at) =>
    one.meaning === 'done' && clauses[at]!.parts.some(isStep) ? sense('unclear', one.decided) : one,
  );
  return withoutForeign(clauses, without, title);
}

const TESTS = /^(?:xet nghiem|kiem nghiem|phan tich)(?: |$)/;
const names = (parts: readonly Part[], word: RegExp): boolean =>
  parts.some((part) => word.test(foldedWords(part)));

/** `mẫu gửi viện rồi` to `Xét nghiệm nguồn nước`: the result is still to come. */
function withoutSamples(clauses: readonly Clause[], senses: readonly Sense[]): readonly Sense[] {
  if (clauses.some(({ parts }) => names(parts, /^ket qua/))) return senses;
  return senses.map((one, at) => {
    const { parts } = clauses[at]!;
    const isSample =
      one.meaning === 'done' && find(parts, 'hand') !== undefined && names(parts, /^mau(?: |$)/);
    return isSample ? sense('underway', one.decided) : one;
  });
}

const APPLIES = /^(?:xin|dang ky|lam the|cap doi|gia han|lam thu tuc)(?: |$)/;
const GRANTS = /^(?:cap|cap phep|duyet|phe duyet|xet duyet|ky|ky duyet|tham dinh|xac nhan)(?: |$)/;

/** `hồ sơ gửi lên Cục rồi, đang chờ cấp mã` to `Đăng ký mã vùng trồng`: it is not granted yet. */
function withoutApplications(clauses: readonly Clause[], senses: readonly Sense[]): readonly Sense[] {
  const isApplication = ({ meaning }: Sense, at: number): boolean => {
    const { parts } = clauses[at]!;
    return meaning === 'done' && find(parts, 'hand') !== undefined && !parts.some(({ isAsked }) => isAsked);
  };
  const isAwaited = (one: Sense, at: number): boolean => isGrantAwaited(clauses[at]!, one);
  if (!senses.some(isApplication) || !senses.some(isAwaited)) return senses;
  return senses.map((one, at) =>
    isApplication(one, at) || isAwaited(one, at) ? sense('underway', one.decided) : one,
  );
}

function isGrantAwaited({ parts }: Clause, { meaning, decided: [wait] }: Sense): boolean {
  if (meaning !== 'blocked' || wait?.tag !== 'wait') return false;
  return (
    / (?:cap|duyet|phe duyet|ky)$/.test(foldedWords(wait)) || names(parts.slice(parts.indexOf(wait)), GRANTS)
  );
}

const isOfTitle = ({ tokens }: Part, title: Title): boolean =>
  tokens.some(
    (token) =>
      isNamedIn(title, token) ||
      (!/^(?:the|all)$/.test(token.fold) && title.verb.some((word) => isWritten(token, word))),
  );

/** The verbs that are none of a title's work. */
function foreignTo(title: Title): ReadonlySet<string> | null {
  if (isOfPapers(title)) return PAPER_VERBS;
  const [first = '', second = ''] = title.verb.map(({ fold }) => fold);
  const begins = (verbs: ReadonlySet<string>): boolean => verbs.has(first) || verbs.has(`${first} ${second}`);
  if (begins(GROWS)) return GROWN_BY;
  return begins(BUILDS) ? BUILT_BY : null;
}

function isOfPapers(title: Title): boolean {
  const folds = [title.verb[0]!, ...title.words()].map(({ fold }) => fold);
  const [first = '', second = ''] = folds;
  if (LOOKS.has(`${first} ${second}`))
    return folds.slice(2).some((fold, at) => PAPERS.has(`${fold} ${folds[at + 3]}`));
  return OF_PAPERS.has(first) || OF_PAPERS.has(`${first} ${second}`);
}

function isOtherWork({ parts }: Clause, foreign: ReadonlySet<string>): boolean {
  const at = parts.findIndex((part) => ACTS.holds(part) && foreign.has(foldedWords(part)));
  const isOnPaper = parts.some((part, index) => index !== at && WRITTEN.test(foldedWords(part)));
  if (at < 0 || isOnPaper || !find(parts, FINISHED)) return false;
  const self = indexOf(parts, 'self');
  // A thing before the verb or behind it; `bên em sửa xong rồi` names none.
  return parts.some(
    (part, index) =>
      index !== at &&
      // `đã bàn giao cho thôn chăm sóc` names no thing.
      !(index > at && parts[at]!.tag === 'hand') &&
      (CONTENT.holds(part) || isUnknownWord(part)) &&
      !(self >= 0 && index === self + 1 && index < at) &&
      !isNumber(part),
  );
}
