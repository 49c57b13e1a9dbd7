import { foldText, INVISIBLE } from '../../core/text/fold.js';
import { foreignMention } from './guesses.js';

/** A name, however its letters are composed, spaced and cased, is at most this many times as long as it folds to. */
const longestSpelling = 4;

const insideWord = /[\p{L}\p{M}\d_.@/]/u;
const goesOn = /^[\p{L}\p{M}\d_]/u;

/**
 * Takes `@Bot Name` out of a text, wherever it stands. The same name may be composed or decomposed Unicode, with
 * no-break spaces or invisible characters in it, as phones write it.
 */
export function removeMention(text: string, names: readonly string[]): string {
  const wanted = [...new Set(names.map((name) => foldText(name.replace(/^@/, ''))))]
    .filter((name) => name !== '')
    .sort((one, other) => other.length - one.length);
  const bare = cutMentions(text, wanted);
  if (bare !== text) return tidy(bare);
  const words = text.trim();
  return tidy(words.replace(foreignMention, ''), words);
}

function tidy(bare: string, before?: string): string {
  return bare === before ? bare : bare.trim().replace(/^[,:]\s*/, '');
}

function cutMentions(text: string, names: readonly string[]): string {
  let done = '';
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < from || (at > 0 && insideWord.test(text[at - 1]!))) continue;
    const end = findEnd(text, at + 1, names);
    if (end === null) continue;
    done = `${done}${text.slice(from, at).replace(/[ \t\u00a0]+$/, '')} `;
    from = end + /^[ \t\u00a0]*/.exec(text.slice(end))![0].length;
  }
  return from === 0 ? text : done + text.slice(from);
}

/** Where a name that begins at `start` ends; null when none stands there. Longer names come first. */
function findEnd(text: string, start: number, names: readonly string[]): number | null {
  for (const name of names) {
    const end = spell(text, start, name);
    if (end !== null) return end;
  }
  return null;
}

function spell(text: string, start: number, name: string): number | null {
  const last = Math.min(text.length, start + name.length * longestSpelling);
  for (let end = start + 1; end <= last; end += 1) {
    const read = foldText(text.slice(start, end));
    if (!name.startsWith(read)) return null;
    if (read !== name) continue;
    // Marks and invisible characters behind the last letter are part of it.
    let over = end;
    while (over < text.length && foldText(text.slice(start, over + 1)) === name && !/\s/.test(text[over]!))
      over += 1;
    return goesOn.test(text.slice(over).replace(INVISIBLE, '')) ? null : over;
  }
  return null;
}
