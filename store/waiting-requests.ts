import { Prisma, type Db } from './db.js';

/** SQL: the assignment `a` asked for more time, and the issuer has not decided. */
export const waitsForIssuer = Prisma.sql`exists (select from "Approval" w where w."openKey" = 'more-time:' || a.id)`;

/** The requests for more time that wait at one directive. */
export interface WaitingRequests {
  directiveId: number;
  number: number;
  title: string;
  issuerChatId: number;
  passedFromId: number | null;
  /** In their order. */
  codes: string[];
}

/** What waits for the issuers of these parts: with each, all requests at its directive. */
export async function findWaitingRequests(
  db: Db,
  assignmentIds: readonly number[],
): Promise<WaitingRequests[]> {
  return db.$queryRaw<WaitingRequests[]>`
    select d.id as "directiveId", d.number, d.title, d."issuerChatId", d."passedFromId", array_agg(u.code order by u.code) as codes
    from "Assignment" a join "Directive" d on d.id = a."directiveId" join "Unit" u on u.id = a."unitId"
    where a."directiveId" in (select "directiveId" from "Assignment" where id = any(${[...assignmentIds]}::int[]))
      and d.state = 'open' and not a.cancelled and a."doneAt" is null and ${waitsForIssuer}
    group by d.id order by d.number`;
}
