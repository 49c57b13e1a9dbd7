import type { AnswerSpec } from '../core/reading/answer.js';
import type { ProgressRow } from '../core/replies/group-progress.js';
import type { ReplyKind } from '../core/replies/said.js';
import { Prisma, type Db } from './db.js';
import { countBelow } from './cascade.js';
import { withStops } from './lateness.js';
import { findQuorumStands, type QuorumPart } from './quorum.js';

/** Who may see what: everything, or these units' parts and the directives one sent oneself. */
export interface Watcher {
  /** Units whose parts are visible; null for all. */
  unitIds: number[] | null;
  personId: number;
}

/** SQL condition: the part `a` of the directive `d` is for this person to see. */
export const isWatched = ({ unitIds, personId }: Watcher) =>
  Prisma.sql`(${unitIds}::int[] is null or a."unitId" = any(${unitIds}::int[]) or d."issuerId" = ${personId}::int)`;

/** SQL condition: the part `a` was not taken back alone; with a directive `d` that was cancelled all parts were. */
const isShown = Prisma.sql`(not a.cancelled or d.state = 'cancelled')`;

/** SQL condition: the reply `r` says nothing of how the work stands. There is an index of these alone. */
export const saysNothing = Prisma.sql`r.status is null and r.value is null`;

/** SQL condition: nobody could read the reply `r`, and the unit has not said since how the work stands. */
const isUnread = Prisma.sql`r.state in ('asked', 'unread') and not exists (select 1 from "Reply" later
  where later."assignmentId" = r."assignmentId" and later.id > r.id and (later.status is not null or later.value is not null))`;

/** One unit's part, with its id and the latest words that nobody could read. */
export type ProgressLine = ProgressRow & {
  assignmentId: number;
  unreadWords: string | null;
  /** The request for more time that nobody has decided; `until`: the deadline it names. */
  wish: { until: Date | null } | null;
  /** The last that the unit said, where that is a question. */
  question: string | null;
  /** How many units below have fulfilled what was passed on to them; absent where nothing was. */
  below?: { fulfilled: number; total: number; byHand: boolean };
};

/** The parts of a directive that this person may see, by unit code. */
export async function listProgress(db: Db, directiveId: number, watcher: Watcher): Promise<ProgressLine[]> {
  const rows = await db.$queryRaw<ProgressRecord[]>`
    select a.id as "assignmentId", a."unitId", d.terms->'quorum' as quorum, u.code as "unitCode", u.name as "unitName", a.state::text as state, a.percent,
      a."doneCount", a."totalCount", a.value, a.difficulty, coalesce(a."dueAt", d."dueAt") as "dueAt", a.extended, a."doneAt",
      (select count(*)::int from "Reply" r where r."assignmentId" = a.id and ${isUnread}) as unread,
      (select left(coalesce(nullif(r.note, ''), r.text), 400) from "Reply" r where r."assignmentId" = a.id
        and ${isUnread} order by r.id desc limit 1) as "unreadWords", w.id is not null as "hasWish", w."wishedAt" as until,
      case when said."isQuestion" then said.words end as question,
      p.parts->>'proposal' as proposal, case when a."doneAt" is null then p.parts->>'nextStep' end as "nextStep",
      exists (select 1 from "Chat" c where c."unitId" = u.id and c.role = 'unit' and c.state = 'active') as "isReachable"
    from "Assignment" a join "Directive" d on d.id = a."directiveId" join "Unit" u on u.id = a."unitId"
      left join lateral (select r.parts from "Reply" r where r."assignmentId" = a.id and r.parts is not null
        order by r.id desc limit 1) p on true
      left join lateral (select left(coalesce(nullif(r.note, ''), r.text), 400) as words,
          ${saysNothing} and v.reading->>'isQuestion' = 'true' as "isQuestion"
        from "Reply" r join "ReplyVersion" v on v."replyId" = r.id and v.version = r.version
        where r."assignmentId" = a.id order by r.id desc limit 1) said on a."doneAt" is null
      left join "Approval" w on w."assignmentId" = a.id and w.kind = 'more-time' and w.state = 'open'
    where a."directiveId" = ${directiveId}::int and ${isShown} and not a.excused
      and ${isWatched(watcher)}
    order by u.code`;
  const stands = await findQuorumStands(db, rows);
  const passed = await countBelow(
    db,
    rows.map(({ assignmentId }) => assignmentId),
  );
  const lines = rows.map(({ quorum: _, hasWish, until, ...row }): ProgressLine => {
    const stand = stands.get(row.assignmentId);
    const below = passed.get(row.assignmentId);
    const wish = hasWish ? { until } : null;
    return { ...row, wish, ...(stand ? { quorum: stand } : {}), ...(below ? { below } : {}) };
  });
  return withStops(db, lines);
}

type ProgressRecord = Omit<ProgressLine, 'wish'> & QuorumPart & { hasWish: boolean; until: Date | null };

/** Units that owe nothing on this directive, as far as this person may see them. */
export async function listExcused(
  db: Db,
  directiveId: number,
  watcher: Watcher,
): Promise<{ unitCode: string; unitName: string }[]> {
  return db.$queryRaw<{ unitCode: string; unitName: string }[]>`
    select u.code as "unitCode", u.name as "unitName"
    from "Assignment" a join "Directive" d on d.id = a."directiveId" join "Unit" u on u.id = a."unitId"
    where a."directiveId" = ${directiveId}::int and a.excused and ${isShown}
      and ${isWatched(watcher)}
    order by u.code`;
}

/** One open directive in a list. */
export interface OpenDirective {
  number: number;
  kind: ReplyKind;
  title: string;
  urgent: boolean;
  dueAt: Date | null;
  fulfilled: number;
  blocked: number;
  awaiting: number;
  total: number;
}

/** All open directives of which this person may see a part, with counts of that part. In no order. */
export async function listOpenProgress(db: Db, watcher: Watcher): Promise<OpenDirective[]> {
  return db.$queryRaw<OpenDirective[]>`
    select d.number, d.kind::text as kind, d.title, d.urgent, d."dueAt", count(a."doneAt")::int as fulfilled,
      (count(*) filter (where a.state = 'blocked' and a."doneAt" is null))::int as blocked,
      (count(*) filter (where a.state = 'done' and a."doneAt" is null))::int as awaiting, count(*)::int as total
    from "Directive" d join "Assignment" a on a."directiveId" = d.id
    where d.state = 'open' and d.number is not null and not a.cancelled and not a.excused
      and ${isWatched(watcher)}
    group by d.id`;
}

/** What the head of a progress report needs. */
export interface WatchedDirective {
  id: number;
  number: number;
  kind: ReplyKind;
  state: 'open' | 'closed' | 'cancelled';
  title: string;
  dueAt: Date | null;
  /** When it was closed or cancelled. */
  closedAt: Date | null;
  /** The number of the directive in which it counts since, if it was sent twice. */
  mergedInto: number | null;
  issuerId: number;
  spec: AnswerSpec | null;
}

/** A directive that went out, by its number; null for any other number. */
export async function findWatched(db: Db, number: number): Promise<WatchedDirective | null> {
  const rows = await db.$queryRaw<WatchedDirective[]>`
    select id, number, kind::text as kind, state::text as state, title, "dueAt", "closedAt", "issuerId", answer as spec,
      (select m.number from "Directive" m where m.id = "Directive"."mergedIntoId") as "mergedInto"
    from "Directive" where number = ${number}::int and state in ('open', 'closed', 'cancelled')`;
  return rows[0] ?? null;
}
