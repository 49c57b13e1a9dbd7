import type { Db } from './db.js';

export interface PlannedOccurrence {
  key: string;
  kind: string;
  dueAt: Date;
}

export type Occurrence = NonNullable<Awaited<ReturnType<typeof findOccurrence>>>;

/** Makes sure that what must happen stands in the ledger. One that is still to come follows a changed setting. */
export async function planOccurrences(
  db: Db,
  planned: readonly PlannedOccurrence[],
  now: Date,
): Promise<number> {
  if (planned.length === 0) return 0;
  return db.$executeRaw`
    insert into "Occurrence" (key, kind, "dueAt")
    select key, kind, "dueAt" from jsonb_to_recordset(${JSON.stringify(planned)}::jsonb)
      as o(key text, kind text, "dueAt" timestamptz)
    on conflict (key) do update set "dueAt" = excluded."dueAt"
      where "Occurrence"."doneAt" is null and "Occurrence"."claimedAt" is null
        and "Occurrence"."dueAt" > ${now}::timestamptz and excluded."dueAt" > ${now}::timestamptz
        and "Occurrence"."dueAt" <> excluded."dueAt"`;
}

/** When the first occurrence of each kind was due; nothing for one of which there never was any. */
export async function findFirstDueAts(db: Db, kinds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await db.occurrence.groupBy({
    by: 'kind',
    where: { kind: { in: [...kinds] } },
    _min: { dueAt: true },
  });
  return new Map(rows.map(({ kind, _min }) => [kind, _min.dueAt!]));
}

/** Occurrences whose time has come and that nobody works on; a claim older than `staleBefore` lost its process. */
export async function findDueOccurrences(
  db: Db,
  kinds: readonly string[],
  now: Date,
  staleBefore: Date,
): Promise<{ key: string; kind: string }[]> {
  return db.occurrence.findMany({
    where: {
      kind: { in: [...kinds] },
      doneAt: null,
      dueAt: { lte: now },
      OR: [{ claimedAt: null }, { claimedAt: { lte: staleBefore } }],
    },
    select: { key: true, kind: true },
    orderBy: { dueAt: 'asc' },
    take: 20,
  });
}

/** Null when nothing of that key was planned. */
export async function findOccurrence(db: Db, key: string) {
  return db.occurrence.findUnique({ where: { key } });
}

/** Takes an occurrence to work on, if it still looks as it was seen. Of two, one gets it. */
export async function claimOccurrence(db: Db, seen: Occurrence, now: Date): Promise<boolean> {
  const { count } = await db.occurrence.updateMany({
    where: { key: seen.key, doneAt: null, claimedAt: seen.claimedAt, attempts: seen.attempts },
    data: { claimedAt: now, attempts: { increment: 1 } },
  });
  return count === 1;
}

/** Writes how it ended, once: false when somebody else took it over meanwhile. `attempt`: the one that claimed it. */
export async function finishOccurrence(
  db: Db,
  key: string,
  end: { attempt: number; outcome: string; now: Date },
): Promise<boolean> {
  const { count } = await db.occurrence.updateMany({
    where: { key, doneAt: null, attempts: end.attempt },
    data: { doneAt: end.now, outcome: end.outcome },
  });
  return count === 1;
}
