import { bold, joinLines, plain, type RichText } from '../message.js';

/** A cell of a table: words, a figure, or a share that is shown in per cent. */
export type Cell = string | number | { share: number | null };

/** A row, and the line that stands for it where there are no tables. */
interface Row {
  cells: Cell[];
  line: RichText;
}

export interface TableBlock {
  kind: 'table';
  head: string[];
  rows: Row[];
}

/** A piece of a report, before anything renders it: a chat, a text file, Word, PDF. */
export type Block =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'line'; text: RichText }
  | { kind: 'item'; text: RichText }
  | TableBlock;

export const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text });
export const line = (text: string | RichText): Block => ({ kind: 'line', text: toRich(text) });
export const item = (text: string | RichText): Block => ({ kind: 'item', text: toRich(text) });

const toRich = (text: string | RichText): RichText => (typeof text === 'string' ? [plain(text)] : text);

/** Blocks as a chat and a text file show them: headings bold with a free line before, a row a line. */
export function toRichText(blocks: readonly Block[]): RichText {
  const lines: RichText[] = [];
  for (const block of blocks) {
    switch (block.kind) {
      case 'heading':
        if (lines.length > 0) lines.push([]);
        lines.push([bold(block.text)]);
        break;
      case 'line':
        lines.push(block.text);
        break;
      case 'item':
        lines.push([plain('– '), ...block.text]);
        break;
      case 'table':
        lines.push(...block.rows.map((row) => row.line));
        break;
    }
  }
  return joinLines(lines);
}
