import { isAverse } from './shaky.js';
import { foldedWords, type Part } from '../clause/part.js';
import { isNumber, isUnknownWord, sense, tags, type Sense } from '../clause/sense.js';

const HANDS = /^(?:gui|goi|nop)(?: kem| len| lai)?(?= |$)/;
const PAPERS =
  /(?:^| )(?:bao cao|bc|danh sach|ds|file|phieu|bieu|bang|so lieu|ket qua|ke hoach|kh|ho so|anh|hinh|hinh anh|bien ban|ban cung|ban mem|ban scan|minh chung|to trinh|bai|du lieu|thong tin)(?= |$)/;

const WHO = tags('self', 'yes', 'particle', 'member', 'piece', 'other', 'you');
const WHAT = tags('resource', 'member', 'piece', 'particle', 'self', 'you', 'other', 'yes', 'again', 'at');

/**
 * `em gửi báo cáo ạ`, `danh sách của tổ em đây ạ`: what comes with the message has come. Anything beside it that could
 * make it a plan, a question or a part of the whole leaves it to be asked.
 */
export function judgeHanded(parts: readonly Part[]): Sense | null {
  const at = parts.findIndex((part) => part.tag === 'hand' && HANDS.test(foldedWords(part)));
  if (at < 0) return judgeShown(parts);
  const before = parts.slice(0, at);
  // `chị gửi file giúp`, `cho em gửi báo cáo`: the other side is asked.
  if (!before.every(isWho) || before[0]?.tag === 'you') return null;
  const after = parts.slice(at + 1);
  const paper = PAPERS.test(foldedWords(parts[at])) ? parts[at] : after.find(isPaper);
  return paper && isPlainly(after) ? sense('done', [parts[at], paper]) : null;
}

// `anh` without its mark may be ảnh.
export const isPaper = (part: Part): boolean => part.tag !== 'you' && PAPERS.test(foldedWords(part));

// `cho em gửi báo cáo` asks, `các lớp gửi danh sách` speaks of others.
const OTHERS = /^(?:chi tieu|muc tieu|ke hoach|cho|cac|may|tung|moi|de|nho|nhung)(?: |$)/;

function isWho(part: Part, at: number, parts: readonly Part[]): boolean {
  if (part.guesses.length > 0 || OTHERS.test(foldedWords(part))) return false;
  if (foldedWords(part) === 'xin') return parts[at - 1]?.tag === 'self' || at === 0;
  return WHO.holds(part) || isNumber(part) || (isUnknownWord(part) && !isAverse(part));
}

const NOT_ALL =
  /^(?:mau|phan|truoc|dot|tam|tam xong|so bo|may|vao|toi|den|tai|khi|sau|luc|thoi|theo|lien|ngay)$/;

function isPlainly(after: readonly Part[]): boolean {
  return after.every(
    (part, at) =>
      part.guesses.length === 0 &&
      !NOT_ALL.test(foldedWords(part)) &&
      (WHAT.holds(part) || isWorkOf(part, after[at - 1]) || isNumber(part) || isUnknownWord(part)),
  );
}

/** `kết quả kiểm kê`, `ảnh dọn vệ sinh`: what the paper is about. */
function isWorkOf(part: Part, before: Part | undefined): boolean {
  const isWork = part.tag === 'work' || part.tag === 'hand' || part.tag === 'draft' || part.tag === 'folk';
  return isWork && (before === undefined || before.tag !== 'you');
}

/** `đây`; without its marks before nothing but small words it can hardly be another. */
const isHere = ({ tokens }: Part): boolean => tokens.length === 1 && HERE.has(tokens[0]!.key);
const HERE = new Set(['day', 'day đ\u0302']);

/** `báo cáo đây ạ`, `file của trường em đây chị` */
function judgeShown(parts: readonly Part[]): Sense | null {
  const here = parts.findIndex(isHere);
  const [paper] = parts;
  if (here < 1 || !isPaper(paper!) || !parts.slice(here).every((part) => WHO.holds(part))) return null;
  return isPlainly(parts.slice(1, here)) ? sense('done', [paper, parts[here]]) : null;
}
