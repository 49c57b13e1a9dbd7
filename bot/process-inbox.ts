import type { Runtime } from '../config/runtime.js';
import { findNewEvents, postponeEvent, type InboxRow } from '../store/inbox.js';
import { handleEvent } from './handle-event.js';

const batchSize = 100;
/** Chats handled at once; within a chat, events keep their order. */
const chatsAtOnce = 6;
const maxAttempts = 8;

/** Handles stored events until none is new. A second run at the same time shares the chats. Returns how many were handled. */
export async function processInbox(runtime: Runtime): Promise<Record<string, number>> {
  const counts = { handled: 0, failed: 0 };
  for (;;) {
    const rows = await findNewEvents(runtime.db, batchSize, runtime.clock.now());
    if (rows.length === 0) return counts;
    const chats = [...groupByChat(rows).values()];
    const next = async () => {
      for (let chat = chats.shift(); chat; chat = chats.shift())
        for (const row of chat) counts[(await handleSafely(runtime, row)) ? 'handled' : 'failed'] += 1;
    };
    await Promise.all(Array.from({ length: chatsAtOnce }, next));
  }
}

function groupByChat(rows: InboxRow[]): Map<string, InboxRow[]> {
  const chats = new Map<string, InboxRow[]>();
  for (const row of rows) chats.set(row.chatKey, [...(chats.get(row.chatKey) ?? []), row]);
  return chats;
}

/** A bug in one event must not stop the others: it is tried again with growing pauses, then kept as failed and named in the log. */
async function handleSafely(runtime: Runtime, row: InboxRow): Promise<boolean> {
  try {
    await handleEvent(runtime, row);
    return true;
  } catch (error) {
    const isLast = row.attempts + 1 >= maxAttempts;
    const retryAt = new Date(runtime.clock.now().getTime() + 1000 * 2 ** row.attempts);
    runtime.log.error(
      { inboxId: row.id, kind: row.event.kind, attempt: row.attempts + 1, error: describe(error) },
      'event failed',
    );
    await postponeEvent(runtime.db, row.id, (error as Error).name, isLast ? null : retryAt);
    return false;
  }
}

/** The stack without the message: messages of database errors repeat what people wrote. */
function describe(error: unknown): string {
  const { name, stack } = error as Error;
  return `${name} ${(stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
    .join(' ')}`;
}
