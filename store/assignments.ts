import type { Db } from './db.js';

interface NewAssignments {
  unitIds: number[];
  now: Date;
  firstReminderAt?: (timeZone: string | null, dueAt: Date) => Date | null;
}

/** One assignment a unit, in one statement; units that have one already keep it. Reminders are planned a time zone at a time. */
export async function createAssignments(
  db: Db,
  directive: { id: number; dueAt: Date | null },
  { unitIds, now, firstReminderAt }: NewAssignments,
): Promise<void> {
  const { id, dueAt } = directive;
  await db.$executeRaw`
    insert into "Assignment" ("directiveId", "unitId", "dueAt", "createdAt", "updatedAt")
    select ${id}::int, u.id, ${dueAt}::timestamptz, ${now}, ${now}
    from "Unit" u where u.id = any(${unitIds}::int[]) order by u.id
    on conflict do nothing`;
  if (!dueAt || !firstReminderAt) return;
  const zones = await db.unit.findMany({
    where: { id: { in: unitIds } },
    select: { timeZone: true },
    distinct: ['timeZone'],
  });
  for (const { timeZone } of zones) {
    const nextReminderAt = firstReminderAt(timeZone, dueAt);
    await db.$executeRaw`
      update "Assignment" a set "nextReminderAt" = ${nextReminderAt}::timestamptz, "reminderStep" = 0
      from "Unit" u where u.id = a."unitId" and a."directiveId" = ${id}::int and u."timeZone" is not distinct from ${timeZone}::text`;
  }
}
