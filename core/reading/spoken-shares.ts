import { readNumberWords } from '../text/number-words.js';
import type { Token } from '../text/tokens.js';

const NUMBERS = new Set('mot hai ba bon tu nam sau bay tam chin muoi lam mot linh le chuc tram'.split(' '));
const ENGLISH = new Set('one two three four five six seven eight nine ten eleven twelve'.split(' '));
const SHARES = new Set(['phan', 'tren', 'of']);
const longestNumber = 4;
const lastMonth = 12;

/** Writes shares that are told in words as figures: `tám mươi phần trăm`, `bốn trên năm nhóm`. */
export function spellShares(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ fold }) => SHARES.has(fold))) return tokens;
  const written: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const share = percentAt(tokens, at) ?? ratioAt(tokens, at) ?? englishRatioAt(tokens, at);
    if (share) at += share.length - 1;
    written.push(share ? share.token : tokens[at]!);
  }
  return written;
}

interface Share {
  token: Token;
  length: number;
}

function percentAt(tokens: readonly Token[], from: number): Share | null {
  if (!isNumberWord(tokens[from])) return null;
  let to = from;
  while (to - from <= longestNumber && isNumberWord(tokens[to])) to += 1;
  if (tokens[to]?.fold !== 'phan' || tokens[to + 1]?.fold !== 'tram') return null;
  const number = valueOf(tokens.slice(from, to));
  return number === null ? null : toShare(tokens.slice(from, to + 2), 'percent', `${number}%`);
}

function ratioAt(tokens: readonly Token[], from: number): Share | null {
  const [over, total] = [tokens[from + 1], tokens[from + 2]];
  if (over?.fold !== 'tren' || !isNumberWord(tokens[from]) || !isNumberWord(total)) return null;
  const [done, all] = [valueOf([tokens[from]!]), valueOf([total!])];
  if (done === null || all === null || done > all || all > lastMonth) return null;
  return toShare(tokens.slice(from, from + 3), 'ratio', `${done}/${all}`);
}

/** `three of the four villages`, `two out of five` */
function englishRatioAt(tokens: readonly Token[], from: number): Share | null {
  const isNumber = (token: Token | undefined) => token !== undefined && ENGLISH.has(token.fold);
  let to = from + 1;
  while (to <= from + 3 && /^(?:out|of|the|all|our)$/.test(tokens[to]?.fold ?? '')) to += 1;
  const hasOf = tokens.slice(from + 1, to).some(({ fold }) => fold === 'of');
  if (!hasOf || !isNumber(tokens[from]) || !isNumber(tokens[to])) return null;
  const [done, all] = [valueOf([tokens[from]!]), valueOf([tokens[to]!])];
  if (done === null || all === null || done > all) return null;
  return toShare(tokens.slice(from, to + 1), 'ratio', `${done}/${all}`);
}

function isNumberWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && NUMBERS.has(token.fold);
}

function valueOf(tokens: readonly Token[]): number | null {
  return readNumberWords(tokens.map(({ fold }) => fold).join(' '));
}

function toShare(tokens: readonly Token[], kind: 'percent' | 'ratio', fold: string): Share {
  const [first, last] = [tokens[0]!, tokens[tokens.length - 1]!];
  const raw = tokens.map((token) => token.raw).join(' ');
  return {
    length: tokens.length,
    token: { kind, raw, start: first.start, end: last.end, fold, marks: '', key: fold },
  };
}
