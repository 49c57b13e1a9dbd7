import { plain, type RichText } from '../message.js';
import { closedIn, isAwaited, isOpen, isSilent, isUnread } from '../summary/summary-view.js';
import type { SummaryItem } from '../summary/summary-content.js';
import { heading, line, type Block } from './block.js';
import { listLinked, namesOf } from './part-words.js';
import type { Writing } from './report-head.js';

/** What is stuck and open waits for a decision, and stands there. */
const lists: { key: string; isMeant: (item: SummaryItem, isClosed: boolean) => boolean }[] = [
  { key: 'overdue', isMeant: (item) => item.class === 'openOverdue' },
  {
    key: 'hindered',
    isMeant: (item, isClosed) => item.difficulty !== null && (isClosed || item.state !== 'blocked'),
  },
  { key: 'awaiting', isMeant: isAwaited },
  { key: 'unread', isMeant: isUnread },
  { key: 'silent', isMeant: (item) => isSilent(item) && item.isReachable },
  { key: 'unreachable', isMeant: (item) => isOpen(item) && !item.isReachable },
];

/** Who is overdue, hindered, not understood, silent or out of reach, a line each: `Quá hạn: XA02 (#1 #3), XA05 (#1)`. */
export function listAttention(writing: Writing, most: number): RichText[] {
  const { t, view, content } = writing;
  const names = namesOf(writing);
  const closed = closedIn(content.directives);
  const ofItems = (items: readonly SummaryItem[]) =>
    view.directives
      .filter(({ directive }) => items.some(({ directiveId }) => directiveId === directive.id))
      .map(({ directive }) => directive.number)
      .sort((a, b) => a - b)
      .map((number) => `#${number}`)
      .join(' ');
  return lists.flatMap(({ key, isMeant }) => {
    const meant = view.units.flatMap(({ unit, items }) => {
      const own = items.filter((item) => isMeant(item, closed.has(item.directiveId)));
      return own.length === 0 ? [] : [{ unit, own }];
    });
    if (meant.length === 0) return [];
    const named = meant.map(({ unit, own }, index) => ({
      text: index < most ? `${names.codeOf(unit.id)} (${ofItems(own)})` : '',
      replies: index < most ? own.flatMap(({ replies }) => replies) : [],
    }));
    return [[plain(t(`summary.${key}`)), plain(' '), ...listLinked(writing, named, most)]];
  });
}

export function buildAttention(writing: Writing, most: number): Block[] {
  const { t, view } = writing;
  if (view.directives.length === 0) return [];
  const lines = listAttention(writing, most);
  if (lines.length === 0) lines.push([plain(t('summary.calm'))]);
  return [heading(1, t('summary.attention')), ...lines.map((text) => line(text))];
}
