import { plain, type RichText } from '../message.js';
import { closedIn, isAwaited, isOpen, isSilent, isUnread } from '../summary/summary-view.js';
import type { SummaryItem } from '../summary/summary-content.js';
import { heading, line, type Block } from './block.js';
import { listExcused } from './excused-part.js';
import { listLinked, namesOf } from './part-words.js';
import type { Writing } from './report-head.js';

interface List {
  key: string;
  /** Only items that are open are looked through: of many they are few. */
  isOfOpen: boolean;
  isMeant: (item: SummaryItem, isClosed: boolean) => boolean;
}

const lists: readonly List[] = [
  { key: 'overdue', isOfOpen: true, isMeant: (item) => item.class === 'openOverdue' },
  {
    key: 'hindered',
    isOfOpen: false,
    // What is stuck waits for a decision, and stands there, unless it was closed.
    isMeant: (item, isClosed) => item.difficulty !== null && (isClosed || item.state !== 'blocked'),
  },
  { key: 'awaiting', isOfOpen: true, isMeant: isAwaited },
  { key: 'unread', isOfOpen: true, isMeant: isUnread },
  { key: 'silent', isOfOpen: true, isMeant: (item) => isSilent(item) && item.isReachable },
  { key: 'unreachable', isOfOpen: true, isMeant: (item) => !item.isReachable },
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
  const units = view.units.map(({ unit, items }) => ({ unit, items, open: items.filter(isOpen) }));
  return lists.flatMap(({ key, isOfOpen, isMeant }) => {
    const isIt = (item: SummaryItem) => isMeant(item, closed.has(item.directiveId));
    const meant = units.flatMap(({ unit, items, open }) => {
      const own = (isOfOpen ? open : items).filter(isIt);
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
  const excused = listExcused(writing, most);
  if (view.directives.length === 0) return excused.map((text) => line(text));
  const lines = listAttention(writing, most);
  if (lines.length === 0) lines.push([plain(t('summary.calm'))]);
  return [heading(1, t('summary.attention')), ...[...lines, ...excused].map((text) => line(text))];
}
