import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { groupBy } from '../../core/group-by.js';
import { listUnits } from '../../store/units.js';
import type { Asking } from '../deed.js';

/** A preview is read on a phone. */
const most = { zones: 4, codes: 15 };

/** Units whose clocks show another time: what their groups see as the deadline, a line for each such time. */
export async function describeZones(
  ctx: Asking,
  { dueAt, unitIds }: { dueAt: Date | null; unitIds: readonly number[] },
): Promise<string[]> {
  if (!dueAt) return [];
  const here = sayDeadline(ctx.t, dueAt, ctx.runtime.settings.ORG_TIME_ZONE);
  const addressed = new Set(unitIds);
  const elsewhere = (await listUnits(ctx.db)).flatMap(({ id, code, timeZone }) =>
    timeZone && addressed.has(id) ? [{ code, due: sayDeadline(ctx.t, dueAt, timeZone) }] : [],
  );
  const times = groupBy(
    elsewhere.filter(({ due }) => due !== here),
    ({ due }) => due,
  );
  return [...times].slice(0, most.zones).map(([due, units]) => {
    const named = units.slice(0, most.codes).map(({ code }) => code);
    return ctx.t('preview.dueThere', {
      codes: [...named, ...(units.length > named.length ? ['…'] : [])].join(', '),
      due,
    });
  });
}
