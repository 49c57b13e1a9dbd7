import { Prisma, type Db } from './db.js';
import { dueByClock } from './due.js';
import { isWatched, type Watcher } from './progress.js';

/** What of the open directives somebody should look at. A part may be there under several heads. */
export const needKinds = [
  'moreTime',
  'acceptance',
  'question',
  'unread',
  'blocked',
  'uncertain',
  'failed',
  'overdue',
  'unreachable',
] as const;
export type NeedKind = (typeof needKinds)[number];

/** One line: of one unit, or of `units` units of a directive. `total`: how many lines there are of the kind. */
export interface Need {
  kind: NeedKind;
  number: number;
  title: string;
  unitCode: string | null;
  unitName: string | null;
  units: number;
  words: string;
  at: Date | null;
  total: number;
}

/** What needs looking at in what this person watches: the longest waiting first, at most `most` lines of a kind. */
export async function listNeeds(
  db: Db,
  watcher: Watcher,
  { now, most }: { now: Date; most: number },
): Promise<Need[]> {
  return db.$queryRaw<Need[]>`
    with part as materialized (
      select a.id, a."unitId", a."directiveId", a.state, a."doneAt", a.difficulty, a."answeredAt", a."dueAt", a."lastReplyId"
      from "Assignment" a join "Directive" d on d.id = a."directiveId"
      where d.state = 'open' and not a.cancelled and not a.excused and ${isWatched(watcher)}
    ), undelivered as (${undelivered}), need as (
      ${asked('more-time', 'moreTime')} union all ${asked('acceptance', 'acceptance')}
      union all ${questions} union all ${unread}
      union all select 'blocked', "directiveId", "unitId", 1, left(coalesce(difficulty, ''), 400), "answeredAt" from part
        where state = 'blocked' and "doneAt" is null
      union all select state, "directiveId", null, count(*)::int, '', min(at) from undelivered group by state, "directiveId"
      union all ${overdue(now)} union all ${unreachable}
    ), ranked as (
      select n.*, count(*) over (partition by kind)::int as total,
        row_number() over (partition by kind order by at, "directiveId", "unitId") as rank from need n
    )
    select r.kind, d.number, d.title, u.code as "unitCode", u.name as "unitName", r.units, r.words, r.at, r.total
    from ranked r join "Directive" d on d.id = r."directiveId" left join "Unit" u on u.id = r."unitId"
    where r.rank <= ${most}::int order by r.kind, r.rank`;
}

/** What a unit asked of the issuer and nobody has decided. */
const asked = (kind: string, name: NeedKind) => Prisma.sql`
  select ${name}::text as kind, part."directiveId", part."unitId", 1 as units,
    left(coalesce(nullif(r.note, ''), r.text, ''), 400) as words, p."askedAt" as at
  from "Approval" p join part on part.id = p."assignmentId" left join "Reply" r on r.id = p."replyId"
  where p.kind = ${kind} and p.state = 'open'`;

/** The last that a unit said is a question: what it says or is told next ends it. */
const questions = Prisma.sql`
  select 'question', part."directiveId", part."unitId", 1, left(r.text, 400), r."receivedAt"
  from part cross join lateral (
    select id, text, version, "receivedAt" from "Reply" where "assignmentId" = part.id order by id desc limit 1) r
  join "ReplyVersion" v on v."replyId" = r.id and v.version = r.version
  where part."doneAt" is null and v.reading->>'isQuestion' = 'true'`;

/** Words that the program could not read and nobody has set right since. */
const unread = Prisma.sql`
  select 'unread', part."directiveId", part."unitId", 1, left(r.text, 400), r."receivedAt"
  from "Reply" r join part on part.id = r."assignmentId"
  where r.state in ('asked', 'unread') and part."doneAt" is null`;

/** The newest delivery to a group failed, or nobody knows. */
const undelivered = Prisma.sql`
  select x.state::text as state, x."directiveId", coalesce(x."claimedAt", x."createdAt") as at
  from "Delivery" x join part on part.id = x."assignmentId" and part."directiveId" = x."directiveId"
  where x.kind = 'directive' and x.state in ('failed', 'uncertain') and x."settledAt" is null and part."doneAt" is null
    and not exists (select 1 from "Delivery" n
      where n."directiveId" = x."directiveId" and n."chatId" = x."chatId" and n.kind = 'directive' and n.id > x.id)`;

/** By directive: a deadline passes for many units at once. What never reached a unit is not late. */
const overdue = (now: Date) => Prisma.sql`
  select 'overdue', a."directiveId", null, count(*)::int, '', min(coalesce(a."dueAt", d."dueAt"))
  from part a join "Directive" d on d.id = a."directiveId"
  where a."doneAt" is null and a.state <> 'done' and coalesce(a."dueAt", d."dueAt") < ${now}::timestamptz
    and ${dueByClock} < ${now}::timestamptz and exists (
      select 1 from "Delivery" x where x."directiveId" = a."directiveId" and x."assignmentId" = a.id
        and x.kind = 'directive' and x.state = 'sent')
  group by a."directiveId"`;

/** Units that owe an answer and have no group that can be reached: once a unit, under its oldest directive. */
const unreachable = Prisma.sql`
  select 'unreachable', min(a."directiveId"), a."unitId", count(*)::int, '', min(c."unreachableAt")
  from part a left join "Chat" c on c."unitId" = a."unitId" and c.role = 'unit'
  where a."doneAt" is null group by a."unitId"
  having count(*) filter (where c.state = 'active') = 0`;
