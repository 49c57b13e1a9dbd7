import type { Content } from '../core/message.js';
import type { DeliveryKind } from '../core/delivery.js';
import { parseRows, type Db } from './db.js';

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
  const rows = JSON.stringify(
    deliveries.map(({ content, ...rest }) => ({ ...rest, content: content ?? null })),
  );
  return db.$executeRaw`
    insert into "Delivery" (channel, "chatId", kind, "dedupKey", priority, "directiveId", "assignmentId", version, content,
      "replyTo", "messageIds", "notBefore", "createdAt")
    select channel, "chatId", kind, "dedupKey", priority, "directiveId", "assignmentId", version, nullif(content, 'null'::jsonb),
      "replyTo", '{}', coalesce("notBefore", '1970-01-01T00:00:00Z'), ${now}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as d(channel text, "chatId" int, kind text, "dedupKey" text, priority int,
      "directiveId" int, "assignmentId" int, version int, content jsonb, "replyTo" text, "notBefore" timestamptz)
    on conflict do nothing`;
}

/** A delivery that this process has claimed, with the address it goes to. */
export interface ClaimedDelivery {
  id: number;
  channel: string;
  chatId: number;
  kind: DeliveryKind;
  priority: number;
  directiveId: number | null;
  assignmentId: number | null;
  version: number | null;
  content: Content | null;
  replyTo: string | null;
  messageIds: string[];
  attempts: number;
  createdAt: Date;
  externalId: string;
  threadId: string;
  role: 'unit' | 'office' | 'private' | 'none';
  locale: string | null;
  unitId: number | null;
}

export interface Pace {
  perSecond: number;
  chatPerSecond: number;
  groupPerMinute: number;
}

/**
 * How late a timer or a query may be without the slot being lost: the next sends make up for it. That is two slots at
 * 30 a second; a channel that counts strictly has a guard of its own right before the wire.
 */
const channelLeadMs = 60;
/** What a second of the platform's limit is stretched to: a send that made up for lateness must still fill more than a second. */
const stretchedSecondMs = 1_006;
/** Messages a group may get in quick succession; the pace behind it keeps any minute below the limit. */
const groupBurst = 5;

/** The pace as gaps between sends, in milliseconds. */
function toGaps(pace: Pace) {
  const burst = Math.min(groupBurst, pace.groupPerMinute);
  return {
    gapMs: pace.perSecond > 0 ? stretchedSecondMs / pace.perSecond : 0,
    // 5 % slower than the limit within a chat: our clock and the platform's do not tick together.
    chatGapMs: pace.chatPerSecond > 0 ? 1050 / pace.chatPerSecond : 0,
    groupGapMs: pace.groupPerMinute > 0 ? 61_000 / Math.max(pace.groupPerMinute - burst, 1) : 0,
    burst,
  };
}

/**
 * Takes up to `limit` due deliveries of a channel, at most one a chat, urgent first: queued → sending, in one
 * statement that also charges the channel's and the chats' pace. Two processes never get the same row, and together
 * they never exceed the pace, for the ChannelPace row is locked meanwhile. Pace limits of 0 are no limits.
 */
export async function claimDeliveries(
  db: Db,
  channel: string,
  limit: number,
  { now, pace }: { now: Date; pace: Pace },
): Promise<ClaimedDelivery[]> {
  const { gapMs, chatGapMs, groupGapMs, burst } = toGaps(pace);
  const rows = await db.$queryRaw<{ rows: string }[]>`
    with pace as materialized (
      select greatest("nextSendAt", ${now}::timestamptz - ${channelLeadMs}::float8 * interval '1 millisecond') as "from", "pausedUntil"
      from "ChannelPace" where channel = ${channel} for update
    ), allowed as materialized (
      select case when "pausedUntil" > ${now} or "from" > ${now} then 0
        when ${gapMs}::float8 = 0 then ${limit}::int
        else least(${limit}::int, floor(extract(epoch from ${now}::timestamptz - "from") * 1000 / greatest(${gapMs}::float8, 0.001))::int + 1) end as n
    from pace), due as materialized (
      select d.id, d."chatId", d.priority from "Delivery" d join "Chat" c on c.id = d."chatId"
      where d.channel = ${channel} and d.state = 'queued' and d."notBefore" <= ${now} and c."nextSendAt" <= ${now}
        and (select n from allowed) > 0
      order by d.priority, d.id limit (select n * 4 from allowed)
    ), first as (
      select distinct on ("chatId") id, "chatId", priority from due order by "chatId", priority, id
    ), picked as materialized (select id, "chatId" from first order by priority, id limit (select n from allowed)), stamped as (
      update "Chat" c set
        "paceAt" = greatest(c."paceAt", ${now}) + case when c.role = 'private' then 0 else ${groupGapMs}::float8 end * interval '1 millisecond',
        "nextSendAt" = greatest(${now}::timestamptz + ${chatGapMs}::float8 * interval '1 millisecond',
          case when c.role = 'private' or ${groupGapMs}::float8 = 0 then ${now}::timestamptz
            else greatest(c."paceAt", ${now}) + (2 - ${burst}::int) * ${groupGapMs}::float8 * interval '1 millisecond' end)
      from picked p where c.id = p."chatId" and c."nextSendAt" <= ${now} returning c.id, c."externalId", c."threadId", c.role, c.locale, c."unitId"
    ), charged as (
      update "ChannelPace" set "nextSendAt" = (select "from" from pace) + (select count(*) from stamped) * ${gapMs}::float8 * interval '1 millisecond'
      where channel = ${channel} and ${gapMs}::float8 > 0 and exists (select 1 from stamped)
    ), taken as (
      update "Delivery" d set state = 'sending', "claimedAt" = ${now}, attempts = d.attempts + 1
      from picked p join stamped s on s.id = p."chatId" where d.id = p.id and d.state = 'queued'
      returning d.id, d.channel, d."chatId", d.kind, d.priority, d."directiveId", d."assignmentId", d.version, d.content, d."replyTo",
        d."messageIds", d.attempts, d."createdAt", s."externalId", s."threadId", s.role, s.locale, s."unitId"
    ) select coalesce(json_agg(taken order by priority, id), '[]')::text as rows from taken`;
  return parseRows<ClaimedDelivery>(rows, { createdAt: true });
}

/** Makes sure the channel's pace row exists: claims lock it. */
export async function ensureChannel(db: Db, channel: string): Promise<void> {
  await db.channelPace.createMany({ data: [{ channel }], skipDuplicates: true });
}

/** When the next queued delivery of the channel may be claimed; null when none is queued. */
export async function findNextSendAt(db: Db, channel: string): Promise<Date | null> {
  const rows = await db.$queryRaw<{ at: Date | null }[]>`
    select greatest(min(greatest(d."notBefore", c."nextSendAt")), (select greatest("nextSendAt", "pausedUntil") from "ChannelPace" where channel = ${channel})) as at
    from "Delivery" d join "Chat" c on c.id = d."chatId" where d.channel = ${channel} and d.state = 'queued' having count(*) > 0`;
  return rows[0]?.at ?? null;
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
  return db.$queryRaw<ReachedChat[]>`
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
      where u."directiveId" is not null on conflict do nothing
    )
    select id, channel, "unitId" from reached`;
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

/** The whole channel waits until then: the platform said so. */
export async function pauseChannel(db: Db, channel: string, until: Date): Promise<void> {
  await db.$executeRaw`update "ChannelPace" set "pausedUntil" = greatest("pausedUntil", ${until}) where channel = ${channel}`;
}

/** One chat waits until then; the others go on. */
export async function pauseChat(db: Db, chatId: number, until: Date): Promise<void> {
  await db.$executeRaw`update "Chat" set "nextSendAt" = greatest("nextSendAt", ${until}) where id = ${chatId}`;
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
