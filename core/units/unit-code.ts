import { foldText, INVISIBLE } from '../text/fold.js';

/** Words that stand for something else where a code may stand: everybody, the office group, a role. */
const reserved = new Set(
  'ALL TATCA OFFICE VANPHONG OWNER ADMIN ISSUER LEAD VIEWER'.split(' '), // `/invite lead` asks for a role code
);

/** The form of a unit's code: upper-cased; null when it can't be one. 32 signs fit into any button. */
export function parseUnitCode(text: string): string | null {
  const code = text.trim().toUpperCase();
  return /^[A-Z0-9][A-Z0-9._-]{0,31}$/.test(code) ? code : null;
}

/** Whether a code already means something else in a command. */
export function isReservedCode(code: string): boolean {
  return reserved.has(code);
}

/** A tag without its `#`, lower-cased; null when it can't be one. */
export function parseTag(text: string): string | null {
  const tag = text.trim().replace(/^#/, '').normalize('NFC').toLowerCase();
  return /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,31}$/u.test(tag) ? tag : null;
}

/** Tags of a cell: separated by white space, `|`, `,` or `;`. Two spellings of one tag count once. */
export function splitTags(cell: string): string[] {
  const seen = new Set<string>();
  return cell.split(/[\s|,;]+/u).filter((part) => {
    const key = foldText(part.replace(/^#/, ''));
    return key !== '' && !seen.has(key) && seen.add(key);
  });
}

/** A name as it is kept: one line, no signs that are not seen or turn the text round. */
export function tidyName(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
