import { TextRun } from 'docx';
import { toXmlText } from '../xml-text.js';
import { pt } from './units.js';

interface Look {
  bold?: boolean;
  italics?: boolean;
  color?: string;
}

/** Words of one look; `size` in points. */
export const run = (text: string, size: number, look: Look = {}): TextRun =>
  new TextRun({ text: toXmlText(text), ...look, size: pt(size) });
