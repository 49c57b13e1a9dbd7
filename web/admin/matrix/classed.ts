import { classify, type SummaryClass } from '../../../core/summary/classify.js';
import type { Db } from '../../../store/db.js';
import { withStops } from '../../../store/lateness.js';
import type { MatrixPart } from '../../../store/matrix.js';

export type Classed<T> = T & { class: SummaryClass };

/** Each part in its official class as of now; what was closed was judged then. */
export async function classifyParts<T extends MatrixPart>(
  db: Db,
  parts: readonly T[],
  now: Date,
): Promise<Classed<T>[]> {
  return (await withStops(db, parts, now)).map((part) => {
    const judgedAt = part.closedAt && part.closedAt < now ? part.closedAt : now;
    return { ...part, class: classify({ ...part, judgedAt }) };
  });
}
