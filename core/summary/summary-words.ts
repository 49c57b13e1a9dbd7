import type { AnswerSpec, AnswerValue } from '../reading/answer.js';
import { sayLateness } from '../lateness/say-lateness.js';
import type { Say } from '../say.js';
import { summaryClasses, sumCounts, type Counts } from './classify.js';
import type { Stand, SummaryItem } from './summary-content.js';
import { isAwaited } from './summary-view.js';
import { totalAnswers } from './total-answers.js';

/** The four classes, one a line, each with its share and its change against the period before. */
export function sayCounts(t: Say, counts: Counts, before: Counts | null): string[] {
  const sum = sumCounts(counts);
  return summaryClasses.map((name) => {
    const count = counts[name];
    const line =
      sum === 0 || count === 0
        ? t('summary.count', { class: t(`summary.class.${name}`), count })
        : t('summary.countShare', {
            class: t(`summary.class.${name}`),
            count,
            share: sayShare(t, count / sum),
          });
    if (!before || (count === 0 && before[name] === 0)) return line;
    return `${line} ${sayChange(t, count - before[name])}`;
  });
}

/** A share of the whole, 0 to 1, in whole per cent. */
export function sayShare(t: Say, share: number): string {
  return t('summary.percent', { percent: Math.round(share * 100) });
}

export function sayChange(t: Say, change: number): string {
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

type Standing = Omit<Stand, 'dueAt'>;

/** How an item stands, in a few words: `đang làm 70%`, `15 lớp`; empty for one that is simply done. */
export function sayStand(t: Say, item: Standing, spec: AnswerSpec | null): string {
  const isWaiting = isAwaited(item);
  if (item.value) {
    const figure = sayValue(t, item.value, spec);
    return isWaiting ? t('summary.stand.figureAwaiting', { figure }) : figure;
  }
  if (isWaiting) return t('summary.stand.awaiting');
  if (item.state === 'done' || item.state === 'accepted') return '';
  const isUnread = item.state === 'waiting' && item.words !== '';
  const words = t(`summary.stand.${isUnread ? 'unread' : item.state}`);
  const share = item.state === 'waiting' ? '' : sayProgress(t, item);
  if (share === '') return words;
  return item.state === 'in_progress' ? `${words} ${share}` : `${words}, ${share}`;
}

/** The same with how late it is, where part of the delay is not the unit's: `quá hạn 2 giờ, trong đó 1 giờ 40 phút do hệ thống`. */
export function sayStandFairly(t: Say, item: SummaryItem, spec: AnswerSpec | null): string {
  const isLate = item.class === 'doneLate' || item.class === 'openOverdue';
  const late =
    isLate && item.late ? sayLateness(t, item.late, item.class === 'doneLate' ? 'late' : 'overdue') : '';
  return [sayStand(t, item, spec), late].filter((part) => part !== '').join('; ');
}

/** A name or class with what is to be said of it: `XA05 (đang làm 70%)`. */
export const withStand = (name: string, stand: string) => (stand === '' ? name : `${name} (${stand})`);

function sayProgress(t: Say, { percent, doneCount, totalCount }: Standing): string {
  if (doneCount !== null && totalCount !== null) return `${doneCount}/${totalCount}`;
  return percent === null ? '' : t('summary.percent', { percent });
}

export function sayValue(t: Say, value: AnswerValue, spec: AnswerSpec | null): string {
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
export function sayNumber(t: Say, number: number, spec: AnswerSpec | null): string {
  const [whole = '0', fraction] = String(Math.abs(number)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, t('summary.thousands'));
  const digits = fraction === undefined ? grouped : `${grouped}${t('summary.point')}${fraction}`;
  const unit = spec?.type === 'number' && spec.unit ? ` ${spec.unit}` : '';
  return `${number < 0 ? '-' : ''}${digits}${unit}`;
}

/** What the answers to a *collect* directive come to; null when nothing adds up. */
export function sayTotal(t: Say, items: readonly SummaryItem[], spec: AnswerSpec | null): string | null {
  const total = totalAnswers(items.map(({ value }) => value));
  const { count, missing } = total;
  const lack = missing > 0 ? t('summary.missing', { count: missing }) : '';
  switch (total.type) {
    case 'number': {
      const [sum, mean, min, max] = [total.sum, total.mean, total.min, total.max].map((number, at) =>
        sayNumber(t, at === 1 ? Number(number.toFixed(2)) : number, at === 0 ? spec : null),
      ) as [string, string, string, string];
      const said = t('summary.total', { total: sum, count });
      return `${said}${count > 1 ? t('summary.spread', { mean, min, max }) : ''}${lack}`;
    }
    case 'ratio':
      return t('summary.total', { total: sayRatio(t, total), count }) + lack;
    case 'choice': {
      const parts = total.choices.map((choice) => `${choice.choice} ${choice.count}`);
      return t('summary.total', { total: parts.join(', '), count }) + lack;
    }
    default:
      return null;
  }
}

function sayRatio(t: Say, { done, total }: { done: number; total: number }): string {
  return total === 0 ? `${done}/${total}` : `${done}/${total} (${sayShare(t, done / total)})`;
}
