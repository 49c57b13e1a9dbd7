import type { Content } from 'pdfmake/interfaces.js';
import type { AdminDocument } from '../../core/report/document.js';
import { layout, shortLine, textWidth } from '../layout.js';
import { mm } from './units.js';

type Ruler = (text: string, points: number) => number;
const { size, head } = layout;

interface Look {
  bold?: boolean;
  italics?: boolean;
  before?: number;
}

const centred = (
  text: string,
  fontSize: number,
  { bold = false, italics = false, before = 0 }: Look = {},
): Content => ({
  ...{ text, fontSize, bold, italics, alignment: 'center' },
  margin: [0, before, 0, 0],
});

/** A solid line of this length in the middle. */
const ruled = (length: number, within: number): Content => ({
  canvas: [
    {
      ...{ type: 'line', y1: 1, y2: 1, lineWidth: 0.7 },
      ...{ x1: mm((within - length) / 2), x2: mm((within + length) / 2) },
    },
  ],
});

/** What stands above the text; see reports/docx/head.ts, which says the same to Word. */
export function renderHead(document: AdminDocument, bold: Ruler): Content[] {
  const { profile, kind, subject, addressed } = document;
  const width = Math.min(textWidth, bold(subject, size.subject));
  return [
    {
      columns: [
        { width: mm(head.left), stack: left(document, bold) },
        { width: mm(head.right), stack: right(document, bold) },
      ],
    },
    ...(profile.urgency === '' ? [] : [renderUrgency(profile.urgency)]),
    centred(kind, size.kind, { bold: true, before: 14 }),
    centred(subject, size.subject, { bold: true }),
    ruled(width * shortLine, textWidth),
    ...renderAddressees(addressed, profile.addressees),
  ];
}

function left({ profile: { superior, issuer }, number }: AdminDocument, bold: Ruler): Content[] {
  const name = issuer.toLocaleUpperCase('vi');
  return [
    ...(superior === '' ? [] : [centred(superior.toLocaleUpperCase('vi'), size.superior)]),
    centred(name, size.issuer, { bold: true }),
    ruled(Math.min(head.left, bold(name, size.issuer)) * shortLine, head.left),
    centred(number, size.number, { before: 6 }),
  ];
}

function right({ profile: { nationalTitle, motto }, placeAndDate }: AdminDocument, bold: Ruler): Content[] {
  return [
    ...(nationalTitle === ''
      ? []
      : [centred(nationalTitle.toLocaleUpperCase('vi'), size.nationalTitle, { bold: true })]),
    ...(motto === ''
      ? []
      : [centred(motto, size.motto, { bold: true }), ruled(bold(motto, size.motto), head.right)]),
    centred(placeAndDate, size.placeAndDate, { italics: true, before: 6 }),
  ];
}

function renderUrgency(urgency: string): Content {
  const text = {
    text: urgency.toLocaleUpperCase('vi'),
    bold: true,
    color: '#ff0000',
    fontSize: size.urgency,
  };
  return {
    columns: [
      { width: '*', text: '' },
      {
        width: 'auto',
        table: { body: [[text]] },
        layout: { hLineColor: () => '#ff0000', vLineColor: () => '#ff0000' },
      },
      { width: '*', text: '' },
      { width: mm(head.right), text: '' },
    ],
    margin: [0, 6, 0, 0],
  };
}

function renderAddressees(title: string, addressees: readonly string[]): Content[] {
  const [first] = addressees;
  if (first === undefined) return [];
  if (addressees.length === 1) return [centred(`${title} ${first}`, size.addressed, { before: 12 })];
  return [
    { text: title, margin: [mm(35), 12, 0, 0] },
    ...addressees.map((name, at): Content => ({
      text: `- ${name}${at === addressees.length - 1 ? '.' : ';'}`,
      margin: [mm(55), 0, 0, 0],
    })),
  ];
}

/** Room for a signature and a stamp, in points. */
const signatureRoom = 64;

/** Recipients on the left, who signs on the right, never parted by a page. */
export function renderFoot({ profile, recipients }: AdminDocument): Content {
  const { signRight, signOffice, signName } = profile;
  const { title: said, lines } = recipients;
  const received: Content[] = lines.map((text) => ({ text, fontSize: size.recipients }));
  const sign: Content[] = [signRight, signOffice]
    .filter((line) => line !== '')
    .map((line) => centred(line.toLocaleUpperCase('vi'), size.sign, { bold: true }));
  const title: Content = { text: said, fontSize: size.recipientsTitle, bold: true, italics: true };
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    columns: [
      { width: '50%', stack: lines.length > 0 ? [title, ...received] : [] },
      {
        width: '50%',
        stack: [...sign, centred(signName, size.signName, { bold: true, before: signatureRoom })],
      },
    ],
  };
}
