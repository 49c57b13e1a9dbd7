import { foldedWords, joinedWords, type Part } from '../clause/part.js';
import { find, OWN_WORK, tags } from '../clause/sense.js';
import type { Statement } from './statement.js';

const COMING = tags('ahead', 'day', 'within', 'today', 'now');
const NOT_SO = tags('notYet', 'not', 'cannot', 'newly', 'take', 'further', 'left', 'wait', 'if', 'whenever');
const LIVES =
  /(?:^| )(?:di hoc|vao hoc|vo hoc|den lop|toi lop|den truong|toi truong|di lai|qua lai|su dung|dung (?:nuoc|dien|duoc|lai)|ve nha|di cho|hop cho|xem tivi|mo cua)(?: |$)/;

const isWelcome = (part: Part): boolean => !part.isAsked && foldedWords(part) === 'don';

/** `dọn xong rồi, thứ hai học sinh đi học lại được`: what those it is for can do then is no work that is left. */
export function isServed({ clause: { parts, opener }, sense: { meaning } }: Statement): boolean {
  if (meaning !== 'none' && meaning !== 'next') return false;
  if (opener !== null && opener !== 'so') return false;
  if (!find(parts, 'folk') || !find(parts, COMING) || find(parts, NOT_SO)) return false;
  // `mai đón học sinh được`
  const able = find(parts, 'able');
  const isReady = able !== undefined && parts.some(isWelcome);
  return isReady || (!find(parts, OWN_WORK) && LIVES.test(joinedWords(parts)));
}
