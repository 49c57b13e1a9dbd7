import { describeSpan } from '../../core/lateness/say-lateness.js';
import { shorten } from '../../core/replies/describe-stand.js';
import { measureSpan } from '../../core/replies/time-span.js';
import type { Translate } from '../../locales/texts.js';

export { describeSpan } from '../../core/lateness/say-lateness.js';
export { describeShare, describeStand, describeValue, shorten } from '../../core/replies/describe-stand.js';

const longestReason = 200;

/** Why something was decided, as it is told to the groups and kept in the log. */
export const shortenReason = (words: string): string => shorten(words.trim(), longestReason);

/** How far away a deadline is: `còn 2 ngày`, `quá hạn 3 giờ`, `không có hạn`. */
export function describeDeadline(t: Translate, dueAt: Date | null, now: Date): string {
  if (dueAt === null) return t('reply.noDeadline');
  const span = describeSpan(t, measureSpan(now, dueAt));
  return t(dueAt > now ? 'reply.timeLeft' : 'reply.overdue', { span });
}
