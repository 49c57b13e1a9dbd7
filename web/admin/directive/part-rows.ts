import type { Watcher } from '../../../store/progress.js';
import { measureFairLateness, type Lateness } from '../../../core/lateness/fair-lateness.js';
import { groupOf, progressGroups, type ProgressGroup } from '../../../core/replies/group-progress.js';
import { foldText } from '../../../core/text/fold.js';
import type { Db } from '../../../store/db.js';
import { findPartFacts, type PartFacts } from '../../../store/directive-view.js';
import { withStops } from '../../../store/lateness.js';
import { listProgress, type ProgressLine } from '../../../store/progress.js';

/** One line of the table of units. */
export type PartRow = ProgressLine & { group: ProgressGroup; late: Lateness | null } & Pick<
    PartFacts,
    'reach' | 'words' | 'saidAt'
  >;

export const sorts = ['unit', 'state', 'late', 'said'] as const;
export type Sort = (typeof sorts)[number];

export interface TableWish {
  group: ProgressGroup | null;
  words: string;
  sort: Sort;
}

/** How every unit that this person watches stands, by code. */
export async function loadPartRows(
  db: Db,
  directiveId: number,
  watcher: Watcher,
  now: Date,
): Promise<PartRow[]> {
  const [lines, facts] = await Promise.all([
    listProgress(db, directiveId, watcher),
    findPartFacts(db, directiveId),
  ]);
  return (await withStops(db, lines, now)).map((line): PartRow => {
    const { reach = null, words = null, saidAt = null } = facts.get(line.assignmentId) ?? {};
    const late = fairly(measureFairLateness(line.dueAt, line.doneAt ?? now, line.stops));
    return { ...line, group: groupOf(line), late, reach, words, saidAt };
  });
}

/** What is explained by system or issuer alone is no lateness of the unit's. */
const fairly = (late: Lateness | null) => (late && late.totalMs > late.oursMs ? late : null);

/** What of it is wanted, in the order that is wanted. */
export function choosePartRows(rows: readonly PartRow[], { group, words, sort }: TableWish): PartRow[] {
  const wanted = foldText(words.trim());
  const chosen = rows.filter(
    (row) =>
      (group === null || row.group === group) &&
      (wanted === '' || foldText(`${row.unitCode} ${row.unitName}`).includes(wanted)),
  );
  return chosen.sort((a, b) => compare[sort](a, b) || a.unitCode.localeCompare(b.unitCode));
}

const compare: Record<Sort, (a: PartRow, b: PartRow) => number> = {
  unit: () => 0,
  state: (a, b) => progressGroups.indexOf(b.group) - progressGroups.indexOf(a.group),
  late: (a, b) => (b.late?.totalMs ?? 0) - (a.late?.totalMs ?? 0),
  said: (a, b) => (b.saidAt?.getTime() ?? 0) - (a.saidAt?.getTime() ?? 0),
};
