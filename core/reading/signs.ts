import type { Part } from './part.js';
import type { Tag } from './words/tags.js';

/** What a clause may hold that a rule looks for: a tag, a guess, a picture. */
export type Sign = Tag | typeof GUESS | typeof EMOJI;
/** Some part may mean something else. */
export const GUESS = 'a guess';
export const EMOJI = 'a picture';

/** A set of signs as bits, so that most rules are passed over by three comparisons. */
export type Signs = readonly [number, number, number];

const places = new Map<Sign, number>();
const bitsOfNumber = 31;

/** The set of these signs. */
export function signSet(signs: readonly Sign[]): Signs {
  const set: [number, number, number] = [0, 0, 0];
  for (const sign of signs) add(set, sign);
  return set;
}

/** The signs that a clause holds. */
export function signsOf(parts: readonly Part[]): Signs {
  const set: [number, number, number] = [0, 0, 0];
  for (const { tag, guesses, tokens } of parts) {
    if (tag !== null) add(set, tag);
    else if (tokens[0]!.kind === 'emoji') add(set, EMOJI);
    if (guesses.length > 0) add(set, GUESS);
  }
  return set;
}

/** Whether both hold one sign at least. */
export function shares(one: Signs, other: Signs): boolean {
  return ((one[0] & other[0]) | (one[1] & other[1]) | (one[2] & other[2])) !== 0;
}

function add(set: [number, number, number], sign: Sign): void {
  let place = places.get(sign);
  if (place === undefined) {
    place = places.size;
    places.set(sign, place);
  }
  set[Math.floor(place / bitsOfNumber) as 0 | 1 | 2] |= 1 << (place % bitsOfNumber);
}
