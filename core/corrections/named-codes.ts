/** `XA01, XA02 và XA03 mất điện`: the codes at the beginning, and the words behind them. */
export interface NamedCodes {
  codes: string[];
  words: string;
}

const NEXT = /^(?<link>\s*[,;&+]\s*|\s+(?:và|va|and)\s+|\s+)(?<code>[\p{L}\d_.-]*[\p{L}\d_])/u;
const WEEKDAY = /^T[2-7]$/;
const CODE = /^(?<letters>[A-Z]+)(?=.*\d)[A-Z\d_.-]+$/;

/** Whether a word that is no unit's code is written as the codes of units are: `XA99`, but not `T6` or `COVID19`. */
export function isLikeACode(word: string, known: ReadonlySet<string>): boolean {
  const letters = CODE.exec(word)?.groups?.letters;
  return letters !== undefined && [...known].some((code) => CODE.exec(code)?.groups?.letters === letters);
}

/**
 * Takes the codes of one unit or several off the beginning; the first word is one whatever it is. Behind a space alone a
 * word in small letters is no code, since many a short code is a word as well.
 */
export function takeCodes(text: string, known: ReadonlySet<string>): NamedCodes {
  const [first = ''] = /^[^\s,;&]+/.exec(text.trim()) ?? [];
  let rest = text.trim().slice(first.length);
  const codes = [first.replace(/:$/, '')];
  while (!first.endsWith(':') && !rest.startsWith(':')) {
    const { link, code } = NEXT.exec(rest)?.groups ?? {};
    if (link === undefined || code === undefined || !isCode(code, link, known)) break;
    codes.push(code);
    rest = rest.slice(link.length + code.length);
  }
  return { codes, words: rest.replace(/^[\s,;:]+/, '') };
}

/** Each code once, in one order: two who name the same units then wait for each other instead of for ever. */
export const inOneOrder = (codes: readonly string[]): string[] =>
  [...new Set(codes.map((code) => code.toUpperCase()))].sort();

function isCode(word: string, link: string, known: ReadonlySet<string>): boolean {
  if (!WEEKDAY.test(word) && isLikeACode(word, known)) return true;
  const isListed = link.trim() !== '';
  return known.has(word.toUpperCase()) && (isListed || word === word.toUpperCase() || /\d/.test(word));
}
