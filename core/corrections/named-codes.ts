/** `XA01, XA02 và XA03 mất điện`: the codes at the beginning, and the words behind them. */
export interface NamedCodes {
  codes: string[];
  words: string;
}

const NEXT = /^(?<link>\s*[,;&+]\s*|\s+(?:và|va|and)\s+|\s+)(?<code>[\p{L}\d_.-]*[\p{L}\d_])/u;
/** What nobody writes but as a code: it is asked about when it is none. */
const LIKE_A_CODE = /^(?=.*\d)[A-Z][A-Z\d_.-]+$/;

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

function isCode(word: string, link: string, known: ReadonlySet<string>): boolean {
  if (LIKE_A_CODE.test(word)) return true;
  const isListed = link.trim() !== '';
  return known.has(word.toUpperCase()) && (isListed || word === word.toUpperCase() || /\d/.test(word));
}
