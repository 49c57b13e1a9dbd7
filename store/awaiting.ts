import type { AwaitingItem } from '../core/acceptance/acceptance-message.js';
import { Prisma, type Db } from './db.js';

export type Awaiting = AwaitingItem & { assignmentId: number };

/** SQL condition: the request `p` on the part `a` of the directive `d` still waits to be accepted. */
const waits = Prisma.sql`p.kind = 'acceptance' and p.state = 'open' and d.state in ('open', 'closed') and not a.cancelled and not a.excused`;

/** The units that wait until their part of a directive is accepted, the longest waiting first. */
export async function listAwaiting(db: Db, directiveId: number): Promise<Awaiting[]> {
  return db.$queryRaw<Awaiting[]>`
    select p.id, a.id as "assignmentId", u.code, u.name, a.value, d.answer as spec,
      coalesce(nullif(r.note, ''), r.text, '') as words
    from "Approval" p join "Assignment" a on a.id = p."assignmentId" join "Directive" d on d.id = a."directiveId"
      join "Unit" u on u.id = a."unitId" left join "Reply" r on r.id = p."replyId"
    where a."directiveId" = ${directiveId}::int and ${waits}
    order by p.id`;
}

/** A directive of which something waits, and how many units. */
export interface AwaitedWork {
  id: number;
  number: number;
  title: string;
  count: number;
}

/** Directives of which something waits to be accepted, by number. */
export async function listAwaited(db: Db): Promise<AwaitedWork[]> {
  return db.$queryRaw<AwaitedWork[]>`
    select d.id, d.number, d.title, count(*)::int as count
    from "Approval" p join "Assignment" a on a.id = p."assignmentId" join "Directive" d on d.id = a."directiveId"
    where ${waits} group by d.id order by d.number`;
}

/** All that waits of a directive was just shown: the list that would say it again before then is not sent. */
export async function dropGathered(db: Db, directiveId: number, before: Date): Promise<void> {
  await db.delivery.updateMany({
    where: { kind: 'acceptance', directiveId, state: 'queued', notBefore: { lte: before } },
    data: { state: 'skipped', errorCode: 'not-needed', reason: 'shown' },
  });
}
