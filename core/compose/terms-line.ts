import type { Terms } from '../terms.js';

/** Terms as they were said: what is not named stays as it is. */
export interface TermsSaid {
  acceptance?: boolean;
}

const refusal = String.raw`(?:không|khong|no|without)\s+`;
const wish = String.raw`(?:cần|can|có|co|phải|phai|needs?|with)\s+`;
const word = String.raw`(?:nghiệm\s+thu|nghiem\s+thu|acceptance)`;
const within = new RegExp(String.raw`(^|[\s,;])(${refusal})?(?:${wish})?${word}(?=$|[\s,;.])`, 'iu');
/** A title may begin with the same word: a line of its own says more than it. */
const alone = new RegExp(String.raw`^(?:(${refusal})(?:${wish})?|${wish})${word}[.!]?$`, 'iu');

/** Takes `nghiệm thu` (English `acceptance`) out of the first line, wherever it stands there; `không nghiệm thu` too. */
export function takeTermsWords(line: string): { rest: string; said: TermsSaid } {
  const text = line.normalize('NFC');
  const found = within.exec(text);
  if (!found) return { rest: line, said: {} };
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  return { rest: rest.trim(), said: { acceptance: found[2] === undefined } };
}

/** A line such as `cần nghiệm thu` or `with acceptance`. Null for any other. */
export function readTermsLine(line: string): TermsSaid | null {
  const found = alone.exec(line.normalize('NFC').trim());
  return found ? { acceptance: found[1] === undefined } : null;
}

/** The terms after something was said about them. */
export function changeTerms({ acceptance: before, ...rest }: Terms, said: TermsSaid): Terms {
  const acceptance = said.acceptance ?? before === true;
  return acceptance ? { ...rest, acceptance } : rest;
}
