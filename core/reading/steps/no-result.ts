import { WordSet } from '../../text/word-set.js';
import { foldedWords, joinedWords, type Clause, type Part } from '../clause/part.js';
import { find, indexOf, isSettled, sense, tags, type Sense } from '../clause/sense.js';

// What the words below begin with: most replies hold none of them.
const HINTS = new WordSet(
  'mat tong bao loi hong hu rach troc troi sap gay vo bay nat pha cuon chet loang broke failed stopped crashed leaks lai cung van khong chang cha'.split(
    ' ',
  ),
);

const LOST = /(?:^| )(?:mat (?:sach|trang|het|toi|tieu)|(?:cuon|troi|lat|xoi) mat|di tong)(?: |$)/;
const FAILS = /(?:^| )(?:bao loi|bi loi|khong thanh cong|that bai)(?: |$)/;
const SPOILT =
  /\S (?:hong|hu|rach|troc|troi|sap|gay|vo|bay|nat|pha|cuon|chet|loang)(?: \S+)? (?:het|sach|sach banh|tan tanh|nat|toi)(?: |$)/;
const BREAKS = 'lai (?:keu|cam|tat|hong|hu|tit|chet|loi|ro|dot|tac|nghet|sap|im)(?: |$)';
const AGAIN = new RegExp(`(?:^| )${BREAKS}`);
const AGAIN_NOW = new RegExp(
  `^(?:(?:sang|trua|chieu|toi|dem|hom) (?:nay|qua) |gio |nay |thi |ma )*${BREAKS}`,
);
const BROKE_AGAIN = /(?:^| )(?:broke|failed|stopped|crashed|leaks)(?: down)? again(?: |$)/;
const STILL = /(?:^| )van (?:lech|hong|hu|loi|ro|ri|dot|tac|ngap|nghet|im|nhu cu|the|vay)(?: |$)/;
const RUNS =
  'co (?:nuoc|dien|mang|hinh|tin hieu|tac dung|ket qua)|chay|no|len (?:hinh|nuoc|dien)|sang|ra (?:nuoc|hinh)|hoat dong|an thua';
const GIVES = `(?:${RUNS}|len|vao|vo|nhan|mo|in|dung|xai)`;
const GIVES_NONE_AT_ONCE = new RegExp(`^(?:van )?(?:khong|chang|cha) (?:${RUNS})(?: |$)`);
const GIVES_NOTHING = new RegExp(`(?:^| )(?:cung|van) (?:khong|chang|cha) ${GIVES}(?: |$)`);
const BEGINS_WITH_NOTHING = new RegExp(`^(?:van )?(?:khong|chang|cha) ${GIVES}(?: |$)`);

// Of these the thing that is broken may be what they mend: `thay xong bóng hỏng hết rồi`.
const MENDS =
  /^(?:thay|sua|sua chua|don|thu|thu gom|gom|kiem tra|ra soat|han|va|xu ly|khac phuc|thong ke|bao cao)(?: |$)/;

/**
 * What was done and came to nothing: `nhập xong bấm lưu nó báo lỗi mất sạch`, `ống bắc xong cũng không có nước`, `xong! máy
 * treo mất trắng file`. It is undone, and what is told to be done after it counts.
 */
export function withoutResult(clauses: readonly Clause[], senses: readonly Sense[]): readonly Sense[] {
  const first = senses.findIndex(({ meaning }) => meaning === 'done');
  if (first < 0) return senses;
  return senses.map((one, at) => {
    const clause = clauses[at]!;
    const isUndone =
      at >= first &&
      (one.meaning === 'done'
        ? cameToNothing(clause.parts)
        : NO_MORE.has(one.meaning) && isLostAfter(clause));
    return isUndone ? sense('undone', one.decided.length > 0 ? one.decided : clause.parts.slice(0, 1)) : one;
  });
}

const NO_MORE = new Set(['none', 'blocked', 'trouble', 'open']);

const isHint = (part: Part): boolean => part.tokens.some((token) => HINTS.holds(token));

const TODAY_BROKEN =
  /^(?:hom nay|nay|gio|sang nay|chieu nay) lai (?:vo|hong|hu|tac|sap|loi|rut|xet lai)(?: roi)?(?: \S{1,3})?$/;

/** `chốt hôm qua hôm nay lại vỡ` */
function isBrokenSince(parts: readonly Part[]): boolean {
  const ago = indexOf(parts, 'ago');
  return ago > 0 && TODAY_BROKEN.test(joinedWords(parts.slice(ago + 1)));
}

/** `trồng xong trâu phá sạch`: what stands behind the word that says done, unless that was mended. */
function cameToNothing(parts: readonly Part[]): boolean {
  const done = indexOf(parts, 'complete');
  // `sửa chiều qua vẫn vậy`
  if (done < 0) return parts.some(isHint) && (isBrokenSince(parts) || STILL.test(joinedWords(parts)));
  const rest = parts.slice(done + 1);
  if (!rest.some(isHint)) return false;
  const words = joinedWords(rest);
  if ([LOST, AGAIN, STILL, GIVES_NOTHING, GIVES_NONE_AT_ONCE].some((sign) => sign.test(words))) return true;
  if (MENDS.test(foldedWords(parts[done - 1])) || isSettled(rest)) return false;
  return FAILS.test(words) || SPOILT.test(words);
}

const IT = /^(?:no|he thong|phan mem|app|web|cong|may|mang|file)(?: |$)/;
const DENIES = tags('not', 'noMore', 'if');

/** `máy treo mất trắng file`, `nó báo lỗi`, `mà không lên hình` behind what was done */
function isLostAfter({ parts, opener }: Clause): boolean {
  if (opener === 'cause' || opener === 'although' || !parts.some(isHint)) return false;
  const words = joinedWords(parts);
  if (opener === 'contrast' && BEGINS_WITH_NOTHING.test(words)) return true;
  if (find(parts, DENIES)) return false;
  return (
    LOST.test(words) ||
    BROKE_AGAIN.test(words) ||
    AGAIN_NOW.test(words) ||
    (IT.test(words) && (FAILS.test(words) || SPOILT.test(words)))
  );
}
