import { foldedWords } from '../clause/part.js';
import type { Statement } from './statement.js';

/** Whether beside what is done the title's own verb is told to come, from a clause on. */
export function isAskedToCome(said: readonly Statement[], from: number): boolean {
  return said.slice(from).some((one) => isOnlyThen(one) || isAskedYet(one));
}

/** `sơn lót xong, đợi khô mới sơn phủ` to `Sơn cổng`: more of what the title asks for, once it is dry */
function isOnlyThen({ clause: { parts } }: Statement): boolean {
  if (!AWAITS.test(foldedWords(parts[0]))) return false;
  return parts.some((part, at) => foldedWords(part) === 'moi' && parts[at + 1]?.isAsked === true);
}

// Without its mark `cho` may be chờ.
const AWAITS = /^(?:cho|doi|(?:con|dang) (?:cho|doi))$/;

/** `tem in ra rồi, anh em đang dán` to `Dán mã vạch`: that was a step, and what the title asks for is yet to be done. */
function isAskedYet({ clause: { parts, opener }, sense: { meaning, decided } }: Statement): boolean {
  const isPlanned = meaning === 'ack' && decided[0]?.tag === 'will';
  const isYet = isPlanned || meaning === 'next' || (meaning === 'underway' && decided[0]?.tag === 'doing');
  return isYet && opener !== 'cause' && parts.some(({ isAsked }) => isAsked);
}
