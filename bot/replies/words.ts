import { measureSpan, type TimeSpan } from '../../core/replies/time-span.js';
import type { Translate } from '../../locales/texts.js';

export { describeShare, describeStand, describeValue, shorten } from '../../core/replies/describe-stand.js';

/** `2 giờ`, `3 ngày`. */
export function describeSpan(t: Translate, span: TimeSpan): string {
  return t(`reply.span.${span.unit}`, { count: span.count });
}

/** `1 giờ 40 phút`: to the minute below two days. */
export function describeMinutes(t: Translate, minutes: number): string {
  if (minutes >= 48 * 60) return t('reply.span.days', { count: Math.floor(minutes / (24 * 60)) });
  const hours = Math.floor(minutes / 60);
  const left = minutes % 60;
  return [
    ...(hours > 0 ? [t('reply.span.hours', { count: hours })] : []),
    ...(left > 0 || hours === 0 ? [t('reply.span.minutes', { count: left })] : []),
  ].join(' ');
}

/** How far away a deadline is: `còn 2 ngày`, `quá hạn 3 giờ`, `không có hạn`. */
export function describeDeadline(t: Translate, dueAt: Date | null, now: Date): string {
  if (dueAt === null) return t('reply.noDeadline');
  const span = describeSpan(t, measureSpan(now, dueAt));
  return t(dueAt > now ? 'reply.timeLeft' : 'reply.overdue', { span });
}
