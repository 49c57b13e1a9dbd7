import { foldText } from '../../text/fold.js';
import { parseSyllable } from '../../text/syllable.js';
import { respelled, type Token } from '../../text/tokens.js';
import { createPart, foldedWords, type Part } from '../clause/part.js';
import { isNumber, isUnknownWord, tags } from '../clause/sense.js';
import { isNamedIn, type Title } from './title.js';
import { isEach, isGoing, isOfSomebody, isRead, isWentThrough, saysOfAll } from './title-all.js';
import { isWritten } from './title-verb.js';
import { isListed, wordList } from '../words/word-list.js';
import { RESULTS } from '../words/results.js';

interface Result {
  keys: readonly string[];
  folds: readonly string[];
  needsMarks: boolean;
  /** It says so without `rồi`. */
  isStrong: boolean;
  /** Only of what the title names. */
  needsThing: boolean;
  /** It says so whatever follows. */
  isOpenEnded: boolean;
  /** Only of all of them. */
  needsAll: boolean;
}

/** By the first word of a title, or the first two; then by the first word of the result. */
const BY_VERB = new Map<string, Map<string, Result[]>>();
for (const [verbs, results] of RESULTS)
  for (const verb of verbs.split(',').map((word) => foldText(word.trim()))) {
    const told = BY_VERB.get(verb) ?? new Map<string, Result[]>();
    BY_VERB.set(verb, told);
    for (const entry of results.split(',')) {
      addResult(told, entry.trim());
      // `mạng vô được rồi`, as in the South
      if (/(?:^|[ !=~>*])vào /.test(entry)) addResult(told, entry.trim().replace('vào ', 'vô '));
    }
  }

function addResult(told: Map<string, Result[]>, entry: string): void {
  const [, signs, said] = /^([!=~>*]*)(.*)$/.exec(entry)!;
  const words = said!.split(' ');
  const folds = words.map(foldText);
  const result: Result = {
    keys: words.map((word) => parseSyllable(word).key),
    folds,
    needsMarks: signs!.includes('!'),
    isStrong: signs!.includes('='),
    needsThing: signs!.includes('~'),
    isOpenEnded: signs!.includes('>'),
    needsAll: signs!.includes('*'),
  };
  const known = told.get(folds[0]!) ?? [];
  // The longest first.
  told.set(
    folds[0]!,
    [...known, result].sort((one, other) => other.keys.length - one.keys.length),
  );
}

type Results = ReadonlyMap<string, readonly Result[]>;

/** What says that the work of a title has come out, from the words it begins with. */
function resultsOf(verb: readonly Token[]): Results | undefined {
  if (verb.length === 0) return undefined;
  const [first, second] = verb.map(({ fold }) => fold);
  return BY_VERB.get(`${first} ${second}`) ?? BY_VERB.get(first!);
}

/** What may stand before a result: whose it is, of all of it, when it was. */
const BEFORE = tags(
  ...([
    'resource',
    'member',
    'piece',
    'other',
    'folk',
    'particle',
    'self',
    'yes',
    'every',
    'now',
    'ago',
  ] as const),
  ...(['past', 'newly', 'at', 'you', 'work'] as const),
);
const BETWEEN = tags('every', 'particle', 'able', 'folk', 'member', 'other', 'ago', 'now', 'at', 'you');
const AFTER = tags('particle', 'you', 'self', 'yes', 'at', 'every', 'fine', 'ago', 'folk', 'hour');

/**
 * Reads what came of the work as the word that it is done: `đèn sáng lại rồi` to `Sửa đèn đường`. Only where the
 * clause tells nothing else: what it is, the result, and `rồi` or `đã`.
 */
export function nameResults(parts: Part[], title: Title): Part[] {
  const results = resultsOf(title.verb);
  if (!results) return parts;
  // Most replies hold no word that begins a result.
  const mayTell = ({ tokens }: Part): boolean =>
    tokens.some(({ fold }) => fold === 'du' || results.has(fold) || fold.endsWith("'s"));
  if (!parts.some(mayTell)) return parts;
  const named: Part[] = [];
  let start = 0;
  for (let at = 0; at <= parts.length; at += 1) {
    if (at < parts.length && !isMark(parts[at]!)) continue;
    const clause = parts.slice(start, at);
    named.push(...(clause.some(mayTell) ? nameClause(clause.flatMap(apart), results, title) : clause));
    named.push(...parts.slice(at, at + 1));
    start = at + 1;
  }
  return named;
}

/** `đủ rồi`, `đã thông` as two words, whatever they are together elsewhere. */
function apart(part: Part): Part[] {
  const { tag, tokens } = part;
  // `drain's clean`
  const [thing] = tokens[0]!.fold.endsWith("'s") ? tokens[0]!.fold.split("'") : [];
  if (thing !== undefined && thing.length > 2 && tokens.length === 1)
    return [thing, 'is'].map((word) => createPart(null, [respelled(tokens[0]!, parseSyllable(word))]));
  if (tokens.length !== 2) return [part];
  const [first, second] = tokens as [Token, Token];
  const isEnough = tag === 'already' && first.fold === 'du';
  const isThrough = tag === 'ack' && first.fold === 'da' && second.fold === 'thong';
  const isOpened = tag === 'ack' && first.fold === 'thong' && second.fold === 'roi';
  const word = (own: Part['tag'], token: Token): Part => createPart(own, [token]);
  if (isEnough) return [word('every', first), word('already', second)];
  if (isThrough) return [word('past', first), word(null, second)];
  return isOpened ? [word(null, first), word('already', second)] : [part];
}

const isMark = ({ tokens }: Part): boolean => tokens[0]!.kind === 'punct' || tokens[0]!.kind === 'newline';

function nameClause(clause: readonly Part[], results: Results, title: Title): readonly Part[] {
  for (let at = 0; at < clause.length; at += 1) {
    const found = resultsAt(clause, at, results).find(
      (one) => isTold(clause, at, one, title) && (!one.needsThing || namesThing(clause.slice(0, at), title)),
    );
    if (!found) continue;
    const { end } = found;
    const tokens = clause.slice(at, end).flatMap((part) => part.tokens);
    return [...clause.slice(0, at), createPart('complete', tokens, [], true), ...clause.slice(end)];
  }
  return clause;
}

interface Found extends Pick<Result, 'isStrong' | 'needsThing' | 'isOpenEnded' | 'needsAll'> {
  /** Where the result ends. */
  end: number;
}

const namesThing = (before: readonly Part[], title: Title): boolean =>
  before.some(({ tokens }) => tokens.some((token) => isNamedIn(title, token)));

/** The results that begin here, the longest first. */
function resultsAt(clause: readonly Part[], at: number, results: Results): Found[] {
  const found: Found[] = [];
  for (const { keys, folds, needsMarks, ...told } of results.get(clause[at]!.tokens[0]!.fold) ?? []) {
    let end = at;
    let read = 0;
    while (end < clause.length && read < keys.length) {
      const { tokens } = clause[end]!;
      if (!tokens.every((token, index) => isWord(token, keys[read + index], folds[read + index], needsMarks)))
        break;
      read += tokens.length;
      end += 1;
    }
    if (read === keys.length) found.push({ ...told, end });
  }
  return found;
}

function isWord(
  token: Token,
  key: string | undefined,
  fold: string | undefined,
  needsMarks: boolean,
): boolean {
  return token.key === key || (!needsMarks && token.marks === '' && token.fold === fold);
}

function isTold(
  clause: readonly Part[],
  at: number,
  { end, isStrong, isOpenEnded, needsAll }: Found,
  title: Title,
): boolean {
  // `sạch rồi`, `khớp sổ`, `sáng lại rồi`; `có rồi ạ` names nothing.
  const isBare = at === 0 && !isStrong && end === 1 && clause[0]!.tokens.length === 1;
  if (isBare && clause[end]?.tokens[0]!.fold !== 'het' && !/^(?:sach|het)$/.test(clause[0]!.tokens[0]!.fold))
    return false;
  const already = clause.findIndex(({ tag }, index) => index >= end && tag === 'already');
  const isPast =
    clause[at - 1]?.tag === 'past' || (clause[at - 2]?.tag === 'past' && clause[at - 1]?.tag === 'particle');
  if (already < 0 && !isPast && !isStrong) return false;
  // `không còn ai bày hàng ngoài vỉa hè`
  if (isOpenEnded) return clause.slice(0, at).every(isPlain) && isOfTitle(clause, at, title);
  if ((needsAll && !saysOfAll(clause, at)) || isOfSomebody(clause, at)) return false;
  if (isRead(clause, at)) return false;
  if (isGoing(clause[at]!) && !isWentThrough(clause, at, end)) return false;
  const to = already < 0 ? end : already;
  // `đi hết 90 nhà trong tổ rồi`, `lãnh đủ 2 can`
  const isAll = needsAll || /^(?:het|du|tung)$/.test(clause[end - 1]!.tokens.at(-1)!.fold);
  const isCounted = (part: Part, index: number, rest: readonly Part[]): boolean =>
    isAll && (isNumber(part) || isNumber(rest[index - 1]));
  // `phòng đọc hết dột rồi` to `Sửa mái phòng đọc`
  return (
    clause.slice(0, at).every((part) => isPlain(part) || (part.tag === 'take' && isOwn(part, title))) &&
    clause
      .slice(end, to)
      .every(
        (part, index, rest) =>
          BETWEEN.holds(part) || isEach(part) || isOwn(part, title) || isCounted(part, index, rest),
      ) &&
    clause
      .slice(already < 0 ? end : already + 1)
      .every((part, index, rest) => isSmall(part) || isOwn(part, title) || isCounted(part, index, rest))
  );
}

/** Whether anything beside it is the title's, or it is told in English. */
const isOfTitle = (clause: readonly Part[], at: number, title: Title): boolean =>
  clause.some((part) => part.tokens.some((token) => isNamedIn(title, token))) ||
  (!clause.some(({ tokens }) => tokens.some(({ marks }) => marks !== '')) &&
    /^(?:are|is|went|given|handed|issued)$/.test(foldedWords(clause[at]).split(' ')[0]!));

/** `văn phòng ký nhận hồ sơ` to `Nộp hồ sơ` */
const isOwn = ({ tokens }: Part, title: Title): boolean =>
  tokens.some((token) => isNamedIn(title, token)) &&
  // `chữ ký`: of its two words one alone is too small to name anything.
  tokens.every((token) => title.words().some((word) => isWritten(token, word)));

// `co oi` is cô ơi.
const isSmall = (part: Part): boolean =>
  AFTER.holds(part) ||
  /^(?:emoji|clock)$/.test(part.tokens[0]!.kind) ||
  (part.tag === 'have' && part.tokens[0]!.marks === '');

const DENYING = wordList(
  'phải cần muốn mong chờ cho để nếu khi chưa không ít hơi hỏi còn',
  'phai can muon mong cho de neu khi chua khong it hoi con',
);

function isPlain(part: Part): boolean {
  if (part.tokens.length === 1 && isListed(part.tokens[0]!, DENYING)) return false;
  return BEFORE.holds(part) || isNumber(part) || isUnknownWord(part);
}
