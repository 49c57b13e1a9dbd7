import { Prisma, type Db } from './db.js';
import { dueByClock } from './due.js';
import { isWatched, saysNothing, type Watcher } from './progress.js';
import { isReplaced } from './replaced.js';

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
      select a.id, a."unitId", a."directiveId", a.state, a.difficulty, a."answeredAt", coalesce(a."dueAt", d."dueAt") as "dueAt"
      from "Assignment" a join "Directive" d on d.id = a."directiveId"
      where d.state = 'open' and a."doneAt" is null and not a.cancelled and not a.excused and ${isWatched(watcher)}
    ), lost as materialized (${lost}), undelivered as (${undelivered}), need as (
      ${asked('more-time', 'moreTime')} union all ${asked('acceptance', 'acceptance')}
      union all ${questions} union all ${unread}
      union all select 'blocked', "directiveId", "unitId", 1, left(coalesce(difficulty, ''), 400), "answeredAt" from part
        where state = 'blocked'
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
  from part join "Reply" r on r."assignmentId" = part.id and ${saysNothing}
    join "ReplyVersion" v on v."replyId" = r.id and v.version = r.version
  where v.reading->>'isQuestion' = 'true'
    and not exists (select 1 from "Reply" later where later."assignmentId" = part.id and later.id > r.id)`;

/** Words that the program could not read and nobody has set right since. */
const unread = Prisma.sql`
  select 'unread', part."directiveId", part."unitId", 1, left(r.text, 400), r."receivedAt"
  from part join "Reply" r on r."assignmentId" = part.id and ${saysNothing} where r.state in ('asked', 'unread')`;

/** The newest delivery to a group failed, or nobody knows. */
const undelivered = Prisma.sql`
  select x.state::text as state, x."directiveId", coalesce(x."claimedAt", x."createdAt") as at
  from "Delivery" x join part on part.id = x."assignmentId" and part."directiveId" = x."directiveId"
    join "Chat" c on c.id = x."chatId"
  where x.kind = 'directive' and x.state in ('failed', 'uncertain') and x."settledAt" is null
    and not ${isReplaced(Prisma.sql`part.id`, Prisma.sql`c`)}
    and not exists (select 1 from "Delivery" n
      where n."directiveId" = x."directiveId" and n."chatId" = x."chatId" and n.kind = 'directive' and n.id > x.id)`;

/** Units that owe an answer and have no group that can be reached. */
const lost = Prisma.sql`
  select u.id, max(c."unreachableAt") as at from "Unit" u left join "Chat" c on c."unitId" = u.id and c.role = 'unit'
  where u.id in (select "unitId" from part) group by u.id having count(*) filter (where c.state = 'active') = 0`;

/** By directive: a deadline passes for many units at once. Whoever cannot be reached stands under that head. */
const overdue = (now: Date) => Prisma.sql`
  select 'overdue', a."directiveId", null, count(*)::int, '', min(a."dueAt")
  from part a join "Directive" d on d.id = a."directiveId"
  where a.state <> 'done' and a."dueAt" < ${now}::timestamptz and a."unitId" not in (select id from lost)
    and ${dueByClock} < ${now}::timestamptz
  group by a."directiveId"`;

/** Once a unit, under its oldest directive. */
const unreachable = Prisma.sql`
  select 'unreachable', min(part."directiveId"), part."unitId", count(*)::int, '', max(lost.at)
  from part join lost on lost.id = part."unitId" group by part."unitId"`;
