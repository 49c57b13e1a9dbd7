import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import type { AdminDocument } from '../../core/report/document.js';
import { openRuler, serif } from '../fonts.js';
import { layout } from '../layout.js';
import { renderAppendix } from './appendix.js';
import { renderBody } from './body.js';
import { renderFoot } from './foot.js';
import { renderHead } from './head.js';
import { mm, pt } from './units.js';

/** An administrative document as Word opens it. */
export async function renderDocx(document: AdminDocument): Promise<Uint8Array> {
  const bold = await openRuler(serif.bold);
  const { appendix, profile, kind, subject } = document;
  const file = new Document({
    creator: profile.issuer,
    title: `${kind} ${subject}`,
    styles: { default: { document: { run: { font: layout.font, size: pt(layout.size.body) } } } },
    numbering: { config: [] },
    sections: [
      {
        properties: { page: pageOf(PageOrientation.PORTRAIT), titlePage: true },
        headers: { default: numberedHeader(), first: new Header({ children: [new Paragraph('')] }) },
        children: [...renderHead(document, bold), ...renderBody(document.body), ...renderFoot(document)],
      },
      ...(appendix
        ? [
            {
              // Tables that need it may lie across; each appendix counts its own pages.
              properties: {
                page: { ...pageOf(PageOrientation.LANDSCAPE), pageNumbers: { start: 1 } },
                titlePage: true,
              },
              headers: { default: numberedHeader(), first: new Header({ children: [new Paragraph('')] }) },
              children: renderAppendix(appendix),
            },
          ]
        : []),
    ],
  });
  return Packer.toBuffer(file);
}

function pageOf(orientation: (typeof PageOrientation)[keyof typeof PageOrientation]) {
  const { page, margin } = layout;
  return {
    size: { width: mm(page.width), height: mm(page.height), orientation },
    margin: {
      ...{ top: mm(margin.top), bottom: mm(margin.bottom), left: mm(margin.left), right: mm(margin.right) },
      header: mm(margin.top / 2),
    },
  };
}

/** Arabic, in the middle of the top margin, and not on the first page. */
function numberedHeader(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: pt(layout.size.pageNumber) });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}
