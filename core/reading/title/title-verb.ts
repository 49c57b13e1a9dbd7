import { tokenise, type Token } from '../../text/tokens.js';
import { createPart, foldedWords, joinedWords, type Part } from '../clause/part.js';
import { isNumber, tags, VERBS } from '../clause/sense.js';
import type { Tag } from '../words/tags.js';

// A title begins with what is to be done; this much of it is looked at.
const beginning = 40;
const longest = 2;

/** The words a directive's title begins with (`Giao suất ăn bệnh lý` → giao suất): its verb is the first, or both. */
export function titleVerb(title: string): readonly Token[] {
  if (title === '') return [];
  const words = tokenise(title.slice(0, beginning).normalize('NFC'));
  const end = words.findIndex(({ kind }) => kind !== 'word');
  return words.slice(0, Math.min(end < 0 ? longest : end, longest));
}

/** The folded words that a title begins with. */
export const wordsOf = (verb: readonly Token[]): string => verb.map(({ fold }) => fold).join(' ');

/**
 * Reads the verb of the title as work wherever the lexicon does not know better: of `Giao suất ăn` and of nothing else
 * `giao rồi` says that it was done.
 */
export function nameWork(parts: Part[], verb: readonly Token[]): Part[] {
  if (verb.length === 0) return parts;
  const named: Part[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]!;
    const both = joinVerb(part, parts[at + 1], verb);
    if (both) at += 1;
    named.push(
      ...(both
        ? [both]
        : (apartFromDone(part, verb, parts, at) ??
          toldToAll(part, verb, parts, at) ??
          nameOne(part, verb, parts[at - 1], parts[at + 1]))),
    );
  }
  return named;
}

/** `chi xong` to `Chi trả`, `đặt báo xong` to `Đặt báo`: one phrase elsewhere (`chỉ xong`, `báo xong`). */
function apartFromDone(
  { tag, tokens }: Part,
  verb: readonly Token[],
  parts: readonly Part[],
  at: number,
): Part[] | null {
  const [word, done] = tokens;
  if (tokens.length !== 2 || done!.fold !== 'xong') return null;
  const isThing =
    tag === 'said' && verb.length === longest && isTitleVerb([...(parts[at - 1]?.tokens ?? []), word!], verb);
  // Where no word has its marks it may be `chỉ` as well.
  const isVerb = tag === null && isWritten(word!, verb[0]!) && hasMarks(parts);
  if (!isThing && !isVerb) return null;
  return [isVerb ? asked('work', [word!]) : createPart(null, [word!]), createPart('complete', [done!])];
}

const SENDS_WORD = /^(?:nhan|nhan tin|bao|goi|goi dien|dang|up|post|gui tin)$/;
const TO_ALL =
  /^(?:(?:len|vao|vo|trong|tren|cho|qua|vao trong) )?(?:nhom|group|zalo nhom|nhom zalo|zalo (?:to|thon|xom|lop|khu|ap|cu dan|phu huynh)|tung (?:nha|ho|nguoi)|cac (?:ho|nha|to|lop)|ca (?:to|xom|thon|khu|ap|lop)|het cac|ba con|moi nguoi|phu huynh|cu dan)(?: |$)/;

/** `nhắn lên nhóm cư dân rồi` to `Thông báo cúp nước`: to all at once; `nhắn anh Hai rồi` told one. */
function toldToAll(part: Part, verb: readonly Token[], parts: readonly Part[], at: number): Part[] | null {
  if (part.tag !== 'prep' || !ANNOUNCES.test(wordsOf(verb)) || !SENDS_WORD.test(foldedWords(part)))
    return null;
  return TO_ALL.test(joinedWords(parts.slice(at + 1, at + 5))) ? [asked('work', part.tokens)] : null;
}

const hasMarks = (parts: readonly Part[]): boolean =>
  parts.some(({ tokens }) => tokens.some(({ marks }) => marks !== ''));

/** `theo` and `dõi` of `Theo dõi nhiệt độ`: two words that the lexicon knows apart. */
function joinVerb(part: Part, next: Part | undefined, verb: readonly Token[]): Part | null {
  if (verb.length < longest || next === undefined || VERBS.holds(part) || part.tag === 'take') return null;
  const tokens = [...part.tokens, ...next.tokens];
  return tokens.length === longest && isTitleVerb(tokens, verb) ? asked('work', tokens) : null;
}

const OTHERWISE = tags('prep', 'resource', 'other', 'doing', 'begun', 'stuck', 'work', 'nearly', 'fine');

const WHOM = tags('you', 'self', 'member', 'other', 'folk');

// What is done as well by another verb: `dán 3 điểm rồi` to `Niêm yết danh sách`.
const ALIKE = new Map([
  ['niem yet', /^(?:dan|treo)$/],
  ['phat loa', /^phat$/],
  ['phat thanh', /^phat$/],
]);

const ANNOUNCES = /^(?:thong bao|phat loa|phat thanh|tuyen truyen|niem yet|cong khai)$/;
const MADE_KNOWN = /^(?:phat loa|doc loa|doc tren loa|doc qua loa|phat thanh|thong bao|niem yet|dan|treo)$/;

/** `đọc loa 2 lượt rồi` to `Thông báo lịch cắt điện` */
function isAlike(part: Part, verb: readonly Token[], next: Part | undefined): boolean {
  if (next?.tokens[0]!.kind !== 'number') return false;
  const [said, wanted] = [foldedWords(part), wordsOf(verb)];
  const isAnnounced = part.tag === 'work' && MADE_KNOWN.test(said) && ANNOUNCES.test(wanted);
  return isAnnounced || ALIKE.get(wanted)?.test(said) === true;
}

const RECEIVED = /^nhan (?:du|het|xong)$/;

function nameOne(
  part: Part,
  verb: readonly Token[],
  before: Part | undefined,
  next: Part | undefined,
): Part[] {
  const { tag, tokens } = part;
  if (isShort(part, verb) || isSecond(part, verb, next) || isAlike(part, verb, next))
    return [asked('work', tokens)];
  // `37 ho` without marks to `Hỗ trợ`: hộ
  if (tag === 'member' && tokens.length === 1 && isNumber(before)) return [part];
  // `chiều nay đi giao` to `Bàn giao máy tính`; `giao anh Nam` names who shall do it.
  if (tag === 'prep' && foldedWords(part) === 'giao' && !WHOM.holds(next) && wordsOf(verb) === 'ban giao')
    return [asked('hand', tokens)];
  // `nhận đủ 52 thùng` to `Nhận hàng`
  if (verb[0]!.fold === 'nhan' && tag === 'take' && RECEIVED.test(foldedWords(part)))
    return [asked('complete', tokens)];
  // `đóng cửa rồi`, `đang họp`
  const already = tokens.length > 1 && tokens.at(-1)!.fold === 'roi' ? tokens.slice(-1) : [];
  const said = tokens.slice(0, tokens.length - already.length);
  const first = said[0]!.fold;
  const isLed = said.length > 1 && (first === 'da' || first === 'dang') && first !== verb[0]!.fold;
  // `gần` is another word than `gắn`, unless it was typed without marks; `sap` to `Sắp xếp` may be either. `dang` is
  // đang much rather than the beginning of `Đăng ký`.
  const isOther =
    (tag === 'nearly' && (first !== 'gan' || said[0]!.marks !== '')) ||
    (tag === 'doing' &&
      before?.tag !== 'past' &&
      !(verb[0]!.fold === 'dang' && POSTED.test(foldedWords(next))) &&
      said.length === 1 &&
      first === 'dang' &&
      said[0]!.marks === '');
  if (isOther || !isTitleVerb(isLed ? said.slice(1) : said, verb)) return [part];
  const meant = tagOfAsked(part, next);
  if (meant === null) return [part];
  const named = isLed && first === 'dang' ? createPart('doing', tokens, part.guesses) : asked(meant, said);
  return already.length > 0 ? [named, createPart('already', already)] : [named];
}

/** `dang len web` to `Đăng thông báo` */
const POSTED = /^(?:len (?:web|trang|fanpage|nhom|zalo)|web|fanpage|trang|tin|bai)(?: |$)/;

const OTHER_THINGS = tags(null, 'other', 'resource', 'able');

/** `đk rồi` and `đki rồi` to `Đăng ký`, `đã kt` and `ktra` to `Kiểm tra` */
function isShort({ tag, tokens }: Part, [first, second]: readonly Token[]): boolean {
  if (second === undefined || tokens.length > 1 || !OTHER_THINGS.has(tag)) return false;
  // `đk` is read as `được` elsewhere.
  const written = tokens[0]!.raw.toLowerCase().replace('đ', 'd');
  const letter = first!.fold[0]!;
  return (
    written === letter + second.fold[0]! ||
    written.replace(/i$/, 'y') === letter + second.fold.replace(/i$/, 'y')
  );
}

// Verbs that stand second in a title's pair, and by themselves in what is answered.
const SECONDS = new Set('dem vet doi gom soat tia don quet chong neo buoc'.split(' '));
const NEXT_TO_SECOND = tags('already', 'every', 'complete');

/** `vét rồi` to `Nạo vét mương` */
function isSecond({ tag, tokens }: Part, verb: readonly Token[], next: Part | undefined): boolean {
  const second = verb[1];
  if (second === undefined || tokens.length > 1 || !SECONDS.has(second.fold)) return false;
  return tag !== 'work' && NEXT_TO_SECOND.holds(next) && isWritten(tokens[0]!, second);
}

const asked = (tag: Tag, tokens: Token[]): Part => createPart(tag, tokens, [], true);

const UNMARKED = tags('piece', 'member', 'at', 'particle', 'ack');
const SAYS_SO = tags('complete', 'able', 'already', 'every');

/** What a word is when the title asks for it; null where it says something else whatever is asked (`nhận` takes it). */
function tagOfAsked({ tag, tokens }: Part, next: Part | undefined): Tag | null {
  if (tag === 'hand') return tag;
  // `Lưu mẫu`; `Đặt mua` is no step when it is all that is asked for.
  const isKept = tag === 'take' && tokens[0]!.fold === 'luu';
  const isOrdered = tag === 'draft' && tokens[0]!.fold === 'dat';
  // `thay rồi` to `Thay bóng đèn`
  const isReplaced = tag === 'you' && tokens.length === 1 && tokens[0]!.raw.toLowerCase() === 'thay';
  // `tham het roi`, `phan xong roi`, `tuyen duoc roi`, `trong het roi`, `ra het roi` without marks: phân, tuyển, trồng, rà
  const isNoun = UNMARKED.has(tag) && tokens[0]!.marks === '' && SAYS_SO.holds(next);
  return isNoun || tag === null || OTHERWISE.has(tag) || isKept || isOrdered || isReplaced
    ? 'work'
    : tag === 'draft'
      ? tag
      : null;
}

function isTitleVerb(said: readonly Token[], verb: readonly Token[]): boolean {
  return (
    said.length <= verb.length &&
    said.every((token, at) => token.kind === 'word' && isWritten(token, verb[at]!))
  );
}

/** Whether a word is one of a title: as it stands there, or typed without its marks. */
export const isWritten = (token: Token, wanted: Pick<Token, 'key' | 'fold'>): boolean =>
  token.key === wanted.key || (token.marks === '' && token.fold === wanted.fold);

/** Whether these words stand there one behind the other. */
export const isWrittenAt = (
  tokens: readonly Token[],
  at: number,
  words: readonly Pick<Token, 'key' | 'fold'>[],
): boolean =>
  words.every((word, index) => tokens[at + index] !== undefined && isWritten(tokens[at + index]!, word));
