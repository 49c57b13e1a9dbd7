import type { Part } from './clauses.js';
import type { Tag } from './lexicon-vi.js';
import { looksLikeDate } from './quantities.js';

/**
 * What one clause says of the work. `open`: not finished. `underway`: being done, partly done, or promised.
 * `next`: a later step after the work. `unclear`: it speaks of being done in a way that must not be guessed.
 */
export type Meaning =
  'done' | 'open' | 'underway' | 'next' | 'blocked' | 'ack' | 'unclear' | 'question' | 'none';

export interface Sense {
  meaning: Meaning;
  /** The parts that decided. */
  decided: Part[];
  /** Done, said of a part of the work (`xong phần móng`). */
  ofPart: boolean;
  /** What could not be done, or is lacking, rather than what went badly on the way. */
  stuck: boolean;
}

/** Words that neither say nor take back anything. */
export const LIGHT = new Set<Tag | null>([
  'particle',
  'address',
  'every',
  'already',
  'now',
  'pastTime',
  'past',
  'sure',
]);

const SETTLED = new Set<Tag | null>(['past', 'already', 'pastTime']);

/** Makes a sense. */
export function sense(
  meaning: Meaning,
  decided: Part[],
  more: { ofPart?: boolean; stuck?: boolean } = {},
): Sense {
  return {
    meaning,
    decided,
    ofPart: more.ofPart ?? false,
    stuck: more.stuck ?? false,
  };
}

/** The folded words of a part. */
export function folded(part: Part | undefined): string {
  return part?.words ?? '';
}

/** Whether a clause speaks of what has happened: `đã`, `rồi`, `hôm qua`. */
export function isSettled(parts: readonly Part[]): boolean {
  return parts.some(
    (part) => SETTLED.has(part.tag) || (part.tag === 'doneVerb' && folded(part).startsWith('da ')),
  );
}

/** The day or hour that a clause names. */
export function findTime(parts: readonly Part[]): Part | undefined {
  const tokens = parts.flatMap((part) => part.tokens);
  return parts.find((part, at) => {
    const first = part.tokens[0]!;
    if (part.tag === 'timePoint' || first.kind === 'date' || first.kind === 'clock') return true;
    if (first.kind === 'ratio') return looksLikeDate(tokens, tokens.indexOf(first));
    return folded(part) === 'thu' && /^[2-7]$/.test(folded(parts[at + 1]));
  });
}
