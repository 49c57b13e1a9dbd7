import { findDecisions, findDifficulties } from '../../summary/decisions.js';
import type { Stand } from '../../summary/summary-content.js';
import { sayStand } from '../../summary/summary-words.js';
import { namesOf } from '../part-words.js';
import type { Writing } from '../report-head.js';
import { openCell, sheetOf, type Sheet, type SheetCell } from './sheet.js';

interface Said {
  unitId: number;
  directiveId: number;
  replies: number[];
}

/** What units ask for, where they are stuck, what they do next: each in their own words. */
export function buildWordSheet(writing: Writing): Sheet {
  const { t, content } = writing;
  const names = namesOf(writing);
  const row = (kind: string, said: Said, words: string): SheetCell[] => [
    t(`report.wordsOf.${kind}`),
    names.codeOf(said.unitId),
    names.numberOf(said.directiveId),
    words,
    openCell(writing, said.replies),
  ];
  const asks = findDecisions(content).flatMap((one) => (one.kind === 'moreTime' ? [one] : []));
  const rows = [
    ...asks.map((ask) =>
      row('moreTime', ask, ask.wishedAt === null ? '' : writing.head.moment(ask.wishedAt)),
    ),
    ...content.items.flatMap((item) => (item.proposal ? [row('proposal', item, item.proposal)] : [])),
    ...findDifficulties(content).map((item) => row('difficulty', item, item.difficulty ?? t('report.stuck'))),
    ...content.items.flatMap((item) => (item.nextStep ? [row('nextStep', item, item.nextStep)] : [])),
  ];
  return sheetOf(writing, 'words', 'kind code number result open', rows);
}

export function buildCorrectionSheet(writing: Writing): Sheet {
  const { t, content } = writing;
  const names = namesOf(writing);
  const cells = (stand: Stand | null): SheetCell[] =>
    stand ? [t(`summary.class.${stand.class}`), sayStand(t, stand, null), stand.words] : [null, null, null];
  const list = content.corrections?.list ?? [];
  const rows = list.map(({ kind, unitId, directiveId, before, after }): SheetCell[] => [
    content.corrections!.number,
    names.codeOf(unitId),
    names.numberOf(directiveId),
    t(`report.correctionOf.${kind}`),
    ...cells(before),
    ...cells(after),
  ]);
  const columns =
    'report code number kind classBefore stateBefore wordsBefore classAfter stateAfter wordsAfter';
  return sheetOf(writing, 'corrections', columns, rows);
}
