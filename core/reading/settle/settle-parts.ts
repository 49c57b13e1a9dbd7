import type { Token } from '../../text/tokens.js';
import { createPart, foldedWords, type Part } from '../clause/part.js';
import { looksLikeDate } from '../clause/dates.js';
import { isVerb, PIECES, tags } from '../clause/sense.js';
import type { Tag } from '../words/tags.js';
import { guessWord } from './guess-word.js';
import { addPart, lastOf } from './join-times.js';
import { isEdge, isMark, isUnmarked, isWord, type Place } from './place.js';
import { isThey, isToldBy } from './settle-speech.js';
import { settleWord, TURNING } from './settle-word.js';

// Who has a name of their own, and what a name may look like.
const NAMED = tags('self', 'you', 'member');
const CALLED = tags('you');
const NAME_LIKE = tags(
  ...(['nearly', 'work', 'harm', 'ahead', 'member', 'today', 'day', 'resource', 'trouble', 'ask'] as const),
);

/** Decides by its neighbours what a word means that could be several, and puts the words of a date together. */
export function settleParts(parts: readonly Part[]): Part[] {
  const settled: Part[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]!;
    const next = parts[at + 1];
    if (isWeekday(part, next)) {
      at += 1;
      addPart(settled, createPart('day', [...part.tokens, ...next!.tokens]));
      continue;
    }
    const before = lastOf(settled);
    const tag = mayTurn(part, before, next) ? tagOf(part, { parts, at, before, next }) : part.tag;
    addPart(settled, tag === part.tag ? part : createPart(tag, part.tokens, part.guesses));
  }
  return settled;
}

/** Whether anything beside it can change what a part means: most words are plain. */
function mayTurn(part: Part, before: Part | undefined, next: Part | undefined): boolean {
  return (
    part.tag === null ||
    TURNING.holds(part) ||
    NAMED.holds(before) ||
    CALLED.holds(next) ||
    isThey(before) ||
    isNameOfUnit(part, before, next)
  );
}

function tagOf(part: Part, place: Place): Tag | null {
  if (NAMED.holds(place.before) && (isName(part) || isCalled(part, place))) return null;
  if (isNameOfUnit(part, place.before, place.next)) return null;
  if (isToldBy(part, place)) return 'said';
  if (part.tag !== null) return settleWord(part, place);
  return part.guesses.length > 0 ? (settleWord(part, place) ?? guessWord(part, place)) : tagOfUnknown(place);
}

/** `chị Thu`, `anh Sáng`, `khoa Nhi` */
function isName({ tag, tokens }: Part): boolean {
  return tokens.length === 1 && (tag === null || NAME_LIKE.has(tag)) && /^\p{Lu}\p{Ll}/u.test(tokens[0]!.raw);
}

const UNITS =
  /^(?:htx|hop tac xa|xa|truong|ap|thon|xom|to|to dan pho|lop|phuong|thi tran|cong ty|cty|khu|khu pho|doi|tram|hoi|chi bo|chi hoi|cho|lang|buon|doanh nghiep|dn)$/;
const DOES = tags(
  ...(['take', 'hand', 'work', 'draft', 'prep', 'past', 'will', 'doing', 'notYet', 'ack', 'yes'] as const),
);

/** `HTX Thành Công nhận văn bản`: before a verb it is the name of the unit. */
const isNameOfUnit = (part: Part, before: Part | undefined, next: Part | undefined): boolean =>
  part.tag === 'complete' &&
  (DOES.holds(next) || next?.tokens[0]!.fold === 'nhan') &&
  foldedWords(part) === 'thanh cong' &&
  UNITS.test(foldedWords(before));

/** `cô thu ơi` */
const isCalled = ({ tokens }: Part, { before, next }: Place): boolean =>
  tokens.length === 1 && before?.tag === 'you' && next?.tokens[0]!.fold === 'oi';

function isWeekday({ tokens }: Part, next: Part | undefined): boolean {
  const [token] = tokens;
  if (tokens.length > 1 || token!.fold !== 'thu' || next?.tokens[0]!.kind !== 'number') return false;
  return (isUnmarked(token!) || token!.raw.toLowerCase() === 'thứ') && /^[2-7]$/.test(next.tokens[0].raw);
}

/** A date or hour in figures, a participle. */
function tagOfUnknown(place: Place): Tag | null {
  const { parts, at, next } = place;
  const token = parts[at]!.tokens[0]!;
  if (isParticiple(token, place)) return 'complete';
  if (isGoingOn(token, place)) return 'doing';
  // `nhé c`, `ơi e`: chị, em
  if (
    token.kind === 'word' &&
    token.fold.length === 1 &&
    /^[aceb]$/.test(token.fold) &&
    isEdge(next) &&
    place.before?.tag &&
    isWord(place.before)
  )
    return PIECES.holds(place.before) ? null : 'particle';
  // `em gửi mail sau`
  if (token.fold === 'sau' && isUnmarked(token) && isEdge(next) && isToldOf(place)) return 'ahead';
  if (token.kind === 'date' || token.kind === 'clock') return isOfDocument(place) ? null : 'day';
  if (token.kind !== 'ratio') return null;
  const before = at > 0 ? parts[at - 1]!.tokens.at(-1) : undefined;
  const around = [...(before ? [before] : []), token, ...(next ? [next.tokens[0]!] : [])];
  return looksLikeDate(around, before ? 1 : 0) && !isOfDocument(place) ? 'day' : null;
}

/** `số 48/BC-UBND ngày 5/6`: the date that a document bears */
const isOfDocument = ({ before, parts, at }: Place): boolean =>
  isDocument(parts, before?.tag === 'at' ? at - 2 : at - 1);

function isDocument(parts: readonly Part[], at: number): boolean {
  const kind = parts[at]?.tokens[0]!.kind;
  const isNamed =
    /^so(?: den| di| cv)?$/.test(foldedWords(parts[at - 1])) || foldedWords(parts[at - 2]) === 'so';
  return kind === 'document' || (kind === 'number' && isNamed);
}

function isToldOf({ parts, at }: Place): boolean {
  const near = parts.slice(Math.max(0, at - 4), at);
  return near.some(({ tag }) => tag === 'self') && near.some(isVerb);
}

const AUXILIARIES = new Set("are is am were still currently we're i'm they're now".split(' '));

const STILL_WORKS = /^(?:running|working|flowing|functioning|going|coming)$/;
const NOT_ACTS = /^(?:.*thing|raining|pouring|freezing|snowing|boiling|sweltering)$/;
// What begins a sentence and is no act of ours.
const NOT_BEGUN =
  /^(?:regarding|following|including|excluding|concerning|considering|during|missing|lacking|needing|assuming|hoping|meeting|morning|evening|training|pending|waiting|closing)$/;
const ACTED_ON = /^(?:it|them|this|these|those|the|our|my|now)$/;

/** Whether `now` ends what is said. */
function saysNow(parts: readonly Part[]): boolean {
  const now = parts.findIndex(({ tag }) => tag === 'now');
  return now > 0 && isEdge(parts[now + 1]) && !parts.slice(0, now).some(isMark);
}

/** English `we are packing the goods`, `printing them now` */
function isGoingOn(token: Token, { parts, at, before, next }: Place): boolean {
  const { fold } = token;
  if (!fold.endsWith('ing') || !/^[a-z]{3,}ing$/.test(fold) || NOT_ACTS.test(fold)) return false;
  const after = next?.tokens[0]!.fold ?? '';
  // `setting up tables now`
  if (isEdge(before)) {
    const isActing = ACTED_ON.test(after) || (isWord(next) && saysNow(parts.slice(at + 1, at + 6)));
    return isActing && !NOT_BEGUN.test(fold) && !STILL_WORKS.test(fold);
  }
  if (after === 'now' ? STILL_WORKS.test(fold) : /^(?:again|well|fine|ok|normally)$/.test(after))
    return false;
  return AUXILIARIES.has(before!.tokens.at(-1)?.fold ?? '');
}

/** English `have all been changed` */
function isParticiple(token: Token, { parts, at }: Place): boolean {
  if (token.kind !== 'word' || token.fold.length < 5 || !token.fold.endsWith('ed')) return false;
  return parts
    .slice(Math.max(0, at - 4), at)
    .some(({ tag, tokens }) => tag === 'past' || tag === 'self' || tokens[0]!.fold === 'been');
}
