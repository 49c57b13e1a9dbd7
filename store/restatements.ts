import { findCorrections, type Known } from '../core/summary/corrections.js';
import type { SummaryContent, SummaryItem } from '../core/summary/summary-content.js';
import type { Db } from './db.js';
import type { LastSummary } from './summaries.js';
import { listItems } from './summary-items.js';

/** Ids are given before they are committed: so many below the last that was known may have come later. */
const lateIds = 1_000;

/** What is known now of the items of the last report to which something happened. */
export type Turned = Pick<Known, 'restated' | 'dropped'>;

/** What may have turned out otherwise: replies edited or come in late, deadlines moved, units excused. */
export async function findTurned(db: Db, last: SummaryContent): Promise<Turned> {
  const endsAt = new Date(last.endsAt);
  const edited = await listEdited(db, last, endsAt);
  const changed = await listChanged(db, last);
  const dropped = new Set(changed.filter(({ isDropped }) => isDropped).map(({ id }) => id));
  const ids = new Set([...edited, ...changed.map(({ id }) => id)]);
  const known = last.items.filter(({ assignmentId }) => ids.has(assignmentId) && !dropped.has(assignmentId));
  return { restated: await restate(db, last, known, endsAt), dropped };
}

/** What the last report said otherwise than these items of the new one, or than is known now. */
export function correctLast(
  { number, year, read }: LastSummary,
  turned: Turned,
  current: readonly SummaryItem[],
): NonNullable<SummaryContent['corrections']> {
  const { directives, items } = read();
  const numbers = new Map(directives.map((directive) => [directive.id, directive.number]));
  return { number, year, list: findCorrections(items, { ...turned, current, numbers }) };
}

/** These items as the last report would tell them today. Whether a group could be reached is not known any more. */
async function restate(
  db: Db,
  { startsAt }: SummaryContent,
  items: readonly SummaryItem[],
  endsAt: Date,
): Promise<Map<number, SummaryItem>> {
  if (items.length === 0) return new Map();
  const ids = items.map(({ assignmentId }) => assignmentId);
  const told = await listItems(db, { startsAt: new Date(startsAt), endsAt, onlyIds: ids });
  return new Map(told.map((item) => [item.assignmentId, item]));
}

/** Items with replies of the last period that were written or edited after its report. */
async function listEdited(db: Db, { known }: SummaryContent, endsAt: Date): Promise<number[]> {
  const after = known.versionId - lateIds;
  const rows = await db.$queryRaw<{ id: number }[]>`
    with recent as materialized (
      select distinct "replyId" as id from "ReplyVersion"
      where id > ${after}::int and (version > 1 or at < ${endsAt}::timestamptz)
    ) select distinct r."assignmentId" as id from recent
      -- One by one along the key: of many, PostgreSQL would read through all that was ever said.
      cross join lateral (select * from "Reply" where id = recent.id offset 0) r
      where r."receivedAt" < ${endsAt}::timestamptz and r."assignmentId" is not null`;
  return rows.map(({ id }) => id);
}

/** Items of the last report that were excused, cancelled or given another deadline. */
async function listChanged(db: Db, content: SummaryContent): Promise<{ id: number; isDropped: boolean }[]> {
  const directiveIds = content.directives.map(({ id }) => id);
  const due = JSON.stringify(content.directives.map(({ id, dueAt }) => ({ id, dueAt })));
  return db.$queryRaw<{ id: number; isDropped: boolean }[]>`
    select a.id, a.excused or a.cancelled or d.state = 'cancelled' as "isDropped"
    from jsonb_to_recordset(${due}::jsonb) as said(id int, "dueAt" timestamptz)
      join "Directive" d on d.id = said.id join "Assignment" a on a."directiveId" = d.id
    where d.id = any(${directiveIds}::int[]) and (a.excused or a.cancelled or a.extended or d.state = 'cancelled'
      or d."dueAt" is distinct from said."dueAt")`;
}
