import { draftReminder } from '../core/summary/draft-reminder.js';
import type { Db } from './db.js';
import { Prisma } from './db.js';
import { duePartsAtOnce } from './due.js';

/** How one channel stands: nothing of its tokens but until when they hold. */
export interface ChannelHealth {
  channel: string;
  failingSince: Date | null;
  /** The platform asked to wait until then. */
  pausedUntil: Date | null;
  /** Null where the access is not renewed. */
  accessUntil: Date | null;
  /** When somebody was last heard on it, to within the step in which life signs are written. */
  heardAt: Date | null;
}

/** Every channel of which the ledger knows something. */
export async function listChannelHealth(db: Db, now: Date): Promise<ChannelHealth[]> {
  return db.$queryRaw<ChannelHealth[]>`
    with name as (
      select channel from "ChannelPace" union select channel from "ChannelToken" union select distinct channel from "Chat"
    )
    select n.channel, p."failingSince", case when p."pausedUntil" > ${now}::timestamptz then p."pausedUntil" end as "pausedUntil",
      case when k.version > 0 then k."expiresAt" end as "accessUntil",
      (select max(c."lastSeenAt") from "Chat" c where c.channel = n.channel) as "heardAt"
    from name n left join "ChannelPace" p using (channel) left join "ChannelToken" k using (channel) order by channel`;
}

/** Something that will be done at a moment, for as many as `count`. */
export interface NextRun {
  kind: 'reminder' | 'escalation' | 'scheduled' | 'recurrence' | 'summary' | 'draft';
  at: Date;
  /** Parts that are reminded or go up; 1 for the others. */
  count: number;
  /** The directive's or the recurring request's. */
  number: number | null;
  /** Its title, or the key of the occurrence. */
  about: string;
}

/** What the sweeps will do next, at most `most` of each kind. Each is read along the index by which its sweep finds it. */
export async function listNextRuns(db: Db, most: number): Promise<NextRun[]> {
  const moments = [
    await listMoments(db, 'reminder', Prisma.sql`"nextReminderAt"`, most),
    await listMoments(db, 'escalation', Prisma.sql`"nextEscalationAt"`, most),
  ].flat();
  const scheduled = await db.directive.findMany({
    where: { state: 'scheduled', sendAt: { not: null } },
    select: { number: true, title: true, sendAt: true },
    orderBy: { sendAt: 'asc' },
    take: most,
  });
  const recurring = await db.recurrence.findMany({
    where: { nextOpenAt: { not: null } },
    select: { number: true, title: true, nextOpenAt: true },
    orderBy: { nextOpenAt: 'asc' },
    take: most,
  });
  const summaries = await db.occurrence.findMany({
    where: { doneAt: null },
    select: { key: true, kind: true, dueAt: true },
    orderBy: { dueAt: 'asc' },
    take: most,
  });
  const run = (kind: NextRun['kind'], at: Date, number: number | null, about: string): NextRun => ({
    ...{ kind, at, number, about, count: 1 },
  });
  return [
    ...moments,
    ...scheduled.map((one) => run('scheduled', one.sendAt!, one.number, one.title)),
    ...recurring.map((one) => run('recurrence', one.nextOpenAt!, one.number, one.title)),
    ...summaries.map(({ key, kind, dueAt }) =>
      run(kind === draftReminder ? 'draft' : 'summary', dueAt, null, key),
    ),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** The next moments for which parts are planned, with how many: of the first in line, as the sweep takes them. */
async function listMoments(
  db: Db,
  kind: NextRun['kind'],
  column: Prisma.Sql,
  most: number,
): Promise<NextRun[]> {
  const rows = await db.$queryRaw<{ at: Date; count: number }[]>`
    select at, count(*)::int as count from (
      select ${column} as at from "Assignment" where ${column} is not null order by ${column} limit ${duePartsAtOnce}::int) first
    group by at order by at limit ${most}::int`;
  return rows.map(({ at, count }) => ({ kind, at, count, number: null, about: '' }));
}

/** When each role's process last lived. */
export async function listHeartbeats(db: Db): Promise<{ role: string; at: Date }[]> {
  return db.heartbeat.findMany({ orderBy: { role: 'asc' } });
}

/** The latest times in which the system or a platform was away; of the system `channel` is ''. */
export async function listOutages(
  db: Db,
  most: number,
): Promise<{ id: number; channel: string; startsAt: Date; endsAt: Date }[]> {
  return db.outage.findMany({
    select: { id: true, channel: true, startsAt: true, endsAt: true },
    orderBy: { endsAt: 'desc' },
    take: most,
  });
}
