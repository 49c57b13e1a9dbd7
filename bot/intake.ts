import type { Intake } from '../channels/channel.js';
import { stackOf } from '../config/log.js';
import type { Runtime } from '../config/runtime.js';
import type { KeyedEvent } from '../core/event.js';
import { monthOf } from '../core/usage.js';
import { wakeInbox } from '../jobs/wake.js';
import { storeEvents } from '../store/inbox.js';
import { addUsage } from '../store/usage.js';
import { findKnownReplies } from '../store/replies.js';

/** Stores what concerns the bot, before anything else happens to it; all other chat text is dropped here, unread. */
export function createIntake(runtime: Runtime): Intake {
  return async (channel, events) => {
    const kept = await keepAddressed(runtime, channel, events);
    if (kept.length === 0) return;
    const count = await storeEvents(runtime.db, channel, kept, runtime.clock.now());
    if (count === 0) return;
    wakeInbox(runtime);
    await countReceived(runtime, channel, count);
  };
}

/** For a channel whose plan counts what comes in too. */
async function countReceived(runtime: Runtime, channel: string, received: number): Promise<void> {
  if (!runtime.channels.get(channel)?.capabilities.monthlyLimit) return;
  const month = monthOf(runtime.clock.now(), runtime.settings.ORG_TIME_ZONE);
  // The events are safe: a count that fails must not make the platform send them again.
  await addUsage(runtime.db, { channel, month }, { received }).catch((error: unknown) =>
    runtime.log.error({ channel, stack: stackOf(error) }, 'usage not counted'),
  );
}

/** An edit concerns the bot also when the message it changes was taken as a reply. */
async function keepAddressed(runtime: Runtime, channel: string, events: KeyedEvent[]): Promise<KeyedEvent[]> {
  const kept: KeyedEvent[] = [];
  for (const keyed of events) {
    const { event } = keyed;
    if (!('addressed' in event) || event.addressed) kept.push(keyed);
    else if (
      event.kind === 'edit' &&
      (await findKnownReplies(runtime.db, channel, event.chat.externalId, event.messageId))
    )
      kept.push(keyed);
  }
  return kept;
}
