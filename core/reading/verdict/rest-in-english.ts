import { WordSet } from '../../text/word-set.js';
import { foldedWords, joinedWords, type Part } from '../clause/part.js';
import { find, indexOf, PERSONS } from '../clause/sense.js';

const ARRIVES = /^(?:arriving|arrives?|coming|comes?|due|scheduled|goes|go|follows?|gets|is|are)$/;
const WHEN =
  /^(?:at .*\d.*|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|tomorrow(?: .*)?|tonight|next week|next month|later|this afternoon|this evening|soon)$/;
const NO_ENGLISH_PARTS =
  /^(?:photos?|pictures?|receipts?|stamps?|signatures?|meetings?|ceremony|event|party|opening|lunch|dinner|visit|holiday|rain|storm|power|water|payment|pay|result|results|copy|copies)$/;

const DELIVERED = /^(?:delivery|pickup|installation|fitting|collection|shipping|rest|others|remaining)$/;

const ENGLISH = new WordSet(
  'at on monday tuesday wednesday thursday friday saturday sunday weekend tomorrow tonight next later this soon'.split(
    ' ',
  ),
);
const isWhen = (part: Part | undefined): boolean =>
  part !== undefined && ENGLISH.holds(part.tokens[0]!) && WHEN.test(foldedWords(part));

/** English `fridge arriving at 3pm`, `group B is this weekend`, `filters will be replaced tomorrow` */
export function isArriving(parts: readonly Part[]): boolean {
  // `order placed, delivery on Thursday`
  if (DELIVERED.test(foldedWords(parts[0])) && parts.length > 1 && parts.slice(1).every(isWhen)) return true;
  if (!parts.some(isWhen) || find(parts, PERSONS)) return false;
  if (/^[a-z]{3,}ing$/.test(foldedWords(parts[0]))) return parts.slice(1, 4).some(isWhen);
  // `is this` is one phrase, which asks elsewhere.
  const will = indexOf(parts, 'will');
  if (will > 0 && !NO_ENGLISH_PARTS.test(foldedWords(parts[will - 1])))
    return parts.slice(will + 2, will + 4).some(isWhen);
  const verb = parts.findIndex((part, at) => at > 0 && ARRIVES.test(part.tokens[0]!.fold));
  return (
    verb > 0 &&
    !NO_ENGLISH_PARTS.test(foldedWords(parts[verb - 1])) &&
    parts.slice(verb + 1, verb + 3).some(isWhen)
  );
}

const PLACES =
  /^(?:upstairs|downstairs|outside|inside|(?:the )?(?:next|another|other) \S+|(?:(?:the )?\S+ )?(?:floor|yard|block|wing|room|side|half|hall|kitchen|rest))$/;

const NUMBERED =
  /^(?:(?:running|doing|starting|printing|checking|cleaning|working on) )?(?:the )?(?:floor|grade|class|block|room|section|zone|batch|building|row|lane|shelf|aisle|page|part|phase|step|site|village|hamlet|street)(?:e?s)? \d+\w?(?: (?:and|to) \d+\w?)? (?:now|next|later|tonight|after \S+|tomorrow(?: \S+)?|this afternoon|this evening|(?:on )?\S+day)$/;

/** English `cleared the ground floor, upstairs tomorrow`, `done here, another village on Friday`, `floor 3 after lunch` */
export const isPlaceLater = (parts: readonly Part[]): boolean =>
  parts.length > 1 &&
  ((parts.length <= longestTurn && isWhen(parts.at(-1)) && PLACES.test(joinedWords(parts.slice(0, -1)))) ||
    NUMBERED.test(joinedWords(parts)));

const STATES = /(?:^| )(?:is|are|was|were|looks?|has|have|can|we)(?: |$)/;
const longestTurn = 5;

/** English `floor done, now the windows` */
export const isNextInTurn = (parts: readonly Part[]): boolean =>
  parts[0]?.tag === 'now' &&
  /^(?:the|our|for)$/.test(foldedWords(parts[1])) &&
  parts.length > 2 &&
  parts.length <= longestTurn &&
  !STATES.test(joinedWords(parts));
