import { plain, type RichText } from '../message.js';
import { findDecisions } from '../summary/decisions.js';
import { recognise } from '../summary/recognition.js';
import { heading, item, line, toRichText, type Block } from './block.js';
import { listAttention } from './attention-part.js';
import { listExcused } from './excused-part.js';
import { buildFigures, buildTitle } from './head-part.js';
import { namesOf, sayDecision } from './part-words.js';
import type { Writing } from './report-head.js';
import { buildNotices, sayTrust } from './trust-part.js';

/** What fits one screen of a phone, and under a picture. */
const most = { decisions: 4, names: 4, recognised: 5, words: 48 };

/** The report on one screen: what needs a decision, the figures, who must be looked after, how far to trust it. */
export function buildBrief(writing: Writing): RichText {
  const { t, content, view } = writing;
  const attention = listAttention(writing, most.names);
  const rest: Block[] = [
    ...attention.map((text) => line(text)),
    ...listExcused(writing, most.names).map((text) => line(text)),
    ...praise(writing),
    ...corrected(writing),
    ...sayTrust(writing).map((text) => line(text)),
    ...(content.notices.length > 0 && view.directives.length === 0 ? buildNotices(writing) : []),
  ];
  return toRichText([
    ...buildTitle(writing),
    ...decide(writing),
    line(''),
    ...buildFigures(writing),
    line(''),
    ...(view.directives.length > 0 && attention.length === 0 ? [line(t('summary.calm'))] : []),
    ...rest,
  ]);
}

function decide(writing: Writing): Block[] {
  const { t, content } = writing;
  const decisions = findDecisions(content);
  if (decisions.length === 0) return [];
  const names = namesOf(writing);
  const left = decisions.length - most.decisions;
  return [
    heading(1, t('report.decide.title', { count: decisions.length })),
    ...decisions
      .slice(0, most.decisions)
      .map((decision) => item(sayDecision(writing, names, decision, most.words))),
    ...(left > 0 ? [item(t('report.decide.more', { count: left }))] : []),
  ];
}

function praise({ t, content, head }: Writing): Block[] {
  if (head.isOneUnit) return [];
  const codes = recognise(content)
    .slice(0, most.recognised)
    .map(({ unit }) => unit.code);
  return codes.length === 0 ? [] : [line([plain(t('report.praise', { names: codes.join(', ') }))])];
}

function corrected({ t, content }: Writing): Block[] {
  const { corrections } = content;
  if (!corrections || corrections.list.length === 0) return [];
  return [line(t('report.corrected', { number: corrections.number, count: corrections.list.length }))];
}
