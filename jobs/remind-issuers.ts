import type { Runtime } from '../config/runtime.js';
import { localDate } from '../core/calendar/iso-date.js';
import { priority } from '../core/delivery.js';
import { say } from '../core/message.js';
import { shorten } from '../core/replies/describe-stand.js';
import { textsFor } from '../locales/texts.js';
import { findDeciderChat } from '../store/decider-chat.js';
import type { Db } from '../store/db.js';
import { queueDeliveries } from '../store/deliveries.js';
import { findWaitingRequests } from '../store/waiting-requests.js';

/** More are counted: the card of each request stands where it was asked. */
const mostNamed = 10;

/**
 * Units that wait for an answer to their request for more time are not reminded; whoever owes it is, once a day for each
 * directive. Returns how many messages wait to be sent.
 */
export async function remindIssuers(
  { settings, channels }: Runtime,
  db: Db,
  assignmentIds: readonly number[],
  now: Date,
): Promise<number> {
  if (assignmentIds.length === 0) return 0;
  let queued = 0;
  for (const request of await findWaitingRequests(db, assignmentIds)) {
    const { directiveId, number, title, codes } = request;
    const { id: chatId, channel, locale } = await findDeciderChat(db, request);
    const t = textsFor(locale, settings.ORG_LOCALE);
    const named = codes.slice(0, mostNamed).join(', ');
    const left = codes.length - mostNamed;
    const units = left > 0 ? t('approval.andMore', { units: named, count: left }) : named;
    const words = { number, title: shorten(title, 80), units, count: codes.length, code: codes[0]! };
    const hasButtons = channels.get(channel)?.capabilities.buttons ?? false;
    const how = t(hasButtons ? 'approval.waitsHow' : 'approval.waitsHowTyped', words);
    const day = localDate(now, settings.ORG_TIME_ZONE);
    queued += await queueDeliveries(
      db,
      [
        {
          ...{ channel, chatId, kind: 'tell' as const, priority: priority.reminder },
          dedupKey: `request-waits:${directiveId}:${day}:chat:${chatId}`,
          content: say(t('approval.waits', { ...words, how })),
        },
      ],
      now,
    );
  }
  return queued;
}
