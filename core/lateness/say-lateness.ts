import { measureSpan, type TimeSpan } from '../replies/time-span.js';
import type { Say } from '../say.js';
import type { Lateness } from './fair-lateness.js';

const minuteMs = 60_000;
const hour = 60;
const day = 24 * hour;

/** `2 giờ`, `3 ngày`. */
export function describeSpan(t: Say, span: TimeSpan): string {
  return t(`reply.span.${span.unit}`, { count: span.count });
}

/** `muộn 2 giờ, trong đó 1 giờ 40 phút do hệ thống`. `form`: for what is done, or what is still open. */
export function sayLateness(
  t: Say,
  { totalMs, oursMs, issuerMs }: Lateness,
  form: 'late' | 'overdue',
): string {
  const span = describeSpan(t, measureSpan(new Date(0), new Date(totalMs)));
  const whole = t(`lateness.${form}`, { span });
  const ours = Math.floor(oursMs / minuteMs);
  if (ours === 0) return whole;
  const cause = issuerMs < minuteMs ? 'system' : oursMs - issuerMs < minuteMs ? 'issuer' : 'both';
  return t('lateness.of', { whole, part: t(`lateness.${cause}`, { span: describeMinutes(t, ours) }) });
}

/** `1 giờ 40 phút`: to the minute below two days. */
function describeMinutes(t: Say, minutes: number): string {
  if (minutes >= 2 * day) return t('reply.span.days', { count: Math.floor(minutes / day) });
  const hours = Math.floor(minutes / hour);
  const left = minutes % hour;
  return [
    ...(hours > 0 ? [t('reply.span.hours', { count: hours })] : []),
    ...(left > 0 || hours === 0 ? [t('reply.span.minutes', { count: left })] : []),
  ].join(' ');
}
