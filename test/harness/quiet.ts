import type { World } from './open-world.js';

/** Waits shorter than this are the pace between sends: nobody waits for them in a story. */
const shortMs = 5_000;

/**
 * Whether nothing is on its way: no update unread, no event unhandled, nothing due unsent, no job waiting. What only
 * keeps the pace between two sends is given its moment: the clock moves there.
 */
export async function isQuiet({ app, telegram, zalo, oa, clock }: World): Promise<boolean> {
  // An update that was handed over is not stored before the program polls again.
  if (zalo && (zalo.pendingUpdates() > 0 || zalo.waitingPolls() === 0)) return false;
  if (oa && oa.pendingUpdates() > 0) return false;
  if (telegram.pendingUpdates() > 0 || !(await app.runtime.queue.isIdle())) return false;
  const now = clock.now();
  const rows = await app.runtime.db.$queryRaw<{ isBusy: boolean; next: Date | null }[]>`
    select exists (select 1 from "Inbox" where state = 'new' and "retryAt" <= ${now})
        or exists (select 1 from "Delivery" where state = 'sending') as "isBusy",
      (select min(greatest(d."notBefore", c."nextSendAt", p."pausedUntil", p."nextSendAt"))
        from "Delivery" d join "Chat" c on c.id = d."chatId" join "ChannelPace" p on p.channel = d.channel
        where d.state = 'queued') as next`;
  const { isBusy = false, next = null } = rows[0] ?? {};
  if (isBusy || (next && next <= now)) return false;
  if (!next || next.getTime() > now.getTime() + shortMs) return true;
  clock.moveTo(next);
  return false;
}

/** The next moment at which something planned becomes due; null when nothing is planned. What waits to be sent is due by the second: a hundred retries need not a hundred looks. */
export async function findNextMoment({ app }: World, after: Date): Promise<Date | null> {
  const rows = await app.runtime.db.$queryRaw<{ at: Date | null }[]>`
    select least(
      (select min("nextReminderAt") from "Assignment" where "nextReminderAt" > ${after}),
      (select min("nextEscalationAt") from "Assignment" where "nextEscalationAt" > ${after}),
      (select min("sendAt") from "Directive" where state = 'scheduled' and "sendAt" > ${after}),
      (select min("nextOpenAt") from "Recurrence" where state = 'active' and "nextOpenAt" > ${after}),
      (select min("dueAt") from "Occurrence" where "doneAt" is null and "dueAt" > ${after}),
      (select min("retryAt") from "Inbox" where state = 'new' and "retryAt" > ${after}),
      (select min(at) from (
        select to_timestamp(ceil(extract(epoch from greatest(d."notBefore", c."nextSendAt", p."pausedUntil")))) as at from "Delivery" d
        join "Chat" c on c.id = d."chatId" join "ChannelPace" p on p.channel = d.channel where d.state = 'queued') waiting
        where at > ${after})) as at`;
  return rows[0]?.at ?? null;
}
