import { planUnits, type UnitPlan } from '../../core/units/plan-units.js';
import { recordAudit } from '../../store/audit.js';
import type { Db } from '../../store/db.js';
import { applyUnitPlan, listUnitFacts, lockUnits } from '../../store/units.js';
import type { UnitList } from './read-unit-list.js';

/** Who imports, when, and who is told how far it is. */
export interface Importing {
  now: Date;
  personId: number | null;
  onPlanned?: (rows: number) => void;
  onWritten?: (count: number) => void;
}

/** Takes a list of units as of this moment: all rows, or none when one of them has a problem, with every problem named. */
export async function importUnits(
  db: Db,
  list: UnitList,
  { now, personId, onPlanned = () => undefined, onWritten = () => undefined }: Importing,
): Promise<UnitPlan> {
  await lockUnits(db);
  const plan = planUnits(list.rows, await listUnitFacts(db));
  const problems = [...list.problems, ...plan.problems].sort((a, b) => a.line - b.line);
  if (problems.length > 0) return { ...plan, problems };
  const { added, changed } = plan;
  // New rows are written twice: first themselves, then with their parents.
  onPlanned(2 * added.length + changed.length);
  await applyUnitPlan(db, plan, { now, onWritten });
  const codes = (units: { code: string }[]) => units.map(({ code }) => code);
  const data = { added: codes(added), changed: codes(changed) };
  await recordAudit(db, { at: now, personId, action: 'import-units', target: 'units', data });
  return plan;
}
