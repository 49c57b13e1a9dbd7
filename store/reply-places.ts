import type { ReplyFacts } from '../core/report/sheets/reply-sheet.js';
import type { SummaryContent } from '../core/summary/summary-content.js';
import { askRows, type Db } from './db.js';

/** The chat message that a reply came from. */
export interface ReplyPlace {
  id: number;
  assignmentId: number;
  channel: string;
  externalId: string;
  threadId: string;
  messageId: string;
  isGroup: boolean;
}

/** Where these replies can be found, by id. One text for all rows: there may be a hundred thousand. */
export async function findReplyPlaces(db: Db, ids: readonly number[]): Promise<Map<number, ReplyPlace>> {
  if (ids.length === 0) return new Map();
  const [found] = await askRows<{ places: ReplyPlace[] }>(db)`
    with place as (
      select r.id, r."assignmentId", c.channel, c."externalId", c."threadId", r."messageId", c.role <> 'private' as "isGroup"
      from "Reply" r join "Chat" c on c.id = r."chatId" where r.id = any(${[...ids]}::int[]) order by r.id)
    select coalesce(json_agg(place), '[]') as places from place`;
  return new Map(found!.places.map((place) => [place.id, place]));
}

/** These replies in the order of their ids, each in the last version that a report could know. One text, as above. */
export async function listRepliesKnown(
  db: Db,
  ids: readonly number[],
  { versionId }: SummaryContent['known'],
): Promise<ReplyFacts[]> {
  if (ids.length === 0) return [];
  const [found] = await askRows<{ replies: ReplyFacts[] }>(db)`
    with reply as (
      select r.id, r."assignmentId",
        to_char(r."receivedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt",
        case when "then".version = r.version or "then".version is null then r.state::text
          when "then".reading->>'status' is null and jsonb_typeof("then".reading->'value') is distinct from 'object' then 'asked'
          when "then".version > 1 then 'corrected' else 'read' end as state,
        coalesce("then".version, r.version) as version, coalesce("then".text, r.text) as text
      from "Reply" r
        left join lateral (
          select version, text, reading from "ReplyVersion"
          where "replyId" = r.id and id <= ${versionId}::int order by version desc limit 1) "then" on true
      where r.id = any(${[...ids]}::int[]) order by r.id)
    select coalesce(json_agg(reply), '[]') as replies from reply`;
  return found!.replies;
}

/** The names of these persons; of one who was erased there is none. */
export async function findNames(db: Db, personIds: readonly number[]): Promise<Map<number, string>> {
  const rows = await db.person.findMany({
    where: { id: { in: [...personIds] }, erasedAt: null },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
