import { DateTime } from 'luxon';
import type { AnswerSpec, AnswerValue } from '../reading/answer.js';
import { totalFigures } from '../replies/group-progress.js';
import type { Say } from '../say.js';
import { summaryClasses, type Counts } from './classify.js';
import type { SummaryContent, SummaryItem } from './summary-content.js';

/** `tuần 47 (16/11–22/11/2026)` */
export function sayWeek(t: Say, content: SummaryContent, zone: string): string {
  const [year, week] = content.period.split('-W').map(Number);
  const from = DateTime.fromObject({ weekYear: year!, weekNumber: week!, weekday: 1 }, { zone });
  const to = from.plus({ days: 6 });
  return t('summary.week', {
    week: content.week,
    fromDay: from.toFormat('dd/MM'),
    toDay: to.toFormat('dd/MM/yyyy'),
    fromName: `${from.day} ${t(`deadline.month.${from.month}`)}`,
    toName: `${to.day} ${t(`deadline.month.${to.month}`)} ${to.year}`,
  });
}

/** The four classes, one a line, each with its change against the week before. */
export function sayCounts(t: Say, counts: Counts, before: Counts | null): string[] {
  return summaryClasses.map((name) => {
    const line = t('summary.count', { class: t(`summary.class.${name}`), count: counts[name] });
    if (!before || (counts[name] === 0 && before[name] === 0)) return line;
    return `${line} ${sayChange(t, counts[name] - before[name])}`;
  });
}

function sayChange(t: Say, change: number): string {
  if (change === 0) return t('summary.same');
  return t(change > 0 ? 'summary.more' : 'summary.less', { change: Math.abs(change) });
}

/** `đúng hạn 3, quá hạn 1`: only what there is. */
export function sayShortCounts(t: Say, counts: Counts): string {
  return summaryClasses
    .filter((name) => counts[name] > 0)
    .map((name) => t('summary.shortCount', { class: t(`summary.short.${name}`), count: counts[name] }))
    .join(', ');
}

/** How an item stands, in a few words: `đang làm 70%`, `15 lớp`; empty for one that is simply done. */
export function sayStand(t: Say, item: SummaryItem, spec: AnswerSpec | null): string {
  if (item.value) return sayValue(t, item.value, spec);
  if (item.state === 'done' || item.state === 'accepted') return '';
  const isUnread = item.state === 'waiting' && item.words !== '';
  const words = t(`summary.stand.${isUnread ? 'unread' : item.state}`);
  const share = item.state === 'waiting' ? '' : sayShare(t, item);
  if (share === '') return words;
  return item.state === 'in_progress' ? `${words} ${share}` : `${words}, ${share}`;
}

/** A name or class with what is to be said of it: `XA05 (đang làm 70%)`. */
export const withStand = (name: string, stand: string) => (stand === '' ? name : `${name} (${stand})`);

function sayShare(t: Say, { percent, doneCount, totalCount }: SummaryItem): string {
  if (doneCount !== null && totalCount !== null) return `${doneCount}/${totalCount}`;
  return percent === null ? '' : t('summary.percent', { percent });
}

function sayValue(t: Say, value: AnswerValue, spec: AnswerSpec | null): string {
  switch (value.type) {
    case 'number':
      return sayNumber(t, value.number, spec);
    case 'ratio':
      return `${value.done}/${value.total}`;
    case 'choice':
      return value.choice;
    case 'text':
      return t('summary.quote', { words: value.text });
  }
}

/** Thousands are set apart as the language does it; so many digits as were reported. */
function sayNumber(t: Say, number: number, spec: AnswerSpec | null): string {
  const [whole = '0', fraction] = String(Math.abs(number)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, t('summary.thousands'));
  const digits = fraction === undefined ? grouped : `${grouped}${t('summary.point')}${fraction}`;
  const unit = spec?.type === 'number' && spec.unit ? ` ${spec.unit}` : '';
  return `${number < 0 ? '-' : ''}${digits}${unit}`;
}

/** What the figures of a *collect* directive come to; null when nothing adds up. */
export function sayTotal(t: Say, items: readonly SummaryItem[], spec: AnswerSpec | null): string | null {
  const total = totalFigures(items.map(({ value }) => value));
  if (!total) return null;
  switch (total.type) {
    case 'number':
      return t('summary.total', { total: sayNumber(t, total.sum, spec), count: total.count });
    case 'ratio':
      return t('summary.total', { total: `${total.done}/${total.total}`, count: total.count });
    case 'choice': {
      const parts = total.choices.map(({ choice, count }) => `${choice} ${count}`);
      const count = total.choices.reduce((sum, choice) => sum + choice.count, 0);
      return t('summary.total', { total: parts.join(', '), count });
    }
  }
}
