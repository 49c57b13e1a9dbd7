import { AlignmentType, Paragraph, type Table, type TextRun } from 'docx';
import type { AdminDocument } from '../../core/report/document.js';
import { layout, textWidth } from '../layout.js';
import { centred } from './head.js';
import { run } from './run.js';
import { sideBySide } from './side-by-side.js';
import { twips } from './units.js';

const { size } = layout;
/** Room for a signature and a stamp. */
const signatureLines = 4;

/** Recipients on the left, who signs on the right, level with each other. */
export function renderFoot({ profile, recipients }: AdminDocument): (Paragraph | Table)[] {
  const { signRight, signOffice, signName } = profile;
  const sign = [
    ...[signRight, signOffice]
      .filter((line) => line !== '')
      .map((line) => centred(line.toLocaleUpperCase('vi'), { bold: true, size: size.sign })),
    ...Array.from({ length: signatureLines }, () => centred('', { size: size.signName })),
    centred(signName, { bold: true, size: size.signName }),
  ];
  const half = textWidth / 2;
  return [
    new Paragraph({ keepNext: true, spacing: { before: twips(6), after: 0 }, children: [] }),
    sideBySide([half, half], [[recipients.lines.length > 0 ? renderRecipients(recipients) : [], sign]], {
      cantSplit: true,
    }),
  ];
}

function renderRecipients({ title, lines }: AdminDocument['recipients']): Paragraph[] {
  return [
    left(run(title, size.recipientsTitle, { bold: true, italics: true })),
    ...lines.map((line) => left(run(line, size.recipients))),
  ];
}

const left = (child: TextRun) =>
  new Paragraph({ alignment: AlignmentType.LEFT, spacing: { before: 0, after: 0 }, children: [child] });
