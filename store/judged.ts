import { summaryClasses, type SummaryClass } from '../core/summary/classify.js';
import { Prisma } from './db.js';

/** SQL: of the part `a` of the directive `d`: what it is judged by, as in core/summary/classify.ts. */
export const judgedBy = (endsAt: Date) => Prisma.sql`
  coalesce(a."dueAt", d."dueAt") as "dueAt", least(a."doneAt", d."closedAt", ${endsAt}::timestamptz) as "endedAt",
  coalesce(a."doneAt" < ${endsAt}::timestamptz and a."doneAt" <= coalesce(d."closedAt", a."doneAt"), false) as "isDone"`;

/**
 * SQL: of items `item` (id, directiveId, sentAt and what they are judged by), `judged`: the same with whether each is late by
 * the calendar, and whether the time in which its clock stood could explain that. What is late by more than its clock can
 * have stood is late; of the few others, store/lateness.ts knows it exactly. A clock that never started, for no group was
 * reached, makes nobody late.
 */
export const judgedItems = (endsAt: Date) => Prisma.sql`
  away as (
    select coalesce(sum("endsAt" - "startsAt"), interval '0') as whole from "Outage"
    where "endsAt" > (select min("sentAt") from item) and "startsAt" < ${endsAt}::timestamptz
  ), reached as materialized (
    select x."assignmentId" as id, min(x."sentAt") as at from "Delivery" x
    where x.kind = 'directive' and x.state = 'sent'
      and x."directiveId" = any(array(select distinct "directiveId" from item where "endedAt" > "dueAt"))
    group by 1
  ), stopped as (
    select "assignmentId" as id, sum(coalesce("endsAt", ${endsAt}::timestamptz) - "startsAt") as whole from "ClockStop" group by 1
  ), judged as (
    select item.*, coalesce("endedAt" > "dueAt" and (r.at is not null or "dueAt" < "sentAt"), false) as "isLate",
      coalesce("endedAt" > "dueAt" and case when r.at is null then "dueAt" < "sentAt"
        else "endedAt" - "dueAt" <= r.at - "sentAt" + away.whole + coalesce(s.whole, interval '0') end, false) as "isDoubtful"
    from item cross join away left join reached r on r.id = item.id left join stopped s on s.id = item.id
  )`;

const signs: Record<SummaryClass, Prisma.Sql> = {
  doneInTime: Prisma.sql`"isDone" and not "isLate"`,
  doneLate: Prisma.sql`"isDone" and "isLate"`,
  openInTerm: Prisma.sql`not "isDone" and not "isLate"`,
  openOverdue: Prisma.sql`not "isDone" and "isLate"`,
};

/** SQL: how many of the judged of which this is so are in each class, under its name. */
export const countedClasses = (isSo: Prisma.Sql) =>
  Prisma.join(
    summaryClasses.map(
      (name) =>
        Prisma.sql`count(*) filter (where ${isSo} and ${signs[name]})::int as ${Prisma.raw(`"${name}"`)}`,
    ),
  );
