import type { Part } from './part.js';
import { placeOf, PLACES } from '../words/tag-places.js';
import type { Tag } from '../words/tags.js';

/** What a clause may hold that a rule looks for: a tag, a guess, a picture. */
export type Sign = Tag | typeof GUESS | typeof EMOJI;
/** Some part may mean something else. */
export const GUESS = 'a guess';
export const EMOJI = 'a picture';

/** A set of signs as bits, so that most rules are passed over by four comparisons. */
export type Signs = readonly number[];

const placeOfGuess = PLACES;
const placeOfEmoji = PLACES + 1;

/** The set of these signs. */
export function signSet(signs: readonly Sign[]): Signs {
  const set = [0, 0, 0, 0];
  for (const sign of signs)
    add(set, sign === GUESS ? placeOfGuess : sign === EMOJI ? placeOfEmoji : placeOf(sign));
  return set;
}

/** The signs that a clause holds. */
export function signsOf(parts: readonly Part[]): Signs {
  const set = [0, 0, 0, 0];
  for (const { tag, place, guesses, tokens } of parts) {
    add(set, place);
    if (tag === null && tokens[0]!.kind === 'emoji') add(set, placeOfEmoji);
    if (guesses.length > 0) add(set, placeOfGuess);
  }
  return set;
}

/** Whether both hold one sign at least. */
export function shares(one: Signs, other: Signs): boolean {
  return (
    ((one[0]! & other[0]!) | (one[1]! & other[1]!) | (one[2]! & other[2]!) | (one[3]! & other[3]!)) !== 0
  );
}

function add(set: number[], place: number): void {
  set[place >> 5]! |= 1 << (place & 31);
}
