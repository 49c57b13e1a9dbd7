import { plain } from '../message.js';
import { findDifficulties } from '../summary/decisions.js';
import { foldResults } from '../summary/fold-results.js';
import type { SummaryItem } from '../summary/summary-content.js';
import { closedIn, isOpen } from '../summary/summary-view.js';
import { heading, item, line, type Block } from './block.js';
import { listLinked, namesOf } from './part-words.js';
import { linked, type Writing } from './report-head.js';

/** Difficulties, each with its unit and directive; alike ones together. */
export function buildDifficulties(writing: Writing, most: number): Block[] {
  const difficulties = findDifficulties(writing.content);
  return buildGathered(writing, 'difficulties', difficulties, {
    most,
    wordsOf: ({ difficulty }) => difficulty ?? writing.t('report.stuck'),
  });
}

/** What units ask of the office, done or not: the last words of each about it. */
export function buildProposals(writing: Writing, most: number): Block[] {
  const proposals = writing.content.items.filter(({ proposal }) => proposal !== null);
  return buildGathered(writing, 'proposals', proposals, { most, wordsOf: ({ proposal }) => proposal ?? '' });
}

/** What is still to be done, and what units said they would do next. Of what was closed nothing is. */
export function buildNext(writing: Writing, most: number): Block[] {
  const { t, view, content, head } = writing;
  const closed = closedIn(content.directives);
  const open = view.directives.filter(
    ({ directive, items }) => !closed.has(directive.id) && items.some((one) => isOpen(one.item)),
  );
  const planned = content.items.filter(
    ({ nextStep, directiveId }) => nextStep !== null && !closed.has(directiveId),
  );
  if (open.length === 0 && planned.length === 0) return [];
  const left = open.length - most;
  return [
    heading(1, t('report.next')),
    ...open.slice(0, most).map(({ directive: { number, title, dueAt }, counts }) => {
      const count = counts.openInTerm + counts.openOverdue;
      const due = dueAt ? t('report.nextDue', { due: head.moment(dueAt) }) : '';
      return item(t('report.nextItem', { number, title, count }) + due);
    }),
    ...(left > 0 ? [item(t('summary.moreDirectives', { count: left }))] : []),
    ...buildList(writing, planned, { most, wordsOf: ({ nextStep }) => nextStep ?? '' }),
  ];
}

interface Gathered {
  most: number;
  wordsOf: (item: SummaryItem) => string;
}

function buildGathered(writing: Writing, key: string, items: readonly SummaryItem[], how: Gathered): Block[] {
  if (items.length === 0) return [];
  return [heading(1, writing.t(`report.${key}`, { count: items.length })), ...buildList(writing, items, how)];
}

/** More units than these are counted where they say the same. */
const mostSharing = 6;

function buildList(writing: Writing, items: readonly SummaryItem[], { most, wordsOf }: Gathered): Block[] {
  const { t } = writing;
  const names = namesOf(writing);
  const folded = foldResults(items, wordsOf);
  const left = folded.slice(most).reduce((sum, { all }) => sum + all.length, 0);
  return [
    ...folded.slice(0, most).map(({ words, all }) => {
      const [first] = all;
      if (all.length === 1 && first)
        return item([...linked(writing, names.partOf(first), first.replies), plain(`: ${words}`)]);
      const named = all.map((one) => ({ text: names.partOf(one), replies: one.replies }));
      return item([plain(`${words} (`), ...listLinked(writing, named, mostSharing), plain(')')]);
    }),
    ...(left > 0 ? [line(t('report.moreWords', { count: left }))] : []),
  ];
}
