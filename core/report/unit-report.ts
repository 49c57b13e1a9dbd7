import { joinLines, plain, type RichText } from '../message.js';
import { isOpen, type DirectiveView } from '../summary/summary-view.js';
import { sayCounts, sayStandFairly, withStand } from '../summary/summary-words.js';
import { heading, line, toRichText, type Block } from './block.js';
import { buildOwnExcused } from './excused-part.js';
import { buildTitle, saySize, sayComparisons } from './head-part.js';
import type { Writing } from './report-head.js';
import { sayTrust } from './trust-part.js';

/** A unit's own part, for its group: the four figures, each item, the overdue ones first, and what was sent and read. */
export function buildUnitReport(writing: Writing): RichText {
  const { t, view } = writing;
  const own = { ...writing, head: { ...writing.head, isOneUnit: true } };
  const hasOpen = view.directives.some(({ items }) => items.some(({ item }) => isOpen(item)));
  const figures =
    view.directives.length > 0 ? [...sayCounts(t, view.totals, view.before), ...sayComparisons(own)] : [];
  const text = toRichText([
    ...buildTitle(own),
    line(''),
    ...[saySize(own), ...figures].map((words) => line(words)),
    ...view.directives.flatMap((directive) => buildItem(own, directive)),
    ...buildOwnExcused(own),
    ...['', ...sayTrust(writing)].map((words) => line(words)),
  ]);
  return hasOpen ? joinLines([text, [], [plain(t('summary.seeTasks'))]]) : text;
}

function buildItem({ t, head }: Writing, { directive, items }: DirectiveView): Block[] {
  const { item } = items[0]!;
  const standing = withStand(t(`summary.class.${item.class}`), sayStandFairly(t, item, directive.spec));
  const blocks: Block[] = [heading(2, `#${directive.number} ${directive.title}`), line(standing)];
  if (directive.closedAt !== undefined)
    blocks.push(line(t('summary.closed', { at: head.moment(directive.closedAt) })));
  if (item.dueAt) blocks.push(line(t('summary.due', { due: head.moment(item.dueAt) })));
  if (item.words !== '' && item.value?.type !== 'text')
    blocks.push(line(t('summary.lastSaid', { words: item.words })));
  else if (item.difficulty !== null)
    blocks.push(line(t('summary.ownDifficulty', { difficulty: item.difficulty })));
  return blocks;
}
