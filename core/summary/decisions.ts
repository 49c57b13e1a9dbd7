import type { SummaryContent, SummaryItem } from './summary-content.js';
import { closedIn, isOpen } from './summary-view.js';

/** What only the office can settle. */
export type Decision =
  | { kind: 'moreTime'; unitId: number; directiveId: number; wishedAt: string | null; replies: number[] }
  | { kind: 'proposal' | 'blocked'; unitId: number; directiveId: number; words: string; replies: number[] };

/** Open requests for more time first, then what units ask for, then work that is stuck and asks for nothing, unless it was closed. */
export function findDecisions(content: Pick<SummaryContent, 'directives' | 'items' | 'asks'>): Decision[] {
  const { directives, items, asks } = content;
  const closed = closedIn(directives);
  const asked = new Set(asks.map(({ assignmentId }) => assignmentId));
  const moreTime = asks.map(({ unitId, directiveId, wishedAt, replyId }): Decision => {
    return { kind: 'moreTime', unitId, directiveId, wishedAt, replies: [replyId] };
  });
  const of = (kind: 'proposal' | 'blocked', item: SummaryItem, words: string): Decision => {
    const { unitId, directiveId, replies } = item;
    return { kind, unitId, directiveId, words, replies };
  };
  const proposals = items.flatMap((item) => (item.proposal ? [of('proposal', item, item.proposal)] : []));
  const isLeft = (item: SummaryItem) => !asked.has(item.assignmentId) && !closed.has(item.directiveId);
  const blocked = items.filter((item) => isBlocked(item) && !item.proposal && isLeft(item));
  return [...moreTime, ...proposals, ...blocked.map((item) => of('blocked', item, item.difficulty ?? ''))];
}

/** Stuck by its own word. */
const isBlocked = (item: SummaryItem) => isOpen(item) && item.state === 'blocked';

/**
 * Difficulties that were named, and work that is stuck without a word. What a unit called done it may have done in spite of
 * some: those it named then are told as well, and earlier ones went with its word that it is done.
 */
export function findDifficulties({ items }: Pick<SummaryContent, 'items'>): SummaryItem[] {
  return items.filter((item) => isBlocked(item) || item.difficulty !== null);
}
