import { codeOf, stackOf } from '../config/log.js';
import type { Runtime } from '../config/runtime.js';
import { findNewEvents, postponeEvent, type InboxRow } from '../store/inbox.js';
import type { Context } from './context.js';
import { handleEvent, handleTogether } from './handle-event.js';

const batchSize = 400;
/** Chats handled at once; within a chat, events keep their order. */
const chatsAtOnce = 6;
/** Events in one transaction when many chats speak at once; few enough that one fault undoes little. */
const mostTogether = 200;
const fewestTogether = 4;
/**
 * Such transactions side by side: while one waits for the database, the other reads its replies. More of them are not
 * faster: each plans its statements on a connection of its own, and all lock the rows of the same directive.
 */
const groupsAtOnce = 2;
const maxAttempts = 8;
/** Courtesies under way before the next events wait for them. */
const mostPending = 40;

/** Handles stored events until none is new. A second run at the same time shares the chats. Returns how many were handled. */
export async function processInbox(runtime: Runtime): Promise<Record<string, number>> {
  const counts = { handled: 0, failed: 0 };
  const pending = new Set<Promise<void>>();
  const follow = async (steps: Context['afterCommit']) => {
    const running = runSteps(runtime, steps).finally(() => pending.delete(running));
    pending.add(running);
    if (pending.size >= mostPending) await Promise.race(pending);
  };
  while (!runtime.stopping.aborted) {
    const rows = await findNewEvents(runtime.db, batchSize, runtime.clock.now());
    if (rows.length === 0) break;
    const [together, alone] = divide(rows);
    const nextGroup = async () => {
      for (let group = together.shift(); group; group = together.shift()) {
        const done = await handleTogether(runtime, group);
        if (done) await follow(done.steps);
        counts.handled += done?.ids.size ?? 0;
        alone.push(...group.filter(({ id }) => !done?.ids.has(id)).map((row) => [row]));
      }
    };
    await Promise.all(Array.from({ length: groupsAtOnce }, nextGroup));
    const next = async () => {
      for (let chat = alone.shift(); chat; chat = alone.shift())
        for (const row of chat) {
          const steps = await handleSafely(runtime, row);
          counts[steps ? 'handled' : 'failed'] += 1;
          if (steps) await follow(steps);
        }
    };
    await Promise.all(Array.from({ length: chatsAtOnce }, next));
  }
  await Promise.all(pending);
  return counts;
}

/**
 * Groups of events for one transaction each, and the others by chat. Only a chat's single plain event goes together
 * with those of other chats: commands may change who is who, and an event that failed once could fail them all.
 */
function divide(rows: InboxRow[]): [together: InboxRow[][], alone: InboxRow[][]] {
  const chats = new Map<string, InboxRow[]>();
  for (const row of rows) {
    const chat = chats.get(row.chatKey);
    if (chat) chat.push(row);
    else chats.set(row.chatKey, [row]);
  }
  const all = [...chats.values()];
  const plain = all.filter(([first]) => first && isPlain(first)).map(([first]) => first!);
  if (plain.length < fewestTogether) return [[], all];
  const together: InboxRow[][] = [];
  for (let at = 0; at < plain.length; at += mostTogether) together.push(plain.slice(at, at + mostTogether));
  const taken = new Set(plain);
  // What a chat says next is found again in the next round, so that it stays behind its first.
  return [together, all.filter(([first]) => first && !taken.has(first))];
}

function isPlain({ event, attempts }: InboxRow): boolean {
  if (attempts > 0) return false;
  if (event.kind === 'press') return true;
  return (event.kind === 'message' || event.kind === 'edit') && !event.text.startsWith('/');
}

/** A courtesy that fails changes nothing that stands. */
async function runSteps(runtime: Runtime, steps: Context['afterCommit']): Promise<void> {
  const results = await Promise.allSettled(steps.map(async (step) => step()));
  for (const result of results)
    if (result.status === 'rejected')
      runtime.log.error({ error: describe(result.reason) }, 'step after an event failed');
}

/** A bug in one event must not stop the others: it is tried again with growing pauses, then kept as failed and named in the log. */
async function handleSafely(runtime: Runtime, row: InboxRow): Promise<Context['afterCommit'] | null> {
  try {
    return await handleEvent(runtime, row);
  } catch (error) {
    const isLast = row.attempts + 1 >= maxAttempts;
    const retryAt = new Date(runtime.clock.now().getTime() + 1000 * 2 ** row.attempts);
    runtime.log.error(
      { inboxId: row.id, kind: row.event.kind, attempt: row.attempts + 1, error: describe(error) },
      'event failed',
    );
    await postponeEvent(runtime.db, row.id, (error as Error).name, isLast ? null : retryAt);
    return null;
  }
}

function describe(error: unknown): string {
  return `${(error as Error).name} ${codeOf(error) ?? ''} ${stackOf(error).join(' ')}`;
}
