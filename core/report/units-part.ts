import { describeSpan } from '../lateness/say-lateness.js';
import { plain } from '../message.js';
import { summaryClasses, sumCounts } from '../summary/classify.js';
import { ratesOf, responseTimes } from '../summary/figures.js';
import { findImproved, leastItems, recognise } from '../summary/recognition.js';
import { sayShare, sayShortCounts } from '../summary/summary-words.js';
import { heading, item, line, type Block } from './block.js';
import type { Writing } from './report-head.js';

/** The four classes unit by unit, those with most overdue first. */
export function buildUnits({ t, view }: Writing, mostUnits: number): Block[] {
  if (view.units.length === 0) return [];
  const shown = view.units.slice(0, mostUnits);
  const left = view.units.length - shown.length;
  const head = [
    ...[t('report.column.unit'), t('report.column.items')],
    ...summaryClasses.map((name) => t(`summary.class.${name}`)),
    t('report.column.inTime'),
  ];
  const rows = shown.map(({ unit, counts }) => ({
    cells: [
      `${unit.code} ${unit.name}`,
      sumCounts(counts),
      ...summaryClasses.map((name) => counts[name]),
      { share: ratesOf(counts).inTime },
    ],
    line: [plain(`${unit.code} ${unit.name}: ${sayShortCounts(t, counts)}`)],
  }));
  return [
    heading(1, t('summary.byUnit')),
    { kind: 'table', head, rows },
    ...(left > 0 ? [line(t('summary.moreUnits', { count: left }))] : []),
  ];
}

/** How quickly units answered, who improved most, and who is to be praised, by criteria that stand there. */
export function buildMerits(writing: Writing): Block[] {
  const { t, content, view, head } = writing;
  if (head.isOneUnit) return [];
  const times = responseTimes(content);
  const improved = findImproved(content, new Map(view.units.map(({ unit, counts }) => [unit.id, counts])));
  const recognised = recognise(content);
  if (!times) return [];
  const blocks: Block[] = [
    heading(1, t('report.merits')),
    line(
      t('report.response', {
        count: times.count,
        median: sayDuration(writing, times.medianMs),
        slow: sayDuration(writing, times.slowMs),
      }),
    ),
  ];
  if (improved.length > 0) blocks.push(line(t('report.improved')));
  for (const { unit, before, now } of improved)
    blocks.push(
      item(t('report.improvedUnit', { code: unit.code, before: sayShare(t, before), now: sayShare(t, now) })),
    );
  blocks.push(line(t('report.recognition', { count: leastItems(content) })));
  if (recognised.length === 0) blocks.push(line(t('report.nobody')));
  for (const { unit, items, medianMs, personId } of recognised) {
    const person = personId === null ? null : head.nameOf?.(personId);
    const values = { name: `${unit.code} ${unit.name}`, count: items };
    const median =
      medianMs === null ? '' : t('report.recognisedTime', { median: sayDuration(writing, medianMs) });
    const thanks = person ? t('report.recognisedPerson', { person }) : '';
    blocks.push(item(t('report.recognised', values) + median + thanks));
  }
  return blocks;
}

/** In minutes below two hours, in hours below two days, else in days. */
function sayDuration({ t }: Pick<Writing, 't'>, ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 120) return describeSpan(t, { unit: 'minutes', count: minutes });
  const hours = Math.round(minutes / 60);
  return describeSpan(
    t,
    hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.round(hours / 24) },
  );
}
