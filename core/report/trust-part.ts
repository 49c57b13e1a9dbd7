import type { Correction, Stand } from '../summary/summary-content.js';
import { certificateOf, completenessOf } from '../summary/figures.js';
import { sayStand, withStand } from '../summary/summary-words.js';
import { plain } from '../message.js';
import { heading, item, line, type Block } from './block.js';
import { namesOf, type Names } from './part-words.js';
import { linked, type Writing } from './report-head.js';

/** What turned out otherwise since the last number. */
export function buildCorrections(writing: Writing, most: number): Block[] {
  const { t, content } = writing;
  if (!content.corrections || content.corrections.list.length === 0) return [];
  const { number, list } = content.corrections;
  const names = namesOf(writing);
  const left = list.length - most;
  return [
    heading(1, t('report.corrections', { number, count: list.length })),
    ...list.slice(0, most).map((correction) => item(sayCorrection(writing, names, correction))),
    ...(left > 0 ? [item(t('report.moreCorrections', { count: left }))] : []),
  ];
}

function sayCorrection(writing: Writing, names: Names, correction: Correction) {
  const { t } = writing;
  const { kind, before, after, replies } = correction;
  const at = linked(writing, names.partOf(correction), replies);
  const say = (stand: Stand) => withStand(t(`summary.class.${stand.class}`), sayStand(t, stand, null));
  if (!after) return [...at, plain(t('report.dropped', { before: say(before) }))];
  const said = { before: say(before), after: say(after) };
  if (said.before !== said.after) return [...at, plain(t(`report.${kind}`, said))];
  if (before.dueAt !== after.dueAt) return [...at, plain(t('report.movedDue', { before: said.before }))];
  return [...at, plain(t('report.reworded', { before: before.words, after: after.words }))];
}

/** The delivery certificate and the completeness line: they stand in every report. */
export function sayTrust({
  t,
  content,
}: Pick<Writing, 't' | 'content'>): [certificate: string, completeness: string] {
  const { sent, failed, uncertain, waiting } = certificateOf(content);
  const { read, corrected, unread } = completenessOf(content);
  const more = waiting > 0 ? t('report.waiting', { count: waiting }) : '';
  const groups = sent + failed + uncertain + waiting;
  const replies = read + corrected + unread;
  return [
    groups === 0
      ? t('report.nothingSent')
      : t('report.certificate', { groups, sent, failed, uncertain }) + more,
    replies === 0 ? t('report.nothingHeard') : t('report.completeness', { replies, read, corrected, unread }),
  ];
}

/** How far the figures can be trusted: what went out, what was read, and by name what did not arrive. */
export function buildTrust(writing: Writing, most: number): Block[] {
  const { t, content } = writing;
  const names = namesOf(writing);
  const { undelivered } = content;
  const left = undelivered.length - most;
  return [
    heading(1, t('report.trust')),
    ...sayTrust(writing).map((text) => line(text)),
    ...undelivered
      .slice(0, most)
      .map(({ unitId, number, state }) =>
        item(t(`report.undelivered.${state}`, { code: names.codeOf(unitId), number })),
      ),
    ...(left > 0 ? [item(t('report.moreUndelivered', { count: left }))] : []),
  ];
}

export function buildNotices({ t, content: { notices } }: Writing): Block[] {
  if (notices.length === 0) return [];
  const numbers = notices.map((number) => `#${number}`).join(', ');
  return [line(''), line(t('summary.notices', { count: notices.length, numbers }))];
}
