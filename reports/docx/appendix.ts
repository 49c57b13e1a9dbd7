import { Paragraph, type Table } from 'docx';
import type { AdminDocument } from '../../core/report/document.js';
import { layout } from '../layout.js';
import { centred } from './head.js';
import { renderTable } from './table.js';

/** The table of the units, on pages of its own. */
export function renderAppendix({
  title,
  name,
  reference,
  blocks,
}: NonNullable<AdminDocument['appendix']>): (Paragraph | Table)[] {
  const { size, page, margin } = layout;
  return [
    centred(title, { bold: true, size: size.appendix }),
    centred(name, { bold: true, size: size.appendix }),
    centred(reference, { italics: true, size: size.appendix }),
    new Paragraph(''),
    ...blocks.map((block) =>
      block.kind === 'table'
        ? renderTable(block, page.height - margin.left - margin.right)
        : centred(
            'text' in block && typeof block.text !== 'string'
              ? block.text.map(({ text }) => text).join('')
              : '',
            { size: size.body },
          ),
    ),
  ];
}
