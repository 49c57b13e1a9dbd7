import { readAmbiguous } from './ambiguous-texts.js';
import { readReplyExamples } from './reply-examples.js';

/** The text as somebody types it who sets no marks. */
export const dropMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** `round-wards.tsv, row 12` → round-wards.tsv */
const tableOf = (at: string): string => at.split(',')[0]!;

/** A reply, the title of the directive that it answers, the unit that says it, and on which day. */
export interface MarkedText {
  text: string;
  title: string;
  unit: string;
  saidOn: string;
}

/** The replies of each table that mean the same without their marks. */
export function readMarkedTexts(): [table: string, texts: MarkedText[]][] {
  const listed = readAmbiguous('without-marks');
  const texts = new Map<string, MarkedText[]>();
  for (const { text, title, unit, saidOn, at } of readReplyExamples()) {
    const table = texts.get(tableOf(at)) ?? [];
    texts.set(tableOf(at), table);
    if (!listed.has(text)) table.push({ text, title, unit, saidOn });
  }
  return [...texts];
}
