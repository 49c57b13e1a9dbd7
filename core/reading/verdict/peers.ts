import { isOthersToCome } from './rest-to-come.js';
import { parseSyllable } from '../../text/syllable.js';
import { WordSet } from '../../text/word-set.js';
import { foldedWords, joinedWords, type Clause, type Part } from '../clause/part.js';
import {
  find,
  indexOf,
  isUnknownWord,
  LIGHT,
  tags,
  VERBS,
  withMeaning,
  type Meaning,
} from '../clause/sense.js';
import { isThey } from '../settle/settle-speech.js';
import { createStatement, type Statement } from './statement.js';

const UNITS =
  /^(?:don vi|ben|co quan|nguoi|cho|dong nghiep|xa|phuong|truong|phong|tram|huyen|tinh|cua hang|chi nhanh|khoa|doi|nhom|team|shop|lop|to|thon|xom|ap|lang|buon|khu pho|khoi|chi hoi)$/;
const AREAS = /^(?:xa|phuong|huyen|thon|truong|lop|to|xom|ap|lang|khoa|phong)$/;
const KIN =
  /^(?:(?:con|vo|chong|bo|me|ba noi|ba ngoai) (?:nha )?(?:em|toi|minh|tui)|con (?:gai|trai) (?:em|toi|minh|tui|chi|anh))(?: |$)/;
const KIN_WORDS = new WordSet(['con', 'vo', 'chong', 'bo', 'me', 'ba']);
const OFFICES = new Set(['huyen', 'tinh', 'so', 'bo']);
// What the cases below speak of; most clauses hold none of it.
const THEM = new WordSet(['theirs', 'ho', 'con', 'vo', 'chong', 'bo', 'me', 'ba', ...OFFICES]);
const mayBeOfThem = ({ tokens }: Part): boolean => THEM.holds(tokens[0]!);
const PREDICATES = tags('work', 'hand', 'draft', 'complete', 'past', 'doing', 'notYet', 'every', 'then');
const OTHER = new Set(['khac', 'kia']);
// The words that the names of others end in.
const MAY_NAME = new WordSet(['ta', 'canh', 'ben', 'ban', 'ke', 'sat', 'giap', 'lan', 'lang', ...OTHER]);
const NEIGHBOURS = /^(?:(?:ke|sat|giap) ben|lan can|lang gieng)$/;
const NAMES = tags('member', 'piece', 'other', 'folk', 'resource');
const SILENT: ReadonlySet<Meaning> = new Set<Meaning>(['none', 'ack', 'question', 'clean', 'supposed']);

/**
 * `xong rồi ạ, các đơn vị khác còn đang làm`; `bên kia xong`: how far others are is not how far this unit is. Where the
 * unit speaks of one by name, the others may be parts of it.
 */
export function withoutPeers(said: readonly Statement[]): readonly Statement[] {
  const areTheirs = said.map(({ clause }, at) => isOfPeers(clause) || isOfOthers(said, at));
  if (!areTheirs.includes(true) && !said.some(({ clause }) => isOfThem(clause))) return said;
  const ours = said.filter((_, at) => !areTheirs[at]);
  if (areTheirs.includes(true) && ours.some((one) => !SILENT.has(one.sense.meaning)) && ours.every(isOwn))
    return ours;
  const isAllTheirs = said.every(
    ({ clause, sense }, at) => SILENT.has(sense.meaning) || isOtherUnit(clause) || isOfOthers(said, at),
  );
  return said.map((one, at) =>
    (areTheirs[at] || isOfThem(one.clause)) && (one.sense.meaning === 'done' || isAllTheirs)
      ? createStatement(one.clause, withMeaning(one.sense, 'none'), null)
      : one,
  );
}

const NOT_SAID_OF = tags('except', 'not', 'cannot', 'notYet', 'work', 'hand', 'draft', 'complete');

/** `xã khác còn chưa nộp mà`; of `bên kia chưa ký` and `trừ xóm Bãi mấy xóm kia xong rồi` the work may be ours. */
function isOtherUnit(clause: Clause): boolean {
  const { parts } = clause;
  if (!isOfPeers(clause)) return isEnglishPeer(parts);
  return foldedWords(parts[0]) !== 'ben' && !find(parts, NOT_SAID_OF, 0, parts.findIndex(isOther));
}

const AT_SCHOOL = /^(?:thi|hoc|di hoc|thi hoc ky|thi dai hoc)$/;

/** What is said of a unit by name, or of a child at school (`con tui bữa nay thi`), where more than that name tells that it is another. */
function isOfOthers(said: readonly Statement[], at: number): boolean {
  const { parts } = said[at]!.clause;
  if (isOfKin(parts) && parts.some((part) => AT_SCHOOL.test(foldedWords(part)))) return true;
  if (!isOfTheirs(parts) && !isHeardOf(parts) && !isNotUs(said[at + 1]?.clause) && !isOursAsked(said[at + 1]))
    return false;
  return !find(parts, 'self') && parts.some((part) => UNITS.test(foldedWords(part)));
}

/** `bên phòng nội vụ đang tổng hợp cái của họ`; without its mark only at the end, as hộ has a name or a number. */
const isOfTheirs = (parts: readonly Part[]): boolean =>
  parts.some(
    (part, at) =>
      part.tokens[0]!.fold === 'ho' &&
      foldedWords(parts[at - 1]) === 'cua' &&
      (isThey(part) || at === parts.length - 1),
  );

const isName = (part: Part | undefined): boolean =>
  isUnknownWord(part) || /^\p{Lu}/u.test(part?.tokens[0]!.raw ?? '');

const HEARD = tags('maybe', 'said');

/** `hình như trường Lê Lợi đang làm` */
const isHeardOf = (parts: readonly Part[]): boolean =>
  HEARD.holds(parts[0]) &&
  UNITS.test(foldedWords(parts[1])) &&
  isName(parts[2]) &&
  find(parts, 'doing', 3) !== undefined;

/** `bên tòa nhà B làm rồi, bên mình lịch ngày mấy ạ`: of ours it is asked when */
function isOursAsked(next: Statement | undefined): boolean {
  const who = next?.clause.parts[0];
  // `em` alone may be the one that speaks for the part named before.
  return next?.sense.meaning === 'question' && who?.tag === 'self' && who.tokens.length > 1;
}

/** `…, không phải bên em`, `… chứ không phải tụi em`: whose it is not */
function isNotUs(clause: Clause | undefined): boolean {
  const parts = clause?.parts ?? [];
  const isDenied = clause?.opener === 'contrast' || foldedWords(parts[0]) === 'khong phai';
  const self = indexOf(parts, 'self', 0, 3);
  return isDenied && self >= 0 && parts.slice(self + 1).every((part) => LIGHT.holds(part));
}

function isOfPeers({ parts }: Clause): boolean {
  if (isEnglishArea(parts)) return true;
  const at = parts.findIndex(isOther);
  // `xã khác xong hết rồi mà bên mình vẫn đang làm`
  const self = indexOf(parts, 'self');
  if (at < 1 || (self >= 0 && !(self === parts.length - 1 && parts[self - 1]?.tag === 'that'))) return false;
  // `em đặt rồi, mai người ta giao`: those who bring it
  if (isPair(parts, at, 'nguoi', 'ta')) return !isOthersToCome(parts);
  return UNITS.test(foldedWords(parts[at - 1]));
}

const ENGLISH_OTHERS = new WordSet('other another next adjacent nearby neighbouring neighboring'.split(' '));
const ENGLISH_UNITS =
  /^(?:district|ward|commune|village|hamlet|province|town|school|shop|store|branch|office|department|team|class|classe|clinic|hospital|station|group|unit|company|kindergarten|room|floor|block|site|building)s?$/;
const ENGLISH_AREAS = /^(?:district|ward|commune|province|town|school|hospital|company|kindergarten)s?$/;

// `submitted to the other office`, `I heard the other ward is done`
const NOT_BEFORE = tags('work', 'hand', 'draft', 'complete', 'self', 'said', 'maybe');

/** `the other district finished last week`, `the shop next door is done`; to `the other office` it was sent. */
function isEnglishPeer(parts: readonly Part[], units = ENGLISH_UNITS): boolean {
  const at = parts.findIndex(({ tokens }) => ENGLISH_OTHERS.holds(tokens[0]!));
  if (at < 0 || find(parts, NOT_BEFORE, 0, at)) return false;
  const isUnit = ({ tokens }: Part): boolean => units.test(tokens.at(-1)!.fold);
  if (foldedWords(parts[at + 1]) === 'door') return parts.slice(0, at).some(isUnit);
  return parts.slice(at + 1, at + 3).some(isUnit);
}

/** `the other district has not`; `the next ward` and `the other team` may be ours, and still to come. */
const isEnglishArea = (parts: readonly Part[]): boolean =>
  !parts.some(({ tokens }) => /^(?:next|another)$/.test(tokens[0]!.fold)) &&
  isEnglishPeer(parts, ENGLISH_AREAS);

/** `họ nộp rồi`; without marks `xã bên họ nộp rồi` only */
function isOfThem({ parts, opener }: Clause): boolean {
  // `chưa có thôn Hạ, nhưng sáng nay họ nộp nốt rồi`
  if (opener === 'contrast') return false;
  if (isEnglishPeer(parts)) return true;
  if (!parts.some(mayBeOfThem)) return false;
  if (parts.some((part) => foldedWords(part) === 'theirs')) return true;
  if (isOfKin(parts)) return true;
  const verb = indexOf(parts, VERBS);
  if (verb < 1) return false;
  // `kho bên huyện kiểm xong`
  const from = parts.findIndex((part) => OFFICES.has(foldedWords(part)));
  if (from > 1 && from < verb && foldedWords(parts[from - 1]) === 'ben') return true;
  return parts.slice(0, verb).some((part, at) => isThey(part) || mayBeThem(parts, at));
}

/** `con em thi xong rồi` */
const isOfKin = ([first, second]: readonly Part[]): boolean =>
  first !== undefined &&
  KIN_WORDS.holds(first.tokens[0]!) &&
  KIN.test(joinedWords(second ? [first, second] : [first]));

/** `xa ben ho nop roi`, `truong Le Loi ho nop het roi` without marks: họ */
function mayBeThem(parts: readonly Part[], at: number): boolean {
  if (isPair(parts, at, 'ben', 'ho')) return AREAS.test(foldedWords(parts[at - 2]));
  if (foldedWords(parts[at]) !== 'ho') return false;
  const isName =
    isUnknownWord(parts[at - 1]) && parts.slice(0, at).some((part) => AREAS.test(foldedWords(part)));
  return isName && VERBS.holds(parts[at + 1]);
}

/** `người ta`, `bên cạnh` */
function isPair(parts: readonly Part[], at: number, first: string, second: string): boolean {
  return parts[at]!.tokens[0]!.fold === second && foldedWords(parts[at - 1]) === first;
}

const FRIEND = parseSyllable('bạn').key;

/** `đơn vị bạn`; `phòng ban` is another word. */
const isOther = ({ tag, tokens }: Part, at: number, parts: readonly Part[]): boolean => {
  const [word] = tokens;
  if (!MAY_NAME.holds(word!)) return false;
  if (isPair(parts, at, 'nguoi', 'ta') || isPair(parts, at, 'ben', 'canh')) return true;
  if (NEIGHBOURS.test(joinedWords(parts.slice(at, at + 2)))) return true;
  // `huyện bên làm xong rồi`; `lớp bên em` is one's own.
  if (word!.fold === 'ben' && tokens.length === 1 && AREAS.test(foldedWords(parts[at - 1])))
    return leadsToVerb(parts, at + 1);
  if (tag === null) return OTHER.has(word!.fold) || word!.key === FRIEND;
  // `xa ban`, `don vi ban` without marks
  return word!.key === 'ban' && /^(?:xa|phuong|don vi)$/.test(foldedWords(parts[at - 1]));
};

/** `trường bên Tân Lập nộp rồi` */
function leadsToVerb(parts: readonly Part[], from: number): boolean {
  const verb = indexOf(parts, PREDICATES, from, from + 3);
  return verb >= 0 && parts.slice(from, verb).every((part) => isUnknownWord(part) || part.tag === 'other');
}

function isOwn({ clause: { parts }, sense }: Statement): boolean {
  if (SILENT.has(sense.meaning) || find(parts, 'self')) return true;
  // `our shop is done`
  if (parts.some((part) => /^ours?$/.test(foldedWords(part)))) return true;
  return !find(parts, NAMES) && !parts.some(isUnknownWord);
}
