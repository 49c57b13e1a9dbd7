import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { AdminDocument } from '../../core/report/document.js';
import { layout, textWidth } from '../layout.js';
import { centred } from './head.js';
import { mm, noBorders, noCellBorders, pt, twips } from './units.js';

const { size } = layout;
/** Room for a signature and a stamp. */
const signatureLines = 4;

/** Recipients on the left, who signs on the right, level with each other. */
export function renderFoot({ profile, recipients }: AdminDocument): (Paragraph | Table)[] {
  const { signRight, signOffice, signName } = profile;
  const sign = [
    ...(signRight === ''
      ? []
      : [centred(signRight.toLocaleUpperCase('vi'), { bold: true, size: size.sign })]),
    ...(signOffice === ''
      ? []
      : [centred(signOffice.toLocaleUpperCase('vi'), { bold: true, size: size.sign })]),
    ...Array.from({ length: signatureLines }, () => centred('', { size: size.signName })),
    centred(signName, { bold: true, size: size.signName }),
  ];
  const half = textWidth / 2;
  return [
    new Paragraph({ keepNext: true, spacing: { before: twips(6), after: 0 }, children: [] }),
    new Table({
      width: { size: mm(textWidth), type: WidthType.DXA },
      columnWidths: [mm(half), mm(half)],
      layout: TableLayoutType.FIXED,
      borders: noBorders,
      rows: [
        new TableRow({
          cantSplit: true,
          children: [
            cell(recipients.lines.length > 0 ? renderRecipients(recipients) : [new Paragraph('')]),
            cell(sign),
          ],
        }),
      ],
    }),
  ];
}

function renderRecipients({ title, lines }: AdminDocument['recipients']): Paragraph[] {
  return [
    left(new TextRun({ text: title, bold: true, italics: true, size: pt(size.recipientsTitle) })),
    ...lines.map((text) => left(new TextRun({ text, size: pt(size.recipients) }))),
  ];
}

const left = (child: TextRun) =>
  new Paragraph({ alignment: AlignmentType.LEFT, spacing: { before: 0, after: 0 }, children: [child] });

function cell(children: Paragraph[]): TableCell {
  return new TableCell({
    width: { size: mm(textWidth / 2), type: WidthType.DXA },
    margins: { left: 0, right: 0 },
    borders: noCellBorders,
    children,
  });
}
