import {
  AlignmentType,
  ExternalHyperlink,
  LineRuleType,
  Paragraph,
  type Table,
  TextRun,
  type ParagraphChild,
} from 'docx';
import type { DocumentBlock } from '../../core/report/document.js';
import type { RichText } from '../../core/message.js';
import { layout } from '../layout.js';
import { toXmlText } from '../xml-text.js';
import { renderTable } from './table.js';
import { mm, pt, twips } from './units.js';

/** The last lines stay with the signature: a page that holds nothing else could be put under any text. */
const withSignature = 2;

/** The text: justified, first lines drawn in, parts and points in bold. */
export function renderBody(blocks: readonly DocumentBlock[]): (Paragraph | Table)[] {
  return blocks.map((block, at) => {
    const keepNext = at >= blocks.length - withSignature;
    switch (block.kind) {
      case 'part':
      case 'point':
        return paragraph([run(block.text, { bold: true })], { keepNext: true });
      case 'letter':
        return paragraph([run(block.text)], { keepNext: true });
      case 'text':
        return paragraph(renderSpans(block.text), { keepNext });
      case 'item':
        return paragraph([run('- '), ...renderSpans(block.text)], { keepNext });
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

const run = (text: string, { bold = false } = {}) =>
  new TextRun({ text: toXmlText(text), bold, size: pt(layout.size.body) });

/** A name that opens a reply stays black on paper, and can be clicked on a screen. */
function renderSpans(spans: RichText): ParagraphChild[] {
  return spans.map(({ text, link }) =>
    link === undefined ? run(text) : new ExternalHyperlink({ link, children: [run(text)] }),
  );
}
