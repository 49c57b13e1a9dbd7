import { groupBy } from '../core/group-by.js';
import type { Stop } from '../core/lateness/fair-lateness.js';
import type { Db } from './db.js';

/** What makes clocks stand besides the way of a directive to a group: a few rows, whatever number of parts they are of. */
export interface Standstills {
  /** `channel`: '' for the system, which stops every clock. */
  outages: { channel: string; from: Date; to: Date }[];
  /** The units with a group on a channel that was away. */
  unitsOn: ReadonlyMap<string, ReadonlySet<number>>;
  /** What was written down for a part itself. */
  own: ReadonlyMap<number, Stop[]>;
}

/** The part of a directive whose clock is asked for. */
export interface Clocked {
  assignmentId: number;
  unitId: number;
  sentAt: Date;
  /** When the directive first reached a group of the unit; null: it never did. */
  reachedAt: Date | null;
}

type Found = Record<'outages' | 'channels' | 'own', string>;
type Own = [assignmentId: number, from: string, to: string | null];

/** What there was since the first of these directives was sent. */
export async function loadStandstills(db: Db, directiveIds: readonly number[]): Promise<Standstills> {
  const [found] = await db.$queryRaw<[Found]>`
    with outage as (
      select channel, "startsAt" as "from", "endsAt" as "to" from "Outage"
      where "endsAt" > (select min("sentAt") from "Directive" where id = any(${[...directiveIds]}::int[]))
    ) select (select coalesce(json_agg(outage), '[]') from outage)::text as outages,
      (select coalesce(json_agg(json_build_array(c.channel, c."unitId")), '[]') from "Chat" c
        where c."unitId" is not null and c.role = 'unit' and c.channel in (select channel from outage))::text as channels,
      (select coalesce(json_agg(json_build_array(s."assignmentId", s."startsAt", s."endsAt")), '[]') from "ClockStop" s
        join "Assignment" a on a.id = s."assignmentId" where a."directiveId" = any(${[...directiveIds]}::int[]))::text as own`;
  const outages = JSON.parse(found.outages) as { channel: string; from: string; to: string }[];
  return {
    outages: outages.map(({ channel, from, to }) => ({ channel, from: new Date(from), to: new Date(to) })),
    unitsOn: gather(JSON.parse(found.channels) as [string, number][]),
    own: readOwn(JSON.parse(found.own) as Own[]),
  };
}

function gather(pairs: readonly [string, number][]): Map<string, Set<number>> {
  const sets = new Map<string, Set<number>>();
  for (const [key, value] of pairs) sets.set(key, (sets.get(key) ?? new Set()).add(value));
  return sets;
}

function readOwn(rows: readonly Own[]): Map<number, Stop[]> {
  const toStop = ([, from, to]: Own): Stop => ({ from: new Date(from), to: toDate(to), cause: 'issuer' });
  return new Map(
    Array.from(
      groupBy(rows, ([id]) => id),
      ([id, own]) => [id, own.map(toStop)],
    ),
  );
}

const toDate = (at: string | null) => (at === null ? null : new Date(at));

/**
 * When the clock of a part stood: until the directive reached a group of the unit, in outages of the system, in those of the
 * platforms that the unit's groups are on, and in what was written down for the part itself.
 */
export function stopsOf(part: Clocked, { outages, unitsOn, own }: Standstills): Stop[] {
  const { assignmentId, unitId, sentAt, reachedAt } = part;
  const stops: Stop[] = [...(own.get(assignmentId) ?? [])];
  if (reachedAt?.getTime() !== sentAt.getTime()) stops.push({ from: sentAt, to: reachedAt });
  for (const { channel, from, to } of outages)
    if (to > sentAt && (channel === '' || unitsOn.get(channel)?.has(unitId))) stops.push({ from, to });
  return stops;
}
