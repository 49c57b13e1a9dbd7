import type pg from 'pg';
import { weekEnd, weekStart } from './fill-history.js';

const span = [weekStart, weekEnd];

/** The items of the week, as the report takes them. */
const items = `"Directive" d join "Assignment" a on a."directiveId" = d.id
  where d.state in ('open', 'closed') and d."sentAt" < $2 and (d."closedAt" is null or d."closedAt" >= $1)
    and (a."doneAt" is null or a."doneAt" >= $1) and not a.cancelled and not a.excused`;
const classes = `count(*) filter (where a."doneAt" <= coalesce(a."dueAt", d."dueAt")) as "inTime",
  count(*) filter (where a."doneAt" > coalesce(a."dueAt", d."dueAt")) as late,
  count(*) filter (where a."doneAt" is null and coalesce(a."dueAt", d."dueAt") >= $2) as "inTerm",
  count(*) filter (where a."doneAt" is null and coalesce(a."dueAt", d."dueAt") < $2) as overdue`;
const heard = `"Reply" r where r."receivedAt" >= $1 and r."receivedAt" < $2`;

const ofUnits = `select a."unitId", ${classes} from ${items} group by 1`;

/** What else a report tells, each by one statement; the words and figures of the week alone, nothing compared or kept. */
const others = [
  `select d.id, ${classes} from ${items} group by 1`,
  `select a."unitId", percentile_disc(array[0.5, 0.9]) within group (order by a."answeredAt" - d."sentAt") from ${items} group by 1`,
  // The units' words, those that say the same as one.
  `select r."directiveId", r.note, count(*), array_agg(r."unitId") from ${heard} and r.status is not null group by 1, 2`,
  `select r."directiveId", r."unitId", r.difficulty, r.parts from ${heard} and num_nonnulls(r.difficulty, r.parts) > 0`,
  `select r."unitId", r.state, count(*) from ${heard} group by 1, 2`,
  `select c."unitId", x.state, count(*) from "Delivery" x join "Chat" c on c.id = x."chatId" join "Directive" d on d.id = x."directiveId"
    where d."sentAt" >= $1 and d."sentAt" < $2 and x.kind = 'directive' group by 1, 2`,
];

/** What a person would write by hand for the four figures of each unit: no replies, no history to compare with, nothing kept. */
export async function countFour(client: pg.Client): Promise<void> {
  await client.query(ofUnits, span);
}

/** The same for all figures and words of the week that a report tells. */
export async function countAll(client: pg.Client): Promise<void> {
  for (const statement of [ofUnits, ...others]) await client.query(statement, span);
}
