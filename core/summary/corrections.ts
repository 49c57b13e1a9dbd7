import type { Correction, CorrectionKind, Stand, SummaryItem } from './summary-content.js';

export interface Known {
  /** Items of the last report as they would be told today, by assignment; only those that something happened to. */
  restated: ReadonlyMap<number, SummaryItem>;
  /** Items that do not count any more. */
  dropped: ReadonlySet<number>;
  /** The items of the new report. */
  current: readonly SummaryItem[];
  /** The directives' numbers, by id. */
  numbers: ReadonlyMap<number, number>;
}

/** What turned out otherwise than the last report said, in its order. */
export function findCorrections(last: readonly SummaryItem[], known: Known): Correction[] {
  const overdue = new Set(last.flatMap((item) => (item.class === 'openOverdue' ? [item.assignmentId] : [])));
  const current = new Map(
    known.current.flatMap((item) => (overdue.has(item.assignmentId) ? [[item.assignmentId, item]] : [])),
  );
  return last.flatMap((item) => {
    const { assignmentId, directiveId, unitId } = item;
    const correct = (kind: CorrectionKind, after: SummaryItem | null): Correction[] => [
      {
        ...{ kind, assignmentId, directiveId, unitId, number: known.numbers.get(directiveId) ?? 0 },
        before: standOf(item),
        after: after && standOf(after),
        replies: after?.replies ?? item.replies,
      },
    ];
    if (known.dropped.has(assignmentId)) return correct('dropped', null);
    const restated = known.restated.get(assignmentId);
    if (restated && !isSame(standOf(item), standOf(restated))) return correct('restated', restated);
    const now = current.get(assignmentId);
    return now && isAnsweredSince(item, now) ? correct('late', now) : [];
  });
}

const isAnsweredSince = (before: SummaryItem, now: SummaryItem) =>
  (now.doneAt !== null && before.doneAt === null) || (now.answeredAt !== null && before.answeredAt === null);

function standOf(item: SummaryItem): Stand {
  const { state, percent, doneCount, totalCount, value, words, dueAt } = item;
  return { class: item.class, state, percent, doneCount, totalCount, value, words, dueAt };
}

const isSame = (a: Stand, b: Stand) => spell(a) === spell(b);

/** The ledger gives the parts of an answer back in an order of its own. */
const spell = ({ value, ...stand }: Stand) =>
  JSON.stringify([stand, value && Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))]);
