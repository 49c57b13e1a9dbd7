import type { CardFacts, NamedGroup } from '../core/card.js';
import type { Db } from './db.js';

interface Row extends Omit<NamedGroup, 'platform'> {
  channel: string;
  /** Its unit has another group that the directive goes to. */
  hasTwin: boolean;
  state: 'queued' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'skipped';
  copies: number;
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
  const rows = await findGroups(db, directiveId);
  const unreached = await findUnreached(db, directiveId);
  const missing = await countMissing(db, directiveId);
  const inState = (...states: Row['state'][]) => rows.filter((row) => states.includes(row.state));
  const name = (state: Row['state']) =>
    inState(state).map(({ deliveryId, code, name, reason, channel, hasTwin }): NamedGroup => ({
      ...{ deliveryId, code, name, reason },
      platform: hasTwin ? labelOf(channel) : '',
    }));
  return {
    directiveId,
    number,
    title,
    state,
    groups: rows.length + missing,
    sent: inState('sent').length,
    waiting: inState('queued', 'sending').length,
    skipped: inState('skipped').length,
    twice: rows.filter(({ copies }) => copies > 1).length,
    missing,
    failed: name('failed'),
    uncertain: name('uncertain'),
    unreached,
  };
}

/** A copy whose message was deleted and replaced is not counted as a second one. */
async function findGroups(db: Db, directiveId: number): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    with all_rows as (
      select d.*, count(*) filter (where d.state = 'sent' and d."settledBy" is distinct from 'gone') over (partition by d."chatId") as copies
      from "Delivery" d where d."directiveId" = ${directiveId}::int and d.kind = 'directive'
    ), newest as (
      select distinct on ("chatId") * from all_rows
      order by "chatId", (state = 'sent' and "settledBy" is distinct from 'gone') desc, id desc
    )
    select n.id as "deliveryId", n.state::text as state, n.copies::int as copies, n.channel, coalesce(u.code, '') as code,
      u.id is not null and count(*) over (partition by u.id) > 1 as "hasTwin",
      coalesce(u.name, c.title) as name,
      case when n.reason = 'gave-up' then 'gave-up' else coalesce(n."errorCode", '') end as reason
    from newest n join "Chat" c on c.id = n."chatId" left join "Assignment" a on a.id = n."assignmentId"
      left join "Unit" u on u.id = coalesce(a."unitId", c."unitId")
    order by u.code, n.id`;
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
