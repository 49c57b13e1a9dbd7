import { isChatSpelling, spellOut } from '../../text/phrase-book.js';
import { parseSyllable, type Syllable } from '../../text/syllable.js';
import { respelled, type Token } from '../../text/tokens.js';
import { factOf } from '../../text/word-facts.js';
import { SHARES, spellShares } from './spoken-shares.js';
import { english, englishOnly, vietnamese, vietnameseFolds, type Book } from '../words/lexicon.js';

/** Writes words out as they are meant, and finds the book of their language. */
export function spellTokens(tokens: readonly Token[]): { tokens: Token[]; book: Book } {
  const kinds = kindsIn(tokens);
  const found = kinds & OF_SHARE ? spellShares(tokens) : tokens;
  const book = isEnglish(found) ? english : vietnamese;
  return { tokens: spellOut(kinds & OTHER ? found.map(asWord) : found, book), book };
}

// What a word may be, as bits.
const ENGLISH = 1;
const BOTH = 2;
const VIETNAMESE = 4;
const OF_SHARE = 8;
const OTHER = 16;

const kindsOf = factOf(
  (word: Syllable) =>
    languageOf(word) | (SHARES.has(word.fold) ? OF_SHARE : 0) | (OTHERS.has(word.fold) ? OTHER : 0),
);

function languageOf(word: Syllable): number {
  if (englishOnly.has(word.fold)) return ENGLISH;
  if (english.folds.has(word.fold)) return BOTH;
  return vietnameseFolds.has(word.fold) || isChatSpelling(word) ? VIETNAMESE : 0;
}

/** What the words of a text may be, all together. */
function kindsIn(tokens: readonly Token[]): number {
  let kinds = 0;
  for (const token of tokens) kinds |= kindsOfToken(token);
  return kinds;
}

const kindsOfToken = ({ syllable, raw }: Token): number => {
  if (syllable !== null) return kindsOf(syllable);
  return raw === '1' || raw === '0' ? OTHER : 0;
};

/** Whether a text is to be read by the English table: no Vietnamese marks, and more English words than others. */
function isEnglish(tokens: readonly Token[]): boolean {
  let englishWords = 0;
  let vietnameseWords = 0;
  let shared = 0;
  let words = 0;
  for (const { syllable, marks, fold } of tokens) {
    if (syllable === null) continue;
    if (marks) {
      if (POLITE.has(fold)) continue;
      return false;
    }
    words += 1;
    const kinds = kindsOf(syllable);
    if (kinds & ENGLISH) englishWords += 1;
    else if (kinds & BOTH) shared += 1;
    else if (kinds & VIETNAMESE) vietnameseWords += 1;
  }
  // `to be done`: words that both languages know, and nothing that only Vietnamese has.
  if (englishWords > vietnameseWords || (words > 1 && shared === words)) return true;
  // `not done yet, sorry`
  return vietnameseWords === 0 && shared > 1;
}

// `submitted already ạ`: said to whomever, in whatever language.
const POLITE = new Set(['a', 'nhe', 'oi']);
const AFTER_ONE = new Set(['phan', 'nua', 'so', 'vai', 'it']);
// `đã` without its tone, or without its bar.
const HALF_PAST = new Set(['đ', '\u0303']);
const NOT_PAST = new Set(
  'ngoai chien man trang quy so khoa dang nang nganh phan muc tang tac phuong bo kenh'.split(' '),
);
const PAST = parseSyllable('đã');
const AFTER_ZERO = new Set('xong co duoc dc vuong lam biet phai hoan du kip thieu nop gui kho'.split(' '));

// In capitals within a text that is not: cửa hàng, kế hoạch or khách hàng, Hà Nội; small they are `chưa`, `không`.
const ABBREVIATIONS = new Set(['CH', 'KH', 'HN', 'BH', 'IT', 'CA', 'HR']);

// All words that may be others: these, a weight, a shop, `đã`, `hông`.
const OTHERS = new Set([...[...ABBREVIATIONS].map((word) => word.toLowerCase()), 'kg', 'da', 'hong']);

const NOT = parseSyllable('không');

/** `dan hong dc`, `em hong biet` for hông, a word of the South; `may hong duoc 2 hom` is broken. */
const isSouthernNot = ({ marks }: Token, next: string, after: Token | undefined): boolean =>
  marks === '' &&
  (/^(?:biet|chiu|hieu|kip|noi)$/.test(next) || (/^(?:duoc|dc)$/.test(next) && after?.kind !== 'number'));

/** `1 phần` for một phần, `0 xong` for không xong. */
function asWord(token: Token, index: number, tokens: readonly Token[]): Token {
  if ((kindsOfToken(token) & OTHER) === 0) return token;
  const next = tokens[index + 1]?.fold ?? '';
  const isName =
    ABBREVIATIONS.has(token.raw) && tokens.some(({ kind, raw }) => kind === 'word' && /\p{Ll}/u.test(raw));
  // `ch 12`: cửa hàng
  const isShop = token.fold === 'ch' && tokens[index + 1]?.kind === 'number';
  // `phiếu cân 42kg`: a weight, not `không`
  const isWeight = token.fold === 'kg' && tokens[index - 1]?.kind === 'number';
  if (isName || isShop || isWeight) return respelled(token, parseSyllable(`${token.raw}.`));
  // `đa nộp`, `dã nộp`; `đa số`, `đa khoa` are other words.
  if (token.fold === 'da' && HALF_PAST.has(token.marks) && !NOT_PAST.has(next)) return respelled(token, PAST);
  if (token.fold === 'hong')
    return isSouthernNot(token, next, tokens[index + 2]) ? respelled(token, NOT) : token;
  if (token.raw !== '1' && token.raw !== '0') return token;
  const counted = tokens[index + 2]?.kind === 'number';
  const word =
    token.raw === '1' && AFTER_ONE.has(next) && !counted
      ? 'một'
      : token.raw === '0' && AFTER_ZERO.has(next)
        ? 'không'
        : null;
  return word === null ? token : respelled(token, parseSyllable(word));
}
