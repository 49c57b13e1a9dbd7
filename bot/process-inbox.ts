import { codeOf, stackOf } from '../config/log.js';
import type { Runtime } from '../config/runtime.js';
import { wakeSenders } from '../jobs/wake.js';
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
/**
 * While more than a batch waits, what members said is taken in first, for it counts from then on, and the answers begin
 * this much later at most: both need the same processor.
 */
const longestHoldMs = 1_000;
/** Courtesies under way before the next events wait for them. */
const mostPending = 40;

/** What one run of the job has in hand. */
interface Run {
  counts: { handled: number; failed: number };
  answers: ReturnType<typeof holdAnswers>;
  /** Does the courtesies of an event; waits where too many are under way. */
  follow: (steps: Context['afterCommit']) => Promise<void>;
}

/** Handles stored events until none is new. A second run at the same time shares the chats. Returns how many were handled. */
export async function processInbox(runtime: Runtime): Promise<Record<string, number>> {
  const pending = new Set<Promise<void>>();
  const follow = async (steps: Context['afterCommit']) => {
    const running = runSteps(runtime, steps).finally(() => pending.delete(running));
    pending.add(running);
    if (pending.size >= mostPending) await Promise.race(pending);
  };
  const run: Run = { counts: { handled: 0, failed: 0 }, answers: holdAnswers(runtime), follow };
  try {
    while (!runtime.stopping.aborted) {
      const rows = await findNewEvents(runtime.db, batchSize, runtime.clock.now());
      if (rows.length === 0) break;
      const [together, alone] = divide(rows);
      alone.push(...(await handleGroups(runtime, together, run)));
      run.answers.release(rows.length === batchSize);
      await handleAlone(runtime, alone, run);
    }
  } finally {
    run.answers.release();
  }
  await Promise.all(pending);
  return { ...run.counts };
}

/** Returns what could not be handled together, by chat. */
async function handleGroups(runtime: Runtime, groups: InboxRow[][], run: Run): Promise<InboxRow[][]> {
  const left: InboxRow[][] = [];
  const next = async () => {
    for (let group = groups.shift(); group; group = groups.shift()) {
      const done = await handleTogether(runtime, group);
      left.push(...group.filter(({ id }) => !done?.ids.has(id)).map((row) => [row]));
      if (!done) continue;
      run.counts.handled += done.ids.size;
      run.answers.owe();
      await run.follow(done.steps);
    }
  };
  await Promise.all(Array.from({ length: groupsAtOnce }, next));
  return left;
}

async function handleAlone(runtime: Runtime, chats: InboxRow[][], run: Run): Promise<void> {
  const next = async () => {
    for (let chat = chats.shift(); chat; chat = chats.shift())
      for (const row of chat) {
        const steps = await handleSafely(runtime, row);
        run.counts[steps ? 'handled' : 'failed'] += 1;
        run.answers.owe();
        run.answers.release();
        if (steps) await run.follow(steps);
      }
  };
  await Promise.all(Array.from({ length: chatsAtOnce }, next));
}

/** Wakes the senders for what events led to: at once, or in a rush a little later. */
function holdAnswers(runtime: Runtime) {
  let owedSince: number | null = null;
  return {
    owe(): void {
      owedSince ??= performance.now();
    },
    release(isRush = false): void {
      if (owedSince === null || (isRush && performance.now() - owedSince < longestHoldMs)) return;
      owedSince = null;
      wakeSenders(runtime);
    },
  };
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
