import { foldedWords, joinedWords, type Part } from '../clause/part.js';
import { isVerb, PERSONS, PIECES, tags, VERBS } from '../clause/sense.js';
import { isAwaited, isGivenTo } from './awaited.js';
import { isEdge, isMark, isUnmarked, isWord, startsNumber, type Place } from './place.js';
import { isMissed, isSouthernNot } from './dialect.js';
import { isSingle, type Rule, type Rules } from './rule.js';
import { isDenied, isYes } from './settle-speech.js';

const HINDERS = tags('harm', 'trouble', 'lack');
const AFTER_NOUN = tags('past', 'member', 'notYet', 'not', 'harm', 'stuck', 'already', 'left', 'doing');
const BEFORE_NOW = tags('left', 'lack', 'notYet', 'not');
const REASONS = tags('harm', 'trouble', 'lack', 'stuck', 'suffer', 'wait');
const FORMS = /^(?:form|phieu|mau|bieu|to|don|link|bang|so|ho)$/;
const POSTED = /^(?:ben|len|nhom|web|page|trang|drive)$/;
const PLACES_TO_GO = /^(?:tang|lau|lop|thon|ban|xa|huyen|tinh|ap|xom|khu|khoi|phong|kho|ke|doi|nui|day)$/;
const PLANTS = /^(?:cay|hoa|rung|rau|ngo|keo|xoan|chuoi|dau|bap)$/;
const HOPED = /^(?:cho|sao|mau|som)$/;
const LACKING = tags('lack', 'left', 'some');

/** `cho` where something is awaited: chờ. */
export const waits: Rule = (place, part, first) =>
  isUnmarked(first) && first.fold === 'cho' && isAwaited(part, place) ? 'wait' : part.tag;

const isSelfNext = (next: Part | undefined): boolean =>
  next?.tag === 'self' && /^(?:em|minh|e|tui|con|chau|bon em|tui em|chung em)$/.test(foldedWords(next));

/** `soi nhiệt còn 38 độ`: what is measured, and nothing that is left to do. */
function isDegrees(parts: readonly Part[], at: number): boolean {
  if (!startsNumber(parts[at + 1])) return false;
  const unit = parts[at + 2]?.tokens[0]!.raw;
  return unit === 'độ' || (unit === 'do' && isEdge(parts[at + 3]));
}

/** `dam cuoi con Thao`: con, whose feast it is */
const isFeast = (parts: readonly Part[], at: number): boolean =>
  /^(?:dam (?:cuoi|hoi)|sinh nhat|thoi noi)$/.test(joinedWords(parts.slice(Math.max(0, at - 2), at)));

/** Words that without their marks may be others. */
export const UNMARKED: Rules = {
  past: (place, part) => (isYes(part, place) ? 'yes' : 'past'),
  // `moi lop` for mỗi lớp
  // `thieu moi chu Nam` for mỗi
  newly: ({ parts, at, before, next }, _, first) =>
    isUnmarked(first) && before?.tag === 'lack' && /thieu$/.test(foldedWords(before))
      ? 'only'
      : isUnmarked(first) && next?.tag === 'member' && !startsNumber(parts[at + 2])
        ? 'particle'
        : 'newly',
  // `200 lieu het han` for liều
  maybe: ({ before }, part) => (isSingle(part, 'lieu') && startsNumber(before) ? null : 'maybe'),
  // `da gan bien bao` for gắn
  // `cầu tạm đã lắp xong`: the word describes what is before it
  // `tong dai sap tu 2h`: sập, since what is near has not been for hours
  nearly: ({ before, next }, part, first) =>
    isSingle(part, 'sap') && isUnmarked(first) && isWord(before) && next?.tokens[0]!.fold === 'tu'
      ? 'harm'
      : isSingle(part, 'tam') && startsNumber(before)
        ? null
        : isSingle(part, 'tam') &&
            isWord(before) &&
            !PERSONS.holds(before) &&
            (isEdge(next) || AFTER_NOUN.holds(next))
          ? null
          : isSingle(part, 'gan') &&
              isUnmarked(first) &&
              before?.tag === 'past' &&
              (next?.tag === null || next?.tag === 'resource') &&
              isWord(next)
            ? 'work'
            : 'nearly',
  // `dang doi ben huyen` for đợi
  member: ({ before, next }, part, first) =>
    // `mong chi em lam xong dung han`
    isSingle(part, 'mong') &&
    isUnmarked(first) &&
    isEdge(before) &&
    (PERSONS.holds(next) || HOPED.test(next?.tokens[0]!.fold ?? ''))
      ? 'promise'
      : isSingle(part, 'doi') &&
          isUnmarked(first) &&
          before?.tag === 'doing' &&
          before.guesses.includes('wait')
        ? 'wait'
        : 'member',
  // `em dien form roi` for điền
  resource: ({ before, next }, part, first) =>
    isSingle(part, 'dien') &&
    isUnmarked(first) &&
    /^(?:self|past)$/.test(before?.tag ?? '') &&
    FORMS.test(next?.tokens[0]!.fold ?? '')
      ? 'work'
      : 'resource',
  // `dau` may be đầu or dấu.
  denyAfter: (place, _, first) =>
    isUnmarked(first) && first.fold === 'dau' && !isDenied(place)
      ? isLastAfterPast(place)
        ? 'ambiguous'
        : null
      : 'denyAfter',
  harm: (place, part) => (isMissed(part, place) ? 'lack' : isSouthernNot(part, place) ? 'not' : 'harm'),
  // `dang cho phe duyet`, `dang cho y kien`: chờ; `dang cho cac lop kiem tra`: cho
  // `em rang lam xong`: ráng
  particle: (place, part, first) =>
    isSingle(part, 'rang') && isUnmarked(first) && isVerb(place.next)
      ? 'promise'
      : isLeftThere(part, place)
        ? 'hand'
        : waits(place, part, first),
  you: (place, part, first) => {
    // `da thay bang gia`: thay, not thầy; `chi nop 2 lop` for chỉ
    if (isUnmarked(first) && first.fold === 'thay' && place.before?.tag === 'past') return 'work';
    if (isSingle(part, 'chu') && isUnmarked(first) && PIECES.holds(place.next)) return 'particle';
    return isSingle(part, 'chi') && isUnmarked(first) && isOnly(place) ? 'only' : 'you';
  },
  // `chi Lan bao phat xong roi`: bảo, of others
  prep: ({ parts, at, before, next }, part, first) =>
    // `pin hoi yeu`: hơi, not hỏi
    isRather(part, next, parts[at + 2])
      ? null
      : // `40 bao gao`: bags
        isSingle(part, 'bao') && isUnmarked(first) && startsNumber(before)
        ? null
        : isSingle(part, 'bao') &&
            isUnmarked(first) &&
            !isEdge(next) &&
            !isEdge(before) &&
            !PERSONS.holds(next) &&
            (before!.tag === 'you' || parts[at - 2]?.tag === 'you')
          ? 'said'
          : 'prep',
  // `trong xong cay` for trồng; `lam ngay` for ngay
  // `do thieu kinh phi`; `trước còn thiếu`
  at: ({ before, next }, part, first) =>
    isSingle(part, 'truoc') && isEdge(before) && BEFORE_NOW.holds(next)
      ? 'ago'
      : !isUnmarked(first) || part.tokens.length > 1
        ? 'at'
        : first.fold === 'do' && REASONS.holds(next)
          ? 'cause'
          : first.fold === 'trong' &&
              (next?.tag === 'complete' || next?.tag === 'every' || PLANTS.test(next?.tokens[0]!.fold ?? ''))
            ? 'work'
            : first.fold === 'ngay' && isEdge(next)
              ? 'onTime'
              : // `xong roi, toi em viet` for tối
                first.fold === 'toi' && isEdge(before) && isSelfNext(next)
                ? 'day'
                : 'at',
  // `toi thu 6` for tới thứ 6
  self: ({ next }, _, first) =>
    isUnmarked(first) && first.fold === 'toi' && startsTime(next) ? 'at' : 'self',
  // `1 nua`, `duoc nua`, `gan nua` for nửa
  more: ({ before }, _, first) =>
    isUnmarked(first) && (startsNumber(before) || before?.tag === 'able' || before?.tag === 'nearly')
      ? 'some'
      : 'more',
  // `du mua lon` for dù; `toàn báo lỗi`: nothing but errors
  every: ({ before, next }, part, first) =>
    isSingle(part, 'toan') && HINDERS.holds(next)
      ? 'particle'
      : isSingle(part, 'du') && isUnmarked(first) && isEdge(before) && HINDERS.holds(next)
        ? 'although'
        : 'every',
  // `812 con trau` counts animals; `còn xong` is nothing one says.
  left: ({ parts, at, before, next }, part, first) =>
    isDegrees(parts, at) ||
    (isSingle(part, 'con') &&
      isUnmarked(first) &&
      ((startsNumber(before) && !startsNumber(next)) || next?.tag === 'complete' || isFeast(parts, at)))
      ? null
      : 'left',
  // `anh em dang ben nhom` for đăng; `dang len tang 1`: đang
  wait: (place, part) => (isGivenTo(part, place) ? 'particle' : 'wait'),
  doing: ({ parts, at, next }, part, first) =>
    isOnRoad(part, next) || isDegrees(parts, at)
      ? 'other'
      : isSingle(part, 'dang') &&
          isUnmarked(first) &&
          next?.tokens.length === 1 &&
          POSTED.test(next.tokens[0]!.fold) &&
          !(isSingle(next, 'len') && PLACES_TO_GO.test(parts[at + 2]?.tokens[0]!.fold ?? ''))
        ? 'work'
        : 'doing',
  // `ngay 20/11` for ngày
  onTime: ({ next }, _, first) => (first.fold === 'ngay' && startsNumber(next) ? null : 'onTime'),
};

/** `da thu hoach dau`: đâu takes it back, đậu is what was harvested. */
function isLastAfterPast({ parts, at, next }: Place): boolean {
  return (
    (isEdge(next) || next!.tag === 'particle') &&
    parts.slice(Math.max(0, at - 6), at).some((part) => part.tag === 'past' && isUnmarked(part.tokens[0]!))
  );
}

const HOW =
  /^(?:yeu|dai|nhan|mo|ngan|xau|cham|tre|nho|cu|ban|be|lon|mong|day|it|met|on|nong|lanh|cung|mem|rong|chat|long|lech|meo|cong|nghieng|toi|nhat|nhoe|dat|xa|kho|vang|nat|rach|xuoc|muon|lau|vat va|lung tung|cuc)$/;

const isRather = (part: Part, next: Part | undefined, behind: Part | undefined): boolean =>
  isSingle(part, 'hoi') &&
  isUnmarked(part.tokens[0]!) &&
  HOW.test(foldedWords(next)) &&
  (isEdge(behind) || behind!.tag === 'particle' || behind!.tag === 'you' || behind!.tag === 'only');

/** `ăn uống hơi thiếu` */
export const isALittle = (before: Part | undefined): boolean =>
  foldedWords(before) === 'hoi' && before!.tokens[0]!.marks !== '';

const PLACES = /^de (?:o|tren|tai|lai|san)$/;

/** `em để trên bàn anh rồi`: handed over. */
function isLeftThere(part: Part, { parts, at, before }: Place): boolean {
  return (
    before?.tag === 'self' &&
    part.tokens.length > 1 &&
    PLACES.test(foldedWords(part)) &&
    parts.slice(at + 1, at + 6).some(({ tag }) => tag === 'already')
  );
}

function isOnly({ parts, at, next }: Place): boolean {
  if (LACKING.holds(next) || startsNumber(next)) return true;
  return VERBS.holds(next) && parts.slice(at + 2, at + 5).some(startsNumber);
}

function startsTime(part: Part | undefined): boolean {
  if (!part || isMark(part)) return false;
  const { kind, fold } = part.tokens[0]!;
  return part.tag === 'day' || kind === 'date' || kind === 'clock' || fold === 'thu';
}

/** `sap dat 100%` without marks: sắp đạt, and not sắp đặt */
export function isNearly(part: Part, { next }: Place): boolean {
  return (
    part.tokens[0]!.marks === '' &&
    foldedWords(part) === 'sap dat' &&
    /^(?:percent|ratio|number)$/.test(next?.tokens[0]!.kind ?? '')
  );
}

/** `xóa ổ gà trên đường liên xã`: where it is; `đang trên đường tới`. */
const isOnRoad = (part: Part, next: Part | undefined): boolean =>
  foldedWords(part) === 'tren duong' &&
  /^(?:lien|tinh|quoc|be|vao|vo|ngang|so|dan|noi)$/.test(next?.tokens[0]!.fold ?? '');
