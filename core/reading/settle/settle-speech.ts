import { parseSyllable } from '../../text/syllable.js';
import { WordSet } from '../../text/word-set.js';
import { foldedWords, type Part } from '../clause/part.js';
import { PERSONS, tags } from '../clause/sense.js';
import { isEdge, isMark, isUnmarked, isWord, type Place } from './place.js';

const AFTER_YES = tags(
  ...([
    'self',
    'you',
    'yes',
    'ack',
    'particle',
    'member',
    'not',
    'notYet',
    'already',
    'doing',
    'will',
  ] as const),
  ...([
    'past',
    'now',
    'nearly',
    'today',
    'day',
    'ahead',
    'ago',
    'letMe',
    'left',
    'newly',
    'cannot',
    'resource',
  ] as const),
);
const DENIED = tags('complete', 'able', 'more', 'every', 'hand', 'work', 'draft', 'already');
const DENIALS = tags('not', 'notYet', 'cannot', 'have');

/** `da` at the beginning is `dạ` before a person, a yes or anything that cannot follow `đã`. */
export function isYes(part: Part, { parts, at, before, next }: Place): boolean {
  if (!isUnmarked(part.tokens[0]!)) return false;
  // `da duoc a`
  if (part.tokens.length > 1) return foldedWords(part) === 'da duoc' && (!next || next.tag === 'particle');
  if (before && !isMark(before) && before.tag !== 'yes') return false;
  // `da va duong`, `da thay loc gio`: đã vá, đã thay
  if (next && /^(?:va|thay)$/.test(foldedWords(next)) && isWord(parts[at + 2])) return false;
  // `da c, thu 6 em nop`
  if (next && /^[aceb]$/.test(next.tokens[0]!.fold) && isEdge(parts[at + 2])) return true;
  return (
    next === undefined || isEdge(next) || AFTER_YES.holds(next) || /^\p{Lu}\p{Ll}/u.test(next.tokens[0]!.raw)
  );
}

/** `em báo xong rồi`, `chưa dám báo xong` and `chưa thấy báo` are no hearsay. */
export function isHearsay(part: Part, { parts, at, before }: Place): boolean {
  if (part.tokens.length === 1) return true;
  if (before?.tag === 'self' && (part.tokens.at(-1)!.fold === 'xong' || part.tokens[0]!.fold === 'bao'))
    return false;
  return !parts.slice(Math.max(0, at - 2), at).some(({ tag }) => tag === 'notYet' || tag === 'not');
}

const TELLS = new Set(['báo', 'bảo', 'nói', 'kêu', 'noi'].map((word) => parseSyllable(word).key));

const MAY_TELL = new WordSet(['bao', 'noi', 'keu']);
const SEES = parseSyllable('thấy').key;
const OTHERS = tags('member', 'folk');

/** `họ` with its mark: without it may be hộ or hồ. */
export const isThey = (part: Part | undefined): boolean =>
  part?.tokens[0]!.fold === 'ho' && part.tokens[0].raw.toLowerCase() === 'họ';

/** `anh Ba nói phát xong rồi`, `họ bảo nộp rồi`, `nghe bên kia nói xong rồi` */
export function isToldBy({ tokens }: Part, { parts, at, before, next }: Place): boolean {
  const [token] = tokens;
  // `hôm qua thấy xóm dưới khơi cống`
  if (token!.key === SEES) return before?.tag === 'ago' && OTHERS.holds(next);
  if (
    tokens.length > 1 ||
    !MAY_TELL.holds(token!) ||
    !TELLS.has(token!.key) ||
    isEdge(next) ||
    isEdge(before)
  )
    return false;
  if (isThey(before)) return true;
  if (token!.fold !== 'noi') return false;
  if (parts.slice(Math.max(0, at - heardWithin), at).some(isHeard)) return true;
  if (PERSONS.holds(next)) return false;
  const isPerson = before!.tag === 'you' || parts[at - 2]?.tag === 'you';
  return isUnmarked(token!) ? isPerson : before!.tag !== 'self';
}

const heardWithin = 4;
const isHeard = ({ tag, tokens }: Part): boolean => tag === 'take' && tokens[0]!.fold === 'nghe';

/** Whether `đâu` can deny there: `xong đâu`, `chưa nộp đâu`. */
export function isDenied({ parts, at, before, next }: Place): boolean {
  // `đâu mà xong`
  if (isEdge(before) && next?.tag === 'that') return true;
  return DENIED.holds(before) || parts.slice(Math.max(0, at - 6), at).some((part) => DENIALS.holds(part));
}
