import { readAmbiguous } from './ambiguous-texts.js';
import { readReplyExamples } from './reply-examples.js';

/** The text as somebody types it who sets no marks. */
export const dropMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** `round-wards.tsv, row 12` → round-wards.tsv */
const tableOf = (at: string): string => at.split(',')[0]!;

/** The texts of each table of replies that mean the same without their marks. */
export function readMarkedTexts(): [table: string, texts: string[]][] {
  const listed = readAmbiguous('without-marks');
  const texts = new Map<string, string[]>();
  for (const { text, at } of readReplyExamples()) {
    const table = texts.get(tableOf(at)) ?? [];
    texts.set(tableOf(at), table);
    if (!listed.has(text)) table.push(text);
  }
  return [...texts];
}
