import { readNumberWords } from '../../text/number-words.js';
import type { Token } from '../../text/tokens.js';

const NUMBERS = new Set('mot hai ba bon tu nam sau bay tam chin muoi lam mot linh le chuc tram'.split(' '));
const ENGLISH = new Set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  ),
);
/** Without one of these no share is told in words. */
export const SHARES: ReadonlySet<string> = new Set(['phan', 'tren', 'trong', 'of']);
// No number begins with these.
const LATER_WORDS = new Set(['lam', 'linh', 'le']);
const longestNumber = 4;

/** Writes shares that are told in words as figures: `tám mươi phần trăm`, `bốn trên năm nhóm`. */
export function spellShares(tokens: readonly Token[]): Token[] {
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
  const to = endOfNumber(tokens, from);
  if (to === from || tokens[to]?.fold !== 'phan' || tokens[to + 1]?.fold !== 'tram') return null;
  const number = valueOf(tokens.slice(from, to));
  return number === null ? null : toShare(tokens.slice(from, to + 2), 'percent', `${number}%`);
}

/** `bốn trên năm nhóm`, `mười hai trên mười lăm`, `năm trong số tám cửa hàng` */
function ratioAt(tokens: readonly Token[], from: number): Share | null {
  const over = endOfNumber(tokens, from);
  const second = over === from ? over : behindOf(tokens, over);
  if (second === over) return null;
  const end = endOfNumber(tokens, second);
  const [done, all] = [valueOf(tokens.slice(from, over)), valueOf(tokens.slice(second, end))];
  // `hai phần ba` is a fraction, `mười hai phần mười hai` all of them.
  const isFraction = tokens[over]!.fold === 'phan' && done !== all;
  if (done === null || all === null || done > all || isFraction) return null;
  return toShare(tokens.slice(from, end), 'ratio', `${done}/${all}`);
}

/** Where `trên`, `trong số` or `trong tổng số` ends; where it would begin, when it is not there. */
function behindOf(tokens: readonly Token[], at: number): number {
  const [first, second, third] = tokens.slice(at, at + 3).map(({ fold }) => fold);
  if (first === 'tren' || first === 'phan') return at + 1;
  if (first !== 'trong') return at;
  return second === 'so' ? at + 2 : second === 'tong' && third === 'so' ? at + 3 : at;
}

/** `three of the four villages`, `two out of five` */
function englishRatioAt(tokens: readonly Token[], from: number): Share | null {
  const isNumber = (token: Token | undefined) => token !== undefined && ENGLISH.has(token.fold);
  if (!isNumber(tokens[from])) return null;
  let to = from + 1;
  while (to <= from + 3 && /^(?:out|of|the|all|our)$/.test(tokens[to]?.fold ?? '')) to += 1;
  const hasOf = tokens.slice(from + 1, to).some(({ fold }) => fold === 'of');
  if (!hasOf || !isNumber(tokens[to])) return null;
  const [done, all] = [valueOf([tokens[from]!]), valueOf([tokens[to]!])];
  if (done === null || all === null || done > all) return null;
  return toShare(tokens.slice(from, to + 1), 'ratio', `${done}/${all}`);
}

/** Where the number told in words from here ends; here, where none begins. */
function endOfNumber(tokens: readonly Token[], from: number): number {
  let to = from;
  if (LATER_WORDS.has(tokens[from]?.fold ?? '')) return from;
  while (to - from <= longestNumber && isNumberWord(tokens[to])) to += 1;
  return to;
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
    token: { kind, raw, start: first.start, end: last.end, fold, marks: '', key: fold, syllable: null },
  };
}
