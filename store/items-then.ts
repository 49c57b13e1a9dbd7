import { storedStates } from '../core/summary/item-table.js';
import { figures, moments, placeIn } from './columns.js';
import { Prisma } from './db.js';

export interface Span {
  startsAt: Date;
  endsAt: Date;
  /** Items that count whatever their dates say: a reply may come in hours after it was written. */
  listOpen?: () => readonly { assignmentId: number; directiveId: number }[];
  /** Only the items of this directive, all of them. */
  directiveId?: number;
  /** Only these items. */
  onlyIds?: readonly number[];
  /** Only their classes are wanted, and nobody's words. */
  isCounted?: boolean;
}

/** What is so of an item: signs that are added up. */
export const itemKinds = { extended: 1, acknowledged: 2, wasAcknowledged: 4, today: 8 } as const;
const kind = (name: keyof typeof itemKinds) => Prisma.raw(String(itemKinds[name]));

/** SQL: `relevant`, the directives that items of the period may be of. */
export const relevantDirectives = ({ startsAt, endsAt, directiveId }: Span) => Prisma.sql`
  relevant as materialized (
    select d.id, d.number, d."dueAt", d."closedAt", d."sentAt", d.kind, d."passedFromId" from "Directive" d
    where d.number is not null and d.state in ('open', 'closed') and d."sentAt" < ${endsAt}::timestamptz
      and (d."closedAt" is null or d."closedAt" >= ${startsAt}::timestamptz)
      ${directiveId === undefined ? Prisma.empty : Prisma.sql`and d.id = ${directiveId}::int`})`;

/** SQL: the part `a` counts. */
export const isCounted = ({ endsAt }: Span) =>
  Prisma.sql`a."createdAt" < ${endsAt}::timestamptz and not a.cancelled and not a.excused`;

/** SQL: the items that were open in the period or done in it. Both are looked for apart, each along its index. */
export function itemsOfPeriod(span: Span): Prisma.Sql {
  return inPeriod(span, Prisma.sql`select a.* from relevant d join "Assignment" a on a."directiveId" = d.id`);
}

/** SQL: the same of the directive `d` at hand. */
export const itemsOfOne = (span: Span): Prisma.Sql =>
  inPeriod(span, Prisma.sql`select a.* from "Assignment" a where a."directiveId" = d.id`);

const inPeriod = (span: Span, items: Prisma.Sql) => Prisma.sql`
  ${items} and a."doneAt" is null and ${isCounted(span)}
  union all ${items} and a."doneAt" >= ${span.startsAt}::timestamptz and ${isCounted(span)}`;

/**
 * SQL: those of these items that count, one by one along the key: of thousands, PostgreSQL would read through all that
 * there ever were.
 */
export const itemsOf = (span: Span, ids: readonly number[]): Prisma.Sql => Prisma.sql`
  select a.* from unnest(${[...ids]}::int[]) one(id)
    cross join lateral (select * from "Assignment" where id = one.id offset 0) a
    join relevant d on d.id = a."directiveId" where ${isCounted(span)}`;

/** SQL: a moment in milliseconds. */
const ms = (moment: Prisma.Sql) => Prisma.sql`(date_part('epoch', ${moment}) * 1000)::int8`;

/**
 * SQL: whether what was said last of the item `item` was said before the end. Asked of each for itself: of thousands of
 * `exists`, PostgreSQL would rather read through all that was said since.
 */
export const isLast = ({ endsAt }: Span) => Prisma.sql`
  coalesce((select l."receivedAt" from "Reply" l where l.id = item."lastReplyId") < ${endsAt}::timestamptz, true)
  and coalesce((select max(v."receivedAt") from "Reply" v where v."assignmentId" = item.id and v.source = 'decision')
    < ${endsAt}::timestamptz, true)`;

/** SQL: nothing at all was said after the end, as when a week is reported at its end. Asked once. */
const isQuiet = ({ endsAt }: Span) =>
  Prisma.sql`(select not exists (select 1 from "Reply" where "receivedAt" >= ${endsAt}::timestamptz))`;

/** SQL: the items as columns, with their directives; readItems reads them. */
export const itemColumns = (span: Span) => Prisma.sql`
  (select coalesce(json_agg(json_build_array(id, number, ${ms(Prisma.sql`"sentAt"`)}, ${ms(Prisma.sql`"dueAt"`)}, ${ms(Prisma.sql`"closedAt"`)},
    kind = 'collect')), '[]')
    from relevant)::text as directives,
  ${figures(Prisma.sql`id`)} as ids, ${figures(Prisma.sql`"directiveId"`)} as "directiveIds", ${figures(Prisma.sql`"unitId"`)} as "unitIds",
  ${figures(placeIn(storedStates, Prisma.sql`state`))} as states, ${figures(Prisma.sql`percent`)} as percents,
  coalesce(json_agg(json_build_array(id, "doneCount", "totalCount", value, difficulty))
    filter (where num_nonnulls("doneCount", "totalCount", value, difficulty) > 0), '[]')::text as answers,
  ${moments(Prisma.sql`"dueAt"`)} as due, ${moments(Prisma.sql`"answeredAt"`)} as answered, ${moments(Prisma.sql`"doneAt"`)} as done,
  ${figures(Prisma.sql`extended::int * ${kind('extended')} + ("acknowledgedAt" is not null)::int * ${kind('acknowledged')}
    + coalesce("acknowledgedAt" < ${span.startsAt}::timestamptz, false)::int * ${kind('wasAcknowledged')}
    + coalesce("answeredAt" < ${span.endsAt}::timestamptz and (${isQuiet(span)} or ${isLast(span)}), false)::int * ${kind('today')}`)} as kinds`;

/** The columns of itemColumns, in their order. */
export const itemNames = [
  ...(['directives', 'ids', 'directiveIds', 'unitIds', 'states', 'percents'] as const),
  ...(['answers', 'due', 'answered', 'done', 'kinds'] as const),
] as const;
export type ItemColumns = Record<(typeof itemNames)[number], string>;
