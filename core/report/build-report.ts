import { heading, type Block } from './block.js';
import { buildAttention } from './attention-part.js';
import { buildDirectives } from './directives-part.js';
import { buildDecisions, buildFigures, buildTitle } from './head-part.js';
import type { Writing } from './report-head.js';
import { buildCorrections, buildNotices, buildTrust } from './trust-part.js';
import { buildMerits, buildUnits } from './units-part.js';
import { buildDifficulties, buildNext, buildProposals } from './words-part.js';

/** More of each than these are counted, not listed: a report is read, not searched. */
const most = {
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
  const { t } = writing;
  return [
    ...buildTitle(writing),
    ...buildDecisions(writing, most.decisions),
    heading(1, t('report.figures')),
    ...buildFigures(writing),
    ...buildAttention(writing, most.attention),
    ...buildDirectives(writing, most.directives),
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
