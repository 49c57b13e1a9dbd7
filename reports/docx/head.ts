import { AlignmentType, BorderStyle, LineRuleType, Paragraph, type Table, TextRun } from 'docx';
import type { AdminDocument } from '../../core/report/document.js';
import { layout, shortLine, textWidth } from '../layout.js';
import { toXmlText } from '../xml-text.js';
import { run } from './run.js';
import { sideBySide } from './side-by-side.js';
import { mm, twips } from './units.js';

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
  return sideBySide(
    [head.left, head.right],
    [
      [left, right],
      [
        [centred(number, { size: size.number, before: 6 })],
        [centred(placeAndDate, { italics: true, size: size.placeAndDate, before: 6 })],
      ],
    ],
  );
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
    children: [run(text, points, { bold, italics })],
  });
}

/** A solid line of this length in the middle: an empty paragraph's upper edge, drawn in from both sides. */
export function ruled(length: number, within: number): Paragraph {
  const indent = mm(Math.max(0, (within - length) / 2));
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { before: twips(1), after: 0, line: twips(4), lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [run('', 2)],
  });
}

/** Red, bold and framed, below the number. */
function renderUrgency(urgency: string, bold: Ruler): Paragraph {
  const edge = { style: BorderStyle.SINGLE, size: 8, space: 3, color: 'FF0000' };
  const words = urgency.toLocaleUpperCase('vi');
  const width = bold(words, size.urgency) + 6;
  const left = (head.left - width) / 2;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: mm(left), right: mm(textWidth - left - width) },
    spacing: { before: twips(6), after: 0 },
    border: { top: edge, bottom: edge, left: edge, right: edge },
    children: [run(words, size.urgency, { bold: true, color: 'FF0000' })],
  });
}

/** One on the same line; several one a line, with `;` behind each and a full stop behind the last. */
function renderAddressees(title: string, addressees: readonly string[]): Paragraph[] {
  const line = (text: string, before: number) => centred(text, { size: size.addressed, before });
  const [first] = addressees;
  if (first === undefined) return [];
  if (addressees.length === 1) return [line(`${title} ${first}`, 12)];
  const drawnIn = (words: string, left: number, before: number) =>
    new Paragraph({
      indent: { left: mm(left) },
      spacing: { before: twips(before), after: 0 },
      children: [new TextRun(toXmlText(words))],
    });
  const end = (at: number) => (at === addressees.length - 1 ? '.' : ';');
  return [drawnIn(title, 35, 12), ...addressees.map((name, at) => drawnIn(`- ${name}${end(at)}`, 55, 0))];
}
