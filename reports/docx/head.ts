import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { AdminDocument } from '../../core/report/document.js';
import { layout, shortLine, textWidth } from '../layout.js';
import { mm, noBorders, noCellBorders, pt, twips } from './units.js';

type Ruler = (text: string, points: number) => number;
const { size, head } = layout;

/** What stands above the text: bodies and national title side by side, number, place and date, kind and subject. */
export function renderHead(document: AdminDocument, bold: Ruler): (Paragraph | Table)[] {
  const { profile, kind, subject, addressed } = document;
  const subjectWidth = Math.min(textWidth, bold(subject, size.subject));
  return [
    renderSides(document, bold),
    ...(profile.urgency === '' ? [] : [renderUrgency(profile.urgency, bold)]),
    centred(kind, { bold: true, size: size.kind, before: 12 }),
    centred(subject, { bold: true, size: size.subject }),
    ruled(subjectWidth * shortLine, textWidth),
    ...renderAddressees(addressed, profile.addressees),
  ];
}

function renderSides({ profile, number, placeAndDate }: AdminDocument, bold: Ruler): Table {
  const { superior, issuer, nationalTitle, motto } = profile;
  const left = [
    ...(superior === '' ? [] : [centred(superior.toLocaleUpperCase('vi'), { size: size.superior })]),
    centred(issuer.toLocaleUpperCase('vi'), { bold: true, size: size.issuer }),
    ruled(Math.min(head.left, bold(issuer.toLocaleUpperCase('vi'), size.issuer)) * shortLine, head.left),
  ];
  const right = [
    ...(nationalTitle === ''
      ? []
      : [centred(nationalTitle.toLocaleUpperCase('vi'), { bold: true, size: size.nationalTitle })]),
    ...(motto === ''
      ? []
      : [centred(motto, { bold: true, size: size.motto }), ruled(bold(motto, size.motto), head.right)]),
  ];
  return new Table({
    width: { size: mm(textWidth), type: WidthType.DXA },
    columnWidths: [mm(head.left), mm(head.right)],
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: [
      new TableRow({ children: [cell(left, head.left), cell(right, head.right)] }),
      new TableRow({
        children: [
          cell([centred(number, { size: size.number, before: 6 })], head.left),
          cell([centred(placeAndDate, { italics: true, size: size.placeAndDate, before: 6 })], head.right),
        ],
      }),
    ],
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

interface Look {
  size: number;
  bold?: boolean;
  italics?: boolean;
  before?: number;
}

export function centred(
  text: string,
  { size: points, bold = false, italics = false, before = 0 }: Look,
): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: twips(before), after: 0 },
    keepNext: true,
    children: [new TextRun({ text, bold, italics, size: pt(points) })],
  });
}

/** A solid line of this length in the middle: an empty paragraph's upper edge, drawn in from both sides. */
export function ruled(length: number, within: number): Paragraph {
  const indent = mm(Math.max(0, (within - length) / 2));
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { before: twips(1), after: 0, line: twips(4), lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [new TextRun({ text: '', size: pt(2) })],
  });
}

/** Red, bold and framed, below the number. */
function renderUrgency(urgency: string, bold: Ruler): Paragraph {
  const edge = { style: BorderStyle.SINGLE, size: 8, space: 3, color: 'FF0000' };
  const width = bold(urgency, size.urgency) + 6;
  const left = (head.left - width) / 2;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: mm(left), right: mm(textWidth - left - width) },
    spacing: { before: twips(6), after: 0 },
    border: { top: edge, bottom: edge, left: edge, right: edge },
    children: [
      new TextRun({
        text: urgency.toLocaleUpperCase('vi'),
        bold: true,
        color: 'FF0000',
        size: pt(size.urgency),
      }),
    ],
  });
}

/** One on the same line; several one a line, with `;` behind each and a full stop behind the last. */
function renderAddressees(title: string, addressees: readonly string[]): Paragraph[] {
  const line = (text: string, before: number) => centred(text, { size: size.addressed, before });
  const [first] = addressees;
  if (first === undefined) return [];
  if (addressees.length === 1) return [line(`${title} ${first}`, 12)];
  const left = mm(55);
  return [
    new Paragraph({
      indent: { left: mm(35) },
      spacing: { before: twips(12), after: 0 },
      children: [new TextRun(title)],
    }),
    ...addressees.map(
      (name, at) =>
        new Paragraph({
          indent: { left },
          spacing: { before: 0, after: 0 },
          children: [new TextRun(`- ${name}${at === addressees.length - 1 ? '.' : ';'}`)],
        }),
    ),
  ];
}
