import { type Counts, type SummaryClass } from '../summary/classify.js';
import { sayTitle } from './head-part.js';
import { cut } from './part-words.js';
import type { Writing } from './report-head.js';
import { listTrend } from './trend.js';
import { sayTrust } from './trust-part.js';

/** What the picture of a report shows: units against directives, and the four classes over time. */
export interface ReportPicture {
  title: string;
  name: string;
  /** Units, those with most overdue first. */
  rows: string[];
  /** Directives by number. */
  columns: string[];
  cells: { column: number; row: number; class: SummaryClass }[];
  heatTitle: string;
  trendTitle: string;
  trend: { label: string; counts: Counts }[];
  /** What is left out, when nothing can be shown, and how far the figures can be trusted. */
  notes: string[];
}

/** More would be too small for a phone. */
const most = { rows: 30, columns: 20, label: 24 };

export function buildPicture(writing: Writing): ReportPicture {
  const { t, view, head } = writing;
  const units = view.units.slice(0, most.rows);
  const directives = view.directives
    .slice(0, most.columns)
    .sort((a, b) => a.directive.number - b.directive.number);
  const columnOf = new Map(directives.map(({ directive }, column) => [directive.id, column]));
  const cells = units.flatMap(({ items }, row) =>
    items.flatMap((item) => {
      const column = columnOf.get(item.directiveId);
      return column === undefined ? [] : [{ column, row, class: item.class }];
    }),
  );
  return {
    title: sayTitle(writing),
    name: head.name,
    rows: units.map(({ unit }) => cut(`${unit.code} ${unit.name}`, most.label)),
    columns: directives.map(({ directive }) => `#${directive.number}`),
    cells,
    heatTitle: t('report.picture.heat'),
    trendTitle: t('report.picture.trend'),
    trend: listTrend(writing),
    notes: [...sayNotes({ t, view }, units.length, directives.length), ...sayTrust(writing)],
  };
}

function sayNotes({ t, view }: Pick<Writing, 't' | 'view'>, rows: number, columns: number): string[] {
  if (view.units.length === 0) return [t('summary.nothing')];
  const notes: string[] = [];
  if (rows < view.units.length)
    notes.push(t('report.picture.someUnits', { shown: rows, count: view.units.length }));
  if (columns < view.directives.length)
    notes.push(t('report.picture.someDirectives', { shown: columns, count: view.directives.length }));
  return notes;
}
