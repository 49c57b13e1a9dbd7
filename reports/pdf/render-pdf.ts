import { createRequire } from 'node:module';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { AdminDocument } from '../../core/report/document.js';
import { openRuler, serif } from '../fonts.js';
import { layout } from '../layout.js';
import { renderAppendix, renderBody } from './body.js';
import { renderFoot, renderHead } from './head.js';
import { mm } from './units.js';

/** What we use of the library; its own types describe an older one. */
interface PdfMake {
  setFonts(fonts: Record<string, typeof serif>): void;
  setUrlAccessPolicy(isAllowed: () => boolean): void;
  setLocalAccessPolicy(isAllowed: (path: string) => boolean): void;
  createPdf(definition: TDocumentDefinitions): { getBuffer(): Promise<Buffer> };
}

let opened: PdfMake | null = null;

/** The library with our fonts; it may open these files and nothing else. */
function open(): PdfMake {
  if (opened) return opened;
  const files = new Set<string>(Object.values(serif));
  opened = createRequire(import.meta.url)('pdfmake') as PdfMake;
  opened.setFonts({ Serif: serif });
  opened.setUrlAccessPolicy(() => false);
  opened.setLocalAccessPolicy((path) => files.has(path));
  return opened;
}

/** An administrative document as PDF, drawn by a library: no browser and no office suite takes part. */
export async function renderPdf(document: AdminDocument): Promise<Uint8Array> {
  const bold = await openRuler(serif.bold);
  const { margin, size } = layout;
  const { appendix, profile, kind, subject } = document;
  const pages = { appendixFrom: Infinity };
  const content: Content[] = [
    ...renderHead(document, bold),
    ...renderBody(document.body),
    renderFoot(document),
  ];
  if (appendix) content.push(...renderAppendix(appendix));
  const definition: TDocumentDefinitions = {
    info: { title: `${kind} ${subject}`, author: profile.issuer },
    pageSize: 'A4',
    pageMargins: [mm(margin.left), mm(margin.top), mm(margin.right), mm(margin.bottom)],
    defaultStyle: { font: 'Serif', fontSize: size.body, lineHeight: 1.1 },
    header: (page, _count, { orientation }) => {
      if (orientation === 'landscape') pages.appendixFrom = Math.min(pages.appendixFrom, page);
      return numberPage(page, pages);
    },
    content,
  };
  return open().createPdf(definition).getBuffer();
}

/** In the middle of the top margin, not on the first page; an appendix counts its own. */
function numberPage(page: number, { appendixFrom }: { appendixFrom: number }): Content {
  const number = page >= appendixFrom ? page - appendixFrom + 1 : page;
  if (number === 1) return '';
  return {
    text: String(number),
    alignment: 'center',
    fontSize: layout.size.pageNumber,
    margin: [0, mm(layout.margin.top / 2), 0, 0],
  };
}
