import type { Db } from './db.js';
import type { Prisma } from './db.js';

/** A small value the installation remembers; null when it was never set. */
export async function findSetting<T>(db: Db, key: string): Promise<T | null> {
  const row = await db.setting.findUnique({ where: { key } });
  return (row?.value as T | undefined) ?? null;
}

export async function setSetting(db: Db, key: string, value: Prisma.InputJsonValue): Promise<void> {
  await db.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

/** The next number of a series that starts at 1. Two callers never get the same; a rolled-back one is given again. */
export async function takeNumber(db: Db, series: string): Promise<number> {
  const rows = await db.$queryRaw<{ value: number }[]>`
    insert into "Setting" (key, value) values (${`number.${series}`}, '1'::jsonb)
    on conflict (key) do update set value = to_jsonb(("Setting".value #>> '{}')::int + 1)
    returning (value #>> '{}')::int as value`;
  return rows[0]!.value;
}

/** The number that takeNumber would give now. */
export async function peekNumber(db: Db, series: string): Promise<number> {
  return ((await findSetting<number>(db, `number.${series}`)) ?? 0) + 1;
}
