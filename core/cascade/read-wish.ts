import { foldText } from '../text/fold.js';

/** Said of a part instead of an answer: pass it on, with words of one's own; or let it be computed from below again. */
export type CascadeWish = { do: 'pass-on'; words: string } | { do: 'compute' };

const passOn = /^(?:chuyen xuong|giao xuong|pass on|pass down)(?: cap duoi)?(?= ?(?:[:.!\n]|$))[ .!]*/;
const compute =
  /^(?:(?:tinh|lay) )?(?:theo|tu) (?:cap |cac don vi cap )?duoi[.!]*$|^(?:compute )?from below[.!]*$/;

/**
 * The wish, when the words are nothing else: `chuyển xuống` alone, or with a colon or a new line and words for those below.
 * `chuyển xuống thôn rồi` tells how it stands and is none.
 */
export function readCascadeWish(text: string): CascadeWish | null {
  const [first = '', ...rest] = text.trim().split('\n');
  const [head = '', ...behind] = first.split(':');
  const folded = foldText(head.trim()).replace(/\s+/g, ' ');
  if (compute.test(folded) && behind.length === 0 && rest.length === 0) return { do: 'compute' };
  const found = passOn.exec(folded);
  if (!found || found[0].length < folded.length) return null;
  return { do: 'pass-on', words: [behind.join(':').trim(), ...rest].join('\n').trim() };
}
