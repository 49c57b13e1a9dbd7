import type { Leave } from '../core/calendar/calendar-book.js';
import type { Db } from './db.js';

export async function addLeave(
  db: Db,
  leave: Omit<Leave, 'id'>,
  by: { personId: number | null; now: Date },
): Promise<void> {
  const { unitId, firstDay, lastDay, note } = leave;
  const data = { unitId, firstDay, lastDay, note, createdById: by.personId, createdAt: by.now };
  await db.leave.create({ data });
}

/** Takes back the unit's leaves that are not over on `day`. Returns how many there were. */
export async function removeLeaves(db: Db, unitId: number, day: string): Promise<number> {
  return (await db.leave.deleteMany({ where: { unitId, lastDay: { gte: day } } })).count;
}

/**
 * Excuses the parts of open directives that are not done and have a deadline within a leave of the unit or one above it,
 * and no longer those that a leave had excused. What an admin decided for a part stays. `zone`: of units that have none.
 * Returns the parts that changed.
 */
export async function excuseUnits(
  db: Db,
  { directiveId, unitIds, zone }: { directiveId?: number; unitIds: number[]; zone: string },
): Promise<{ directiveId: number; unitId: number; excused: boolean }[]> {
  return db.$queryRaw`
    with recursive up(unit, at) as (
      select id, id from "Unit" where id = any(${unitIds}::int[])
      union select up.unit, u."parentId" from up join "Unit" u on u.id = up.at where u."parentId" is not null
    ), leave as materialized (
      select up.unit, l."firstDay", l."lastDay" from "Leave" l join up on up.at = l."unitId"
    ), judged as (
      select a.id, exists (select 1 from leave l where l.unit = a."unitId"
        and to_char(coalesce(a."dueAt", d."dueAt") at time zone coalesce(u."timeZone", ${zone}::text), 'YYYY-MM-DD')
          between l."firstDay" and l."lastDay") as away
      from "Assignment" a join "Directive" d on d.id = a."directiveId" join "Unit" u on u.id = a."unitId"
      where a."unitId" = any(${unitIds}::int[]) and d.state in ('draft', 'scheduled', 'open') and a."doneAt" is null
        and (${directiveId ?? null}::int is null or a."directiveId" = ${directiveId ?? null}::int)
    )
    update "Assignment" a set excused = j.away, "onLeave" = j.away,
      "nextReminderAt" = case when j.away then null else a."nextReminderAt" end
    from judged j where j.id = a.id and (case when j.away then not a.excused and not a."onLeave" else a."onLeave" end)
    returning a."directiveId", a."unitId", a.excused`;
}
