import type { AnswerValue } from '../core/reading/answer.js';
import type { AssignmentState } from '../core/replies/answer-state.js';
import type { SummaryRow } from '../core/summary/summary-content.js';
import type { Db } from './db.js';
import { planForValues, Prisma } from './db.js';
import { withStops } from './lateness.js';
import { withStatesThen, type Heard } from './states-then.js';

export interface Span {
  startsAt: Date;
  endsAt: Date;
  /** Items that count whatever their dates say: a reply may come in hours after it was written. */
  openIds?: readonly number[];
  /** Only the items of this directive, all of them. */
  directiveId?: number;
  /** Only these items. */
  onlyIds?: readonly number[];
}

type Row = Omit<SummaryRow, 'isReachable'>;

/**
 * Items that were open in the period or that it touched, as they stood at its end. What happened later is left out:
 * where replies came after the end, those before it are gone through again (store/states-then.ts). A mere "received"
 * takes no words back. Where nothing could be read, the words themselves stand. One text for all rows: tens of thousands of them come
 * through the driver several times as fast.
 */
export async function listRows(db: Db, span: Span): Promise<Row[]> {
  await planForValues(db);
  const { startsAt, endsAt } = span;
  const hasLater =
    (await db.reply.findFirst({ where: { receivedAt: { gte: endsAt } }, select: { id: true } })) !== null;
  const packed = await db.$queryRaw<{ rows: string }[]>`
    with ${selectItems(span)}, ${selectTold(startsAt)}, told as (
      select i.*, r.id as "replyId", r."personId", r.note as words, r.parts->>'result' as result,
        u.id as "unreadId", u.words as "unreadWords", w.parts->>'proposal' as proposal, w.parts->>'nextStep' as "nextStep",
        case when w.parts->>'proposal' is not null or w.parts->>'nextStep' is not null then w.id end as "partsId",
        i."answeredAt" < ${endsAt}::timestamptz
          and ${isLast(hasLater, endsAt)} as "isToday"
      from item i left join speaking r on r."assignmentId" = i.id and i."acknowledgedAt" is not null
      left join lateral (
        select u.id, coalesce(nullif(u.note, ''), u.text) as words from "Reply" u where r.id is null
          and u."assignmentId" = i.id and u."receivedAt" < ${endsAt}::timestamptz and u.state in ('asked', 'unread')
        order by u."receivedAt" desc, u.id desc limit 1) u on true
      left join parted w on w."assignmentId" = i.id
    )
    select coalesce(json_agg(json_build_array(id, "directiveId", "unitId", case when "isToday" then state else 'waiting' end,
      case when "isToday" then percent end, case when "isToday" then "doneCount" end,
      case when "isToday" then "totalCount" end, case when "isToday" then value end,
      case when "isToday" then difficulty end,
      left(proposal, 400), left(result, 400), left("nextStep", 400), left(coalesce(words, "unreadWords", ''), 400),
      ${ms('until')},
      case when "answeredAt" < ${endsAt}::timestamptz then ${ms('answeredAt')} end,
      case when "doneAt" < ${endsAt}::timestamptz then ${ms('doneAt')} end, ${ms('closedAt')}, "personId",
      case when "unreadId" is null and "partsId" is null and "replyId" = any(ids) then to_json(ids) else to_json(array(
        select distinct one from unnest(ids || "replyId" || "unreadId" || "partsId") one where one is not null order by one)) end,
      "isToday" is not true and "replyId" is not null, ids is not null, extended
    ) order by "directiveId", "unitId"), '[]')::text as rows from told`;
  const rows = await withStatesThen(db, unpack(packed[0]!.rows), { startsAt, endsAt });
  return withStops(db, rows, endsAt);
}

const ms = (column: string) => Prisma.raw(`(extract(epoch from "${column}") * 1000)::int8`);

/** Whether what was said last was said before the end; most reports are made when nothing can have come later. */
const isLast = (hasLater: boolean, endsAt: Date) =>
  hasLater
    ? Prisma.sql`not exists (
        select 1 from "Reply" l where l.id = i."lastReplyId" and l."receivedAt" >= ${endsAt}::timestamptz)
      and not exists (select 1 from "Reply" v where v."assignmentId" = i.id and v.source = 'decision'
        and v."receivedAt" >= ${endsAt}::timestamptz)`
    : Prisma.sql`true`;

const telling = Prisma.sql`(status is not null or value is not null)`;
/** What the issuer decided touches an item, but does not speak for the unit. */
export const ofUnit = Prisma.sql`source <> 'decision'`;
/** A figure speaks before words, words before a mere "received", the later before the earlier. */
const byWeight = Prisma.sql`value is null, status = 'acknowledged', "receivedAt" desc, id desc`;

/** The items that count, with the ids of the replies that came in the period. */
function selectItems({ startsAt, endsAt, openIds = [], directiveId, onlyIds }: Span): Prisma.Sql {
  const isMeant = directiveId === undefined ? Prisma.empty : Prisma.sql`and d.id = ${directiveId}::int`;
  const isOne = onlyIds ? Prisma.sql`and a.id = any(${[...onlyIds]}::int[])` : Prisma.empty;
  return Prisma.sql`relevant as materialized (
      select d.id, d."dueAt", d."closedAt" from "Directive" d
      where d.number is not null and d.state in ('open', 'closed') and d."sentAt" < ${endsAt}::timestamptz
        and (d."closedAt" is null or d."closedAt" >= ${startsAt}::timestamptz) ${isMeant}
    ), said as materialized (
      select id, "assignmentId", status, value, percent, "doneCount", "totalCount", difficulty, note, parts, "personId", "receivedAt",
        source
      from "Reply" where "receivedAt" >= ${startsAt}::timestamptz and "receivedAt" < ${endsAt}::timestamptz
        and "assignmentId" is not null
    ), touched as materialized (
      select "assignmentId", array_agg(id order by id) as ids from said where ${telling} group by 1
    ), live as materialized (
      select a.* from relevant d join "Assignment" a on a."directiveId" = d.id and a."doneAt" is null
      union all
      select a.* from relevant d join "Assignment" a on a."directiveId" = d.id and a."doneAt" >= ${startsAt}::timestamptz
    ), spoken as (
      select a.* from (
        select "assignmentId" as id from touched union select unnest(${[...openIds]}::int[]) except select id from live) m
      join "Assignment" a on a.id = m.id
    ), item as materialized (
      select a.*, coalesce(a."dueAt", d."dueAt") as "until", d."closedAt", t.ids
      from (select * from live union all select * from spoken) a join relevant d on d.id = a."directiveId"
        left join touched t on t."assignmentId" = a.id
      where a."createdAt" < ${endsAt}::timestamptz and not a.cancelled and not a.excused ${isOne}
    )`;
}

/** What speaks for each item: of the period's replies, and of older ones only where these could say more. */
function selectTold(startsAt: Date): Prisma.Sql {
  return Prisma.sql`best as materialized (
      select distinct on ("assignmentId") * from said where ${telling} and ${ofUnit} order by "assignmentId", ${byWeight}
    ), older as materialized (
      select o.* from item i join "Directive" d on d.id = i."directiveId" left join best b on b."assignmentId" = i.id
      cross join lateral (
        select id, "assignmentId", status, value, percent, "doneCount", "totalCount", difficulty, note, parts, "personId", "receivedAt",
          source
        from "Reply" r where r."assignmentId" = i.id and r."receivedAt" < ${startsAt}::timestamptz and ${telling} and ${ofUnit}
        order by ${byWeight} limit 1) o
      where i."acknowledgedAt" < ${startsAt}::timestamptz
        and (b.id is null or (b.value is null and (b.status = 'acknowledged' or d.kind = 'collect')))
        and (b.id is null or o.value is not null or (b.status = 'acknowledged' and o.status <> 'acknowledged'))
    ), speaking as (
      select * from older union all
      select * from best b where not exists (select 1 from older o where o."assignmentId" = b."assignmentId")
    ), parted as materialized (
      select distinct on ("assignmentId") * from (
        select id, "assignmentId", parts, "receivedAt" from said where parts is not null
        union all select w.* from item i cross join lateral (
          select id, "assignmentId", parts, "receivedAt" from "Reply" r where r."assignmentId" = i.id
            and r."receivedAt" < ${startsAt}::timestamptz and r.parts is not null
          order by r."receivedAt" desc, r.id desc limit 1) w
        where i."acknowledgedAt" < ${startsAt}::timestamptz) both_of
      order by "assignmentId", "receivedAt" desc, id desc
    )`;
}

type Moment = number | null;
type PackedRow = [
  ...[assignmentId: number, directiveId: number, unitId: number, state: AssignmentState],
  ...[percent: number | null, doneCount: number | null, totalCount: number | null],
  ...[value: AnswerValue | null, difficulty: string | null],
  ...[proposal: string | null, result: string | null, nextStep: string | null, words: string],
  ...[dueAt: Moment, answeredAt: Moment, doneAt: Moment, closedAt: Moment],
  ...[personId: number | null, replies: number[], isPast: boolean, isTouched: boolean, isExtended: boolean],
];

const read = (moment: Moment) => (moment === null ? null : new Date(moment));

function unpack(text: string): (Row & Heard)[] {
  return (JSON.parse(text) as PackedRow[]).map((row) => ({
    assignmentId: row[0],
    directiveId: row[1],
    unitId: row[2],
    state: row[3],
    percent: row[4],
    doneCount: row[5],
    totalCount: row[6],
    value: row[7],
    difficulty: row[8],
    proposal: row[9],
    result: row[10],
    nextStep: row[11],
    words: row[12],
    dueAt: read(row[13]),
    answeredAt: read(row[14]),
    doneAt: read(row[15]),
    closedAt: read(row[16]),
    personId: row[17],
    replies: row[18],
    isPast: row[19],
    isTouched: row[20],
    ...(row[21] ? { extended: true } : {}),
  }));
}
