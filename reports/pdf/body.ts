import type { Content, ContentText } from 'pdfmake/interfaces.js';
import type { RichText } from '../../core/message.js';
import type { TableBlock } from '../../core/report/block.js';
import type { AdminDocument, DocumentBlock } from '../../core/report/document.js';
import { columnShares, layout, textWidth } from '../layout.js';
import { sayCell } from '../say-cell.js';
import { mm } from './units.js';

/** The text: justified, first lines drawn in, parts and points in bold. */
export function renderBody(blocks: readonly DocumentBlock[]): Content[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'part':
      case 'point':
        return { ...paragraph(block.text), bold: true };
      case 'letter':
        return paragraph(block.text);
      case 'text':
        return paragraph(renderSpans(block.text));
      case 'item':
        return paragraph([{ text: '- ' }, ...renderSpans(block.text)]);
      case 'table':
        return renderTable(block, textWidth);
    }
  });
}

const paragraph = (text: ContentText['text']): ContentText => ({
  text,
  alignment: 'justify',
  leadingIndent: mm(layout.indent),
  margin: [0, layout.paragraphSpace, 0, 0],
});

const renderSpans = (spans: RichText) =>
  spans.map(({ text, link }) => (link === undefined ? { text } : { text, link }));

function renderTable({ head, rows }: TableBlock, width: number): Content {
  const cell = (text: string, at: number, bold: boolean) => ({
    ...{ text, bold, fontSize: layout.size.table },
    alignment: at === 0 && !bold ? ('left' as const) : ('center' as const),
  });
  // What the library adds around each cell is not part of its width.
  const padding = 9;
  return {
    margin: [0, 6, 0, 0],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columnShares(head.length).map((share) => mm(width) * share - padding),
      body: [
        head.map((title, at) => cell(title, at, true)),
        ...rows.map(({ cells }) => cells.map((one, at) => cell(sayCell(one), at, false))),
      ],
    },
  };
}

/** The table of the units, on pages of its own that lie across. */
export function renderAppendix({
  title,
  name,
  reference,
  blocks,
}: NonNullable<AdminDocument['appendix']>): Content[] {
  const { size, page, margin } = layout;
  const line = (text: string, look: object): ContentText => ({
    text,
    alignment: 'center',
    fontSize: size.appendix,
    ...look,
  });
  return [
    { ...line(title, { bold: true }), pageBreak: 'before', pageOrientation: 'landscape' },
    line(name, { bold: true }),
    line(reference, { italics: true }),
    ...blocks.flatMap((block): Content[] =>
      block.kind === 'table'
        ? [renderTable(block, page.height - margin.left - margin.right)]
        : renderBody([block]),
    ),
  ];
}
