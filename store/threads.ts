import type { Attachment, RichText } from '../core/message.js';
import type { AnswerSpec, AnswerValue } from '../core/reading/answer.js';
import type { AssignmentState } from '../core/replies/answer-state.js';
import type { ReplyKind } from '../core/replies/said.js';
import type { Db } from './db.js';
import { isWatched, type Watcher } from './progress.js';
import type { ReplySource, ReplyState } from './replies.js';

/** One unit's part of one directive, as it stands. */
export interface Part {
  assignmentId: number;
  directiveId: number;
  number: number;
  title: string;
  kind: ReplyKind;
  directiveState: 'open' | 'closed' | 'cancelled';
  spec: AnswerSpec | null;
  unitId: number;
  unitCode: string;
  unitName: string;
  timeZone: string | null;
  state: AssignmentState;
  percent: number | null;
  doneCount: number | null;
  totalCount: number | null;
  value: AnswerValue | null;
  difficulty: string | null;
  dueAt: Date | null;
  doneAt: Date | null;
  excused: boolean;
  cancelled: boolean;
}

/** The part of a unit in a directive; null when there is none, or it is not for this person to see. */
export async function findPart(
  db: Db,
  { number, unitCode }: { number: number; unitCode: string },
  watcher: Watcher,
): Promise<Part | null> {
  const rows = await db.$queryRaw<Part[]>`
    select a.id as "assignmentId", d.id as "directiveId", d.number, d.title, d.kind::text as kind,
      d.state::text as "directiveState", d.answer as spec, u.id as "unitId", u.code as "unitCode", u.name as "unitName", u."timeZone",
      a.state::text as state, a.percent, a."doneCount", a."totalCount", a.value, a.difficulty,
      coalesce(a."dueAt", d."dueAt") as "dueAt", a."doneAt", a.excused, a.cancelled
    from "Assignment" a join "Directive" d on d.id = a."directiveId" join "Unit" u on u.id = a."unitId"
    where d.number = ${number}::int and u.code = ${unitCode} and ${isWatched(watcher)}`;
  return rows[0] ?? null;
}

/** Something the bot sent to a group of the unit, or to a person about its part. */
export interface ThreadDelivery {
  id: number;
  kind: string;
  state: string;
  version: number | null;
  channel: string;
  chat: string;
  isPrivate: boolean;
  at: Date;
  /** What it says, where that was written when it was queued. */
  text: RichText | null;
  errorCode: string | null;
  isSettled: boolean;
  /** The newest to its group: only such can be settled or sent again. */
  isNewest: boolean;
}

export interface ThreadReply {
  id: number;
  at: Date;
  who: string | null;
  source: ReplySource;
  state: ReplyState;
  text: string;
  versions: number;
  status: AssignmentState | null;
  percent: number | null;
  doneCount: number | null;
  totalCount: number | null;
  value: AnswerValue | null;
  difficulty: string | null;
  attachments: Attachment[];
  isForgotten: boolean;
}

export interface ThreadApproval {
  id: number;
  kind: 'more-time' | 'acceptance';
  state: 'open' | 'granted' | 'refused' | 'overtaken';
  askedAt: Date;
  wishedAt: Date | null;
  dueAfter: Date | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  word: string;
}

/** All that passed about a part, each kind the newest first; of each at most so many. */
const most = 300;

/** What was sent about a part: also in messages that are about several. */
export async function listThreadDeliveries(db: Db, part: Part): Promise<ThreadDelivery[]> {
  return db.$queryRaw<ThreadDelivery[]>`
    select x.id, x.kind, x.state::text as state, x.version, x.channel, c.title as chat, c.role = 'private' as "isPrivate",
      coalesce(x."sentAt", x."claimedAt", x."createdAt") as at, x.content->'text' as text, x."errorCode", x."settledAt" is not null as "isSettled",
      not exists (select 1 from "Delivery" n where n."directiveId" = x."directiveId" and n."chatId" = x."chatId"
        and n.kind = 'directive' and n.id > x.id) as "isNewest"
    from "Delivery" x join "Chat" c on c.id = x."chatId"
    where x.id in (
        select id from "Delivery" where "directiveId" = ${part.directiveId}::int and "assignmentId" = ${part.assignmentId}::int
        union select m.id from "Chat" g join "Delivery" m on m."chatId" = g.id
        where g."unitId" = ${part.unitId}::int and ${part.assignmentId}::int = any(m."assignmentIds"))
      and x.state <> 'skipped' and x.kind <> 'rewrite'
    order by x.id desc limit ${most}::int`;
}

/** What the unit and its issuer said. */
export async function listThreadReplies(db: Db, part: Part): Promise<ThreadReply[]> {
  return db.$queryRaw<ThreadReply[]>`
    select r.id, r."receivedAt" as at, p.name as who, r.source, r.state::text as state, r.text, r.version as versions,
      r.status::text as status, r.percent, r."doneCount", r."totalCount", r.value, r.difficulty, r.attachments,
      r."forgottenAt" is not null as "isForgotten"
    from "Reply" r left join "Person" p on p.id = r."personId"
    where r."assignmentId" = ${part.assignmentId}::int order by r.id desc limit ${most}::int`;
}

/** What the unit asked of the issuer. */
export async function listThreadApprovals(db: Db, part: Part): Promise<ThreadApproval[]> {
  return db.$queryRaw<ThreadApproval[]>`
    select x.id, x.kind, x.state::text as state, x."askedAt", x."wishedAt", x."dueAfter", x."decidedAt", p.name as "decidedBy", x.word
    from "Approval" x left join "Person" p on p.id = x."decidedById"
    where x."assignmentId" = ${part.assignmentId}::int order by x.id desc limit ${most}::int`;
}
