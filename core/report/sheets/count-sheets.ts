import { summaryClasses, sumCounts } from '../../summary/classify.js';
import { certificateOf, completenessOf, ratesOf, responseTimes } from '../../summary/figures.js';
import type { DirectiveView, UnitView } from '../../summary/summary-view.js';
import { totalAnswers } from '../../summary/total-answers.js';
import { namesOf } from '../part-words.js';
import type { Writing } from '../report-head.js';
import { classCells, classColumns, sheetOf, type Sheet, type SheetCell } from './sheet.js';
import { listTrend } from '../trend.js';

/** The four classes beside those of earlier periods, and how far the figures can be trusted. */
export function buildFigureSheet(writing: Writing): Sheet {
  const { t, content, view } = writing;
  const sum = sumCounts(view.totals);
  const rows: SheetCell[][] = summaryClasses.map((name) => [
    t(`summary.class.${name}`),
    view.totals[name],
    { share: sum === 0 ? null : view.totals[name] / sum },
    view.before?.[name] ?? null,
    view.yearBefore?.[name] ?? null,
  ]);
  rows.push([t('report.column.inTime'), null, { share: ratesOf(view.totals).inTime }, null, null]);
  for (const [name, count] of Object.entries({ ...certificateOf(content), ...completenessOf(content) }))
    rows.push([t(`report.trustOf.${name}`), count, null, null, null]);
  return sheetOf(writing, 'figures', 'class count share before yearBefore', rows);
}

export function buildDirectiveSheet(writing: Writing): Sheet {
  const columns = `number title sentAt dueAt items ${classColumns} inTime answers missing sum mean min max`;
  return sheetOf(writing, 'directives', columns, writing.view.directives.map(buildDirectiveRow));
}

function buildDirectiveRow({ directive, counts, items }: DirectiveView): SheetCell[] {
  const total = directive.spec ? totalAnswers(items.map(({ item }) => item.value)) : null;
  const figures = total?.type === 'number' ? total : { sum: null, mean: null, min: null, max: null };
  return [
    directive.number,
    directive.title,
    { moment: directive.sentAt },
    { moment: directive.dueAt },
    sumCounts(counts),
    ...classCells(counts),
    { share: ratesOf(counts).inTime },
    total?.count ?? null,
    total?.missing ?? null,
    figures.sum,
    figures.mean,
    figures.min,
    figures.max,
  ];
}

const hourMs = 3_600_000;

export function buildUnitSheet(writing: Writing): Sheet {
  const { content, view } = writing;
  const names = namesOf(writing);
  const before = new Map(content.history[0]?.units.map(({ unitId, counts }) => [unitId, counts]));
  const sent = new Map(content.deliveries.map((one) => [one.unitId, one]));
  const readings = new Map(content.readings.map((one) => [one.unitId, one]));
  const buildRow = ({ unit, counts, items }: UnitView): SheetCell[] => {
    const then = before.get(unit.id);
    const times = responseTimes({ directives: content.directives, items });
    const [went, read] = [sent.get(unit.id), readings.get(unit.id)];
    return [
      ...[unit.code, unit.name, unit.parentId === null ? null : names.codeOf(unit.parentId)],
      ...[sumCounts(counts), ...classCells(counts)],
      { share: ratesOf(counts).inTime },
      { share: then ? ratesOf(then).inTime : null },
      times ? Math.round((times.medianMs / hourMs) * 10) / 10 : null,
      ...[went?.sent ?? 0, went?.failed ?? 0, went?.uncertain ?? 0],
      ...[read?.read ?? 0, read?.corrected ?? 0, read?.unread ?? 0],
    ];
  };
  const columns =
    `code unit parent items ${classColumns} inTime inTimeBefore responseHours ` +
    'sent failed uncertain read corrected unread';
  return sheetOf(writing, 'units', columns, view.units.map(buildRow));
}

/** The periods before, the oldest first, and this one: the trend in figures. */
export function buildHistorySheet(writing: Writing): Sheet {
  const rows = listTrend(writing).map(({ label, counts }): SheetCell[] => [
    ...[label, sumCounts(counts), ...classCells(counts)],
    { share: ratesOf(counts).inTime },
  ]);
  return sheetOf(writing, 'history', `period items ${classColumns} inTime`, rows);
}
