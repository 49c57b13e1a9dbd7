import { bold, joinLines, plain, type RichText } from '../message.js';
import type { Say } from '../say.js';
import type { SummaryContent } from './summary-content.js';
import { buildTop, type SummaryHead } from './summary-message.js';
import { isOpen, type DirectiveView, type SummaryView } from './summary-view.js';
import { sayStand, withStand } from './summary-words.js';

/** A unit's own part, for its group: the four figures, then each item, the overdue ones first. `view` is of that unit. */
export function buildUnitSummary(
  t: Say,
  content: SummaryContent,
  view: SummaryView,
  head: SummaryHead,
): RichText {
  const lines = buildTop(t, content, view, { ...head, isOneUnit: true });
  for (const directive of view.directives) lines.push([], ...buildItem(t, directive, head.moment));
  const hasOpen = view.directives.some(({ items }) => items.some(({ item }) => isOpen(item)));
  if (hasOpen) lines.push([], [plain(t('summary.seeTasks'))]);
  return joinLines(lines);
}

function buildItem(t: Say, { directive, items }: DirectiveView, moment: SummaryHead['moment']): RichText[] {
  const { item } = items[0]!;
  const standing = withStand(t(`summary.class.${item.class}`), sayStand(t, item, directive.spec));
  const lines: RichText[] = [[bold(`#${directive.number} ${directive.title}`)], [plain(standing)]];
  if (item.dueAt) lines.push([plain(t('summary.due', { due: moment(item.dueAt) }))]);
  if (item.words !== '' && item.value?.type !== 'text')
    lines.push([plain(t('summary.lastSaid', { words: item.words }))]);
  else if (isOpen(item) && item.difficulty !== null)
    lines.push([plain(t('summary.ownDifficulty', { difficulty: item.difficulty }))]);
  return lines;
}
