import type { Part } from '../clause/part.js';
import { tags, VERBS } from '../clause/sense.js';
import type { Tag } from '../words/tags.js';
import { AWAITED, isEdge, isMark, startsNumber, type Place } from './place.js';

const AFTER_REASON = tags(
  ...(['harm', 'lack', 'stuck', 'trouble', 'wait', 'not', 'notYet', 'cannot', 'suffer', 'doing'] as const),
  ...(['resource', 'self', 'you', 'member', 'now', 'today', 'have', 'left'] as const),
);
const AFTER_SO = tags('not', 'notYet', 'cannot', 'self', 'doing', 'must', 'wait', 'stuck', 'take');
const BELIEVED = tags(
  ...(['complete', 'past', 'not', 'notYet', 'hand', 'work', 'already', 'self', 'every', 'stuck'] as const),
  ...(['have', 'left', 'lack', 'suffer', 'doing'] as const),
);

const SUFFERS = tags('other', 'resource');

/** Verbs that, of one who has already done something, can be nothing else. */
export const PLAIN_VERBS = new Set([
  'ky',
  'in',
  'mua',
  'tra',
  'dien',
  'trinh',
  'dong',
  'sam',
  'chup',
  'dich',
]);

function isSaidDone({ parts, at }: Place): boolean {
  const isPlain = PLAIN_VERBS.has(parts[at]!.tokens[0]!.fold);
  return isPlain && parts.slice(at + 1, at + 5).some(({ tag }) => tag === 'already');
}

/** Which of its guesses the neighbours of a word bear out, if any. */
export function guessWord({ guesses }: Part, place: Place): Tag | null {
  return guesses.find((guess) => isMeant(guess, place)) ?? null;
}

function isMeant(guess: Tag, place: Place): boolean {
  const { before, next } = place;
  const follows = next?.tag ?? null;
  switch (guess) {
    case 'cause':
      return AFTER_REASON.has(follows) || next === undefined || next.guesses.includes('harm');
    case 'so':
      return AFTER_SO.has(follows);
    case 'believed':
      return BELIEVED.has(follows);
    // `lớp 3 con 2 buổi`
    // `con e om nen …`, `may in hu roi`
    case 'harm':
      return (
        (SUFFERS.holds(before) &&
          (isEdge(next) || follows === 'already' || next!.guesses.includes('so') || follows === 'so')) ||
        // `vung lu`
        (before?.tokens.at(-1)!.fold === 'vung' && place.parts[place.at]!.tokens[0]!.fold === 'lu')
      );
    // `em gang lam xong` for gắng
    case 'promise':
      return before?.tag === 'self' && VERBS.has(follows);
    case 'left':
      return startsNumber(before) && startsNumber(next);
    case 'contrast':
      return before !== undefined && isMark(before);
    case 'ask':
      return (isEdge(next) || follows === 'you') && before?.tokens[0]!.kind !== 'number';
    case 'stuck':
      return before?.tag === 'doing' || before?.tag === 'suffer' || follows === 'resource';
    // `Trạm y te da kham het`, with the title's own verb
    case 'past':
      return next?.isAsked === true;
    case 'not':
      return VERBS.has(follows) || follows === 'able' || follows === 'have';
    case 'wait':
      return before?.tag === 'doing' && AWAITED.has(follows);
    default:
      // `da dan thong bao`, `em ky roi`
      return VERBS.has(guess) && (before?.tag === 'past' || (before?.tag === 'self' && isSaidDone(place)));
  }
}
