import { createPhraseBook, findPhrases, isChatSpelling, spellOut } from '../text/phrase-book.js';
import { parseSyllable } from '../text/syllable.js';
import { tokenise, type Token } from '../text/tokens.js';
import { COMPOUNDS } from './compounds-vi.js';
import { ENGLISH } from './lexicon-en.js';
import { VIETNAMESE, type Tag } from './lexicon-vi.js';

/** One element of a clause: a phrase of the lexicon, or a token that the lexicon does not know (`tag` null). */
export interface Part {
  tag: Tag | null;
  tokens: Token[];
  /** The folded words. */
  words: string;
}

/** A stretch of text with one statement, what introduced it and the mark that ended it. */
export interface Clause {
  parts: Part[];
  opener: 'cause' | 'contrast' | 'although' | 'so' | 'propose' | null;
  end: string;
}

const vietnameseBook = createPhraseBook<Tag>({
  ...VIETNAMESE,
  other: `${VIETNAMESE.other}, ${COMPOUNDS}`,
});
// What tells the languages apart: the compounds hold every syllable there is.
const vietnameseFolds = createPhraseBook<Tag>(VIETNAMESE).folds;
const englishBook = createPhraseBook<Tag>(ENGLISH);
const ENGLISH_ONLY = new Set(
  [
    ...englishBook.folds,
    'for',
    'with',
    'of',
    'on',
    'at',
    'and',
    'from',
    'working',
    'people',
    'school',
    'you',
    'be',
  ].filter((word) => word.length > 1 && !vietnameseFolds.has(word)),
);
const OPENERS = new Set<Tag | null>(['cause', 'contrast', 'although', 'so', 'propose']);
const ENDS = new Set([
  '.',
  ',',
  ';',
  '!',
  '?',
  ':',
  '…',
  '(',
  ')',
  '–',
  '—',
  '-',
  '+',
  '"',
  '“',
  '”',
  '？',
  '，',
  '。',
  '/',
  '=',
  '>',
]);

/** Cuts a reply into clauses: at punctuation, line ends, and before words such as `nhưng`, `vì`, `còn`. */
export function readClauses(text: string): Clause[] {
  const found = tokenise(text);
  const book = isEnglish(found) ? englishBook : vietnameseBook;
  const parts = toParts(spellOut(found.map(asWord), book), book).map(asName);
  const clauses: Clause[] = [];
  let clause: Clause = { parts: [], opener: null, end: '' };
  const close = (end: string): void => {
    clause.end = end;
    if (clause.opener !== null || saysAnything(clause, clauses.at(-1)?.end)) clauses.push(clause);
    else if (end === '?' && clause.parts.length === 0 && clauses.length > 0)
      clauses[clauses.length - 1]!.end = '?';
    clause = { parts: [], opener: null, end: '' };
  };
  parts.forEach((part, index) => {
    const mark = endMark(part);
    if (mark !== null) return close(mark);
    // `họp 2 lần mà chưa thống nhất`
    if (
      part.words === 'ma' &&
      /^(?:chua|khong)(?: |$)/.test(parts[index + 1]?.words ?? '') &&
      clause.parts.length > 0
    ) {
      close('');
      clause.opener = 'contrast';
      return;
    }
    if (OPENERS.has(part.tag) && !isPlainDo(part, parts[index - 1])) {
      close('');
      clause.opener = part.tag as Clause['opener'];
      if (part.tag === 'propose') clause.parts.push(part);
      return;
    }
    if (splitsBefore(part, clause.parts)) close('');
    clause.parts.push(part);
  });
  close('');
  return clauses;
}

/** Whether a text is to be read by the English table: no Vietnamese marks, and more English words than others. */
export function isEnglish(tokens: readonly Token[]): boolean {
  let english = 0;
  let vietnamese = 0;
  let shared = 0;
  let words = 0;
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    if (token.marks) return false;
    words += 1;
    if (ENGLISH_ONLY.has(token.fold)) english += 1;
    else if (englishBook.folds.has(token.fold)) shared += 1;
    else if (vietnameseFolds.has(token.fold) || isChatSpelling(token)) vietnamese += 1;
  }
  // `to be done`: words that both languages know, and nothing that only Vietnamese has.
  return english > vietnamese || (words > 1 && shared === words);
}

function toParts(tokens: Token[], book: typeof vietnameseBook): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const hit of findPhrases(tokens, book)) {
    for (; at < hit.from; at += 1) parts.push(toPart(null, [tokens[at]!]));
    parts.push(toPart(hit.tag, tokens.slice(hit.from, hit.to)));
    at = hit.to;
  }
  for (; at < tokens.length; at += 1) parts.push(toPart(null, [tokens[at]!]));
  return parts;
}

function toPart(tag: Tag | null, tokens: Token[]): Part {
  return { tag, tokens, words: tokens.map((token) => token.fold).join(' ') };
}

function endMark(part: Part): string | null {
  const token = part.tokens[0]!;
  if (part.tag !== null) return null;
  if (token.kind === 'newline') return '\n';
  return token.kind === 'punct' && ENDS.has(token.raw) ? token.raw : null;
}

/** `do` and `vi` open a reason only when something was said before, or when typed as the first word of a reply. */
function isPlainDo(part: Part, before: Part | undefined): boolean {
  return part.tag === 'cause' && before?.tag === 'neg' && part.tokens[0]?.fold === 'tai';
}

function splitsBefore(part: Part, said: readonly Part[]): boolean {
  const last = said[said.length - 1];
  if (!last) return false;
  // `soạn xong đang trình ký`
  if (part.tag === 'doing' && /^(?:van |hien |con )?dang/.test(part.words))
    return last.tag !== 'past' && said.some((earlier) => earlier.tag === 'done' || earlier.tag === 'already');
  if (part.tag === 'still' || part.tag === 'remain') return last.tag !== 'neg' && last.tag !== 'still';
  return false;
}

/**
 * Whether a clause can bear on the reading. Names and small talk cannot, unless they stand under a heading; leaving
 * them out keeps a long text of fragments cheap.
 */
function saysAnything(clause: Clause, endBefore: string | undefined): boolean {
  const { parts, end } = clause;
  if (parts.length === 0) return false;
  if (end === '?' || end === '？' || end === ':' || endBefore === ':') return true;
  return parts.some(({ tag, tokens }) => {
    const kind = tokens[0]!.kind;
    return (
      (tag !== null && tag !== 'particle' && tag !== 'address') ||
      kind === 'percent' ||
      kind === 'ratio' ||
      kind === 'emoji' ||
      (kind === 'number' && parts.length > 1)
    );
  });
}

/** `Trường Sao Mai`: a capital within a sentence makes a name of the word for tomorrow; `ngay 20/11` is a date. */
function asName(part: Part, index: number, parts: readonly Part[]): Part {
  const [first] = part.tokens;
  if (part.tokens.length !== 1 || part.tag !== 'future') return part;
  const name = first!.raw === 'Mai' && parts[index - 1]?.tokens[0]?.kind === 'word';
  const day =
    first!.fold === 'ngay' && /^(?:number|date|ratio)$/.test(parts[index + 1]?.tokens[0]?.kind ?? '');
  return name || day ? { ...part, tag: null } : part;
}

const AFTER_ONE = new Set(['phan', 'nua', 'so', 'vai', 'it']);
const AFTER_ZERO = new Set('xong co duoc dc vuong lam biet phai hoan du kip thieu nop gui kho'.split(' '));

/** `1 phần` for một phần, `0 xong` for không xong. */
function asWord(token: Token, index: number, tokens: readonly Token[]): Token {
  if (token.raw !== '1' && token.raw !== '0') return token;
  const next = tokens[index + 1]?.fold ?? '';
  const counted = tokens[index + 2]?.kind === 'number';
  const word =
    token.raw === '1' && AFTER_ONE.has(next) && !counted
      ? 'một'
      : token.raw === '0' && AFTER_ZERO.has(next)
        ? 'không'
        : null;
  return word === null ? token : { ...token, kind: 'word', ...parseSyllable(word) };
}
