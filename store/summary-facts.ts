import type { ExcusedPart, OpenAsk, SummaryContent, SummaryUnit } from '../core/summary/summary-content.js';
import { pathOf } from '../core/tree.js';
import { askRows, Prisma, type Db } from './db.js';
import { relevantDirectives, type Span } from './items-then.js';

export interface UnitThen extends SummaryUnit {
  isReachable: boolean;
}

/** All units where they stood in the tree at a moment, by code. Whether a group can be reached is known for today only. */
export async function listUnitsThen(db: Db, at: Date): Promise<UnitThen[]> {
  const [found] = await askRows<{ units: UnitThen[] }>(db)`
    with place as (
      select distinct on ("unitId") "unitId", "parentId" from "UnitPlace"
      where until >= ${at}::timestamptz order by "unitId", until, id
    ), unit as (
      select u.id, u.code, u.name, case when p."unitId" is null then u."parentId" else p."parentId" end as "parentId",
        exists (select 1 from "Chat" c where c."unitId" = u.id and c.role = 'unit' and c.state = 'active') as "isReachable"
      from "Unit" u left join place p on p."unitId" = u.id
      order by u.code)
    select coalesce(json_agg(unit), '[]') as units from unit`;
  return found!.units;
}

/** Of all units these and those above them, in their order. */
export function withThoseAbove(units: readonly UnitThen[], ids: ReadonlySet<number>): UnitThen[] {
  const wanted = new Set([...ids].flatMap((id) => pathOf(units, id)));
  return units.filter(({ id }) => wanted.has(id));
}

/** SQL: the directive `d` was passed on from a part that counts itself. */
export const isPassedOn = Prisma.sql`coalesce((
  select not p.cancelled and not p.excused from "Assignment" p where p.id = d."passedFromId"), false)`;

/** Which directives of these items were passed on. */
export async function findPassedOn(db: Db, items: readonly { directiveId: number }[]): Promise<Set<number>> {
  const ids = [...new Set(items.map(({ directiveId }) => directiveId))];
  const rows = await db.$queryRaw<{ id: number }[]>`
    select d.id from "Directive" d where d.id = any(${ids}::int[]) and d."passedFromId" is not null and ${isPassedOn}`;
  return new Set(rows.map(({ id }) => id));
}

/** `doneBefore` leaves out what is listed: an item that was done before and was spoken of again. */
export async function listDirectivesOf(
  db: Db,
  rows: readonly { directiveId: number; assignmentId: number; doneAt: number | null }[],
  { startsAt, endsAt }: Pick<Span, 'startsAt' | 'endsAt'>,
): Promise<SummaryContent['directives']> {
  const ids = [...new Set(rows.map(({ directiveId }) => directiveId))];
  const listed = rows
    .filter(({ doneAt }) => doneAt !== null && doneAt < startsAt.getTime())
    .map(({ assignmentId }) => assignmentId);
  const found = await db.$queryRaw<
    (Omit<SummaryContent['directives'][0], 'sentAt' | 'dueAt' | 'closedAt' | 'isPassedOn'> & {
      sentAt: Date;
      dueAt: Date | null;
      closedAt: Date | null;
      isPassedOn: boolean;
    })[]
  >`
    select d.id, d.number, d.title, d."sentAt", d."dueAt", d."closedAt", d.answer as spec, ${isPassedOn} as "isPassedOn", (select count(*) from "Assignment" a
      where a."directiveId" = d.id and a."doneAt" < ${startsAt}::timestamptz and not a.cancelled and not a.excused
        and a.id <> all(${listed}::int[]))::int as "doneBefore"
    from "Directive" d where d.id = any(${ids}::int[]) order by d.number`;
  return found.map(({ sentAt, dueAt, closedAt, isPassedOn: isPassed, ...rest }) => ({
    ...{ ...rest, ...(isPassed ? { isPassedOn: true } : {}) },
    ...(closedAt && closedAt < endsAt ? { closedAt: closedAt.toISOString() } : {}),
    sentAt: sentAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
  }));
}

/** SQL: the directive `d` was sent in the period, or is the one that is meant. */
export const ofSpan = ({ startsAt, endsAt, directiveId }: Span) =>
  directiveId === undefined
    ? Prisma.sql`d."sentAt" >= ${startsAt}::timestamptz and d."sentAt" < ${endsAt}::timestamptz`
    : Prisma.sql`d.id = ${directiveId}::int`;

/** Numbers of the notices that were sent in the period. */
export async function listNotices(db: Db, span: Span): Promise<number[]> {
  const rows = await db.$queryRaw<{ number: number }[]>`
    select d.number from "Directive" d where ${ofSpan(span)} and d.kind = 'notice' and d.state in ('open', 'closed')
      and d.number is not null order by d.number`;
  return rows.map(({ number }) => number);
}

/** Requests for more time that were open at the end of the period. */
export async function listAsks(db: Db, { endsAt, directiveId }: Span): Promise<OpenAsk[]> {
  const isMeant = directiveId === undefined ? Prisma.empty : Prisma.sql`and d.id = ${directiveId}::int`;
  const rows = await db.$queryRaw<
    (Omit<OpenAsk, 'askedAt' | 'wishedAt'> & { askedAt: Date; wishedAt: Date | null })[]
  >`
    select p."assignmentId", a."directiveId", a."unitId", p."askedAt", p."wishedAt", p."replyId"
    from "Approval" p join "Assignment" a on a.id = p."assignmentId" join "Directive" d on d.id = a."directiveId"
    where p.kind = 'more-time' and p."askedAt" < ${endsAt}::timestamptz and (p."decidedAt" is null or p."decidedAt" >= ${endsAt}::timestamptz)
      and d.number is not null and not a.cancelled and not a.excused and d.state in ('open', 'closed')
      and p.state <> 'overtaken' ${isMeant}
    order by p."askedAt", p.id`;
  return rows.map(({ askedAt, wishedAt, ...rest }) => ({
    ...rest,
    askedAt: askedAt.toISOString(),
    wishedAt: wishedAt?.toISOString() ?? null,
  }));
}

/**
 * Who owes nothing on what the report tells of, on what was sent in the period and on what is due since it began. Of what
 * is older only what others still answer: else a unit would be named for as long as nobody closes it.
 */
export async function listExcusedIn(
  db: Db,
  span: Span,
  told: readonly { id: number }[],
): Promise<ExcusedPart[]> {
  const { startsAt, endsAt } = span;
  return db.$queryRaw<ExcusedPart[]>`
    with ${relevantDirectives(span)}
    select a."unitId", d.id as "directiveId", d.number, (select title from "Directive" t where t.id = d.id) as title
    from relevant d join "Assignment" a on a."directiveId" = d.id join "Unit" u on u.id = a."unitId"
    where a.excused and not a.cancelled and a."createdAt" < ${endsAt}::timestamptz and d.kind <> 'notice'
      and (d.id = any(${told.map(({ id }) => id)}::int[]) or d."sentAt" >= ${startsAt}::timestamptz
        or coalesce(a."dueAt", d."dueAt") >= ${startsAt}::timestamptz)
    order by u.code, d.number`;
}

/** The last reply and version that stand in the ledger. */
export async function findKnown(db: Db): Promise<SummaryContent['known']> {
  const [row] = await db.$queryRaw<{ replyId: number; versionId: number }[]>`
    select coalesce((select max(id) from "Reply"), 0) as "replyId",
      coalesce((select max(id) from "ReplyVersion"), 0) as "versionId"`;
  return row!;
}
