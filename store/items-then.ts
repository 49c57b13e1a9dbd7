import { storedStates } from '../core/summary/pack-items.js';
import { figures, moments, placeIn } from './columns.js';
import { Prisma } from './db.js';

export interface Span {
  startsAt: Date;
  endsAt: Date;
  /** Items that count whatever their dates say: a reply may come in hours after it was written. */
  openIds?: readonly number[];
  /** Only the items of this directive, all of them. */
  directiveId?: number;
  /** Only these items. */
  onlyIds?: readonly number[];
  /** Only their classes are wanted, and nobody's words. */
  isCounted?: boolean;
}

/** What is so of an item: signs that are added up. */
export const itemKinds = { extended: 1, acknowledged: 2, wasAcknowledged: 4, today: 8 } as const;

/**
 * SQL: the items `item` that count: those that were open in the period or done in it, or else these. `relevant`: the
 * directives that they are of. Done and not done are looked for apart, each along its index.
 */
export function selectItems({ startsAt, endsAt, directiveId }: Span, ids?: readonly number[]): Prisma.Sql {
  const isMeant = directiveId === undefined ? Prisma.empty : Prisma.sql`and d.id = ${directiveId}::int`;
  const counts = Prisma.sql`a."createdAt" < ${endsAt}::timestamptz and not a.cancelled and not a.excused`;
  const ofPeriod = (isIn: Prisma.Sql) => Prisma.sql`
    select a.* from relevant d join "Assignment" a on a."directiveId" = d.id and ${isIn} where ${counts}`;
  const items = ids
    ? // One by one along the key: of thousands, PostgreSQL would read through all that there ever were.
      Prisma.sql`select a.* from unnest(${[...ids]}::int[]) one(id)
        cross join lateral (select * from "Assignment" where id = one.id offset 0) a
        join relevant d on d.id = a."directiveId" where ${counts}`
    : Prisma.sql`${ofPeriod(Prisma.sql`a."doneAt" is null`)}
        union all ${ofPeriod(Prisma.sql`a."doneAt" >= ${startsAt}::timestamptz`)}`;
  return Prisma.sql`relevant as materialized (
      select d.id, d."dueAt", d."closedAt", d.kind from "Directive" d
      where d.number is not null and d.state in ('open', 'closed') and d."sentAt" < ${endsAt}::timestamptz
        and (d."closedAt" is null or d."closedAt" >= ${startsAt}::timestamptz) ${isMeant}
    ), item as (${items})`;
}

/** SQL: a moment in milliseconds. */
const ms = (moment: Prisma.Sql) => Prisma.sql`(date_part('epoch', ${moment}) * 1000)::int8`;

/** SQL: whether what was said last was said before the end; most reports are made when nothing can have come later. */
const isLast = (endsAt: Date) => Prisma.sql`
  not exists (select 1 from "Reply" l where l.id = item."lastReplyId" and l."receivedAt" >= ${endsAt}::timestamptz)
  and not exists (select 1 from "Reply" v where v."assignmentId" = item.id and v.source = 'decision'
    and v."receivedAt" >= ${endsAt}::timestamptz)`;

/** SQL: the items as columns, with their directives; readItems reads them. */
export const itemColumns = ({ startsAt, endsAt }: Span, hasLater: boolean) => Prisma.sql`
  (select coalesce(json_agg(json_build_array(id, ${ms(Prisma.sql`"dueAt"`)}, ${ms(Prisma.sql`"closedAt"`)}, kind = 'collect')), '[]')
    from relevant)::text as directives,
  ${figures(Prisma.sql`id`)} as ids, ${figures(Prisma.sql`"directiveId"`)} as "directiveIds", ${figures(Prisma.sql`"unitId"`)} as "unitIds",
  ${figures(placeIn(storedStates, Prisma.sql`state`))} as states, ${figures(Prisma.sql`percent`)} as percents,
  coalesce(json_agg(json_build_array(id, "doneCount", "totalCount", value, difficulty))
    filter (where num_nonnulls("doneCount", "totalCount", value, difficulty) > 0), '[]')::text as answers,
  ${moments(Prisma.sql`"dueAt"`)} as due, ${moments(Prisma.sql`"answeredAt"`)} as answered, ${moments(Prisma.sql`"doneAt"`)} as done,
  ${figures(Prisma.sql`extended::int + ("acknowledgedAt" is not null)::int * 2
    + coalesce("acknowledgedAt" < ${startsAt}::timestamptz, false)::int * 4
    + coalesce("answeredAt" < ${endsAt}::timestamptz and ${hasLater ? isLast(endsAt) : Prisma.sql`true`}, false)::int * 8`)} as kinds`;

type Name =
  | 'directives'
  | 'ids'
  | 'directiveIds'
  | 'unitIds'
  | 'states'
  | 'percents'
  | 'answers'
  | 'due'
  | 'answered'
  | 'done'
  | 'kinds';
export type ItemColumns = Record<Name, string>;
