import { plain } from '../message.js';
import { summaryClasses } from '../summary/classify.js';
import { foldResults } from '../summary/fold-results.js';
import type { DirectiveView, UnitItem } from '../summary/summary-view.js';
import { sayStandFairly, sayTotal, withStand } from '../summary/summary-words.js';
import { heading, item, line, type Block } from './block.js';
import { listLinked } from './part-words.js';
import { linked, type Writing } from './report-head.js';

/** More names or results than these are counted, not listed: a report is read, not searched. */
const most = { names: 20, results: 12, sharing: 6 };

/** Directive by directive: who is in which class, what the figures come to, what the units say in their own words. */
export function buildDirectives(writing: Writing, mostDirectives: number): Block[] {
  const { t, view } = writing;
  const shown = view.directives.slice(0, mostDirectives);
  const left = view.directives.length - shown.length;
  return [
    ...shown.flatMap((directive) => buildDirective(writing, directive)),
    ...(left > 0 ? [line(t('summary.moreDirectives', { count: left }))] : []),
  ];
}

function buildDirective(writing: Writing, { directive, items, counts }: DirectiveView): Block[] {
  const { t, head } = writing;
  const { number, title, dueAt, closedAt, spec, doneBefore } = directive;
  const blocks: Block[] = [heading(2, `#${number} ${title}`)];
  if (dueAt) blocks.push(line(t('summary.due', { due: head.moment(dueAt) })));
  if (closedAt !== undefined) blocks.push(line(t('summary.closed', { at: head.moment(closedAt) })));
  for (const name of summaryClasses) {
    const own = items.filter((one) => one.item.class === name);
    if (own.length === 0) continue;
    const named = own.slice(0, most.names + 1).map(({ unit, item: one }) => ({
      text: withStand(unit.code, sayStandFairly(t, one, spec)),
      replies: one.replies,
    }));
    const rest = own.slice(named.length).map(() => ({ text: '', replies: [] }));
    const title = t('summary.classOf', { class: t(`summary.class.${name}`), count: counts[name] });
    blocks.push(line([plain(`${title} `), ...listLinked(writing, [...named, ...rest], most.names)]));
  }
  blocks.push(...buildExtended(writing, items));
  if (doneBefore > 0) blocks.push(line(t('summary.doneBefore', { count: doneBefore })));
  const own = items.map((one) => one.item);
  const total = spec === null ? null : sayTotal(t, own, spec);
  if (total) blocks.push(line(total));
  return [...blocks, ...buildResults(writing, items)];
}

/** Who was given more time, and until when: counted by that, not as late. */
function buildExtended(writing: Writing, items: readonly UnitItem[]): Block[] {
  const { t, head } = writing;
  const own = items.filter(({ item: { extended, dueAt } }) => extended && dueAt !== null);
  if (own.length === 0) return [];
  const named = own.map(({ unit, item: one }) => ({
    text: t('summary.extendedUntil', { code: unit.code, due: head.moment(one.dueAt!) }),
    replies: [],
  }));
  const title = t('summary.extended', { count: own.length });
  return [line([plain(`${title} `), ...listLinked(writing, named, most.names)])];
}

/** What the units said in words, alike ones together; a figure that was asked for in words stands with its class already. */
function buildResults(writing: Writing, items: readonly UnitItem[]): Block[] {
  const { t } = writing;
  const said = items.filter(({ item: { words, value } }) => words !== '' && value?.type !== 'text');
  const folded = foldResults(said, ({ item: { result, words } }) => result ?? words);
  if (folded.length === 0) return [];
  const shown = folded.slice(0, most.results).map(({ words, all }) => {
    const [first] = all;
    if (all.length === 1 && first)
      return item([
        ...linked(writing, first.unit.code, first.item.replies),
        plain(t('report.said', { words })),
      ]);
    const named = all.map((one) => ({ text: one.unit.code, replies: one.item.replies }));
    return item([
      plain(t('report.saidBy', { count: all.length, words })),
      ...listLinked(writing, named, most.sharing),
      plain(')'),
    ]);
  });
  const left = folded.slice(most.results).reduce((sum, { all }) => sum + all.length, 0);
  return [
    line(t('summary.reports')),
    ...shown,
    ...(left > 0 ? [item(t('summary.moreSaid', { count: left }))] : []),
  ];
}
