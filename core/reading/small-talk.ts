import { foldedWords } from './part.js';
import { find, isUnknownWord, isVerb, LIGHT } from './sense.js';
import type { Statement } from './statement.js';

/** `hôm nay mưa to quá, các anh đi đường cẩn thận`, and nothing else: whether the weather is in the way is not said. */
export function isSmallTalk([first, ...rest]: readonly Statement[]): boolean {
  return first !== undefined && isWeather(first) && rest.every(isWish);
}

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
