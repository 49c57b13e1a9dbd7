import { sumCounts } from '../summary/classify.js';
import { ratesOf } from '../summary/figures.js';
import { findDecisions } from '../summary/decisions.js';
import { sayCounts, sayShare } from '../summary/summary-words.js';
import { heading, item, line, type Block } from './block.js';
import { namesOf, sayDecision } from './part-words.js';
import type { Writing } from './report-head.js';
import { sayPeriod, sayShortPeriod } from './say-period.js';

/** Period and number, where it has one. */
export function sayTitle({ t, content, head: { number, place } }: Writing): string {
  const period = sayPeriod(t, content.period, place);
  return number === null ? t('summary.open', { period }) : t('summary.title', { number, period });
}

/** Number, period, whose it is, and what span of time its figures are of. */
export function buildTitle(writing: Writing): Block[] {
  const { t, content, head } = writing;
  const { number, issue = 1, name, moment } = head;
  const from = moment(content.startsAt);
  const lines = [name, t('summary.period', { from, to: moment(content.endsAt) })];
  if (number === null) lines.push(t('summary.notFrozen'));
  if (issue > 1) lines.push(t('report.issue', { issue }));
  return [heading(1, sayTitle(writing)), ...lines.map((text) => line(text))];
}

/** How much the period held; what to say when there was nothing. */
export function saySize({ t, content, view, head }: Writing): string {
  const { totals, directives, units } = view;
  if (directives.length === 0)
    return t(
      content.notices.length + (content.excused?.length ?? 0) > 0
        ? 'summary.nothingToAnswer'
        : 'summary.nothing',
    );
  return t(head.isOneUnit ? 'summary.unitSize' : 'summary.size', {
    count: sumCounts(totals),
    directives: t('summary.directives', { count: directives.length }),
    units: t('summary.units', { count: units.length }),
    items: t('summary.items', { count: sumCounts(totals) }),
  });
}

/** The four classes with shares and change, and how the period stands against those before. */
export function buildFigures(writing: Writing): Block[] {
  const { t, view } = writing;
  if (view.directives.length === 0) return [line(saySize(writing))];
  return [
    line(saySize(writing)),
    ...sayCounts(t, view.totals, view.before).map((text) => line(text)),
    ...sayComparisons(writing).map((text) => line(text)),
  ];
}

/** `Đúng hạn 75% số việc đã đến hạn; tuần 46: 60%; cùng kỳ năm trước: 55%.` */
export function sayComparisons({ t, content, view, head }: Writing): string[] {
  const lines: string[] = [];
  const { inTime } = ratesOf(view.totals);
  const before = view.before && ratesOf(view.before).inTime;
  const yearBefore = view.yearBefore && ratesOf(view.yearBefore).inTime;
  const last = content.history[0];
  if (view.before && last)
    lines.push(t('summary.against', { period: sayShortPeriod(t, last.period, head.place) }));
  if (inTime === null) return lines;
  const parts = [t('report.rate', { share: sayShare(t, inTime) })];
  if (before !== null && last) {
    const period = sayShortPeriod(t, last.period, head.place);
    parts.push(t('report.rateBefore', { period, share: sayShare(t, before) }));
  }
  if (yearBefore !== null) parts.push(t('report.rateYear', { share: sayShare(t, yearBefore) }));
  return [...lines, `${parts.join('; ')}.`];
}

/** What only the office can settle, before anything else. */
export function buildDecisions(writing: Writing, most: number): Block[] {
  const { t, content } = writing;
  const decisions = findDecisions(content);
  if (decisions.length === 0) return [];
  const names = namesOf(writing);
  const left = decisions.length - most;
  return [
    heading(1, t('report.decide.title', { count: decisions.length })),
    ...decisions.slice(0, most).map((decision) => item(sayDecision(writing, names, decision))),
    ...(left > 0 ? [item(t('report.decide.more', { count: left }))] : []),
  ];
}
