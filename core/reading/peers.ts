import { isOthersToCome } from './rest-to-come.js';
import { parseSyllable } from '../text/syllable.js';
import { WordSet } from '../text/word-set.js';
import { foldedWords, joinedWords, type Clause, type Part } from './part.js';
import { find, indexOf, isUnknownWord, tags, VERBS, withMeaning, type Meaning } from './sense.js';
import { isThey } from './settle/settle-speech.js';
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
const MAY_NAME = new WordSet(['ta', 'canh', 'ben', 'ban', ...OTHER]);
const NAMES = tags('member', 'piece', 'other', 'folk', 'resource');
const SILENT: ReadonlySet<Meaning> = new Set<Meaning>(['none', 'ack', 'question', 'clean', 'supposed']);

/**
 * `xong rồi ạ, các đơn vị khác còn đang làm`; `bên kia xong`: how far others are is not how far this unit is. Where the
 * unit speaks of one by name, the others may be parts of it.
 */
export function withoutPeers(said: readonly Statement[]): readonly Statement[] {
  if (!said.some(({ clause }) => isOfPeers(clause) || isOfThem(clause))) return said;
  const areTheirs = said.map(({ clause }) => isOfPeers(clause));
  const ours = said.filter((_, at) => !areTheirs[at]);
  if (areTheirs.includes(true) && ours.some((one) => !SILENT.has(one.sense.meaning)) && ours.every(isOwn))
    return ours;
  return said.map((one, at) =>
    (areTheirs[at] || isOfThem(one.clause)) && one.sense.meaning === 'done'
      ? createStatement(one.clause, withMeaning(one.sense, 'none'), null)
      : one,
  );
}

function isOfPeers({ parts }: Clause): boolean {
  const at = parts.findIndex(isOther);
  // `xã khác xong hết rồi mà bên mình vẫn đang làm`
  const self = indexOf(parts, 'self');
  if (at < 1 || (self >= 0 && !(self === parts.length - 1 && parts[self - 1]?.tag === 'that'))) return false;
  // `em đặt rồi, mai người ta giao`: those who bring it
  if (isPair(parts, at, 'nguoi', 'ta')) return !isOthersToCome(parts);
  return UNITS.test(foldedWords(parts[at - 1]));
}

/** `họ nộp rồi`; without marks `xã bên họ nộp rồi` only */
function isOfThem({ parts, opener }: Clause): boolean {
  // `chưa có thôn Hạ, nhưng sáng nay họ nộp nốt rồi`
  if (opener === 'contrast' || !parts.some(mayBeOfThem)) return false;
  if (parts.some((part) => foldedWords(part) === 'theirs')) return true;
  // `con em thi xong rồi`
  if (parts[0] && KIN_WORDS.holds(parts[0].tokens[0]!) && KIN.test(joinedWords(parts.slice(0, 2))))
    return true;
  const verb = indexOf(parts, VERBS);
  if (verb < 1) return false;
  // `kho bên huyện kiểm xong`
  const from = parts.findIndex((part) => OFFICES.has(foldedWords(part)));
  if (from > 1 && from < verb && foldedWords(parts[from - 1]) === 'ben') return true;
  return parts.some(
    (part, at) => (at < verb && (isThey(part) || mayBeThem(parts, at))) || isNamedThey(parts, at),
  );
}

/** `bên xã Phú Sơn họ xong rồi`: a name that may be a verb is no deed of theirs. */
function isNamedThey(parts: readonly Part[], at: number): boolean {
  if (!isThey(parts[at]) || !VERBS.holds(parts[at + 1])) return false;
  return /^\p{Lu}\p{Ll}/u.test(parts[at - 1]?.tokens.at(-1)?.raw ?? '');
}

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
  return !find(parts, NAMES) && !parts.some(isUnknownWord);
}
