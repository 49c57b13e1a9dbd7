import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { TableBlock } from '../../core/report/block.js';
import { columnShares, layout } from '../layout.js';
import { sayCell } from '../say-cell.js';
import { run } from './run.js';
import { mm, twips } from './units.js';

/** The first column takes names, the others figures; the head stands again on each page. */
export function renderTable({ head, rows }: TableBlock, width: number): Table {
  const widths = columnShares(head.length).map((share) => mm(share * width));
  return new Table({
    width: { size: mm(width), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((title, at) => cell(title, { width: widths[at]!, bold: true, isName: false })),
      }),
      ...rows.map(
        ({ cells }) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((one, at) =>
              cell(sayCell(one), { width: widths[at]!, bold: false, isName: at === 0 }),
            ),
          }),
      ),
    ],
  });
}

function cell(
  text: string,
  { width, bold, isName }: { width: number; bold: boolean; isName: boolean },
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: mm(1), right: mm(1) },
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        alignment: isName ? AlignmentType.LEFT : AlignmentType.CENTER,
        spacing: { before: twips(2), after: twips(2) },
        children: [run(text, layout.size.table, { bold })],
      }),
    ],
  });
}
