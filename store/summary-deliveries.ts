import type { SummaryContent, UnitDeliveries } from '../core/summary/summary-content.js';
import { figureOr, figures, moments, readFigures, readMoments } from './columns.js';
import { Prisma, type Db } from './db.js';
import { isReplaced } from './replaced.js';
import { relevantDirectives, type Span } from './items-then.js';

/** When each of these parts first reached a group of its unit, in milliseconds; `directiveIds`: whose parts they are. */
export async function findReached(
  db: Db,
  directiveIds: readonly number[],
  partIds: readonly number[],
): Promise<Map<number, number>> {
  if (partIds.length === 0) return new Map();
  const [columns] = await db.$queryRaw<[Record<'parts' | 'sentAt', string>]>`
    select ${figures(Prisma.sql`"assignmentId"`)} as parts, ${moments(Prisma.sql`"sentAt"`)} as "sentAt" from "Delivery"
    where "directiveId" = any(${[...directiveIds]}::int[]) and kind = 'directive' and state = 'sent' and "sentAt" is not null
      and "assignmentId" = any(${[...partIds]}::int[])`;
  const sentAt = readMoments(columns.sentAt);
  const first = new Map<number, number>();
  readFigures(columns.parts).forEach((id, place) => {
    first.set(id, Math.min(sentAt[place]!, first.get(id) ?? Infinity));
  });
  return first;
}

/** From the best that can be known of a delivery to the worst; what was skipped is none. */
const states = ['sent', 'uncertain', 'waiting', 'failed'] as const;
const rank = Prisma.sql`case x.state when 'sent' then 0 when 'uncertain' then 1 when 'queued' then 2 when 'sending' then 2
  when 'failed' then 3 else 4 end`;
const counts = Prisma.join(
  states.map((name, at) => Prisma.raw(`count(*) filter (where rank = ${at})::int as ${name}`)),
);

type Undelivered = [unitId: number | null, number: number, rank: number];

/**
 * How the directives sent in the period went out: each group counts once a directive, in the best that is known of it. Of a
 * group without a unit of its own, the newest part says whose it is. Nobody's come last. A group that another has replaced
 * did not miss anything.
 */
export async function countDeliveries(
  db: Db,
  span: Span,
): Promise<Pick<SummaryContent, 'deliveries' | 'undelivered'>> {
  const [found] = await db.$queryRaw<[Record<(typeof states)[number] | 'units' | 'undelivered', string>]>`
    with ${relevantDirectives(span)}, best as (
      select d.number, x."chatId", min(${rank}) as rank, max(x."assignmentId") as part
      from relevant d join "Delivery" x on x."directiveId" = d.id and x.kind = 'directive'
      where d."sentAt" >= ${span.startsAt}::timestamptz group by d.number, x."chatId"
    ), told as materialized (
      select number, rank, coalesce(c."unitId", (select a."unitId" from "Assignment" a where a.id = part)) as unit
      from best join "Chat" c on c.id = best."chatId"
      where rank < ${states.length}::int and (rank = 0 or not ${isReplaced(Prisma.sql`best.part`, Prisma.sql`c`)})
    ), line as (select unit, ${counts} from told group by unit order by unit)
    select ${figures(Prisma.sql`unit`)} as units,
      ${Prisma.join(states.map((name) => Prisma.sql`${figures(Prisma.raw(name))} as ${Prisma.raw(name)}`))},
      (select coalesce(json_agg(json_build_array(unit, number, rank) order by number, unit, rank), '[]')
        from told where rank > 0)::text as undelivered
    from line`;
  const lists = states.map((name) => [name, readFigures(found[name])] as const);
  const units = readFigures(found.units);
  const undelivered = JSON.parse(found.undelivered) as Undelivered[];
  return {
    deliveries: Array.from(units, (_, place) => ({
      unitId: figureOr(units, place),
      ...(Object.fromEntries(lists.map(([name, list]) => [name, list[place]!])) as Omit<
        UnitDeliveries,
        'unitId'
      >),
    })),
    undelivered: undelivered.map(([unitId, number, at]) => ({
      ...{ unitId, number },
      state: states[at] as Exclude<(typeof states)[number], 'sent'>,
    })),
  };
}
