import { foldText } from '../../text/fold.js';

/** How units are named in an order. */
export interface UnitBook {
  isUnit: (word: string) => boolean;
  /** Codes by folded name; null where several units bear it. */
  names?: ReadonlyMap<string, string | null>;
}

/** What looks like a unit's code and is none: it must not become a note. */
export const CODE = /^[a-z]{1,6}[-_.]?\d{1,4}$/i;

/** Units by the names they bear; of those of one name none is chosen. */
export function nameUnits(units: readonly { code: string; name: string }[]): Map<string, string | null> {
  const names = new Map<string, string | null>();
  for (const { code, name } of units) {
    const folded = foldText(name);
    if (folded !== '') names.set(folded, names.has(folded) ? null : code);
  }
  return names;
}

const WHOLE =
  /^(?:(?:tat ca|toan bo|tatca|ca)(?: (?:cac )?don vi| co quan| to chuc)|tat ca|toan bo|tatca|toan co quan|(?:all|every) units?|all|everyone)(?= |$)/;
const longestName = 12;

/** The unit that is named from here on; `unit` null: all of them. Undefined when none is. */
export function findUnit(
  words: readonly string[],
  folded: readonly string[],
  at: number,
  { isUnit, names }: UnitBook,
): { unit: string | null; size: number; isTwice?: boolean } | undefined {
  for (let size = Math.min(longestName, words.length - at); size > 0; size -= 1) {
    const code = names?.get(folded.slice(at, at + size).join(' '));
    if (code !== undefined) return { unit: code, size, ...(code === null && { isTwice: true }) };
  }
  const word = (words[at] ?? '').replace(/[,;:.]+$/, '');
  if (isUnit(word)) return { unit: word, size: 1 };
  // `xã XA01`: what kind of unit it is, and its code.
  const next = (words[at + 1] ?? '').replace(/[,;:.]+$/, '');
  if (/^(?:xa|phuong|truong|to|thon|huyen|tinh|don vi)$/.test(folded[at] ?? '') && isUnit(next))
    return { unit: next, size: 2 };
  const whole = WHOLE.exec(folded.slice(at).join(' '))?.[0];
  return whole === undefined ? undefined : { unit: null, size: whole.split(' ').length };
}
