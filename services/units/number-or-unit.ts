import { findDirectiveByNumber } from '../../store/directives.js';
import { findUnit, type Unit } from '../../store/units.js';
import type { Deed } from '../deed.js';

/** What a word that may be a directive's number or a unit's code means. */
export type NumberOrUnit =
  | { unit: Unit }
  /** `alsoUnit`: a unit has this code, too. */
  | { number: number; alsoUnit: Unit | null };

const aUnit = /^(?:đơn vị|don vi|unit)\s+(\S+)$/iu;
const digitsAlone = /^(#?)(\d{1,9})$/;

/**
 * Codes may be digits alone, as the official ones of communes are. `#12` is the directive, `đơn vị 12` the unit; `12` is
 * the directive if there is one, else the unit; no directive is written `012`. Null for any other words.
 */
export async function findNumberOrUnit(ctx: Pick<Deed, 'db'>, words: string): Promise<NumberOrUnit | null> {
  const named = aUnit.exec(words)?.[1];
  if (named !== undefined) {
    const unit = await findUnit(ctx.db, named);
    return unit && { unit };
  }
  const [, sign = '', digits] = digitsAlone.exec(words) ?? [];
  if (digits === undefined) return null;
  const number = Number(digits);
  const unit = sign === '' ? await findUnit(ctx.db, digits) : null;
  if (!unit) return { number, alsoUnit: null };
  const isDirective = !digits.startsWith('0') && (await findDirectiveByNumber(ctx.db, number)) !== null;
  return isDirective ? { number, alsoUnit: unit } : { unit };
}
