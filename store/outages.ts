import type { Db } from './db.js';

/** A gap shorter than this is a restart, not an outage. */
const shortestMs = 2 * 60_000;

/** This role's process lives: one small row, written every tick. */
export async function beat(db: Db, role: string, now: Date): Promise<void> {
  await db.$executeRaw`
    insert into "Heartbeat" (role, at) values (${role}, ${now}) on conflict (role) do update set at = excluded.at`;
}

/** Nobody of this role lived since the last beat: writes the outage down, once. Returns how long it was, 0 when short. */
export async function recordSilence(db: Db, role: string, now: Date): Promise<number> {
  const last = await db.heartbeat.findUnique({ where: { role } });
  const silentMs = last ? now.getTime() - last.at.getTime() : 0;
  if (!last || silentMs < shortestMs) return 0;
  const outage = { kind: 'system', startsAt: last.at, endsAt: now };
  await db.outage.createMany({ data: [outage], skipDuplicates: true });
  return silentMs;
}

/** The channel's platform does not answer. What stands there from an earlier failure stays. */
export async function markFailing(db: Db, channel: string, now: Date): Promise<void> {
  await db.$executeRaw`update "ChannelPace" set "failingSince" = ${now} where channel = ${channel} and "failingSince" is null`;
}

export async function isFailing(db: Db, channel: string): Promise<boolean> {
  const found = await db.channelPace.findUnique({ where: { channel }, select: { failingSince: true } });
  return found?.failingSince != null;
}

/** A message got through again: what lay between is an outage of that platform. */
export async function recordRecovery(db: Db, channel: string, now: Date): Promise<void> {
  await db.$executeRaw`
    with old as (
      select channel, "failingSince" from "ChannelPace" where channel = ${channel} and "failingSince" is not null for update
    ), cleared as (
      update "ChannelPace" p set "failingSince" = null from old where p.channel = old.channel
    )
    insert into "Outage" (kind, channel, "startsAt", "endsAt")
    select 'platform', channel, "failingSince", ${now}::timestamptz from old
    where ${now}::timestamptz - "failingSince" >= ${shortestMs}::float8 * interval '1 millisecond'
    on conflict do nothing`;
}
