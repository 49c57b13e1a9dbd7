import type { CardFacts, NamedGroup } from '../core/card.js';
import { askRows, type Db } from './db.js';

/** Counts of groups by the state of their newest delivery, and those that are named with their state. */
interface Standing {
  groups: number;
  sent: number;
  waiting: number;
  skipped: number;
  twice: number;
  named: Named[];
}

interface Named extends Omit<NamedGroup, 'platform'> {
  channel: string;
  /** Its unit has another group that the directive goes to. */
  hasTwin: boolean;
  state: 'failed' | 'uncertain';
}

/**
 * How a directive's deliveries stand, from the ledger: one row a group, in the state of its newest delivery, `sent`
 * when any copy is known to be there. Null while the directive has no number. `labelOf`: what people call a channel.
 */
export async function findCardFacts(
  db: Db,
  directiveId: number,
  labelOf: (channel: string) => string,
): Promise<CardFacts | null> {
  const directive = await db.directive.findUnique({ where: { id: directiveId } });
  if (!directive || directive.number === null) return null;
  const { number, title, state } = directive;
  if (state !== 'open' && state !== 'closed' && state !== 'cancelled') return null;
  // One after another: in a transaction they share a connection, which takes one statement at a time.
  const { named, ...counts } = await findStanding(db, directiveId);
  const unreached = await findUnreached(db, directiveId);
  const missing = await countMissing(db, directiveId);
  const name = (state: Named['state']) =>
    named
      .filter((group) => group.state === state)
      .map(({ deliveryId, code, name, reason, isFormer, channel, hasTwin }): NamedGroup => ({
        ...{ deliveryId, code, name, reason },
        ...(isFormer ? { isFormer } : {}),
        platform: hasTwin ? labelOf(channel) : '',
      }));
  return {
    directiveId,
    number,
    title,
    state,
    ...counts,
    groups: counts.groups + missing,
    missing,
    failed: name('failed'),
    uncertain: name('uncertain'),
    unreached,
  };
}

/**
 * A copy whose message was deleted and replaced is not counted as a second one, nor is a failed one where the unit has
 * another group by now that got its own. Groups are counted here and few are
 * named: a card is looked at again while thousands of answers come in, and a row a group would cost more than they do.
 */
async function findStanding(db: Db, directiveId: number): Promise<Standing> {
  const [standing] = await askRows<Standing>(db)`
    with copy as materialized (
      select d.id, d."chatId", d.channel, d."assignmentId", d.state, d.reason, d."errorCode", d.state = 'sent' and d."settledBy" is distinct from 'gone' as "isThere"
      from "Delivery" d where d."directiveId" = ${directiveId}::int and d.kind = 'directive'
    ), latest as materialized (
      select distinct on ("chatId") * from copy order by "chatId", "isThere" desc, id desc
    ), newest as materialized (
      select * from latest n where n.state not in ('failed', 'uncertain') or not exists (
        select 1 from "Assignment" a join "Chat" c on c.id = n."chatId"
          join latest o on o."assignmentId" = a.id and o.channel = n.channel and o."chatId" <> n."chatId"
          join "Chat" p on p.id = o."chatId" and p."unitId" = a."unitId"
        where a.id = n."assignmentId" and c."unitId" is distinct from a."unitId")
    ), twin as materialized (
      select coalesce(a."unitId", c."unitId") as unit from newest n
        join "Chat" c on c.id = n."chatId" left join "Assignment" a on a.id = n."assignmentId"
      where coalesce(a."unitId", c."unitId") is not null group by 1 having count(*) > 1
    ), named as (
      select n.id as "deliveryId", n.state, n.channel, coalesce(u.code, '') as code, coalesce(u.name, c.title) as name,
        exists (select 1 from twin where unit = u.id) as "hasTwin",
        c.role <> 'unit' or a."unitId" is not null and c."unitId" is distinct from a."unitId" as "isFormer",
        case when n.reason = 'gave-up' then 'gave-up' else coalesce(n."errorCode", '') end as reason
      from newest n join "Chat" c on c.id = n."chatId"
        left join "Assignment" a on a.id = n."assignmentId" left join "Unit" u on u.id = coalesce(a."unitId", c."unitId")
      where n.state in ('failed', 'uncertain')
    )
    select count(*) as groups, count(*) filter (where state = 'sent') as sent,
      count(*) filter (where state in ('queued', 'sending')) as waiting, count(*) filter (where state = 'skipped') as skipped,
      (select count(*) from (select from copy where "isThere" group by "chatId" having count(*) > 1) t) as twice,
      (select coalesce(json_agg(named order by nullif(code, ''), "deliveryId"), '[]') from named) as named from newest`;
  return standing!;
}

/** Units addressed to which no delivery was ever written, on any channel. */
async function findUnreached(db: Db, directiveId: number): Promise<CardFacts['unreached']> {
  return db.$queryRaw<CardFacts['unreached']>`
    select u.code, u.name, exists (select 1 from "Chat" c where c."unitId" = u.id and c.role = 'unit') as "isLost"
    from "Unit" u where u.id in (
      select unnest("unitIds") from "Directive" where id = ${directiveId}::int
      except
      select coalesce(a."unitId", c."unitId") from "Delivery" d join "Chat" c on c.id = d."chatId"
        left join "Assignment" a on a.id = d."assignmentId"
      where d."directiveId" = ${directiveId}::int and d.kind = 'directive')
    order by u.code`;
}

/** Groups that the directive was to reach when it opened and that the ledger does not name: always 0, or it lost rows. */
async function countMissing(db: Db, directiveId: number): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    select greatest(0, c.groups - (select count(distinct d."chatId") from "Delivery" d
      where d."directiveId" = t.id and d.kind = 'directive' and d."createdAt" = t."sentAt"))::int as count
    from "Card" c join "Directive" t on t.id = c."directiveId" where c."directiveId" = ${directiveId}::int`;
  return rows[0]?.count ?? 0;
}
