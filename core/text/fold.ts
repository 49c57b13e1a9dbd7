/** Characters that are not seen and not read: zero-width, bidi controls, soft hyphen, variation selectors. */
export const INVISIBLE = /[\p{Cf}\u{fe00}-\u{fe0f}\u{34f}]/gu;

/** How lines end on other systems and in copied documents. */
export const OTHER_LINE_END = /\r\n?|[\u0085\u2028\u2029]/g;

const COMBINING = /\p{M}+/gu;
const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/**
 * The form in which texts are compared: NFC, lower case, without diacritics (`đ` too), white space collapsed,
 * invisible characters removed.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
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
