import { foldedWords, type Part } from '../clause/part.js';
import { find, isNumber, isUnknownWord, isVerb, PIECES, tags } from '../clause/sense.js';
import { isListed, wordList, type WordList } from '../words/word-list.js';

const STOPS = tags('stuck', 'harm', 'lack', 'trouble', 'undo', 'not', 'notYet', 'cannot');
const STOPPED = tags('stuck', 'harm');
const NOUN_HEADS = tags('member', 'resource', 'other');
const DOERS = tags('self', 'you', 'now');
const WISHES = tags('must', 'promise', 'believed');

// Before a verb they say that it was not done: `quên nộp rồi`, `khách hủy đặt phòng rồi`, `định nộp hôm qua`.
const AVERSE = wordList(
  'nói kể quên trễ muộn lỡ hụt hủy huỷ thôi ngừng ngưng nghỉ bỏ hoãn dời sót tránh cấm khỏi lười sợ ngại định tính muốn đòi chậm',
  'quen tre muon huy ngung nghi hoan dinh luoi thoi lo',
);

const CANCELS = wordList('hủy huỷ hoãn dời bỏ ngừng ngưng thôi dừng', 'huy hoan bo ngung thoi dung');

/**
 * Whether what only `rồi` or a time that is over says to be done may be something else: `máy in hỏng từ hôm qua`,
 * `mỏ ngừng bán từ đầu tháng`, `trễ nộp rồi`.
 */
export function isShaky(parts: readonly Part[], at: number): boolean {
  const doer = parts.findLastIndex((part, index) => index < at && DOERS.holds(part));
  if (find(parts, STOPS, doer + 1, at) || isAverse(parts[at - 1])) return true;
  if (isToAllOfThose(parts, at)) return false;
  // `hủy phát quà rồi`: what was cancelled
  if (isVerb(parts[at + 1]) && !parts[at]!.isAsked && isListed(parts[at]!.tokens[0]!, CANCELS)) return true;
  const already = parts.findLastIndex(({ tag }) => tag === 'already');
  if (parts.slice(at + 1, Math.max(already, 0)).some(mayStop)) return true;
  // `kiem ke thu roi` without marks: thử (tried)
  const tried = already > at ? parts[already - 1]!.tokens : [];
  const isTried = tried.length === 1 && tried[0]!.raw.toLowerCase() === 'thu';
  if (isTried && (already > at + 1 || parts.slice(0, at).some(isVerb))) return true;
  // `banh vo 5 hop roi`: boxes, not a meeting; `Phong 301 don roi` has a number for a name
  const isCounted = isNumber(parts[at - 1]) && !PIECES.holds(parts[at - 2]);
  if (isCounted && parts[at]!.tokens.length === 1 && parts[at]!.tokens[0]!.marks === '') return true;
  if (isCompound(parts, at, already) || isOverturned(parts, at, already)) return true;
  const isNoun = NOUN_HEADS.holds(parts[at - 1]) || isUnknownWord(parts[at - 1]);
  return isNoun && find(parts, STOPS, at + 1) !== undefined;
}

const WHOM = tags('folk', 'you', 'member', 'particle');

/** `vá hết mấy chỗ dột rồi`: of those all. */
function isToAllOfThose(parts: readonly Part[], at: number): boolean {
  const every = parts[at + 1]?.tag === 'again' ? at + 2 : at + 1;
  // `phat het cho cac chau roi`: cho, and not chỗ
  const isGiven = parts[at]!.isAsked && foldedWords(parts[every + 1]) === 'cho';
  if (isGiven && parts[every]!.tag === 'every' && WHOM.holds(parts[every + 2])) return true;
  return (
    parts[every]?.tag === 'every' &&
    /^(?:may|cac|nhung)$/.test(foldedWords(parts[every + 1])) &&
    !isOneOf(parts[at], CANCELS)
  );
}

// `họp bàn việc phát quà rồi`, `hủy kế hoạch sửa chữa rồi`: words about the work.
const ABOUT = /^(?:viec|khau|ke hoach|cong tac|chuyen|vu|lich|phuong an|chuong trinh)$/;
const ENDS = wordList(
  'nghỉ bỏ thôi hỏng hư mất chết tan hoãn dừng ngừng hủy vỡ kẹt tắc gãy',
  'nghi bo thoi hong hu mat chet tan hoan dung ngung huy vo ket tac gay',
);
const GOES = wordList('về đi', 've di');
const MENDS =
  /^(?:khoi|thong|nao vet|han|tram|lap|sua|khac phuc|xu ly|va|thay|don|thu gom|giai quyet|chua|nan|gia co|go|rao|dap|ke|boi|san|che|chan|chang|be|chong)(?: |$)/;
const WHO = /^(?:nguoi|doi|doan|nhom|tho|tien|von|kinh phi|xang|anh em)$/;

const PLANS = /^(?:ke hoach|lich|phuong an|chuong trinh)$/;

/** `kế hoạch nộp văn thư chiều qua rồi`, `lịch dán ngoài bảng tin rồi`: a paper. */
const isPlanHandedIn = (parts: readonly Part[], at: number): boolean =>
  at === 1 &&
  /^(?:nop|gui|dan|niem yet|treo|in|ban hanh|chot)(?: |$)/.test(foldedWords(parts[at])) &&
  PLANS.test(foldedWords(parts[0]));

/** `đội phát gạo về rồi`, `tiền mua sách hết rồi`, `phát dở rồi bỏ`: what `rồi` belongs to is another word. */
function isOverturned(parts: readonly Part[], at: number, already: number): boolean {
  const before = parts[at - 1];
  if (before && ABOUT.test(foldedWords(before)) && !isPlanHandedIn(parts, at)) return true;
  const next = parts[at + 1];
  const isAct = parts[at]!.tag !== 'draft' && !isOneOf(parts[at], ENDS);
  const isAbout = next !== undefined && ABOUT.test(foldedWords(next));
  if (!isAct && isAbout && (isVerb(parts[at + 2]) || foldedWords(next) === 'viec')) return true;
  if (isOneOf(parts[already + 1], ENDS)) return true;
  // `trong cay roi ma mua troi het`
  if (parts[already + 1]?.tag === 'that' && parts.slice(already + 2, already + 5).some(mayStop)) return true;
  const last = parts[already - 1];
  if (last === undefined || (already < at + 2 && parts[at]!.tokens.length === 1)) return false;
  if (isOneOf(last, ENDS)) return true;
  // `đi phát gạo kẹt đường rồi`; `khắc phục điểm sạt rồi` mends it.
  if (STOPPED.holds(last) && !MENDS.test(foldedWords(parts[at]))) return true;
  const isNamed = before !== undefined && WHO.test(foldedWords(before));
  const isAll = parts[already]!.tokens[0]!.fold === 'het' || (last.tag === 'every' && already > at + 2);
  return isNamed && (isAll || isOneOf(last, GOES));
}

const NAMED_FOR = wordList(
  'bài giấy phiếu đoàn ban xe thuốc tiền quà hàng gạo thợ đội nhóm buổi cuộc',
  'bai giay phieu doan xe thuoc tien qua hang gao tho buoi cuoc',
);

const INTO = /^(?:len|vao|vo|ra|xuong|sang|qua|ve|toi|den)$/;

/** `bài kiểm tra ướt hết rồi`: what the thing is for, and then what befell it. */
function isCompound(parts: readonly Part[], at: number, already: number): boolean {
  const head = parts[at - 1]?.tokens[0];
  if (head === undefined || already < at + 2) return false;
  // `hàng kê lên pallet hết rồi`: where it is now
  const isPlace = INTO.test(foldedWords(parts[already - 2]));
  return isListed(head, NAMED_FOR) && isUnknownWord(parts[already - 1]) && !isPlace;
}

/** `in từ sáng tới giờ`: since then, and perhaps still. What hands over is over at once: `nộp từ hôm qua`. */
export function isSince(parts: readonly Part[], at: number, ago: Part): boolean {
  const isFrom = ago.tokens[0]!.fold === 'tu' && parts.indexOf(ago) > at;
  if (
    !isFrom ||
    parts[at + 1]?.tag === 'every' ||
    ago.tokens.some(({ kind }) => kind === 'date' || kind === 'ratio')
  )
    return false;
  const goesOn = find(parts, 'further', at) ?? find(parts, 'now', parts.indexOf(ago));
  return parts[at]!.tag !== 'hand' || goesOn !== undefined;
}

function mayStop({ guesses }: Part): boolean {
  return guesses.some((guess) => STOPS.has(guess));
}

/** Whether a word before a verb says that it was not done: `ngừng làm`. */
export function isAverse(part: Part | undefined): boolean {
  if (part === undefined) return false;
  if (part.guesses.some((guess) => WISHES.has(guess))) return true;
  const token = part.tokens.at(-1)!;
  // `hen` before a verb is hẹn, not a chat spelling of nhé.
  if (isListed(token, AVERSE) || token.raw.toLowerCase() === 'hen') return true;
  return token.marks === '' && token.fold === 'bo' && part.tokens.length === 1;
}

function isOneOf(part: Part | undefined, list: WordList): boolean {
  const token = part?.tokens[0];
  // `thay Dung` is a name.
  if (token?.kind !== 'word' || part!.tokens.length > 1 || /^\p{Lu}\p{Ll}/u.test(token.raw)) return false;
  return isListed(token, list);
}
