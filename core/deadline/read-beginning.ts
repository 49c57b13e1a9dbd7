import { readWords } from './read-wish.js';
import { tellsTime } from './tells-time.js';
import type { Problem, Wish } from './wish.js';

/** The longest beginning that can be read, where the rest says nothing of a time: `3 ngày làm việc họp` are no 3 days. */
export function readBeginning(time: string): Wish | Problem {
  let open: Problem = 'unreadable';
  for (let end = time.length; end > 0; end = time.lastIndexOf(' ', end - 1)) {
    const rest = time.slice(end);
    if (/^ ?\d/.test(rest) || tellsTime(rest)) continue;
    if (rest !== '' && namesMore(time.slice(0, end), rest)) continue;
    const wish = readWords(time.slice(0, end));
    // Of what is open or vague a part may be told exactly.
    if (wish === 'ambiguous') open = wish;
    else if (wish !== 'unreadable') return wish;
  }
  return open;
}

const EVENT =
  /^ (?:khai giang|be giang|hop|hoi nghi|hoi thi|thi|bau cu|dai hoi|le|tong ket|so ket|khai mac|be mac|mo thau|chot so lieu)\b/;

/** `17h ngày | khai giảng`, `hết năm | học`, `chiều | hội nghị`: what is left out says which day it is. */
function namesMore(said: string, rest: string): boolean {
  if (/(?<!\b(?:moi|hang|cuoi|dau|trong) )\b(?:ngay|hom)$|\bhet(?: ngay)?$/.test(said)) return true;
  if (/ (?:nam|thang|tuan)$/.test(said) && /^ (?:hoc|thanh nien|hanh dong|cao diem)\b/.test(rest))
    return true;
  return /(?:^| )(?:sang|trua|chieu|tooi|toi|dem)$/.test(said) && EVENT.test(rest);
}
