import { foldedWords } from './part.js';
import { DENIALS, find, isUnknownWord, isVerb, LIGHT } from './sense.js';
import type { Statement } from './statement.js';

/** `hôm nay mưa to quá, các anh đi đường cẩn thận`, and nothing else: whether the weather is in the way is not said. */
export function isSmallTalk([first, ...rest]: readonly Statement[]): boolean {
  if (first !== undefined && isChildAway(first, rest)) return true;
  return first !== undefined && isWeather(first) && rest.every(isWish);
}

const CHILD = /^(?:be|chau|cac be|cac chau)$/;

/** `bé Bông hôm nay nghỉ vì sốt` */
const isChildAway = ({ clause: { parts } }: Statement, rest: readonly Statement[]): boolean =>
  CHILD.test(foldedWords(parts[0])) &&
  parts.some((part) => /^nghi(?: |$)/.test(foldedWords(part))) &&
  [parts, ...rest.map(({ clause }) => clause.parts)].every(
    (said) => !said.some(isVerb) && !find(said, DENIALS),
  );

const isWish = ({ clause: { parts } }: Statement): boolean =>
  find(parts, 'wish') !== undefined && !parts.some(isVerb);

const WEATHER = /^(?:mua|nang|nong|ret|lanh|gio|bao|tac duong|ket xe)(?: |$)/;

function isWeather({ clause: { parts, opener }, sense: { meaning, decided } }: Statement): boolean {
  const isHarm = meaning === 'blocked' || meaning === 'trouble';
  const rest = parts.filter((part) => part !== decided[0] && !LIGHT.holds(part) && part.tag !== 'today');
  return (
    isHarm &&
    opener === null &&
    WEATHER.test(foldedWords(decided[0])) &&
    rest.length <= 1 &&
    rest.every(isUnknownWord)
  );
}
