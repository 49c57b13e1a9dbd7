import type { Content } from '../core/message.js';
import type { DeliveryKind } from '../core/delivery.js';
import { askRows, execute, type Db } from './db.js';

export { settleUncertain } from './settlements.js';

export interface NewDelivery {
  channel: string;
  chatId: number;
  kind: DeliveryKind;
  priority: number;
  /** The same key twice is the same message: the second one is not written. */
  dedupKey?: string;
  content?: Content;
  directiveId?: number;
  assignmentId?: number;
  version?: number;
  replyTo?: string;
  notBefore?: Date;
}

/** Writes deliveries in the caller's transaction. Returns how many were new. Wake the channel after the commit. */
export async function queueDeliveries(db: Db, deliveries: NewDelivery[], now: Date): Promise<number> {
  if (deliveries.length === 0) return 0;
  const rows = JSON.stringify(deliveries);
  return execute(db)`
    insert into "Delivery" (channel, "chatId", kind, "dedupKey", priority, "directiveId", "assignmentId", version, content,
      "replyTo", "messageIds", "notBefore", "createdAt")
    select channel, "chatId", kind, "dedupKey", priority, "directiveId", "assignmentId", version, content,
      "replyTo", '{}', coalesce("notBefore", '1970-01-01T00:00:00Z'), ${now}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as d(channel text, "chatId" int, kind text, "dedupKey" text, priority int,
      "directiveId" int, "assignmentId" int, version int, content jsonb, "replyTo" text, "notBefore" timestamptz)
    on conflict ("dedupKey") where "dedupKey" is not null do nothing`;
}

/** How one claimed delivery ended. `messageIds` are those sent by this attempt; `isComplete` false queues the rest. */
export type Outcome =
  | { id: number; state: 'sent'; messageIds: string[]; isComplete: boolean }
  | { id: number; state: 'queued'; notBefore: Date; code: string; isAttempt: boolean }
  | { id: number; state: 'uncertain' | 'failed' | 'skipped'; code: string; reason: string };

/** Writes the outcomes of a batch and remembers which message carries which directive, in one statement each. A chat that took a message can be reached: returns those that could not be before. */
export async function recordOutcomes(db: Db, outcomes: Outcome[], now: Date): Promise<ReachedChat[]> {
  const sent = outcomes.filter((outcome) => outcome.state === 'sent');
  const reached = sent.length > 0 ? await recordSent(db, sent, now) : [];
  for (const outcome of outcomes) if (outcome.state !== 'sent') await recordOther(db, outcome, now);
  return reached;
}

export type ReachedChat = { id: number; channel: string; unitId: number | null };

type Sent = Extract<Outcome, { state: 'sent' }>;

async function recordSent(db: Db, sent: Sent[], now: Date): Promise<ReachedChat[]> {
  const rows = JSON.stringify(sent);
  return askRows<ReachedChat>(db)`
    with outcome as (
      select * from jsonb_to_recordset(${rows}::jsonb) as o(id int, "messageIds" jsonb, "isComplete" boolean)
    ), updated as (
      update "Delivery" d set
        state = case when o."isComplete" then 'sent' else 'queued' end::"DeliveryState",
        "messageIds" = d."messageIds" || array(select jsonb_array_elements_text(o."messageIds")),
        "sentAt" = case when o."isComplete" then ${now}::timestamptz end, "errorCode" = null, reason = null
      from outcome o where d.id = o.id and d.state = 'sending'
      returning d.id, d."chatId", d.kind, d."directiveId", d."assignmentId", d."claimedAt", o."messageIds"
    ), reached as (
      update "Chat" c set state = 'active', "unreachableReason" = null, "unreachableAt" = null
      from updated u where c.id = u."chatId" and c.state = 'unreachable' and c."unreachableAt" < u."claimedAt"
      returning c.id, c.channel, c."unitId"
    ), dirty as (
      update "Card" set "dirtyAt" = ${now} where "dirtyAt" is null
        and "directiveId" in (select "directiveId" from updated where kind = 'directive')
    ), refs as (
      insert into "MessageRef" ("chatId", "messageId", "deliveryId", "directiveId", "assignmentId", "createdAt")
      select u."chatId", m, u.id, u."directiveId", u."assignmentId", ${now}
      from updated u cross join lateral jsonb_array_elements_text(u."messageIds") m
      where u."directiveId" is not null on conflict ("chatId", "messageId") do nothing
    )
    select * from reached`;
}

async function recordOther(db: Db, outcome: Exclude<Outcome, Sent>, now: Date): Promise<void> {
  const data =
    outcome.state === 'queued'
      ? {
          state: outcome.state,
          notBefore: outcome.notBefore,
          errorCode: outcome.code,
          ...(outcome.isAttempt ? {} : { attempts: { decrement: 1 } }),
        }
      : { state: outcome.state, errorCode: outcome.code, reason: outcome.reason };
  await db.delivery.updateMany({ where: { id: outcome.id, state: 'sending' }, data });
  await db.$executeRaw`update "Card" set "dirtyAt" = ${now} where "dirtyAt" is null
    and "directiveId" = (select "directiveId" from "Delivery" where id = ${outcome.id} and kind = 'directive')`;
}

/** Ends what is still queued for a chat that can't be reached. Returns how many. */
export async function failQueued(db: Db, chatId: number, code: string, reason: string): Promise<number> {
  const { count } = await db.delivery.updateMany({
    where: { chatId, state: 'queued' },
    data: { state: 'failed', errorCode: code, reason },
  });
  return count;
}

/** Deliveries whose process died while it sent them: nobody knows whether they arrived. Returns their ids. */
export async function findAbandoned(
  db: Db,
  channel: string,
  claimedBefore: Date,
): Promise<{ id: number; kind: string }[]> {
  // The states are written out here and below: a plan made for any state can't use the index of one.
  return db.$queryRaw<{ id: number; kind: string }[]>`
    select id, kind from "Delivery" where channel = ${channel} and state = 'sending' and "claimedAt" < ${claimedBefore}::timestamptz
    order by "claimedAt" limit 500`;
}

/** Whether any delivery of the channel waits. */
export async function hasQueued(db: Db, channel: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    select id from "Delivery" where channel = ${channel} and state = 'queued' order by priority, id limit 1`;
  return rows.length > 0;
}
