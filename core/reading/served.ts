import { joinedWords } from './part.js';
import { find, OWN_WORK, tags } from './sense.js';
import type { Statement } from './statement.js';

const COMING = tags('ahead', 'day', 'within', 'today', 'now');
const NOT_SO = tags('notYet', 'not', 'cannot', 'newly', 'take', 'further', 'left', 'wait', 'if', 'whenever');
const LIVES =
  /(?:^| )(?:di hoc|vao hoc|vo hoc|den lop|toi lop|den truong|toi truong|di lai|qua lai|su dung|dung (?:nuoc|dien|duoc|lai)|ve nha|di cho|hop cho|xem tivi|mo cua)(?: |$)/;

/** `dọn xong rồi, thứ hai học sinh đi học lại được`: what those it is for can do then is no work that is left. */
export function isServed({ clause: { parts, opener }, sense: { meaning } }: Statement): boolean {
  if (meaning !== 'none' && meaning !== 'next') return false;
  if (opener !== null && opener !== 'so') return false;
  const isTheirs =
    find(parts, 'folk') && find(parts, COMING) && !find(parts, NOT_SO) && !find(parts, OWN_WORK);
  return Boolean(isTheirs) && LIVES.test(joinedWords(parts));
}
