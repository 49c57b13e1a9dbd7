import { spellOut } from '../../text/phrase-book.js';
import { tokenise } from '../../text/tokens.js';
import type { Words } from './phrase-list.js';
import { known } from './words/phrases.js';

/** The tokens of a text with chat spelling written out, and whether it was typed with its marks. */
export function wordsOf(text: string): Words {
  const typed = tokenise(text);
  const words = typed.filter(({ kind }) => kind === 'word');
  // A word or two with a mark, as `đ` or `ạ`, are no sign of care.
  const marked = words.filter(({ raw }) => /[^\0-~]/.test(raw));
  return { tokens: spellOut(typed, known), isMarked: marked.length > 0 && marked.length * 4 >= words.length };
}
