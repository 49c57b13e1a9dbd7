import { foldedWords, joinedWords, type Clause, type Part } from '../clause/part.js';
import { find, isNumber, LIGHT, sense, tags, type Sense } from '../clause/sense.js';
import { isNamedIn, type Title } from '../title/title.js';

const OF_PICTURES =
  /^(?:chup (?:hinh|anh)|(?:chup|gui|dang|up|post|nop|kem)(?: \S+){0,2} (?:hinh|anh|hinh anh)|taken (?:any |the )?(?:photos|pictures)|sent (?:the )?(?:photos|pictures))(?: |$)/;
const OF_SIGNS = /^(?:dong dau|lay dau|xin dau|ky nhay|stamped)(?: |$)/;
const OF_COPIES = /^(?:scan|photo|pho to|luu file|luu ban)(?: |$)/;
const SENT =
  /^(?:nop|gui|chuyen|da nop|da gui|nop bao cao|gui bao cao|gui danh sach|nop ho so|sent|submitted)$/;
const MAKES_PAPERS =
  /^(?:bao cao|ho so|to khai|danh sach|bien ban|don|phieu|in|in an|ke hoach|hoc ba)(?: |$)/;
const FORMALITY = new RegExp(`${OF_PICTURES.source}|${OF_SIGNS.source}|${OF_COPIES.source}`);
const BESIDE_IT = tags(
  ...([null, 'particle', 'self', 'you', 'resource', 'other', 'able', 'hand', 'again', 'only'] as const),
  'onTime',
);

/**
 * `xong rồi, chưa kịp chụp hình thôi`, `gửi rồi, chưa đóng dấu`: a formality that is still to come leaves it done. Of a
 * paper that was only made, its signature is one more step.
 */
export function withoutFormalities(
  clauses: readonly Clause[],
  senses: readonly Sense[],
  title: Title,
): readonly Sense[] {
  const done = senses.findIndex(({ meaning, isStep }) => meaning === 'done' && !isStep);
  if (done < 0) return senses;
  return senses.map((one, at) => {
    const { parts } = clauses[at]!;
    const isOwed =
      at > done &&
      isFormality(parts) &&
      // `chưa chụp ảnh được vì mất điện`
      clauses[at + 1]?.opener !== 'cause' &&
      isBesides(parts, clauses[done]!.parts) &&
      !isAsked(parts, title);
    return isOwed ? sense('blocked', [find(parts, 'notYet')]) : one;
  });
}

/** Whether it is not yet photographed, stamped or copied, and no more than that. */
export function isFormality(parts: readonly Part[]): boolean {
  const open = openAt(parts);
  const act = parts.slice(open + 1);
  return (
    parts[open]?.tag === 'notYet' &&
    act.every((part, at) => (at === 0 ? !part.isAsked : BESIDE_IT.holds(part))) &&
    FORMALITY.test(joinedWords(act)) &&
    // `chưa chụp ảnh 2 hộ`
    !parts.some((part) => isNumber(part) || (part.tag === 'able' && foldedWords(part) !== 'kip'))
  );
}

const openAt = (parts: readonly Part[]): number =>
  parts.findIndex((part) => !LIGHT.holds(part) && part.tag !== 'only');

/** The words of what is still to come. */
const openWords = (parts: readonly Part[]): string => joinedWords(parts.slice(openAt(parts) + 1));

const PICTURES = /^(?:anh|hinh|chup|clip|video|photo|photos|pictures)$/;
const SIGNATURES = /^(?:ky|dau)$/;

/** Of `Gửi ảnh hoạt động` pictures are the work, of `Ký biên bản` the stamp. */
function isAsked(parts: readonly Part[], title: Title): boolean {
  const isOfPictures = OF_PICTURES.test(openWords(parts));
  const wanted = isOfPictures ? PICTURES : SIGNATURES;
  return (
    [...title.verb, ...title.words()].some(({ fold }) => wanted.test(fold)) ||
    parts.some(({ tokens }) => tokens.some((token) => isNamedIn(title, token)))
  );
}

/** Whether the formality is none of the steps of what is done: a paper that was made is signed before it is sent. */
function isBesides(parts: readonly Part[], done: readonly Part[]): boolean {
  const words = openWords(parts);
  if (OF_PICTURES.test(words) || done.some((part) => SENT.test(foldedWords(part)))) return true;
  return (
    OF_SIGNS.test(words) && !done.some((part) => part.tag === 'draft' || MAKES_PAPERS.test(foldedWords(part)))
  );
}
