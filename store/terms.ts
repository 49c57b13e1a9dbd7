import type { Terms } from '../core/terms.js';
import { Prisma } from './db.js';

/** Terms as their column takes them: null where all is as usual. */
export function toTermsColumn(terms: Terms): Prisma.InputJsonObject | typeof Prisma.DbNull {
  return Object.keys(terms).length === 0 ? Prisma.DbNull : { ...terms };
}

/** Terms as a column has them. */
export function fromTermsColumn(column: Prisma.JsonValue): Terms {
  return (column as Terms | null) ?? {};
}
