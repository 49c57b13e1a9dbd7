import type { Writing } from '../report-head.js';
import { buildDirectiveSheet, buildFigureSheet, buildHistorySheet, buildUnitSheet } from './count-sheets.js';
import { buildItemSheet } from './item-sheet.js';
import type { Sheet } from './sheet.js';
import { buildCorrectionSheet, buildWordSheet } from './word-sheets.js';

/** All views of a report, a sheet each. The replies themselves come from the ledger (reply-sheet.ts). */
export function buildSheets(writing: Writing): Sheet[] {
  return [
    buildFigureSheet(writing),
    buildDirectiveSheet(writing),
    buildUnitSheet(writing),
    buildItemSheet(writing),
    buildWordSheet(writing),
    buildCorrectionSheet(writing),
    buildHistorySheet(writing),
  ];
}
