import type { EscalationDelays } from './plan-escalation.js';

const units: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `2h,1d,1d`: lead, parent, issuer. Null when the text has another form. */
export function readDelays(text: string): EscalationDelays | null {
  const read = text.split(',').map((part) => {
    const [, count, unit = ''] = /^\s*(\d{1,3})\s*([mhd])\s*$/.exec(part) ?? [];
    return count === undefined ? NaN : Number(count) * units[unit]!;
  });
  const [lead = NaN, parent = NaN, issuer = NaN] = read;
  return read.length === 3 && !read.some(Number.isNaN) ? { lead, parent, issuer } : null;
}
