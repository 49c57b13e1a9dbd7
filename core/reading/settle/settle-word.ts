import { foldedWords, type Part } from '../clause/part.js';
import { tags } from '../clause/tag-set.js';
import { placeOf } from '../words/tag-places.js';
import type { Tag } from '../words/tags.js';
import { isEdge, type Place } from './place.js';
import { PLACED } from './placed-words.js';
import type { Rule, Rules } from './rule.js';
import { UNMARKED } from './unmarked-words.js';

const RULES: Rules = { ...UNMARKED, ...PLACED };

// The same by the place of their tag.
const RULE_AT: Rule[] = [];
for (const [tag, rule] of Object.entries(RULES) as [Tag, Rule][]) RULE_AT[placeOf(tag)] = rule;

/** The tags whose words may mean something else beside others. */
export const TURNING = tags(...(Object.keys(RULES) as Tag[]));

/** What a part that the lexicon knows means where it stands. */
export function settleWord(part: Part, place: Place): Tag | null {
  const first = part.tokens[0]!;
  // `mời các bác qua nhà`
  if (place.next?.tag === 'you' && isEdge(place.before) && /^(?:kinh |xin )?moi$/.test(foldedWords(part)))
    return 'wish';
  if (part.tag === null || !TURNING.holds(part)) return part.tag;
  return RULE_AT[part.place]!(place, part, first);
}
