import { sayDeadline } from '../../../core/deadline/say-deadline.js';
import { describeSpan } from '../../../core/lateness/say-lateness.js';
import { measureSpan } from '../../../core/replies/time-span.js';
import type { Visit } from '../page.js';

type Scene = Pick<Visit, 't' | 'now' | 'runtime'>;

/** A moment as people say it: `17:00 thứ Hai 30/11/2026`, by the organisation's clock unless a unit's is given. */
export function Moment({ visit, at, zone }: { visit: Scene; at: Date; zone?: string | null }) {
  const words = sayDeadline(visit.t, at, zone ?? visit.runtime.settings.ORG_TIME_ZONE);
  return <time datetime={at.toISOString()}>{words}</time>;
}

/** How long ago: `2 giờ trước`. The whole moment shows when one points at it. */
export function Ago({ visit, at }: { visit: Scene; at: Date }) {
  const { t, now, runtime } = visit;
  const span = describeSpan(t, measureSpan(at, now));
  const words =
    now.getTime() - at.getTime() < 60_000 ? t('admin.time.justNow') : t('admin.time.ago', { span });
  return (
    <time datetime={at.toISOString()} title={sayDeadline(t, at, runtime.settings.ORG_TIME_ZONE)}>
      {words}
    </time>
  );
}

/** How far away a deadline is: `còn 2 ngày`, `quá hạn 3 giờ`, `không có hạn`. */
export function Due({ visit, at }: { visit: Scene; at: Date | null }) {
  const { t, now, runtime } = visit;
  if (at === null) return <span class="soft">{t('reply.noDeadline')}</span>;
  const span = describeSpan(t, measureSpan(now, at));
  const isOver = at <= now;
  return (
    <time
      datetime={at.toISOString()}
      title={sayDeadline(t, at, runtime.settings.ORG_TIME_ZONE)}
      class={isOver ? 'over' : ''}
    >
      {t(isOver ? 'reply.overdue' : 'reply.timeLeft', { span })}
    </time>
  );
}
