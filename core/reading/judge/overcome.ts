import { joinedWords, type Clause, type Part } from '../clause/part.js';
import { find, HINDERED, indexOf, sense, tags, type Sense } from '../clause/sense.js';

const SINCE_THEN = tags('now', 'already', 'today', 'past');
const OVER =
  /^(?:thong|het|on|ok|em|chay|co(?: \S+)? lai|(?:co|du)(?: \S+){1,2}|binh thuong)(?: lai)?(?: het)?(?: (?:roi|r))?$/;

/** Takes out what stood in the way and no longer does: `hôm qua vướng, giờ thông rồi`, `vướng mặt bằng nhưng gỡ được rồi`. */
export function withoutOvercome(clauses: readonly Clause[], senses: readonly Sense[]): Sense[] {
  const left = [...senses];
  clauses.forEach((clause, index) => {
    if (!saysOver(clause, senses[index]!)) return;
    const hindered = left.slice(0, index).findLastIndex(({ meaning }) => HINDERED.has(meaning));
    if (hindered < 0) return;
    left[hindered] = sense('none', []);
    if (isOverNow(clause.parts, 0)) left[index] = sense('clean', senses[index]!.decided);
  });
  return left;
}

function saysOver({ parts, opener }: Clause, { meaning }: Sense): boolean {
  if (find(parts, 'solved') && parts[0]?.tag === 'now') return true;
  if (find(parts, 'solved'))
    return meaning === 'clean' && (opener === 'contrast' || find(parts, SINCE_THEN) !== undefined);
  return isOverNow(parts, 0);
}

/** Whether from there on a text says no more than that it is over now: `giờ hết rồi`, `nay có lại rồi`. */
export function isOverNow(parts: readonly Part[], from: number): boolean {
  const now = indexOf(parts, 'now', from, from + 3);
  if (now < 0) return false;
  const rest = parts.slice(now + 1).filter(({ tag }) => tag !== 'particle' && tag !== 'you');
  return OVER.test(joinedWords(rest));
}
