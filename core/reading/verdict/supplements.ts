import { isHandedOver } from './awaited.js';
import { foldedWords, joinedWords, type Part } from '../clause/part.js';
import { find, isNumber, tags } from '../clause/sense.js';
import { isFormality } from '../steps/formalities.js';
import { isOpen, retold, says, type Statement } from './statement.js';

const PAPERS =
  /^(?:chu ky|con dau|dau|dau do|phu luc|bieu|phieu|anh|hinh|hinh anh|bien ban|hoa don|chung tu|minh chung|bien lai|giay to|ban (?:giay|cung|mem|scan|goc|chinh)|cong chung)(?: |$)/;
const ENGLISH_PAPERS = /^(?:stamp|seal|signature|photo|picture|copy|receipt|attachment|annex)s?$/;
// Of these there may be several on one paper: `two signatures are still missing`.
const MARKS = /^(?:stamp|seal|signature|photo|picture)s?$/;
// `quên đính kèm phụ lục`
const FORGOT =
  /(?:^| )quen (?:khong |chua )?(?:dinh kem|kem|dan|kep|ky|dong dau|gui kem|chup|ghi ngay|ghi ten|de ten|dien ngay|danh so)(?: |$)/;
const SIGNS = /^(?:chu ky|con dau|dau|dau do)(?: |$)/;
// `thiếu phiếu của 3 hộ`: those have not answered.
const OF_SOME = /(?:^| )cua (?:\d|hai|ba|may|vai|mot so|cac|nhieu)/;
const SUPPLIES =
  /^(?:(?:bo sung|gui bu|nop bu|gui not|nop not|dong|dong dau|ky|gui|nop|xin|scan|chup)(?: sau)?|add|attach|send|submit|provide)$/;

/**
 * `nộp rồi nhưng còn thiếu con dấu, mai em bổ sung`: what was handed in is done, with a paper noted that is missing;
 * that it will follow takes nothing back.
 */
export function withoutSupplements(said: readonly Statement[]): readonly Statement[] {
  const done = said.findIndex(
    (one) => one.sense.meaning === 'done' && !one.sense.ofPart && isHandedOver(one),
  );
  if (done < 0) return said;
  const lack = said.findIndex((one, index) => index > done && isPaperLacking(one));
  if (lack < 0 || says(said, 'undone')) return said;
  return said
    .filter((one, index) => index <= lack || !isSupplied(one))
    .map((one, index) => (index === lack ? retold(one, 'blocked') : one));
}

const LATER = tags('ahead', 'sayAfter');
const LACKING = tags('lack', 'left');

function isPaperLacking({ clause: { parts }, sense: { meaning, decided } }: Statement): boolean {
  const isForgotten = parts.some((part) => part.tokens[0]!.fold === 'quen');
  if (isForgotten && FORGOT.test(joinedWords(parts))) return true;
  if (isSlipToFollow(parts)) return true;
  if (meaning === 'blocked' && isFormality(parts)) return true;
  if (meaning !== 'blocked' && meaning !== 'underway') return false;
  // `only the manager's stamp is missing`
  const missing = parts.findIndex((part) => foldedWords(part) === 'missing');
  const papers = parts.some(isNumber) ? MARKS : ENGLISH_PAPERS;
  if (missing > 0 && parts.slice(0, missing).some((part) => papers.test(foldedWords(part)))) return true;
  const lack = LACKING.holds(decided[0]) ? parts.findLastIndex((part) => LACKING.holds(part)) : -1;
  if (parts[lack]?.tag === 'left' && !SIGNS.test(wordsFrom(parts, lack + 1))) return false;
  return lack >= 0 && PAPERS.test(wordsFrom(parts, lack + 1)) && !OF_SOME.test(joinedWords(parts));
}

const IT = /^(?:it|them|those)$/;
const OTHER_WORK = tags('hand', 'work', 'draft');
const WHAT = tags(null, 'resource', 'other', 'member', 'piece');

/** `mai em bổ sung`, `em gửi bù sau`, `tối em gửi sau`, `will add later`; `mai em nộp quyết toán` is more work. */
function isSupplied(one: Statement): boolean {
  const { parts } = one.clause;
  const isSupply = (part: Part): boolean => SUPPLIES.test(foldedWords(part));
  if (!parts.some(isSupply) || find(parts, 'haveTo')) return false;
  if (parts.some((part) => OTHER_WORK.holds(part) && !isSupply(part))) return false;
  if (one.sense.meaning === 'next' || isOpen(one)) return true;
  // What only may be meant is so if nothing else is named.
  return (
    /^(?:none|ack)$/.test(one.sense.meaning) &&
    find(parts, LATER) !== undefined &&
    !parts.some((part) => WHAT.holds(part) && !isSupply(part) && !IT.test(foldedWords(part)))
  );
}

const SLIPS =
  /^(?:chu ky|con dau|dau|dau do|bien lai|hoa don|anh|hinh|hinh anh|minh chung|ban (?:goc|cung|scan|mem)|giay|cong chung)(?: |$)/;
const FOLLOWS = /^(?:bo sung|gui bu|nop bu|gui not|nop not|(?:bo sung|gui|gui bu|nop|nop bu|dua) sau)$/;
const NO_SLIP = tags('notYet', 'not', 'cannot', 'haveTo', 'member', 'piece');

const LEFT = tags('left', 'except');

/** `còn tờ biên lai em bổ sung sau`, `riêng giấy đi đường thì em bổ sung sau`; `còn 3 biên lai` are some of many. */
function isSlipToFollow(parts: readonly Part[]): boolean {
  if (!LEFT.holds(parts[0]) || parts.some(isNumber) || find(parts, NO_SLIP)) return false;
  const isLater = parts.some((part) => FOLLOWS.test(foldedWords(part)));
  return isLater && SLIPS.test(wordsFrom(parts, 1)) && !OF_SOME.test(joinedWords(parts));
}

const BEFORE_PAPERS = tags('particle', 'only');
const CLASSIFIERS = /^(?:to|cai|tam|ban|cuon)$/;

function wordsFrom(parts: readonly Part[], from: number): string {
  let at = from;
  // `thiếu 2 chữ ký`
  if (parts[from - 1]?.tag === 'lack' && isNumber(parts[from])) at += 1;
  // `thiếu mỗi cái ảnh`
  while (BEFORE_PAPERS.holds(parts[at]) || CLASSIFIERS.test(foldedWords(parts[at]))) at += 1;
  return joinedWords(parts.slice(at, at + 2));
}
