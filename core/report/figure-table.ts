import { plain } from '../message.js';
import { summaryClasses, sumCounts } from '../summary/classify.js';
import type { TableBlock } from './block.js';
import type { Writing } from './report-head.js';

/** The four classes with their shares beside the period before and the one a year earlier. */
export function buildFigureTable({ t, view }: Writing): TableBlock {
  const { totals, before, yearBefore } = view;
  const sum = sumCounts(totals);
  const column = (name: string) => t(`report.column.${name}`);
  return {
    kind: 'table',
    head: [
      ...['class', 'count', 'share'].map(column),
      ...(before ? [column('before')] : []),
      ...(yearBefore ? [column('yearBefore')] : []),
    ],
    rows: summaryClasses.map((name) => ({
      cells: [
        ...[t(`summary.class.${name}`), totals[name], { share: sum === 0 ? null : totals[name] / sum }],
        ...(before ? [before[name]] : []),
        ...(yearBefore ? [yearBefore[name]] : []),
      ],
      line: [plain(`${t(`summary.class.${name}`)}: ${totals[name]}`)],
    })),
  };
}
