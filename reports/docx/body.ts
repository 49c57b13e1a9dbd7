import {
  AlignmentType,
  ExternalHyperlink,
  LineRuleType,
  Paragraph,
  type Table,
  type ParagraphChild,
} from 'docx';
import type { DocumentBlock } from '../../core/report/document.js';
import type { RichText } from '../../core/message.js';
import { layout } from '../layout.js';
import { run } from './run.js';
import { renderTable } from './table.js';
import { mm, twips } from './units.js';

/** The last lines stay with the signature: a page that holds nothing else could be put under any text. */
const withSignature = 2;

/** The text: justified, first lines drawn in, parts and points in bold. */
export function renderBody(blocks: readonly DocumentBlock[]): (Paragraph | Table)[] {
  return blocks.map((block, at) => {
    const keepNext = at >= blocks.length - withSignature;
    switch (block.kind) {
      case 'part':
      case 'point':
        return paragraph([words(block.text, { bold: true })], { keepNext: true });
      case 'letter':
        return paragraph([words(block.text)], { keepNext: true });
      case 'text':
        return paragraph(renderSpans(block.text), { keepNext });
      case 'item':
        return paragraph([words('- '), ...renderSpans(block.text)], { keepNext });
      case 'table':
        return renderTable(block, layout.page.width - layout.margin.left - layout.margin.right);
    }
  });
}

function paragraph(children: ParagraphChild[], { keepNext = false } = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: mm(layout.indent) },
    spacing: { before: twips(layout.paragraphSpace), after: 0, line: 264, lineRule: LineRuleType.AUTO },
    keepNext,
    children,
  });
}

const words = (text: string, { bold = false } = {}) => run(text, layout.size.body, { bold });

/** A name that opens a reply stays black on paper, and can be clicked on a screen. */
function renderSpans(spans: RichText): ParagraphChild[] {
  return spans.map(({ text, link }) =>
    link === undefined ? words(text) : new ExternalHyperlink({ link, children: [words(text)] }),
  );
}
