import { summaryClasses } from '../../summary/classify.js';
import type { SummaryItem } from '../../summary/summary-content.js';
import type { DirectiveView, UnitItem } from '../../summary/summary-view.js';
import { sayStand, sayValue } from '../../summary/summary-words.js';
import type { Writing } from '../report-head.js';
import { openCell, sheetOf, type Sheet, type SheetCell } from './sheet.js';

const columns =
  'number title code unit class state percent doneCount totalCount value answer result difficulty proposal nextStep ' +
  'dueAt answeredAt doneAt replies open';

/** Every item with all that is known of it, directive by directive and class by class: the CSV file is this sheet. */
export function buildItemSheet(writing: Writing): Sheet {
  const rows = writing.view.directives.flatMap((directive) =>
    summaryClasses.flatMap((name) =>
      directive.items
        .filter(({ item }) => item.class === name)
        .map((one) => buildRow(writing, directive, one)),
    ),
  );
  return sheetOf(writing, 'items', columns, [...rows, ...buildExcusedRows(writing)]);
}

/** Who was excused, without figures: whoever looks for a unit in the table finds why it is in no class. */
function buildExcusedRows({ t, content }: Writing): SheetCell[][] {
  const units = new Map(content.units.map((unit) => [unit.id, unit]));
  const rest = columns.split(' ').slice(5);
  return (content.excused ?? []).map(({ unitId, number, title }): SheetCell[] => {
    const { code, name } = units.get(unitId) ?? { code: t('report.unknownUnit'), name: null };
    return [number, title, code, name, t('report.excusedClass'), ...rest.map(() => null)];
  });
}

function buildRow(writing: Writing, { directive }: DirectiveView, { unit, item }: UnitItem): SheetCell[] {
  const { t } = writing;
  return [
    directive.number,
    directive.title,
    unit.code,
    unit.name,
    t(`summary.class.${item.class}`),
    sayStand(t, withoutFigure(item), null) || t('report.doneWord'),
    item.percent,
    item.doneCount,
    item.totalCount,
    ...valueCells(writing, item),
    item.result ?? item.words,
    item.difficulty,
    item.proposal,
    item.nextStep,
    { moment: item.dueAt },
    { moment: item.answeredAt },
    { moment: item.doneAt },
    item.replies.join(' '),
    openCell(writing, item.replies),
  ];
}

/** A number stays a number; what else was answered is words. */
/** The figure has columns of its own. */
const withoutFigure = ({ class: group, state, words, percent, doneCount, totalCount }: SummaryItem) => ({
  ...{ class: group, state, words, percent, doneCount, totalCount },
  value: null,
});

function valueCells({ t }: Writing, { value }: SummaryItem): [number | null, string | null] {
  if (!value) return [null, null];
  if (value.type === 'number') return [value.number, null];
  return [null, value.type === 'text' ? value.text : sayValue(t, value, null)];
}
