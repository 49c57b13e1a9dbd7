import type { SummaryRow } from '../core/summary/summary-content.js';
import type { Db } from './db.js';
import { Prisma } from './db.js';
import { withStops } from './lateness.js';

interface Span {
  startsAt: Date;
  endsAt: Date;
  /** Items that count whatever their dates say: a reply may come in hours after it was written. */
  openIds: readonly number[];
}

/**
 * Items that were open in the period or that it touched, as they stood at its end. What happened later is left out:
 * the last telling reply before the end speaks (a mere "received" takes nothing back), not the item's state of today.
 * Where nothing could be read, the words themselves stand. One text for all rows: tens of thousands of
 * them come through the driver several times as fast.
 */
export async function listRows(db: Db, span: Span): Promise<Omit<SummaryRow, 'isReachable'>[]> {
  // Compiling the statement would take longer than running it. Holds within a transaction only, as it should.
  await db.$executeRaw`set local jit = off`;
  const { endsAt } = span;
  const packed = await db.$queryRaw<{ rows: string }[]>`
    with ${selectItems(span)}, told as (
      select i.*, r.id as "replyId", r.status, r.percent as "saidPercent", r."doneCount" as "saidDone",
        r."totalCount" as "saidTotal", r.value as "saidValue", r.difficulty as "saidDifficulty",
        r.note as words, u.id as "unreadId", u.words as "unreadWords",
        w.proposal, case when w.proposal is not null then w.id end as "proposalId",
        i."answeredAt" < ${endsAt}::timestamptz
          and not exists (select 1 from "Reply" l where l.id = i."lastReplyId" and l."receivedAt" >= ${endsAt}::timestamptz)
          as "isToday"
      from item i left join lateral (
        select * from "Reply" r where r."assignmentId" = i.id and r."receivedAt" < ${endsAt}::timestamptz
          and (r.status is not null or r.value is not null) and i."acknowledgedAt" is not null
        order by r.value is null, r.status = 'acknowledged', r."receivedAt" desc, r.id desc limit 1) r on true
      left join lateral (
        select u.id, coalesce(nullif(u.note, ''), u.text) as words from "Reply" u where r.id is null
          and u."assignmentId" = i.id and u."receivedAt" < ${endsAt}::timestamptz and u.state in ('asked', 'unread')
        order by u."receivedAt" desc, u.id desc limit 1) u on true
      left join lateral (
        select w.id, w.parts->>'proposal' as proposal from "Reply" w where w."assignmentId" = i.id
          and w."receivedAt" < ${endsAt}::timestamptz and w.parts is not null
        order by w."receivedAt" desc, w.id desc limit 1) w on true
    ), packed as (
      select id as "assignmentId", "directiveId", "unitId", "until" as "dueAt", "closedAt",
        case when "doneAt" < ${endsAt}::timestamptz then "doneAt" end as "doneAt",
        case when "isToday" then state::text when "replyId" is null then 'waiting' else coalesce(status::text, 'done') end as state,
        case when "isToday" then percent else "saidPercent" end as percent,
        case when "isToday" then "doneCount" else "saidDone" end as "doneCount",
        case when "isToday" then "totalCount" else "saidTotal" end as "totalCount",
        case when "isToday" then value else "saidValue" end as value,
        case when "isToday" then difficulty else "saidDifficulty" end as difficulty,
        left(proposal, 400) as proposal, left(coalesce(words, "unreadWords", ''), 400) as words,
        array(select distinct one from unnest(ids || "replyId" || "unreadId" || "proposalId") one where one is not null order by one) as replies
      from told order by "directiveId", "unitId"
    )
    select coalesce(json_agg(packed), '[]')::text as rows from packed`;
  return withStops(db, unpack(packed[0]!.rows), endsAt);
}

/** The items that count, with the ids of the replies that came in the period. */
function selectItems({ startsAt, endsAt, openIds }: Span): Prisma.Sql {
  return Prisma.sql`touched as materialized (
      select "assignmentId", array_agg(id order by id) as ids from "Reply"
      where "receivedAt" >= ${startsAt}::timestamptz and "receivedAt" < ${endsAt}::timestamptz
        and "assignmentId" is not null and (status is not null or value is not null)
      group by 1
    ), item as materialized (
      select a.*, coalesce(a."dueAt", d."dueAt") as "until", d."closedAt", t.ids
      from "Directive" d join "Assignment" a on a."directiveId" = d.id left join touched t on t."assignmentId" = a.id
      where d.number is not null and d.state in ('open', 'closed') and d."sentAt" < ${endsAt}::timestamptz
        and (d."closedAt" is null or d."closedAt" >= ${startsAt}::timestamptz)
        and a."createdAt" < ${endsAt}::timestamptz and not a.cancelled and not a.excused
        and (a."doneAt" is null or a."doneAt" >= ${startsAt}::timestamptz or t.ids is not null
          or a.id = any(${openIds}::int[]))
    )`;
}

type PackedRow = Omit<SummaryRow, 'isReachable' | 'dueAt' | 'doneAt' | 'closedAt'> &
  Record<'dueAt' | 'doneAt' | 'closedAt', string | null>;

function unpack(text: string): Omit<SummaryRow, 'isReachable'>[] {
  const read = (at: string | null) => (at === null ? null : new Date(at));
  return (JSON.parse(text) as PackedRow[]).map(({ dueAt, doneAt, closedAt, ...row }) => ({
    ...row,
    dueAt: read(dueAt),
    doneAt: read(doneAt),
    closedAt: read(closedAt),
  }));
}
