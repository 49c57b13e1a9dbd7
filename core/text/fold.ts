import { plainLetter } from './plain-letter.js';

/** Characters that are not seen and not read: zero-width, bidi controls, soft hyphen, variation selectors. */
export const INVISIBLE = /[\p{Cf}\u{fe00}-\u{fe0f}\u{34f}]/gu;

/** How lines end on other systems and in copied documents. */
export const OTHER_LINE_END = /\r\n?|[\u0085\u2028\u2029]/g;

const COMBINING = /\p{M}+/gu;

/**
 * The form in which texts are compared: NFC, lower case, without diacritics (`đ` too), white space collapsed,
 * invisible characters removed.
 */
export function foldText(text: string): string {
  return foldLatin(text) ?? foldAny(text);
}

const SPACE = 32;

/** Letter by letter; null when a character is not Latin. */
function foldLatin(text: string): string | null {
  let folded = '';
  let isOpen = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= SPACE || code === 0xa0) {
      // Control characters are few and keep their way.
      if (code !== SPACE && code !== 0xa0 && (code < 9 || code > 13)) return null;
      isOpen = folded !== '';
      continue;
    }
    const letter = plainLetter(code);
    if (letter === null) return null;
    folded += isOpen ? ` ${letter}` : letter;
    isOpen = false;
  }
  return folded;
}

function foldAny(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(COMBINING, '')
    .replaceAll('đ', 'd')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}
