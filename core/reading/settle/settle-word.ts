import { foldedWords, type Part } from '../part.js';
import type { Tag } from '../words/tags.js';
import { isEdge, type Place } from './place.js';
import { PLACED } from './placed-words.js';
import type { Rules } from './rule.js';
import { UNMARKED } from './unmarked-words.js';

const RULES: Rules = { ...UNMARKED, ...PLACED };

/** Whether a word of the tag may mean something else beside others. */
export function isTurning(tag: Tag): boolean {
  return RULES[tag] !== undefined;
}

/** What a part that the lexicon knows means where it stands. */
export function settleWord(part: Part, place: Place): Tag | null {
  const first = part.tokens[0]!;
  // `mời các bác qua nhà`
  if (place.next?.tag === 'you' && isEdge(place.before) && /^(?:kinh |xin )?moi$/.test(foldedWords(part)))
    return 'wish';
  if (part.tag === null) return null;
  const rule = RULES[part.tag];
  return rule ? rule(place, part, first) : part.tag;
}
