import { bold, joinLines, plain, type RichText } from '../message.js';
import type { Say } from '../say.js';
import { sumCounts, summaryClasses } from './classify.js';
import { buildAttention } from './attention.js';
import { listSome } from './list-some.js';
import type { SummaryContent } from './summary-content.js';
import type { DirectiveView, SummaryView, UnitItem } from './summary-view.js';
import { sayCounts, sayShortCounts, sayStand, sayTotal, sayWeek, withStand } from './summary-words.js';

/** What stands around a summary: its number once it is frozen, whose it is. */
export interface SummaryHead {
  number: number | null;
  /** The organisation's, branch's or unit's name. */
  name: string;
  zone: string;
  /** Puts a moment (ISO) into words of that zone. */
  moment: (iso: string) => string;
  isOneUnit?: boolean;
}

/** More directives, units, names or quotes than these are counted, not listed: a report is read, not searched. */
const most = { directives: 30, units: 60, attention: 40, names: 20, quotes: 8 };

/** The report for those who watch: one screen with what matters, then directive by directive, then unit by unit. */
export function buildSummary(
  t: Say,
  content: SummaryContent,
  view: SummaryView,
  head: SummaryHead,
): RichText {
  const top = buildTop(t, content, view, head);
  if (view.directives.length === 0) return joinLines([...top, ...buildNotices(t, content)]);
  const shown = view.directives.slice(0, most.directives);
  const sections: RichText[][] = [
    buildAttention(t, view, most.attention),
    ...shown.map((directive) => buildDirective(t, directive, head.moment)),
  ];
  const left = view.directives.length - shown.length;
  if (left > 0) sections.push([[plain(t('summary.moreDirectives', { count: left }))]]);
  sections.push(buildUnits(t, view));
  return joinLines([...top, ...sections.flatMap((lines) => [[], ...lines]), ...buildNotices(t, content)]);
}

/** Heading, period and the four figures; what to say when there was nothing. */
export function buildTop(
  t: Say,
  content: SummaryContent,
  { totals, before, directives, units }: SummaryView,
  { number, name, zone, moment, isOneUnit }: SummaryHead,
): RichText[] {
  const week = sayWeek(t, content, zone);
  const period = t('summary.period', { from: moment(content.startsAt), to: moment(content.endsAt) });
  const title = number === null ? t('summary.open', { week }) : t('summary.title', { number, week });
  const lines: RichText[] = [[bold(title)], [plain(name)], [plain(period)]];
  if (number === null) lines.push([plain(t('summary.notFrozen'))]);
  lines.push([]);
  if (directives.length === 0) {
    const key = content.notices.length > 0 ? 'summary.nothingToAnswer' : 'summary.nothing';
    return [...lines, [plain(t(key))]];
  }
  const size = t(isOneUnit ? 'summary.unitSize' : 'summary.size', {
    count: sumCounts(totals),
    directives: t('summary.directives', { count: directives.length }),
    units: t('summary.units', { count: units.length }),
    items: t('summary.items', { count: sumCounts(totals) }),
  });
  lines.push([plain(size)], ...sayCounts(t, totals, before).map((line) => [plain(line)]));
  if (before) lines.push([plain(t('summary.against', { week: content.previous!.week }))]);
  return lines;
}

function buildDirective(
  t: Say,
  { directive, items, counts }: DirectiveView,
  moment: SummaryHead['moment'],
): RichText[] {
  const { number, title, dueAt, spec, doneBefore } = directive;
  const lines: RichText[] = [[bold(`#${number} ${title}`)]];
  if (dueAt) lines.push([plain(t('summary.due', { due: moment(dueAt) }))]);
  for (const name of summaryClasses) {
    const own = items.filter(({ item }) => item.class === name);
    if (own.length === 0) continue;
    const names = own.map(({ unit, item }) => withStand(unit.code, sayStand(t, item, spec)));
    const heading = t('summary.classOf', { class: t(`summary.class.${name}`), count: counts[name] });
    lines.push([plain(`${heading} ${listSome(t, names, most.names)}`)]);
  }
  if (doneBefore > 0) lines.push([plain(t('summary.doneBefore', { count: doneBefore }))]);
  const total = sayTotal(
    t,
    items.map(({ item }) => item),
    spec,
  );
  if (total) lines.push([plain(total)]);
  return [...lines, ...buildQuotes(t, items)];
}

/** What the units said in words; a figure that was asked for in words stands with its class already. */
function buildQuotes(t: Say, items: readonly UnitItem[]): RichText[] {
  const said = items.filter(({ item }) => item.words !== '' && item.value?.type !== 'text');
  if (said.length === 0) return [];
  const quotes = said
    .slice(0, most.quotes)
    .map(({ unit, item }) => t('summary.said', { code: unit.code, words: item.words }));
  const left = said.length - quotes.length;
  const more = left > 0 ? [t('summary.moreSaid', { count: left })] : [];
  return [t('summary.reports'), ...quotes, ...more].map((line) => [plain(line)]);
}

function buildUnits(t: Say, { units }: SummaryView): RichText[] {
  const shown = units.slice(0, most.units);
  const lines: RichText[] = [[bold(t('summary.byUnit'))]];
  for (const { unit, counts } of shown)
    lines.push([plain(`${unit.code} ${unit.name}: ${sayShortCounts(t, counts)}`)]);
  const left = units.length - shown.length;
  return left > 0 ? [...lines, [plain(t('summary.moreUnits', { count: left }))]] : lines;
}

function buildNotices(t: Say, { notices }: SummaryContent): RichText[] {
  if (notices.length === 0) return [];
  const numbers = notices.map((number) => `#${number}`).join(', ');
  return [[], [plain(t('summary.notices', { count: notices.length, numbers }))]];
}
