import type { Token } from '../../text/tokens.js';
import { foldedWords, type Part } from '../part.js';
import { isVerb, mayBeVerb, PERSONS, PIECES, tags, VERBS } from '../sense.js';
import type { Tag } from '../words/tags.js';
import { isDenied, isHearsay, isYes } from './settle-speech.js';
import { AWAITED, isEdge, isMark, isUnmarked, isWord, startsNumber, type Place } from './place.js';

/** What a word of a tag means beside its neighbours. */
type Rule = (place: Place, part: Part, first: Token) => Tag | null;

const LIMITED = tags('complete', 'hand', 'work', 'able', 'have', 'left', 'lack', 'newly');
const ALL_OF_IT = tags('hand', 'work', 'draft', 'prep', 'past');
const FOR_WHOM = tags('you', 'resource', 'harm');
const SAID_BEFORE_NGHE = tags(
  ...([
    'already',
    'complete',
    'hand',
    'work',
    'every',
    'able',
    'more',
    'ahead',
    'take',
    'fine',
    'day',
  ] as const),
);
const HANGS = tags('resource', 'particle', 'other', 'member');
const HINDERS = tags('harm', 'trouble', 'lack');
const AFTER_NOUN = tags('past', 'member', 'notYet', 'not', 'harm', 'stuck', 'already', 'left', 'doing');
const UNITS_OF_TIME = new Set('ngay tuan thang gio hom mai bua nua sau'.split(' '));
const SEVERAL =
  /^(?:be|dua|em|chau|anh|chi|co|chu|bac|ong|ba|cu|ban|nguoi|cai|con|chiec|thung|bao|don|bai|tam)$/;
const LACKING = tags('lack', 'left', 'some');

const waits: Rule = (place, part, first) =>
  isUnmarked(first) && first.fold === 'cho' && isAwaited(part, place) ? 'wait' : part.tag;

const RULES: Partial<Record<Tag, Rule>> = {
  past: (place, part) => (isYes(part, place) ? 'yes' : 'past'),
  // `moi lop` for mỗi lớp
  newly: ({ parts, at, next }, _, first) =>
    isUnmarked(first) && next?.tag === 'member' && !startsNumber(parts[at + 2]) ? 'particle' : 'newly',
  // `da gan bien bao` for gắn
  // `cầu tạm đã lắp xong`: the word describes what is before it
  nearly: ({ before, next }, part, first) =>
    isSingle(part, 'tam') &&
    isWord(before) &&
    !PERSONS.has(before!.tag) &&
    (isEdge(next) || AFTER_NOUN.has(next!.tag))
      ? null
      : isSingle(part, 'gan') &&
          isUnmarked(first) &&
          before?.tag === 'past' &&
          next?.tag === null &&
          isWord(next)
        ? 'work'
        : 'nearly',
  // `dau` may be đầu or dấu.
  denyAfter: (place, _, first) =>
    isUnmarked(first) && first.fold === 'dau' && !isDenied(place) ? null : 'denyAfter',
  // `dang cho phe duyet`, `dang cho y kien`: chờ; `dang cho cac lop kiem tra`: cho
  particle: waits,
  // `phần mềm treo`: it hangs; `em treo` hangs something up
  work: (place, part, first) =>
    isSingle(part, 'treo') && isEdge(place.next) && isWord(place.before) && HANGS.has(place.before!.tag)
      ? 'harm'
      : waits(place, part, first),
  // `giao hết thuốc`: all of it, not none left
  lack: ({ before }, _, first) =>
    first.fold === 'het' && (ALL_OF_IT.has(before?.tag ?? null) || (before && mayBeVerb(before)))
      ? 'every'
      : 'lack',
  which: ({ before, next }, _, first) => {
    // `làm gì xong nhanh thế`, `mấy xóm kia xong rồi`
    if (first.fold === 'gi' && before?.tokens.at(-1)!.fold === 'lam' && next?.tag === 'complete')
      return 'denyAfter';
    // `lớp nào cũng nộp rồi`
    if (next?.tokens[0]!.fold === 'cung') return 'every';
    const isSome = PIECES.has(next?.tag ?? null) || SEVERAL.test(next?.tokens[0]!.fold ?? '');
    return first.fold === 'may' && isSome ? 'particle' : 'which';
  },
  // `em để mỗi bàn một cuốn`: each of them
  only: ({ before }, part) =>
    isSingle(part, 'moi') && !LIMITED.has(before?.tag ?? null) ? 'particle' : 'only',
  // `đã tiêm xong đợt 2`: the round that was asked for, not a part of it
  piece: ({ parts, at, before, next }, part) =>
    isSingle(part, 'dot') &&
    startsNumber(next) &&
    before?.tag === 'complete' &&
    isToldBefore(parts, at) &&
    isOnlyRound(parts)
      ? 'other'
      : 'piece',
  // `đi từng nhà`: all of them
  some: ({ before, next }, part) =>
    // `3 ngày mới có phụ tùng`: not before then
    /^moi (?:co|duoc)$/.test(foldedWords(part)) && UNITS_OF_TIME.has(before?.tokens.at(-1)!.fold ?? '')
      ? 'newly'
      : isSingle(part, 'tung') && isWord(next)
        ? 'every'
        : 'some',
  // `bill em gửi riêng`
  except: ({ before, next }, _, first) => {
    const isAside = isEdge(next) || (!isEdge(before) && before!.tag !== 'particle');
    return first.fold === 'rieng' && isAside ? 'particle' : 'except';
  },
  said: (place, part) => {
    if (isHearsay(part, place)) return 'said';
    return part.tokens.at(-1)!.fold === 'xong' ? 'complete' : 'prep';
  },
  you: (place, part, first) => {
    // `da thay bang gia`: thay, not thầy; `chi nop 2 lop` for chỉ
    if (isUnmarked(first) && first.fold === 'thay' && place.before?.tag === 'past') return 'work';
    if (isSingle(part, 'chu') && isUnmarked(first) && PIECES.has(place.next?.tag ?? null)) return 'particle';
    return isSingle(part, 'chi') && isUnmarked(first) && isOnly(place) ? 'only' : 'you';
  },
  // `toi thu 6` for tới thứ 6
  self: ({ next }, _, first) =>
    isUnmarked(first) && first.fold === 'toi' && startsTime(next) ? 'at' : 'self',
  // `1 nua`, `duoc nua`, `gan nua` for nửa
  more: ({ before }, _, first) =>
    isUnmarked(first) && (startsNumber(before) || before?.tag === 'able' || before?.tag === 'nearly')
      ? 'some'
      : 'more',
  // `Trường Sao Mai`: a capital within a sentence makes a name of the word for tomorrow.
  ahead: ({ before }, part, { raw }) =>
    part.tokens.length === 1 && raw === 'Mai' && isWord(before) ? null : 'ahead',
  // `xong cả rồi nghe anh`: a word of the South and the middle for `nhé`
  take: ({ before, next }, part) =>
    isSingle(part, 'nghe') &&
    SAID_BEFORE_NGHE.has(before?.tag ?? null) &&
    (isEdge(next) || next!.tag === 'you')
      ? 'particle'
      : 'take',
  // `thì nộp từ thứ 2`
  sayAfter: ({ before }, { tokens }, first) =>
    isEdge(before) && first.fold === 'thi' && tokens.length === 2
      ? tokens[1]!.fold === 'bao'
        ? 'prep'
        : 'hand'
      : 'sayAfter',
  // `bao nhiêu phiếu thì nhập hết bấy nhiêu`
  ask: ({ parts }, part) =>
    foldedWords(part) === 'bao nhieu' &&
    parts.some(
      ({ tokens }) => tokens.length === 2 && tokens[0]!.fold === 'bay' && tokens[1]!.fold === 'nhieu',
    )
      ? 'particle'
      : 'ask',
  // `invoice no 12345`
  not: ({ next }, part, first) =>
    first.fold === 'no' && part.tokens.length === 1 && isCounted(next) ? 'other' : 'not',
  // `du mua lon` for dù
  every: ({ before, next }, part, first) =>
    isSingle(part, 'du') && isUnmarked(first) && isEdge(before) && HINDERS.has(next?.tag ?? null)
      ? 'although'
      : 'every',
  // `xe 2 chiều`
  day: ({ before, parts, at }, part) =>
    isSingle(part, 'chieu') && startsNumber(before) && parts[at - 2]?.tag !== 'at' ? 'other' : 'day',
  // `chưa bao giờ làm nhanh thế này`
  notYet: ({ parts, at }, part) => {
    const isEver = /^chua (?:bao gio|tung)$/.test(foldedWords(part));
    const words = parts
      .slice(at + 1, at + 6)
      .map(foldedWords)
      .join(' ');
    return isEver && /(?:^| )(?:the|vay|rua|ri)(?: nay| nua)?(?: |$)/.test(words) ? 'particle' : 'notYet';
  },
  // English `from km 3 to km 5`
  must: ({ parts, at }, part) =>
    isSingle(part, 'to') &&
    parts.slice(Math.max(0, at - 4), at).some(({ tokens }) => tokens[0]!.fold === 'from')
      ? 'particle'
      : 'must',
  // `ngay 20/11` for ngày
  onTime: ({ next }, _, first) => (first.fold === 'ngay' && startsNumber(next) ? null : 'onTime'),
};

/** Whether a word of the tag may mean something else beside others. */
export function isTurning(tag: Tag): boolean {
  return RULES[tag] !== undefined;
}

/** What a part that the lexicon knows means where it stands. */
export function settleWord(part: Part, place: Place): Tag | null {
  const first = part.tokens[0]!;
  // `mời các bác qua nhà`
  if (place.next?.tag === 'you' && isEdge(place.before) && /^(?:kinh |xin )?moi$/.test(foldedWords(part)))
    return 'wish';
  if (part.tag === null) return null;
  const rule = RULES[part.tag];
  return rule ? rule(place, part, first) : part.tag;
}

function isCounted(part: Part | undefined): boolean {
  return /^(?:number|phone)$/.test(part?.tokens[0]!.kind ?? '');
}

function isOnlyRound(parts: readonly Part[]): boolean {
  return parts.filter((part) => isSingle(part, 'dot')).length === 1;
}

function isToldBefore(parts: readonly Part[], at: number): boolean {
  return isVerb(parts[at - 2]) && parts.slice(Math.max(0, at - 6), at).some(({ tag }) => tag === 'past');
}

function isSingle({ tokens }: Part, fold: string): boolean {
  return tokens.length === 1 && tokens[0]!.fold === fold;
}

function isAwaited(part: Part, { before, next }: Place): boolean {
  // `soan xong, cho truong phong xem`
  if (before && isMark(before) && isUnmarked(before.tokens[0]!) && next && FOR_WHOM.has(next.tag))
    return isUnmarked(next.tokens[0]!);
  const doing = before?.tag === 'doing' ? before.tokens.at(-1)! : undefined;
  if (doing?.fold !== 'dang' || !isUnmarked(doing)) return false;
  return part.tokens.length > 1 || AWAITED.has(next?.tag ?? null);
}

function isOnly({ parts, at, next }: Place): boolean {
  if (LACKING.has(next?.tag ?? null) || startsNumber(next)) return true;
  return VERBS.has(next?.tag ?? null) && parts.slice(at + 2, at + 5).some(startsNumber);
}

function startsTime(part: Part | undefined): boolean {
  if (!part || isMark(part)) return false;
  const { kind, fold } = part.tokens[0]!;
  return part.tag === 'day' || kind === 'date' || kind === 'clock' || fold === 'thu';
}
