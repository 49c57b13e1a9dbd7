import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import { mm } from './units.js';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noCellBorders = { top: none, bottom: none, left: none, right: none };
const noBorders = { ...noCellBorders, insideHorizontal: none, insideVertical: none };

/** A table without lines that only sets things side by side. Widths in millimetres. */
export function sideBySide(
  widths: readonly number[],
  rows: readonly Paragraph[][][],
  look: { cantSplit?: boolean } = {},
): Table {
  return new Table({
    width: { size: mm(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: rows.map(
      (cells) => new TableRow({ ...look, children: cells.map((one, at) => cell(one, widths[at]!)) }),
    ),
  });
}

function cell(children: Paragraph[], width: number): TableCell {
  return new TableCell({
    width: { size: mm(width), type: WidthType.DXA },
    margins: { left: 0, right: 0 },
    borders: noCellBorders,
    children: children.length > 0 ? children : [new Paragraph('')],
  });
}
