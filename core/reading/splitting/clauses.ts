import { findPhrases } from '../../text/phrase-book.js';
import { tokenise, type Token } from '../../text/tokens.js';
import { placeDays } from '../settle/place-days.js';
import { settleParts } from '../settle/settle-parts.js';
import { spellTokens } from './spell-tokens.js';
import { nameResults } from '../title/title-result.js';
import { nameScope } from '../title/title-scope.js';
import { nameWork } from '../title/title-verb.js';
import { NO_TITLE, type Title } from '../title/title.js';
import type { Book } from '../words/lexicon.js';
import { isDenied, withoutCorrected, withoutRefuted } from './corrected.js';
import { createPart, foldedWords, type Clause, type Opener, type Part } from '../clause/part.js';
import { DENIALS, find, indexOf, isNumber, tags } from '../clause/sense.js';
import type { TagSet } from '../clause/tag-set.js';
import { endMark, HINDRANCES, splitsBefore } from './splits.js';

const OPENERS = tags('cause', 'contrast', 'although', 'so', 'propose', 'hurdle');
const MAY_OPEN = tags(
  ...(['cause', 'contrast', 'although', 'so', 'propose', 'hurdle', 'particle', 'that', 'ahead'] as const),
);

/**
 * Cuts a reply into clauses: at punctuation, line ends, and before words such as `nhưng`, `vì`, `còn`. `title`: of the
 * directive that is answered; `saidOn`: the day it was said, as an ISO date, or '' for unknown.
 */
export function readClauses(text: string, title: Title = NO_TITLE, saidOn = ''): Clause[] {
  const { tokens, book } = spellTokens(tokenise(text));
  const named = nameResults(nameScope(nameWork(toParts(tokens, book), title.verb), title), title);
  const parts = withoutRefuted(placeDays(settleParts(named), saidOn));
  const clauses: Clause[] = [];
  let clause: Clause = { parts: [], opener: null, end: '' };
  const close = (end: string): void => {
    clause.end = end;
    if (isListed(clause, clauses.at(-1))) clause.opener = 'hurdle';
    if (clause.opener !== null || saysAnything(clause, clauses.at(-1)?.end)) clauses.push(clause);
    else if (end === '?' && clause.parts.length === 0 && clauses.length > 0)
      clauses[clauses.length - 1]!.end = '?';
    clause = { parts: [], opener: null, end: '' };
  };
  parts.forEach((part, index) => {
    const mark = isHyphen(parts, index) ? null : endMark(part);
    if (mark === ':' && isLabel(clause.parts)) return;
    if (mark !== null) return close(mark);
    if (part.tag === 'that' && isDenied(clause.parts)) {
      clause = { parts: [], opener: 'contrast', end: '' };
      return;
    }
    const opener = openerOf(parts, index, clause.parts);
    if (opener !== null) {
      // `nhưng vướng là …`: the second word says more.
      const isLeadIn = opener === 'hurdle' && clause.parts.every((part) => LEAD_IN.holds(part));
      if (isLeadIn) clause.parts = [];
      else if (clause.opener === null || clause.parts.length > 0) close('');
      clause.opener = opener;
      if (opener === 'propose') clause.parts.push(part);
      return;
    }
    if (clause.parts.length >= longestClause || splitsBefore(parts, index, clause.parts)) close('');
    clause.parts.push(part);
  });
  close('');
  return withoutCorrected(clauses);
}

/** What leads to a hurdle leads to all that the sentence lists: `khó khăn là còn vài hộ, đường xa`. */
const isListed = ({ opener, parts }: Clause, last: Clause | undefined): boolean =>
  opener === null &&
  last?.opener === 'hurdle' &&
  (last.end === ',' || last.end === '') &&
  // `lúc đầu vướng mặt bằng, giờ gỡ được rồi`
  !(parts[0]?.tag === 'now' && find(parts, 'solved'));

/** `Công-gô`, `43-F1` */
function isHyphen(parts: readonly Part[], index: number): boolean {
  const [mark] = parts[index]!.tokens;
  const [before, next] = [parts[index - 1]?.tokens.at(-1), parts[index + 1]?.tokens[0]];
  return (
    mark!.raw === '-' &&
    before?.kind === 'word' &&
    next?.kind === 'word' &&
    before.end === mark!.start &&
    next.start === mark!.end
  );
}

// Nobody says so much without a mark: what is longer is cut, since the rules look around in a clause.
const longestClause = 28;

function toParts(tokens: Token[], book: Book): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { tag, guesses, from, to } of findPhrases(tokens, book)) {
    for (; at < from; at += 1) parts.push(createPart(null, [tokens[at]!]));
    parts.push(createPart(tag, to === from + 1 ? [tokens[from]!] : tokens.slice(from, to), guesses));
    at = to;
  }
  for (; at < tokens.length; at += 1) parts.push(createPart(null, [tokens[at]!]));
  return parts;
}

/** `Mục 1: hoàn thành`: what is said of it stands behind the mark. */
function isLabel(parts: readonly Part[]): boolean {
  const [what, number] = parts;
  return parts.length === 2 && (what!.tag === 'piece' || what!.tag === 'member') && isNumber(number);
}

const LEAD_IN = tags('have', 'suffer', 'self', 'particle', 'left', 'doing', 'yes', 'now');

function openerOf(parts: readonly Part[], index: number, said: readonly Part[]): Opener | null {
  const part = parts[index]!;
  if (!MAY_OPEN.holds(part)) return null;
  const { tag } = part;
  // `kho Cái Khế`: a name, and not `khổ cái`
  if (tag === 'hurdle' && /^kho$/i.test(part.tokens[0]!.raw) && part.tokens[1]?.marks) return null;
  if (tag === 'contrast' && isOnlyFlaw(parts, index)) return 'hurdle';
  if (OPENERS.holds(part)) return isHandedIn(parts, index) ? null : (tag as Opener);
  // `họp 2 lần mà chưa thống nhất`, `tưởng xong mà còn sót`
  const next = parts[index + 1];
  // `nhóm 2 xong chứ nhóm 1 chưa`
  if (tag === 'particle' && isRather(part) && said.length > 0)
    return DENIALS.holds(next) || OTHERS.holds(next) || isYetDone(parts, index, said) ? 'contrast' : null;
  if (tag === 'ahead') return isWishForNextTime(parts, index, said) ? 'propose' : null;
  if (tag !== 'that' || said.length === 0 || said[0]!.tag === 'notOnly') return null;
  const isDenied = /^(?:chua|khong)$/.test(parts[index + 1]?.tokens[0]!.fold ?? '');
  const turns =
    DENIALS.holds(next) ||
    isDenied ||
    next?.tag === 'left' ||
    // `làm xong rồi mà mai em mới nộp`
    isAhead(parts, index, STILL_TO_COME, 5) ||
    next?.tag === 'maybe' ||
    // `em nộp rồi mà bot chưa ghi nhận`
    (next?.tag === 'you' && parts[index + 2]?.tag === 'notYet' && find(said, 'already') !== undefined) ||
    said.some((part) => part.tag === 'believed');
  // `xong mà mấy cái kệ bị mối ăn`
  return turns || isAhead(parts, index, HINDRANCES, 8) ? 'contrast' : null;
}

/** `em chưa kịp báo thôi chứ việc thì xong từ hôm qua rồi` */
function isYetDone(parts: readonly Part[], index: number, said: readonly Part[]): boolean {
  if (!find(said, 'notYet') && !find(said, 'left')) return false;
  const done = indexOf(parts, 'complete', index + 1, index + 8);
  return (
    done > 0 && !parts.slice(index + 1, done).some((part) => endMark(part) !== null || DENIALS.holds(part))
  );
}

const STILL_OPEN = tags(
  ...([
    'notYet',
    'not',
    'left',
    'lack',
    'doing',
    'wait',
    'nearly',
    'ahead',
    'will',
    'some',
    'stuck',
  ] as const),
);

/** `lắp xong rồi, mỗi tội hình hơi mờ`; without marks it may be `mới tới` as well. */
const isOnlyFlaw = (parts: readonly Part[], index: number): boolean =>
  foldedWords(parts[index]) === 'moi toi' &&
  parts[index]!.tokens.some(({ marks }) => marks !== '') &&
  !isAhead(parts, index, STILL_OPEN, 12);

const NEXT_TIME = /^(?:lan sau|ky sau|sang nam|thang sau|lan toi|ky toi)$/;
const WISHING = /^(?:cho|xin|mong|nho|de nghi|duoc|anh|chi|em|xep|sep|huyen|xa|truong|phong|cong ty)(?: |$)/;
const GRANTED = /^(?:cho|xin|mong|nho|cap|bo tri)(?: |$)/;

/** `xong rồi, kỳ sau cho tụi em thêm người`: a wish that has nothing to do with this work. */
function isWishForNextTime(parts: readonly Part[], index: number, said: readonly Part[]): boolean {
  if (said.length > 0 || !NEXT_TIME.test(foldedWords(parts[index]))) return false;
  const [next, second] = [foldedWords(parts[index + 1]), foldedWords(parts[index + 2])];
  return GRANTED.test(next) || (WISHING.test(next) && GRANTED.test(second));
}

const OTHERS = tags('member', 'piece', 'self');
const STILL_TO_COME = tags('nearly', 'ahead', 'will', 'promise', 'day', 'within', 'begun', 'some', 'more');

/** Whether one of these comes within so many parts, before any mark. */
function isAhead(parts: readonly Part[], index: number, wanted: TagSet, within: number): boolean {
  const at = indexOf(parts, wanted, index + 1, index + 1 + within);
  return at >= 0 && !parts.slice(index + 1, at).some((part) => endMark(part) !== null);
}

function isRather({ tokens }: Part): boolean {
  return tokens.length === 1 && tokens[0]!.fold === 'chu';
}

const PAPERS = /^(?:ho so|don|to trinh|cong van|van ban|giay|phieu|danh sach)$/;

function isPaperSent(parts: readonly Part[], index: number): boolean {
  if (!PAPERS.test(foldedWords(parts[index - 1]))) return false;
  const end = parts.findIndex((part, at) => at > index && endMark(part) !== null);
  return find(parts, 'hand', index, end < 0 ? undefined : end) !== undefined;
}

/** `đề xuất em gửi rồi`: what was handed in. */
function isHandedIn(parts: readonly Part[], index: number): boolean {
  const [what, who, act] = parts.slice(index, index + 3);
  // `hồ sơ đề nghị hỗ trợ nộp hôm qua rồi`
  if (what!.tag === 'propose' && isPaperSent(parts, index)) return true;
  // `gửi đề xuất rồi`
  const isObject = parts[index - 1]?.tag === 'hand' && who?.tag === 'already';
  if (what!.tag !== 'propose' || (!isObject && (who?.tag !== 'self' || act?.tag !== 'hand'))) return false;
  const end = parts.findIndex((part, at) => at > index && endMark(part) !== null);
  return find(parts, 'already', index, end < 0 ? undefined : end)?.tag === 'already';
}

const SMALL_TALK = tags(null, 'particle', 'self', 'you', 'other');

/**
 * Whether a clause can bear on the reading. Names and small talk cannot, unless they stand under a heading; leaving
 * them out keeps a long text of fragments cheap.
 */
function saysAnything(clause: Clause, endBefore: string | undefined): boolean {
  const { parts, end } = clause;
  if (parts.length === 0) return false;
  if (end === '?' || end === '？' || end === ':' || endBefore === ':') return true;
  return parts.some((part) => {
    if (part.guesses.length > 0 || !SMALL_TALK.holds(part)) return true;
    const { kind } = part.tokens[0]!;
    return (
      kind === 'percent' ||
      kind === 'ratio' ||
      kind === 'emoji' ||
      // `45` and nothing else may be the figure that was asked for.
      (kind === 'number' && (parts.length > 1 || (end === '' && endBefore === undefined)))
    );
  });
}
