import type { Cell } from '../core/report/block.js';

/** A cell of a table on paper: a share in whole per cent, a dash where there is nothing to divide by. */
export function sayCell(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  return cell.share === null ? '–' : `${Math.round(cell.share * 100)}%`;
}
