import type { Channel } from '../channels/channel.js';
import type { Runtime } from '../config/runtime.js';
import { claimDeliveries, findNextSendAt, type ClaimedDelivery } from '../store/claim-deliveries.js';
import { recordOutcomes, type Outcome } from '../store/deliveries.js';
import { queueOpenDirectives } from '../store/directives.js';
import { beginGathering } from '../store/gather.js';
import { countUsage } from './count-usage.js';
import { isFailing, recordRecovery } from '../store/outages.js';
import { sendDelivery } from './send-delivery.js';
import { createCardWatch } from './sweep-cards.js';
import { wakeSending } from './wake.js';

/**
 * Deliveries in hand at once on one channel: enough that a server without limits is busy while the next are claimed
 * and the last recorded. At Telegram's 30 a second, which it answers in some 100 ms, about three are.
 */
const concurrency = 200;
/**
 * Longer waits than this end the job; a timer wakes it again. A channel's next slot is nearer than that; one chat's
 * pace is not, and must not hold up what is queued for another meanwhile.
 */
const longestPauseMs = 250;
/** Answers are recorded at least this often. */
const longestWaitMs = 50;

/**
 * Sends what is due on one channel until nothing is: claim a few, compose, send, record. Urgent deliveries that are
 * queued meanwhile are claimed next. A second run at the same time shares the work. Returns how many ended how.
 */
export async function sendDeliveries(runtime: Runtime, channelName: string): Promise<Record<string, number>> {
  const channel = runtime.channels.get(channelName);
  const counts: Record<string, number> = {};
  if (!channel) return counts;
  const round: Round = {
    running: new Set(),
    hasEnded: () => undefined,
    ended: [],
    failure: null,
    isFailing: null,
  };
  const cards = createCardWatch(runtime);
  let recording = Promise.resolve();
  const record = () => {
    // The next claim does not wait for what is written down of the last.
    recording = recording
      .then(() => flush(runtime, channel, round, counts))
      .catch((error: unknown) => void (round.failure = error));
  };
  beginGathering(runtime.db); // what a claim's deliveries have to say is read together
  for (;;) {
    const free = concurrency - round.running.size;
    const claimed = free > 0 && !runtime.stopping.aborted ? await claim(runtime, channel, free) : [];
    cards.see(claimed);
    for (const delivery of claimed) send(runtime, channel, delivery, round);
    if (claimed.length === 0 && round.running.size === 0) {
      await recording; // it may queue the next part of a long message
      if (!(await pause(runtime, channelName))) break;
    }
    if (round.running.size > 0) await waitForSome(round, channel.capabilities.pace.perSecond);
    record();
    await cards.wake();
    if (round.failure) break;
  }
  await Promise.all(round.running);
  record();
  await recording;
  await cards.end();
  if (round.failure) throw round.failure as Error;
  return counts;
}

interface Round {
  running: Set<Promise<void>>;
  /** Called when one of them is over. */
  hasEnded: () => void;
  /** Outcomes that are not written down yet. */
  ended: Outcome[];
  failure: unknown;
  /** Whether the platform was away when we last asked; null: not known. */
  isFailing: boolean | null;
}

function send(runtime: Runtime, channel: Channel, delivery: ClaimedDelivery, round: Round): void {
  const sending = sendDelivery(runtime, channel, delivery)
    .then(
      (outcome) => void round.ended.push(outcome),
      (error: unknown) => void (round.failure = error),
    )
    .finally(() => {
      round.running.delete(sending);
      round.hasEnded();
    });
  round.running.add(sending);
}

const claim = (runtime: Runtime, channel: Channel, limit: number) =>
  claimDeliveries(runtime.db, channel.name, limit, {
    now: runtime.clock.now(),
    pace: channel.capabilities.pace,
  });

/**
 * Until half of the places are free, so that claiming and recording take many at a time. A few slow answers must not
 * hold the others up, and with a pace the next slot may open before the first answer comes back.
 */
async function waitForSome(round: Round, perSecond: number): Promise<void> {
  const wait = perSecond > 0 ? Math.min(1000 / perSecond, longestWaitMs) : longestWaitMs;
  const isFree = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), wait);
    // Not a race of all that run after each of them: with a hundred that costs more than composing does.
    round.hasEnded = () => {
      if (round.running.size > concurrency / 2) return;
      clearTimeout(timer);
      resolve(true);
    };
  });
  round.hasEnded = () => undefined;
  // Answers that arrived in the same turn are recorded together.
  if (isFree) await new Promise((resolve) => setImmediate(resolve));
}

async function flush(
  runtime: Runtime,
  channel: Channel,
  round: Round,
  counts: Record<string, number>,
): Promise<void> {
  if (round.ended.length === 0) return;
  const batch = round.ended.splice(0);
  const now = runtime.clock.now();
  for (const chat of await recordOutcomes(runtime.db, batch, now))
    await queueOpenDirectives(runtime.db, chat, now);
  await countUsage(runtime, channel, batch);
  await watchPlatform(runtime, channel.name, { batch, round, now });
  for (const { state } of batch) counts[state] = (counts[state] ?? 0) + 1;
}

/** The first message that gets through again ends an outage of the platform. */
async function watchPlatform(
  { db }: Runtime,
  channelName: string,
  { batch, round, now }: { batch: Outcome[]; round: Round; now: Date },
): Promise<void> {
  if (batch.some((outcome) => outcome.state === 'queued' && outcome.isAttempt)) round.isFailing = null;
  if (!batch.some(({ state }) => state === 'sent')) return;
  round.isFailing ??= await isFailing(db, channelName);
  if (round.isFailing) await recordRecovery(db, channelName, now);
  round.isFailing = false;
}

/** True after a short pause, when something will be due soon; false when the job should end. */
async function pause(runtime: Runtime, channelName: string): Promise<boolean> {
  if (runtime.stopping.aborted) return false;
  const next = await findNextSendAt(runtime.db, channelName);
  if (!next) return false;
  const wait = next.getTime() - runtime.clock.now().getTime();
  if (wait > longestPauseMs) {
    runtime.clock.at(next, () => wakeSending(runtime, channelName));
    return false;
  }
  await runtime.clock.sleep(Math.max(wait, 1));
  return true;
}
