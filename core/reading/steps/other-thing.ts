import type { Token } from '../../text/tokens.js';
import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { indexOf, isUnknownWord, LIGHT, sense, tags, VERBS, type Sense } from '../clause/sense.js';
import { isNamedIn, sharesWord, type Title } from '../title/title.js';
import { isWritten } from '../title/title-verb.js';
import { isListed, wordList } from '../words/word-list.js';

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
  return senses.map((one, at) => {
    if (one.meaning !== 'done') return one;
    const { parts } = clauses[at]!;
    return isOfOtherThing(parts, title) || isDoneToOther(parts, title) || isOfOtherPart(parts, title)
      ? sense('unclear', one.decided)
      : one;
  });
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

const ON_THE_WAY = tags('complete', 'able', 'every', 'again');
const CLASSIFIERS = /^(?:cai|con|chiec|bo|tam|cuon|quyen|cay)$/;
const OBJECTS = tags(null, 'resource', 'other');
// How it was done, where, when and in whose hands; what came of it; what stands for many things.
const NOT_OBJECTS =
  /^(?:cong khai|dinh ky|thang|quy|ky|dot|lan|web|trang|ngan hang|nha van hoa|don|thung|chay|dung|sach|dep|ngon|tot|gon|bu|thu mua|luu dong|hang|do|dan|pa|bb|kin|hinh|anh|ae|ng|tieu thuong|het|form|giay|tan tay|theo|toi noi|noi|bhyt|thu y|quan|chi|anh|nhut|chia khoa|mu|bai|hai|chia|trinh|lot|tung|nha|ho|phia|chu ky|tieu|theo doi|sang|trua|chieu|toi|thay|kenh|bay)(?: |$)/;

/** `sửa xong cái loa phường` to `Sửa đèn đường`: right behind the title's verb stands what it never named. */
function isDoneToOther(parts: readonly Part[], title: Title): boolean {
  const asked = parts.findIndex((part) => part.isAsked && (part.tag === 'work' || part.tag === 'draft'));
  if (asked < 0) return false;
  let at = asked + 1;
  while (ON_THE_WAY.holds(parts[at])) at += 1;
  if (CLASSIFIERS.test(foldedWords(parts[at]))) at += 1;
  const what = parts[at];
  if (what === undefined || !OBJECTS.holds(what) || NOT_OBJECTS.test(foldedWords(what))) return false;
  const second = at === asked + 1 ? title.verb[1] : undefined;
  if (second !== undefined && isMistyped(what.tokens[0]!.fold, second.fold)) return false;
  return (
    what.tokens.every(isPlainWord) && !parts.some((part, index) => index !== asked && sharesWord(part, title))
  );
}

/** `phân côgn`, `báo cáp`: one letter of another, or two that changed places. */
function isMistyped(word: string, meant: string): boolean {
  if (word.length !== meant.length || word[0] !== meant[0]) return false;
  const others = [...word].filter((letter, at) => letter !== meant[at]);
  return others.length < 2 || (others.length === 2 && others.every((letter) => meant.includes(letter)));
}

// Parts of a building, with their marks only: without them each is another word.
const HOUSE_PARTS = wordList('mái cổng tường nền trần sân vách', '');

/** `cái cổng nhà văn hoá sơn lại xong` to `Sửa mái nhà văn hóa`: another part of the house, which stands in front. */
function isOfOtherPart(parts: readonly Part[], title: Title): boolean {
  const own = title.words().find((word) => isListed(word, HOUSE_PARTS));
  if (own === undefined) return false;
  const verb = indexOf(parts, VERBS, 1);
  const named = parts.flatMap(({ tokens }, at) =>
    at < verb ? tokens.filter((word) => isListed(word, HOUSE_PARTS)) : [],
  );
  return (
    named.length > 0 &&
    !parts.some(({ tokens }) => tokens.some((word) => isWritten(word, own) || word.fold === own.fold))
  );
}

const isPlainWord = ({ kind, syllable, raw }: Token): boolean =>
  kind === 'word' && syllable !== null && !/^\p{Lu}{2,}$/u.test(raw);
