import { foldedWords, type Part } from '../clause/part.js';
import { find, saysPast } from '../clause/sense.js';

/** `cảm ơn chị đã thông báo`: what the other side did. */
export function isThanks(parts: readonly Part[]): boolean {
  const [thanks, who, past, ...rest] = parts[0]?.tag === 'self' ? parts.slice(1) : parts;
  const isTold = past !== undefined && (past.tag === 'past' || saysPast(past));
  return /^(?:xin )?cam on$/.test(foldedWords(thanks)) && who?.tag === 'you' && isTold && !find(rest, 'self');
}

const LOOKS = /^(?:check|see|find|review|look|confirm|view)$/;

/** English `please check your inbox for the signed sheets` */
export const isPleaseLook = ([please, look]: readonly Part[]): boolean =>
  foldedWords(please) === 'please' && LOOKS.test(foldedWords(look));
