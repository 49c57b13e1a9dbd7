const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A span of time as people say it: one whole number of one measure. */
export interface TimeSpan {
  unit: 'minutes' | 'hours' | 'days';
  count: number;
}

/** The span between two times in either order, rounded down; at least one minute. From two days on it counts days. */
export function measureSpan(from: Date, to: Date): TimeSpan {
  const ms = Math.abs(to.getTime() - from.getTime());
  if (ms >= 2 * dayMs) return { unit: 'days', count: Math.floor(ms / dayMs) };
  if (ms >= hourMs) return { unit: 'hours', count: Math.floor(ms / hourMs) };
  return { unit: 'minutes', count: Math.max(1, Math.floor(ms / minuteMs)) };
}
