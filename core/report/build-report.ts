import { heading, type Block } from './block.js';
import { buildAttention } from './attention-part.js';
import { buildDirectives } from './directives-part.js';
import { buildDecisions, buildFigures, buildTitle } from './head-part.js';
import type { Writing } from './report-head.js';
import { buildCorrections, buildNotices, buildTrust } from './trust-part.js';
import { buildMerits, buildUnits } from './units-part.js';
import { buildDifficulties, buildNext, buildProposals } from './words-part.js';

/** More of each than these are counted, not listed: a report is read, not searched. */
export const mostInReport = {
  decisions: 40,
  directives: 30,
  units: 60,
  attention: 40,
  words: 30,
  trust: 20,
  corrections: 40,
};

/** The whole report in the order of its weight: decisions first, then figures, then what is behind them. */
export function buildReport(writing: Writing): Block[] {
  return [
    ...buildTitle(writing),
    ...buildDecisions(writing, mostInReport.decisions),
    heading(1, writing.t('report.figures')),
    ...buildFigures(writing),
    ...buildAttention(writing, mostInReport.attention),
    ...buildDirectives(writing, mostInReport.directives),
    ...buildBehind(writing, mostInReport),
  ];
}

/** What units say in words, how each of them stands, and how far all this can be trusted. */
export function buildBehind(writing: Writing, most: typeof mostInReport): Block[] {
  return [
    ...buildDifficulties(writing, most.words),
    ...buildProposals(writing, most.words),
    ...buildNext(writing, most.directives),
    ...buildUnits(writing, most.units),
    ...buildMerits(writing),
    ...buildCorrections(writing, most.corrections),
    ...buildTrust(writing, most.trust),
    ...buildNotices(writing),
  ];
}
