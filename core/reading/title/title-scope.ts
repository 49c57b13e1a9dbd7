import { createPart, type Part } from '../clause/part.js';
import { isNumber, tags } from '../clause/sense.js';
import type { Token } from '../../text/tokens.js';
import { countOf, numberOf } from './spoken-ids.js';
import { isWritten } from './title-verb.js';
import type { Title } from './title.js';

const HINDERS = tags('harm', 'stuck');
const SEVERAL = /^(?:va|den|toi|voi|cung|hoac|,|-|–|\+|&|;)$/;

/**
 * Reads the round, the floor or the hamlet that a title names as what it is about: `tiêm xong đợt 2` to `Tiêm sởi đợt 2`
 * speaks of all of it, not of a part.
 */
export function nameScope(parts: Part[], title: Title): Part[] {
  if (title.verb.length === 0) return parts;
  if (!parts.some((part, at) => mayBeScope(parts, at) || HINDERS.holds(part))) return parts;
  return parts.map((part, at) =>
    (mayBeScope(parts, at) && isWholeOf(title, part, parts[at + 1]!)) || isOfThing(title, part, parts[at - 1])
      ? createPart('other', part.tokens, part.guesses, part.isAsked)
      : part,
  );
}

/** `thuốc hết hạn gom lại` to `Thu hồi thuốc hết hạn`, `cây gãy` to `Dọn cây gãy`: which things the work is about. */
function isOfThing(title: Title, { tag, tokens }: Part, before: Part | undefined): boolean {
  if (before === undefined || !HINDERS.has(tag)) return false;
  const named = [before.tokens.at(-1)!, ...tokens];
  const words = title.words();
  return words.some((_, at) =>
    named.every((token, index) => words[at + index] !== undefined && isWritten(token, words[at + index]!)),
  );
}

/** `đợt 2`; `xong tầng 3`, where `tầng 3 xong` may be who says it. */
function mayBeScope(parts: readonly Part[], at: number): boolean {
  const { tag } = parts[at]!;
  const isPiece = tag === 'piece' || (tag === 'member' && parts[at - 1]?.tag === 'complete');
  const next = parts[at + 1];
  return isPiece && (isNumber(next) || (next?.tokens.length === 1 && numberOf(next.tokens[0]) !== undefined));
}

/** `2` is `hai`. */
function isSameNumber(named: Token | undefined, said: Token): boolean {
  if (named?.raw === said.raw) return true;
  const count = countOf(named);
  return count !== undefined && count === countOf(said);
}

/** Whether the title names this one, and no other of its kind. */
function isWholeOf(title: Title, { tokens }: Part, number: Part): boolean {
  const words = title.words();
  const kind = tokens.map(({ fold }) => fold).join(' ');
  const named = words.flatMap((_, at) =>
    words
      .slice(at, at + tokens.length)
      .map(({ fold }) => fold)
      .join(' ') === kind
      ? at + tokens.length
      : [],
  );
  const [at] = named;
  if (at === undefined || named.length > 1 || !isSameNumber(words[at], number.tokens[0]!)) return false;
  const next = words[at + 1];
  return (
    next === undefined ||
    !(next.kind === 'number' || SEVERAL.test(next.kind === 'word' ? next.fold : next.raw))
  );
}
