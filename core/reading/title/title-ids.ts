import type { Token } from '../../text/tokens.js';
import { MONTHS } from '../words/kinds.js';

/** What tells one of a kind apart: `7`, `2C`, `SH204`; several in `1 và 2`. */
export interface Ids {
  ids: readonly string[];
  /** Behind the last of them. */
  end: number;
}

// What may stand between a kind and its number: `đơn số 2207`.
const LINKS = new Set(['so', 'thu', 'hang', 'ma', '#', ':']);
const SEPARATORS = new Set(['va', 'voi', 'cung', ',', '&', '+', ';', '/', 'and']);
const RANGES = new Set(['den', 'toi', '-', '–', 'to']);
const longestRange = 40;

/** The numbers, letters and codes behind a kind: of `đợt 1 và 2` two, of `tổ 1 đến 5` five. */
export function idsAt(tokens: readonly Token[], from: number): Ids {
  const start = LINKS.has(tokens[from]?.fold ?? '') ? from + 1 : from;
  const first = idAt(tokens, start);
  if (first === null) return { ids: [], end: from };
  const ids = [first.id];
  let last = first;
  for (;;) {
    const link = tokens[last.end]?.fold ?? '';
    const isRange = RANGES.has(link);
    const next = isRange || SEPARATORS.has(link) ? idAt(tokens, last.end + 1) : null;
    if (next === null) return { ids, end: last.end };
    if (isRange) ids.push(...between(last.id, next.id));
    ids.push(next.id);
    last = next;
  }
}

function between(from: string, to: string): string[] {
  const [first, last] = [Number(from), Number(to)];
  if (!(last > first && last - first < longestRange)) return [];
  return Array.from({ length: last - first - 1 }, (_, at) => String(first + 1 + at));
}

interface Id {
  id: string;
  end: number;
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const LETTER = /^(?:\p{Lu}|[bd])$/u;

/** `7`, `2C`, `SH204`, `IV`, `A`, and the month of `10/2026`. */
export function idAt(tokens: readonly Token[], at: number): Id | null {
  const token = tokens[at];
  const named = monthOf(token);
  if (named !== null) return { id: named, end: at + 1 };
  const month = token?.kind === 'date' ? MONTH.exec(token.raw) : null;
  if (month) return { id: month[1]!, end: at + 1 };
  if (token?.kind === 'code') return { id: token.raw.replace(/^\D+0*/, ''), end: at + 1 };
  if (token?.kind !== 'number' && token?.kind !== 'word') return null;
  const end = endOfRun(tokens, at);
  const id = tokens
    .slice(at, end)
    .map(({ fold }) => fold)
    .join('')
    .replace(/^0+(?=\d)/, '');
  if (/\d/.test(id)) return { id, end };
  const roman = ROMAN.indexOf(lettersOf(token));
  // `xong tổ v`: a small letter is rather a word that was cut short.
  if (roman >= 0 && (lettersOf(token).length > 1 || LETTER.test(token.raw)))
    return { id: String(roman + 1), end };
  return LETTER.test(token.raw) ? { id, end } : null;
}

/** `III` is taken for a long `i` where words are spelled out; its length is still what it was. */
const lettersOf = ({ fold, start, end }: Token): string =>
  fold.endsWith('i') ? fold.padEnd(end - start, 'i') : fold;

/** `SH204`, `2C`: letters and figures with nothing between them. */
function endOfRun(tokens: readonly Token[], at: number): number {
  let end = at + 1;
  const isNext = (token: Token | undefined): boolean =>
    (token?.kind === 'number' || (token?.kind === 'word' && token.fold.length <= 2)) &&
    token.kind !== tokens[end - 1]!.kind &&
    token.start === tokens[end - 1]!.end;
  while (isNext(tokens[end])) end += 1;
  return end;
}

/** `10/2026`, `T10/2026` */
export const MONTH = /^[tT]?0?(\d{1,2})[/-]20\d\d$/;

/** The number of an English month that is written as a name: `October`, `September's`. */
export function monthOf(token: Token | undefined): string | null {
  if (token?.kind !== 'word' || !/^\p{Lu}/u.test(token.raw)) return null;
  const month = MONTHS.get(token.fold.replace(/['’]s$/, ''));
  return month === undefined ? null : String(month);
}
