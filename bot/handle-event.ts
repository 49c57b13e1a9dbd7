import type { Runtime } from '../config/runtime.js';
import { UserError } from '../core/errors.js';
import type { InboundSender } from '../core/event.js';
import { localeOf, texts, type Locale } from '../locales/texts.js';
import { takeArrival, takeArrivals, type Arrival } from '../store/arrivals.js';
import { meetChat, type ChatWithUnit } from '../store/chats.js';
import { planForAny, transact, type Db } from '../store/db.js';
import { queueDeliveries, type NewDelivery } from '../store/deliveries.js';
import { beginGathering } from '../store/gather.js';
import type { InboxRow } from '../store/inbox.js';
import { createSpeaker, renameSpeaker, type Speaker } from '../store/people.js';
import { answer, toast, type Context } from './context.js';
import { dispatch } from './dispatch.js';
import { meetChatFeature } from './features/meet-chat.js';
import { endQuestionOf } from './features/run-command.js';

type Steps = Context['afterCommit'];

/**
 * Handles one stored event in one transaction: what the features write, the answers they queue and the inbox row's
 * end stand or fall together, so a crash at any point repeats the whole event or nothing of it. Returns what is to
 * be done now that it stands.
 */
export async function handleEvent(runtime: Runtime, row: InboxRow): Promise<Steps> {
  const afterCommit: Steps = [];
  const inTransaction = (work: (ctx: Context) => Promise<void>) =>
    transact(runtime.db, async (db) => {
      afterCommit.length = 0;
      const arrival = await takeArrival(db, row, runtime.clock.now());
      if (!arrival) return;
      const outbox: NewDelivery[] = [];
      const ctx = await createContext(runtime, db, arrival, { outbox, afterCommit });
      if (ctx) await work(ctx);
      await queueDeliveries(db, outbox.splice(0), runtime.clock.now());
    });
  try {
    await inTransaction(dispatch);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await inTransaction(async (ctx) => {
      await meetChatFeature.handle(ctx); // a chat that makes mistakes is alive too
      await endQuestionOf(ctx);
      await explain(ctx, error);
    });
  }
  return afterCommit;
}

/**
 * The same for events of different chats in one transaction: when hundreds of groups answer at once, beginning and
 * committing costs more than the answers. Null when any of them failed: nothing stands, each is to be handled alone.
 * Returns the ids that were handled; a chat that another process is at is left out.
 */
export async function handleTogether(
  runtime: Runtime,
  rows: InboxRow[],
): Promise<{ ids: Set<number>; steps: Steps } | null> {
  const steps: Steps = [];
  const ids = new Set<number>();
  try {
    await transact(runtime.db, async (db) => {
      const outbox: NewDelivery[] = [];
      await planForAny(db);
      const arrivals = await takeArrivals(db, rows, runtime.clock.now());
      beginGathering(db);
      await sideBySide(arrivals, async (arrival) => {
        const ctx = await createContext(runtime, db, arrival, { outbox, afterCommit: steps });
        if (ctx) await dispatch(ctx);
        ids.add(arrival.row.id);
      });
      await queueDeliveries(db, outbox, runtime.clock.now());
    });
    return { ids, steps };
  } catch {
    return null; // whose fault it was shows when each is handled alone, and is told or logged there
  }
}

/** All of them, also when one fails: the transaction must not be closed under the others. Then throws. */
async function sideBySide<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const results = await Promise.allSettled(items.map(work));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** A user's fault: one sentence in the chat's language; nothing else of the event is stored. */
async function explain(ctx: Context, error: UserError): Promise<void> {
  const text = ctx.t(error.key, error.values);
  if (ctx.event.kind === 'press') return toast(ctx, text);
  await answer(
    ctx,
    text,
    ctx.event.kind === 'message' && ctx.chat.role !== 'private' ? { replyTo: ctx.event.messageId } : {},
  );
}

async function createContext(
  runtime: Runtime,
  db: Db,
  { row, ...known }: Arrival,
  ends: Pick<Context, 'outbox' | 'afterCommit'>,
): Promise<Context | null> {
  const channel = runtime.channels.get(row.channel);
  if (!channel) return null;
  const { event } = row;
  const now = runtime.clock.now();
  const { externalId, threadId, title, isGroup } = event.chat;
  const key = { channel: row.channel, externalId, threadId };
  const chat = known.chat ?? (await meetChat(db, key, { title, isGroup, now }));
  const speaker = await findSender(db, row, known.speaker);
  const locale = chooseLocale(runtime, chat, speaker);
  return {
    runtime,
    channel,
    db,
    now,
    event,
    circle: { isEnded: false },
    chat,
    speaker,
    locale,
    t: texts[locale],
    ...ends,
  };
}

async function findSender(
  db: Db,
  { channel, event }: InboxRow,
  known: Speaker | null,
): Promise<Speaker | null> {
  const sender: InboundSender | null = 'sender' in event ? event.sender : null;
  if (!sender || sender.isAnonymous) return null;
  const { externalId, username = null } = sender;
  // Not every event says what its sender is called.
  const name = sender.name || (known?.name ?? '');
  const facts = { channel, externalId, name, username };
  if (!known) return createSpeaker(db, facts);
  return known.name === name && known.username === username ? known : renameSpeaker(db, known, facts);
}

/** A person's own language in private, the group's in a group; the organisation's where nothing was chosen. */
function chooseLocale(runtime: Runtime, chat: ChatWithUnit, speaker: Speaker | null): Locale {
  const chosen = chat.role === 'private' ? (speaker?.locale ?? chat.locale) : chat.locale;
  return localeOf(chosen, runtime.settings.ORG_LOCALE);
}
