import { foldedWords, type Part } from '../clause/part.js';
import { isListed, wordList } from '../words/word-list.js';
import { find, indexOf, isSettled, PLAIN_WORK, sense, tags, type Sense } from '../clause/sense.js';

const NEXT = tags('hand', 'work', 'draft', 'prep');
const COMING = tags('ahead', 'day');
const GOING = tags('doing', 'nearly', 'notYet', 'not', 'further');
const AT_ONCE = /^(?:luon|ngay|lien)$/;

/** `chiều em họp tổ rồi phân công`, `chốt xong phát luôn`: one thing after the other, and nothing says that they were. */
export function judgeAndThen(parts: readonly Part[]): Sense | null {
  const later = plannedFirst(parts);
  if (later) return sense('next', later);
  const then = parts.findIndex(
    (part, at) => (part.tag === 'already' || part.tag === 'complete') && at > 0 && isAct(parts, at + 1),
  );
  if (then < 0 || find(parts, GOING) || find(parts, 'complete', then + 1)) return null;
  if (isSettled(parts.filter((_, at) => at !== then))) return null;
  if (!find(parts, PLAIN_WORK, 0, then)) return null;
  const time = findPlan(parts, then);
  if (time) return sense('next', [time, parts[then + 1]]);
  const isAtOnce = parts.slice(then + 2).some((part) => AT_ONCE.test(foldedWords(part)));
  return isAtOnce || parts[then]!.tag === 'already'
    ? sense('unclear', [parts[then], parts[then + 1]], { isWhen: true })
    : null;
}

const AT_A_TIME = tags('ahead', 'day', 'within');
const OBJECTS = tags(null, 'every', 'resource', 'other', 'member');

/** `cuối tuần em bàn giao đủ 12 máy đã cài lại`: who does it, when, and to what; only behind that stands what was done to it. */
function plannedFirst(parts: readonly Part[]): Part[] | null {
  const [time, who, verb, ...rest] = parts;
  if (!AT_A_TIME.holds(time) || who?.tag !== 'self' || !PLAIN_WORK.holds(verb)) return null;
  const past = indexOf(rest, 'past');
  const isOfThing =
    past > 1 && rest.slice(0, past).every((part) => OBJECTS.holds(part)) && !find(parts, 'already');
  return isOfThing ? [time!, verb!] : null;
}

const CARRIES = wordList('đem mang vác đưa', 'dem mang vac dua');

/** `rồi phát`, `rồi đem phát` */
const isAct = (parts: readonly Part[], at: number): boolean =>
  NEXT.holds(parts[at]) ||
  (COMING.holds(parts[at]) && NEXT.holds(parts[at + 1]) && !find(parts, 'every')) ||
  (parts[at] !== undefined && isListed(parts[at].tokens[0]!, CARRIES) && NEXT.holds(parts[at + 1]));

/** `chiều em họp tổ rồi …`: the time at which one of us will do what stands before `then`. */
export function findPlan(parts: readonly Part[], then: number): Part | undefined {
  const time = indexOf(parts.slice(0, Math.max(then, 0)), COMING);
  return time >= 0 && find(parts, 'self', time, then) ? parts[time] : undefined;
}
