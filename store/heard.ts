import type { Heard } from '../core/summary/voices.js';
import { column, ms, readNumbers } from './columns.js';
import { Prisma, type Db } from './db.js';

/** What the issuer decided touches an item, but does not speak for the unit. */
export const ofUnit = Prisma.sql`source <> 'decision'`;
const telling = Prisma.sql`(status is not null or value is not null)`;
const isUnread = Prisma.sql`state in ('asked', 'unread')`;

const bits = { answer: 1, figure: 2, receipt: 4, bare: 8, ofUnit: 16, unread: 32 } as const;

/** SQL: the replies of a select as columns; readHeard reads them. */
export const heardColumns = Prisma.sql`
  ${column(Prisma.sql`id`)} as "replyIds", ${column(Prisma.sql`"assignmentId"`)} as "itemIds",
  ${column(Prisma.sql`${telling}::int * 1 + (value is not null)::int * 2 + (coalesce(status = 'acknowledged', false))::int * 4
    + (status is null)::int * 8 + (${ofUnit})::int * 16 + (${isUnread})::int * 32`)} as "replyKinds",
  ${column(Prisma.sql`"personId"`)} as persons, ${column(ms(Prisma.sql`"receivedAt"`))} as received,
  coalesce(json_agg(left(case when ${telling} then note else coalesce(nullif(note, ''), text) end, 400)), '[]')::text as words,
  coalesce(json_agg(json_build_array(id, left(parts->>'result', 400), left(parts->>'proposal', 400), left(parts->>'nextStep', 400)))
    filter (where parts is not null), '[]')::text as parts`;

export type HeardColumns = Record<
  'replyIds' | 'itemIds' | 'replyKinds' | 'persons' | 'received' | 'words' | 'parts',
  string
>;

export function readHeard(columns: HeardColumns): Heard[] {
  const [ids, itemIds, kinds, persons, received] = [
    ...[columns.replyIds, columns.itemIds, columns.replyKinds, columns.persons, columns.received],
  ].map(readNumbers) as [number[], number[], number[], (number | null)[], number[]];
  const words = JSON.parse(columns.words) as string[];
  const parts = new Map(
    (JSON.parse(columns.parts) as [number, string | null, string | null, string | null][]).map(
      ([id, result, proposal, nextStep]) => [id, { result, proposal, nextStep }],
    ),
  );
  return ids.map((id, at) => {
    const kind = kinds[at]!;
    return {
      id,
      assignmentId: itemIds[at]!,
      isAnswer: (kind & bits.answer) > 0,
      isFigure: (kind & bits.figure) > 0,
      isReceipt: (kind & bits.receipt) > 0,
      isBare: (kind & bits.bare) > 0,
      isOfUnit: (kind & bits.ofUnit) > 0,
      isUnread: (kind & bits.unread) > 0,
      personId: persons[at]!,
      receivedAt: received[at]!,
      words: words[at]!,
      parts: parts.get(id) ?? null,
    };
  });
}

/** Of which items older replies are wanted: what spoke for them, told parts apart, could not be read. */
export interface OlderWanted {
  spoken: number[];
  parted: number[];
  unread: number[];
}

/** The last words of before a moment of each of these items. What spoke makes unread words needless. */
export async function listOlder(
  db: Db,
  { spoken, parted, unread }: OlderWanted,
  before: Date,
): Promise<Record<'spoken' | 'parted' | 'unread', Heard[]>> {
  const none = { spoken: [], parted: [], unread: [] };
  if (spoken.length + parted.length + unread.length === 0) return none;
  const of = (ids: Prisma.Sql, isMeant: Prisma.Sql, order: Prisma.Sql) => Prisma.sql`
    select r.* from ${ids} item(id) cross join lateral (
      select * from "Reply" where "assignmentId" = item.id and "receivedAt" < ${before}::timestamptz and ${isMeant}
      order by ${order} "receivedAt" desc, id desc limit 1) r`;
  const rows = await db.$queryRaw<(HeardColumns & { kind: keyof typeof none })[]>`
    with spoken as materialized (${of(
      Prisma.sql`unnest(${spoken}::int[])`,
      Prisma.sql`${telling} and ${ofUnit}`,
      Prisma.sql`value is null, status = 'acknowledged',`,
    )})
    select 'spoken' as kind, ${heardColumns} from spoken
    union all select 'parted', ${heardColumns} from (${of(
      Prisma.sql`unnest(${parted}::int[])`,
      Prisma.sql`parts is not null`,
      Prisma.empty,
    )}) r
    union all select 'unread', ${heardColumns} from (${of(
      Prisma.sql`(select id from unnest(${unread}::int[]) id except select "assignmentId" from spoken)`,
      isUnread,
      Prisma.empty,
    )}) r`;
  return { ...none, ...Object.fromEntries(rows.map(({ kind, ...columns }) => [kind, readHeard(columns)])) };
}
