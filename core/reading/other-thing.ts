import { foldedWords, type Clause, type Part } from './part.js';
import { indexOf, isUnknownWord, LIGHT, sense, tags, type Sense } from './sense.js';
import { isNamedIn, type Title } from './title.js';

/**
 * The title's verb done to a thing that is none of the title's, where the thing stands in front: `bằng lái em đổi xong rồi`
 * to `Đổi giấy phép kinh doanh`. That says nothing of this directive.
 */
export function withoutOtherThings(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  if (title.verb.length === 0 || !senses.some(({ meaning }) => meaning === 'done')) return senses;
  if (!clauses.some(({ parts }) => isOfOtherThing(parts, title))) return senses;
  return senses.map((one, at) =>
    one.meaning === 'done' && isOfOtherThing(clauses[at]!.parts, title) ? sense('unclear', one.decided) : one,
  );
}

const BETWEEN = tags('self', 'particle', 'past', 'at', 'yes', 'every');
const THINGS = tags('resource', 'other');
// Who did it or when rather than what; and what may be any paper or thing.
const NO_THINGS =
  /^(?:cb|can bo|nguoi|hom|sang|chieu|toi|lan|dot|bua|ngay|tuan|thang|viec|cai|may cai|cong viec|form|file|bieu|mau|hinh|anh|ban|bai|phan|so lieu|hang|do|cv|bc|ds|link|luc|khi|ben|nha|to|doi|lop|nhom|khoa|phong|truong|tram|xa|thon|xom|ap|hai|hs|gv|ket qua|kq|hoi|chi hoi|chi doan|doan|htx|cho|quan)(?: |$)/;

/** A thing, who did it, and the title's verb, which is no handing over: what is handed over goes by many names. */
function isOfOtherThing(parts: readonly Part[], title: Title): boolean {
  const asked = parts.findIndex((part) => part.isAsked && part.tag === 'work');
  const self = asked < 0 ? -1 : indexOf(parts, 'self', 1, asked);
  // `thanh niên thôn em` are those who do it.
  if (self < 1 || parts[self]!.tokens.length > 1) return false;
  if (!parts.slice(self, asked).every((part) => BETWEEN.holds(part))) return false;
  const thing = parts.slice(0, self).filter((part) => !LIGHT.holds(part));
  if (
    thing.length === 0 ||
    /^\p{Lu}{2,}$/u.test(thing[0]!.tokens[0]!.raw) ||
    NO_THINGS.test(foldedWords(thing[0]))
  )
    return false;
  return (
    thing.every((part) => isUnknownWord(part) || THINGS.holds(part)) &&
    !thing.some((part) => isOfTitle(part, title))
  );
}

const isOfTitle = ({ tokens }: Part, title: Title): boolean =>
  tokens.some((token) => isNamedIn(title, token));
