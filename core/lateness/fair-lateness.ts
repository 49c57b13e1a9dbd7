/** A time in which a unit's clock stood still, for a reason that is not the unit's. `to` null: it still stands. */
export interface Stop {
  from: Date;
  to: Date | null;
  /** The matter lay with the issuer; absent: the system or the platform was away. */
  cause?: 'issuer';
}

/** How late something is, in milliseconds, and how much of that is not the unit's: never more than the whole. */
export interface Lateness {
  totalMs: number;
  oursMs: number;
  /** The part of `oursMs` for which the issuer alone is the reason. */
  issuerMs: number;
}

/**
 * How late a unit is at `endAt` (when it was done, or now). The time it was given counts while its clock ran: not before
 * the directive reached it, not while the system or platform was away, not while the matter lay with the issuer. Null
 * while the deadline has not passed.
 */
export function measureFairLateness(
  dueAt: Date | null,
  endAt: Date,
  stops: readonly Stop[],
): Lateness | null {
  if (dueAt === null || endAt <= dueAt) return null;
  const totalMs = endAt.getTime() - dueAt.getTime();
  const oursMs = Math.min(totalMs, measureStops(stops, endAt));
  if (stops.every(({ cause }) => cause === undefined)) return { totalMs, oursMs, issuerMs: 0 };
  const systemMs = measureStops(
    stops.filter(({ cause }) => cause === undefined),
    endAt,
  );
  return { totalMs, oursMs, issuerMs: oursMs - Math.min(oursMs, systemMs) };
}

/** Whether what is ours does not explain the whole. */
export function isFairlyLate(dueAt: Date | null, endAt: Date, stops: readonly Stop[] = []): boolean {
  const lateness = measureFairLateness(dueAt, endAt, stops);
  return lateness !== null && lateness.totalMs > lateness.oursMs;
}

/** How long the clock stood until `endAt`; times that overlap count once. */
function measureStops(stops: readonly Stop[], endAt: Date): number {
  const end = endAt.getTime();
  const spanOf = ({ from, to }: Stop) => ({
    from: from.getTime(),
    to: Math.min(to?.getTime() ?? end, end),
  });
  if (stops.length === 1) {
    const { from, to } = spanOf(stops[0]!);
    return Math.max(0, to - from); // nearly always: tens of thousands in a large report
  }
  const spans = stops
    .map(spanOf)
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
  let sum = 0;
  let covered = -Infinity;
  for (const { from, to } of spans) {
    sum += Math.max(0, to - Math.max(from, covered));
    covered = Math.max(covered, to);
  }
  return sum;
}
