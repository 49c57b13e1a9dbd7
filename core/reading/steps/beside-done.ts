import { joinedWords, type Clause, type Part } from '../clause/part.js';
import { find, isSettled, sense, tags, type Meaning, type Sense } from '../clause/sense.js';

const OPEN: ReadonlySet<Meaning> = new Set<Meaning>(['open', 'underway', 'blocked', 'trouble', 'next']);

/**
 * What sounds open and is only said around work that is done: what the speaker does meanwhile (`đang ngồi nghỉ`), that
 * nobody need worry (`đừng lo thiếu`).
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
  isAtRest(parts) || (isFirst && isComfort(parts));

const RESTS =
  /(?:^| )(?:dang|con (?:moi )?(?:viec|chuyen)) (?:ngoi )?(?:ranh|nghi|nghi ngoi|choi|uong (?:tra|nuoc|cafe|ca phe)|ve nghi|an mung)(?: thoi| ne| nha| a)*(?: |$)/;
const WORK = tags('complete', 'hand', 'draft', 'notYet', 'cannot', 'wait', 'lack');

/** `bên ni đang rảnh`, `còn mỗi việc uống trà thôi sếp` */
const isAtRest = (parts: readonly Part[]): boolean =>
  (find(parts, 'doing') !== undefined || find(parts, 'left') !== undefined) &&
  !find(parts, WORK) &&
  RESTS.test(joinedWords(parts));

/** `đừng lo thiếu`, `đừng để trạng thái đang làm nữa anh` */
const isComfort = (parts: readonly Part[]): boolean =>
  /^(?:dung lo|khoi lo|khong phai lo)(?: |$)/.test(joinedWords(parts.slice(0, 3))) ||
  /^dung (?:de|ghi)(?: la)? trang thai(?: |$)/.test(joinedWords(parts.slice(0, 5)));
