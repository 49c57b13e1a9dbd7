import type { DeliveryKind } from '../core/delivery.js';
import type { Content } from '../core/message.js';
import { askRows, Prisma, type Db } from './db.js';

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
  const gaps = toGaps(pace);
  const { gapMs } = gaps;
  return askRows<ClaimedDelivery>(db)`
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
    ), picked as materialized (select id, "chatId" from first order by priority, id limit (select n from allowed)), stamped as (${stampChats(gaps, now)}
    ), charged as (
      update "ChannelPace" set "nextSendAt" = (select "from" from pace) + (select count(*) from stamped) * ${gapMs}::float8 * interval '1 millisecond'
      where channel = ${channel} and ${gapMs}::float8 > 0 and exists (select 1 from stamped)
    ), taken as (
      update "Delivery" d set state = 'sending', "claimedAt" = ${now}, attempts = d.attempts + 1
      from stamped s where d.id = s.delivery and d.state = 'queued'
      returning d.id, d.channel, d."chatId", d.kind, d.priority, d."directiveId", d."assignmentId", d.version, d.content, d."replyTo",
        d."messageIds", d.attempts, d."createdAt", s."externalId", s."threadId", s.role, s.locale, s."unitId"
    ) select * from taken order by priority, id`;
}

/**
 * SQL: the chats of the `picked` deliveries, charged with their pace. Where a chat has none nothing is written: that would be
 * a third of a claim.
 */
function stampChats({ chatGapMs, groupGapMs, burst }: ReturnType<typeof toGaps>, now: Date): Prisma.Sql {
  const found = Prisma.sql`p.id as delivery, c."externalId", c."threadId", c.role, c.locale, c."unitId"`;
  if (chatGapMs === 0 && groupGapMs === 0)
    return Prisma.sql`select ${found} from picked p join "Chat" c on c.id = p."chatId"`;
  return Prisma.sql`
      update "Chat" c set
        "paceAt" = greatest(c."paceAt", ${now}) + case when c.role = 'private' then 0 else ${groupGapMs}::float8 end * interval '1 millisecond',
        "nextSendAt" = greatest(${now}::timestamptz + ${chatGapMs}::float8 * interval '1 millisecond',
          case when c.role = 'private' or ${groupGapMs}::float8 = 0 then ${now}::timestamptz
            else greatest(c."paceAt", ${now}) + (2 - ${burst}::int) * ${groupGapMs}::float8 * interval '1 millisecond' end)
      from picked p where c.id = p."chatId" and c."nextSendAt" <= ${now} returning ${found}`;
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

/** The whole channel waits until then: the platform said so. */
export async function pauseChannel(db: Db, channel: string, until: Date): Promise<void> {
  await db.$executeRaw`update "ChannelPace" set "pausedUntil" = greatest("pausedUntil", ${until}) where channel = ${channel}`;
}

/** One chat waits until then; the others go on. */
export async function pauseChat(db: Db, chatId: number, until: Date): Promise<void> {
  await db.$executeRaw`update "Chat" set "nextSendAt" = greatest("nextSendAt", ${until}) where id = ${chatId}`;
}
