import { readWords } from './read-wish.js';
import { tellsTime } from './tells-time.js';
import type { Problem, Wish } from './wish.js';

/** The longest beginning that can be read, where the rest says nothing of a time: `3 ngày làm việc họp` are no 3 days. */
export function readBeginning(time: string): Wish | Problem {
  let open: Problem = 'unreadable';
  for (let end = time.length; end > 0; end = time.lastIndexOf(' ', end - 1)) {
    const rest = time.slice(end);
    if (/^ ?\d/.test(rest) || tellsTime(rest)) continue;
    const wish = readWords(time.slice(0, end));
    // Of what is open or vague a part may be told exactly.
    if (wish === 'ambiguous') open = wish;
    else if (wish !== 'unreadable') return wish;
  }
  return open;
}
