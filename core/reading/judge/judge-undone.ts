import { foldedWords, type Part } from '../clause/part.js';
import { find, indexOf, isNumber, isSettled, OWN_WORK, sense, tags, type Sense } from '../clause/sense.js';

const NOT_UNDONE = tags('not', 'noMore', 'if');

/** `nhầm`, `bị trả lại`, `phải làm lại`: what was said or done does not hold. */
export function judgeUndone(parts: readonly Part[]): Sense | null {
  const again = indexOf(parts, 'again');
  // `sếp bảo sửa lại mục 2`
  const ordered = again >= 0 ? parts.slice(Math.max(0, again - 4), again).find(isOrder) : undefined;
  if (ordered && find(parts, OWN_WORK, 0, again) && !isSettled(parts))
    return sense('undone', [ordered, parts[again]]);
  // `nộp rồi lại phải nộp lại`
  const isOwedAnew = again >= 2 && parts[again - 2]?.tag === 'haveTo' && OWN_WORK.holds(parts[again - 1]);
  if (isOwedAnew && isSettled(parts.slice(0, again - 2)) && !isSettled(parts.slice(again)))
    return sense('undone', [parts[again - 1], parts[again]]);
  // `đang nộp lại`, `mai làm lại`
  // `nay làm lại`; `nay gửi lại cho chắc` has been sent.
  const isAnew = foldedWords(parts[again - 1]) === 'lam' ? find(parts, 'now', 0, again) : undefined;
  // `em sẽ phổ biến lại cho cả khoa`: told on
  const isToldOn = /^(?:pho bien|thong bao|quan triet|tuyen truyen|trien khai)$/.test(
    foldedWords(parts[again - 1]),
  );
  const isRedone =
    again >= 0 &&
    !isToldOn &&
    parts[again - 1] &&
    OWN_WORK.holds(parts[again - 1]) &&
    (isAnew ?? find(parts, REDOING, 0, again));
  if (isRedone && !isSettled(parts)) return sense('undone', [parts[again - 1], parts[again]]);
  // `nộp thiếu 1 trang`
  const short = indexOf(parts, 'lack', 1);
  if (short > 0 && OWN_WORK.holds(parts[short - 1]) && foldedWords(parts[short]) === 'thieu')
    return sense('undone', [parts[short - 1], parts[short]]);
  // `nhung bi tra lai` among words with marks
  const risky = parts.find(({ tag, guesses }) => tag !== 'undo' && guesses.includes('undo'));
  if (risky) return sense('unclear', [risky]);
  const at = indexOf(parts, 'undo');
  if (at < 0 || find(parts, NOT_UNDONE, 0, at) || isNoneOf(parts, at)) return null;
  // `nhập sai rồi sửa xong`
  const mended = find(parts, 'complete', at + 1) ?? mendedAfter(parts, at) ?? mendedBefore(parts, at);
  // `gà ăn nhầm chết`: whose mistake it was is not said.
  const doer = parts[at - 1];
  if (!mended && doer?.tag === null && parts[at]!.tokens.length === 1 && find(parts, 'prep', 0, at))
    return sense('unclear', [parts[at]]);
  return mended ? null : sense('undone', [parts[at]]);
}

/** `0 hộ sai` */
const isNoneOf = (parts: readonly Part[], at: number): boolean =>
  parts.slice(Math.max(0, at - 3), at).some(({ tokens }) => tokens[0]!.raw === '0');

/** `3 sạp cân sai đã dán niêm phong`: and what was done about it. */
function mendedAfter(parts: readonly Part[], at: number): Part | undefined {
  const past = indexOf(parts, 'past', at + 1);
  // `có 2 em sai mã, em báo công an rồi`
  const self = indexOf(parts, 'self', at + 1);
  if (parts[0]?.tag === 'have' && self > 0 && find(parts, 'already', self)) return parts[self];
  const isToldOn = isNumber(parts[0]) && /^(?:bao|goi|nhan|lien he)$/.test(foldedWords(parts[past + 1]));
  return past >= 0 && (isToldOn || OWN_WORK.holds(parts[past + 1])) ? parts[past + 1] : undefined;
}

/** `đã sửa chỗ sai và nộp lại` */
function mendedBefore(parts: readonly Part[], at: number): Part | undefined {
  const mending = parts.findIndex((part, index) => index < at && /^(?:chinh )?sua\b/.test(foldedWords(part)));
  return mending > 0 && mending >= at - 3 && parts[mending - 1]!.tag === 'past' ? parts[mending] : undefined;
}

/** `phải`, `bảo`; `bao` without its mark after a person is rather bảo than báo. */
function isOrder(part: Part, at: number, parts: readonly Part[]): boolean {
  if (part.tag === 'must' || part.tag === 'haveTo') return true;
  return (
    (part.tag === 'prep' || part.tag === 'said') &&
    part.tokens[0]!.raw.toLowerCase() === 'bao' &&
    parts[at - 1]?.tag === 'you'
  );
}

const REDOING = tags('doing', 'ahead', 'will');
